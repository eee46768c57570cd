use proptest::prelude::*;

use super::*;
use crate::domain::crm::CrmKind;

fn chat(number: u64) -> Option<Target> {
    DialogId::new(number).map(Target::Chat)
}

fn card(kind: CrmKind, id: u64) -> Target {
    Target::Crm(CrmCard { kind, id })
}

fn code(text: &str) -> Option<Target> {
    UserCode::parse(text).map(Target::UserCode)
}

#[test]
fn every_form_that_people_paste() {
    let host = |host: &str| Via::Host(host.to_owned());
    for (text, target, via) in [
        ("2024", chat(2024), Via::Default),
        ("#2024", chat(2024), Via::Default),
        ("chat2024", chat(2024), Via::Default),
        ("CHAT2024,", chat(2024), Via::Default),
        ("<2024>", chat(2024), Via::Default),
        ("(2024).", chat(2024), Via::Default),
        ("«chat2024»?", chat(2024), Via::Default),
        ("IMOL|321", Some(Target::Session(321)), Via::Default),
        ("imol%7C321", Some(Target::Session(321)), Via::Default),
        ("imol%7clivechat%7c22%7c1775%7c599", code("livechat|22|1775|599"), Via::Default),
        ("crm|DEAL|77", Some(card(CrmKind::Deal, 77)), Via::Default),
        (
            "<https://a.bitrix24.com/crm/deal/details/77/>",
            Some(card(CrmKind::Deal, 77)),
            host("a.bitrix24.com"),
        ),
        (
            "https://a.bitrix24.com/CRM/Lead/Show/8/?IFRAME=Y#tab",
            Some(card(CrmKind::Lead, 8)),
            host("a.bitrix24.com"),
        ),
        (
            "https://box.example/b/crm/contact/details/9",
            Some(card(CrmKind::Contact, 9)),
            host("box.example"),
        ),
        (
            "a.bitrix24.ru/crm/company/details/10/,",
            Some(card(CrmKind::Company, 10)),
            host("a.bitrix24.ru"),
        ),
        (
            "https://a.bitrix24.ru/crm/deal/details/77/?IM_DIALOG=chat5",
            chat(5),
            host("a.bitrix24.ru"),
        ),
        ("https://a.bitrix24.ru/online/?im_dialog=CHAT7).", chat(7), host("a.bitrix24.ru")),
        ("a.bitrix24.ru/online/?IM_DIALOG=chat7", chat(7), host("a.bitrix24.ru")),
        ("http://box/online/?IM_DIALOG=chat7#top", chat(7), host("box")),
        ("imol|321", Some(Target::Session(321)), Via::Default),
        ("imol|livechat|22|1775|599", code("livechat|22|1775|599"), Via::Default),
        ("telegrambot|2|209607941|744", code("telegrambot|2|209607941|744"), Via::Default),
        ("https://a.bitrix24.com/online/?IM_DIALOG=chat2024", chat(2024), host("a.bitrix24.com")),
        (
            "https://A.Bitrix24.com/online/?IM_DIALOG=chat7&IM_MESSAGE=9",
            chat(7),
            host("a.bitrix24.com"),
        ),
        (
            "https://box.example:8443/b/online/?x=1&IM_DIALOG=chat7",
            chat(7),
            host("box.example:8443"),
        ),
        (
            "https://a.bitrix24.ru/online/?IM_HISTORY=imol%7C321",
            Some(Target::Session(321)),
            host("a.bitrix24.ru"),
        ),
        (
            "https://a.bitrix24.ru/contact_center/dialog_list/?CONFIG_ID=3&IM_HISTORY=imol|321",
            Some(Target::Session(321)),
            host("a.bitrix24.ru"),
        ),
        (
            "https://a.bitrix24.ru/online/?IM_DIALOG=imol%7Clivechat%7C22%7C1775%7C599",
            code("livechat|22|1775|599"),
            host("a.bitrix24.ru"),
        ),
    ] {
        assert_eq!(
            DialogRef::parse(text),
            target.map(|target| DialogRef { target, via }),
            "{text}"
        );
    }
}

