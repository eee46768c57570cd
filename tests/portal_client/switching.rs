//! Several dialogs in one request: what is read before and after, and what is sent again.

use std::time::Duration;

use hushbot::{
    domain::silent_mode::{Reading, Switch},
    portal::{Code, Patience, PortalClient, PortalError, Settings},
    sandbox::portal::{Dialog, Fault, Generation, On, User},
};

use crate::{OLGA, client, dialog, plain, portal, requests};

const SILENT: &str = "imopenlines.session.mode.silent";
const STATE: &str = "imopenlines.v2.Session.isSilentMode";

fn patient() -> PortalClient {
    let wait = Duration::from_millis(5);
    let patience = Patience {
        query_limit: vec![wait; 3],
        fault: vec![wait; 2],
        operating_unknown: wait,
        ..Patience::default()
    };
    PortalClient::new(Settings { patience, ..plain(Duration::from_secs(30)) }).unwrap()
}

#[tokio::test]
async fn each_dialog_is_read_before_it_is_switched_and_after() {
    for (generation, field) in [(Generation::ChatWide, true), (Generation::Personal, false)] {
        let (portal, olga) = portal(generation).await;
        portal.add_dialog(Dialog::new(2025, "Boris", "Shop").operator(OLGA));
        portal.switch_silent(2025, OLGA, true);
        let client = client();
        let dialogs = [dialog(2025), dialog(99), dialog(2024)];
        let rows = client.via(&olga).switch_all(&dialogs, Switch::On, true).await;
        assert_eq!(requests(&portal), 1);
        let before: Vec<_> = rows.iter().map(|row| row.before.unwrap()).collect();
        let silent = Reading { session: Some(true), field: Some(field) };
        let audible = Reading { session: Some(false), field: Some(false) };
        assert_eq!(before, [silent, Reading::default(), audible]);
        let after = |row: usize| rows[row].after.as_ref().map(|read| (read.id, read.reading));
        assert_eq!(after(0), Some((dialog(2025), silent)));
        assert_eq!(after(1), None);
        assert_eq!(after(2), Some((dialog(2024), silent)));
        assert!(rows[0].answer.is_ok() && rows[2].answer.is_ok());
        let Err(PortalError::Refused(refusal)) = &rows[1].answer else { panic!() };
        assert_eq!((&refusal.code, refusal.method), (&Code::ChatId, SILENT));
    }
}

#[tokio::test]
async fn only_what_was_refused_and_may_pass_is_sent_again() {
    for code in ["QUERY_LIMIT_EXCEEDED", "OPERATION_TIME_LIMIT", "INTERNAL_SERVER_ERROR"] {
        let (portal, olga) = portal(Generation::Personal).await;
        portal.add_user(User::new(8, "Ivan", ""));
        portal.add_dialog(Dialog::new(2025, "Boris", "Shop").operator(OLGA));
        portal.add_dialog(Dialog::new(2040, "Clara", "Shop").operator(8));
        portal.fault(Fault::code(code), On::method(SILENT).times(1));
        let client = patient();
        let dialogs = [dialog(2024), dialog(2025), dialog(2040)];
        let rows = client.via(&olga).switch_all(&dialogs, Switch::On, false).await;
        let answers: Vec<_> = rows.iter().map(|row| row.answer.is_ok()).collect();
        assert_eq!(answers, [true, true, false], "{code}");
        let silent = Some(Reading { session: Some(true), field: Some(false) });
        assert_eq!(rows[0].after.as_ref().map(|read| read.reading), silent, "{code}");
        assert_eq!(rows[0].before.unwrap().session, Some(false), "{code}");
        let sent = portal.calls().into_iter().filter(|call| call.method == SILENT);
        let sent: Vec<_> = sent.map(|call| call.params["CHAT_ID"].clone()).collect();
        assert_eq!(
            (requests(&portal), sent),
            (2, ["2024", "2025", "2040", "2024"].map(Into::into).into())
        );
    }
}

#[tokio::test]
async fn what_a_lost_answer_leaves_open_is_no_state_before() {
    let (portal, olga) = portal(Generation::Personal).await;
    portal.fault(Fault::AnswerLost, On::method("batch").times(1));
    let client = patient();
    let rows = client.via(&olga).switch_all(&[dialog(2024)], Switch::On, true).await;
    assert_eq!((rows[0].answer.clone(), rows[0].before), (Ok(()), None));
    assert_eq!(rows[0].after.as_ref().unwrap().reading.session, Some(true));
}

#[tokio::test]
async fn a_request_carries_twelve_dialogs_and_what_one_refuses_leaves_the_others_rows() {
    let (portal, olga) = portal(Generation::Personal).await;
    for number in 1..=13 {
        portal.add_dialog(Dialog::new(number, "Boris", "Shop").operator(OLGA));
    }
    let dialogs: Vec<_> = (1..=13).map(dialog).collect();
    let client = client();
    let rows = client.via(&olga).switch_all(&dialogs, Switch::On, false).await;
    assert_eq!(requests(&portal), 2);
    assert!((1..=13).all(|number| portal.is_silent(number, OLGA)));
    assert!(rows.iter().zip(&dialogs).all(|(row, id)| row.after.as_ref().unwrap().id == *id));

    portal.fault(Fault::Reset, On::method("batch").times(1));
    let rows = client.via(&olga).switch_all(&dialogs, Switch::Off, false).await;
    let broken = rows.iter().filter(|row| row.answer == Err(PortalError::NoAnswer)).count();
    assert_eq!((rows.len(), broken), (13, 12));
    assert_eq!(rows[12].answer, Ok(()));
}

#[tokio::test]
async fn off_is_what_is_surely_off() {
    for (generation, silent, fault, off) in [
        (Generation::ChatWide, false, None, true),
        (Generation::ChatWide, true, None, false),
        (Generation::Personal, false, None, true),
        (Generation::Personal, true, None, false),
        (Generation::ChatWide, false, Some("ERROR_METHOD_NOT_FOUND"), true),
        (Generation::ChatWide, true, Some("ERROR_METHOD_NOT_FOUND"), false),
        // The field says nothing where the flag may be personal.
        (Generation::Personal, true, Some("ACCESS_DENIED"), false),
    ] {
        let (portal, olga) = portal(generation).await;
        portal.switch_silent(2024, OLGA, silent);
        if let Some(code) = fault {
            portal.fault(Fault::code(code), On::method(STATE));
        }
        let client = client();
        let found = client.via(&olga).already_off(&[dialog(99), dialog(2024)]).await.unwrap();
        assert_eq!(found[0], None);
        assert_eq!(found[1].as_ref().map(|read| read.id), off.then(|| dialog(2024)));
        assert_eq!(requests(&portal), 1);
    }
}
