use jiff::{SignedDuration, Timestamp};

use super::{
    super::{
        Settled,
        bench::{Bench, member},
        connections::tests::{facts, webhook},
    },
    *,
};

const NOW: Timestamp = Timestamp::UNIX_EPOCH;
const OWNER: TelegramId = TelegramId(7);

fn invite() -> Invite {
    let expires_at = NOW + SignedDuration::from_hours(24);
    Invite { role: Role::Supervisor, by: None, expires_at }
}

fn token(byte: u8) -> InviteToken {
    InviteToken::from_random([byte; 16])
}

fn is_repeat<T>(outcome: &Result<T, StoreError>, of: u64) -> bool {
    matches!(outcome, Err(StoreError::AlreadyDone { update }) if *update == of)
}

#[tokio::test]
async fn an_order_of_an_update_is_carried_out_once() {
    let Bench { records, .. } = &Bench::new().await;

    records.once(1).put_invite(&token(1), &invite()).await.unwrap();
    assert!(is_repeat(&records.once(1).put_invite(&token(2), &invite()).await, 1));
    assert_eq!(records.effect(1).await.unwrap(), Some(Effect::Invited { token: token(1) }));
    assert_eq!(records.invite(&token(2).hash()).await.unwrap(), None);

    let (hash, newcomer) = (token(1).hash(), member(OWNER.0, Role::Supervisor));
    assert!(records.once(2).redeem(&hash, &invite(), &newcomer).await.unwrap());
    assert!(is_repeat(&records.once(2).redeem(&hash, &invite(), &newcomer).await, 2));
    let redeemed = Effect::Redeemed { role: Role::Supervisor };
    assert_eq!(records.effect(2).await.unwrap(), Some(redeemed));

    for host in ["a", "b", "c"] {
        records.save_connection(OWNER, &webhook(host, 7), &facts()).await.unwrap();
    }
    let id = ConnectionId(2);
    records.once(3).forget_connection(OWNER, id).await.unwrap().unwrap();
    assert!(is_repeat(&records.once(3).forget_connection(OWNER, id).await, 3));
    let portal = "b.bitrix24.com".to_owned();
    assert_eq!(records.effect(3).await.unwrap(), Some(Effect::Forgotten { portal }));

    records.once(4).revoke(OWNER).await.unwrap().unwrap();
    assert!(is_repeat(&records.once(4).revoke(OWNER).await, 4));
    let revoked = Effect::Revoked { name: newcomer.name, connections: 2, silences: Vec::new() };
    assert_eq!(records.effect(4).await.unwrap(), Some(revoked));
}

#[tokio::test]
async fn what_did_nothing_has_no_effect() {
    let Bench { records, .. } = &Bench::new().await;
    let newcomer = member(OWNER.0, Role::Supervisor);
    assert!(!records.once(1).redeem(&token(1).hash(), &invite(), &newcomer).await.unwrap());
    assert_eq!(records.once(1).revoke(OWNER).await.unwrap(), None);
    let forgotten = records.once(1).forget_connection(OWNER, ConnectionId(1)).await.unwrap();
    assert!(forgotten.is_none());
    assert_eq!(records.effect(1).await.unwrap(), None);
}

#[tokio::test]
async fn an_effect_is_sealed_and_goes_with_its_update() {
    let bench = Bench::new().await;
    let records = &bench.records;
    records.take_in(vec![(1, b"/invite".to_vec())], NOW).await.unwrap();
    records.once(1).put_invite(&token(1), &invite()).await.unwrap();
    let (_, row) = bench.store.scan(TABLE, &[], 1).await.unwrap().remove(0);
    let text = token(1);
    assert!(!row.windows(22).any(|bytes| bytes == text.expose().as_bytes()));
    assert!(!format!("{:?}", records.effect(1).await.unwrap()).contains(text.expose()));
    records.settle(Settled { update: 1, at: NOW, audit: &[] }).await.unwrap();
    assert_eq!(records.effect(1).await.unwrap(), None);
    assert_eq!(bench.store.scan(TABLE, &[], 1).await.unwrap(), []);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_sixteen_repeats_at_once_one_makes_an_invite() {
    let bench = Bench::new().await;
    let rivals: Vec<_> = (1..=16)
        .map(|byte| {
            let records = bench.records.clone();
            tokio::spawn(async move { records.once(1).put_invite(&token(byte), &invite()).await })
        })
        .collect();
    let mut winners = 0;
    for rival in rivals {
        let outcome = rival.await.unwrap();
        assert!(outcome.is_ok() || is_repeat(&outcome, 1), "{outcome:?}");
        winners += usize::from(outcome.is_ok());
    }
    assert_eq!(winners, 1);
    assert_eq!(bench.store.scan(Table::Invites, &[], 99).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_note_is_marked_once_until_its_update_is_settled() {
    let Bench { records, .. } = &Bench::new().await;
    assert!(records.once(1).begin_whisper().await.unwrap());
    assert!(!records.once(1).begin_whisper().await.unwrap());
    assert_eq!(records.effect(1).await.unwrap(), Some(Effect::Whispering));
    assert!(records.once(2).begin_whisper().await.unwrap());
    records.settle(Settled { update: 1, at: NOW, audit: &[] }).await.unwrap();
    assert_eq!(records.effect(1).await.unwrap(), None);
}