#[test]
fn what_names_no_dialog() {
    for text in [
        "",
        "0",
        "-1",
        "+5",
        "chat",
        "chat0",
        "chat-1",
        "sg12",
        "crm12",
        "on",
        "20a24",
        "2 024",
        "２０２４",
        "99999999999999999999",
        "imol|",
        "imol|a",
        "imol|a|b|c|d",
        "crm|deal",
        "crm|deal|0",
        "crm|invoice|7",
        "https://a.example/crm/deal/kanban/77/",
        "https://a.example/crm/deal/details/",
        "https://a.example/crm/deal/details/0/",
        "1/2",
        "a|1|2",
        "a|1||4",
        "https://a.example/online/",
        "https://a.example/?IM_DIALOG=sg5",
        "ftp://a.example/?IM_DIALOG=chat5",
        "https://?IM_DIALOG=chat5",
    ] {
        assert_eq!(DialogRef::parse(text), None, "{text:?}");
    }
}

#[test]
fn links_are_found_wherever_they_stand_in_a_word() {
    let found = |word: &str| DialogRef::links_in(word).map(|r| r.target).collect::<Vec<_>>();
    let (one, two) = ("https://a.example/?IM_DIALOG=chat1", "http://a.example/crm/deal/details/2/");
    let both = [chat(1).unwrap(), card(CrmKind::Deal, 2)];
    assert_eq!(found(&format!("here:{one},{two}.")), both);
    assert_eq!(found("https://a.example/?back=http%3A%2F%2Fb&IM_DIALOG=chat1"), both[..1]);
    for word in ["2024", "chat2024", "https://a.example/", "://", "я://", "imol|5"] {
        assert_eq!(found(word), [], "{word}");
    }
}

proptest! {
    #[test]
    fn no_word_panics_and_what_parses_prints_back_to_itself(word in "\\PC{0,60}") {
        if let Some(reference) = DialogRef::parse(&word) {
            prop_assert_eq!(DialogRef::parse(&reference.to_string()), Some(reference));
        }
    }

    #[test]
    fn links_print_back_to_themselves(
        host in "[a-z]{1,8}\\.bitrix24\\.(com|ru|com\\.tr)(:[1-9][0-9]{3})?",
        path in "(online/|b24/online/)?",
        value in "(chat[0-9]{1,12}|imol\\|[0-9]{1,9}|imol\\|[a-z_]{1,8}\\|[0-9]{1,3}\\|[a-z0-9+%]{1,9}\\|[0-9]{1,9})",
    ) {
        let value: String = url::form_urlencoded::byte_serialize(value.as_bytes()).collect();
        let link = format!("https://{host}/{path}?IM_DIALOG={value}");
        if let Some(reference) = DialogRef::parse(&link) {
            prop_assert_eq!(DialogRef::parse(&reference.to_string()), Some(reference));
        }
    }

    #[test]
    fn no_word_with_links_panics(word in "\\PC{0,20}(://)?\\PC{0,20}(://|http)?\\PC{0,20}") {
        for reference in DialogRef::links_in(&word) {
            prop_assert_eq!(DialogRef::parse(&reference.to_string()), Some(reference));
        }
    }

    #[test]
    fn card_links_print_back_to_themselves(
        host in "[a-z]{1,8}\\.bitrix24\\.(com|ru)(:[1-9][0-9]{3})?",
        kind in "(deal|lead|contact|company)",
        id in 1_u64..,
        tail in "(/|/\\?IFRAME=Y|/#x)?",
    ) {
        let link = format!("https://{host}/crm/{kind}/details/{id}{tail}");
        let reference = DialogRef::parse(&link).unwrap();
        prop_assert!(matches!(reference.target, Target::Crm(_)));
        prop_assert_eq!(DialogRef::parse(&reference.to_string()), Some(reference.clone()));
        let bare = DialogRef { via: Via::Default, ..reference };
        prop_assert_eq!(DialogRef::parse(&bare.to_string()), Some(bare));
    }
}
