use super::{
    super::{
        Settled, Timer,
        bench::{Bench, audit_entry, member},
        connections::tests::{facts, webhook},
        sweep::Retention,
    },
    *,
};
use crate::domain::{
    connection::PortalAddress, lasting::Lasting, silent_mode::Switch, supervisor::Role,
};

fn watch(owner: u64, portal: &str, dialog: u64) -> Watch {
    Watch {
        owner: TelegramId(owner),
        portal: portal.to_owned(),
        dialog: DialogId::new(dialog).unwrap(),
        title: Some("Anna – Website".to_owned()),
        name: "Sam".to_owned(),
        place: ChatPlace { chat: -5, private: false, thread: Some(3), message: 4 },
        generation: Generation::Personal,
        since: Timestamp::from_second(1_800_000_000).unwrap(),
        asked: Timestamp::from_second(1_800_000_500).unwrap(),
        update: 10,
        over: None,
    }
}

fn put(watch: &Watch) -> WatchChange {
    WatchChange::Put(Box::new(watch.clone()))
}

fn drop_of(watch: &Watch) -> WatchChange {
    let Watch { owner, portal, dialog, .. } = watch.clone();
    WatchChange::Drop { owner, portal, dialog }
}

#[tokio::test]
async fn a_watch_begins_and_ends_with_the_update_that_ordered_it() {
    let Bench { records, store, .. } = &Bench::new().await;
    let (mine, theirs) = (watch(1, "a", 7), watch(2, "a", 7));
    let settled = |update| Settled { update, at: mine.since, audit: &[] };
    let begun = [put(&mine), put(&theirs)];
    records.settle_with(settled(10), || begun.to_vec()).await.unwrap();
    assert_eq!(records.watches().await.unwrap(), [mine.clone(), theirs.clone()]);
    for (_, row) in store.scan(Table::Watches, &[], 9).await.unwrap() {
        assert!(!String::from_utf8_lossy(&row).contains("Anna"), "it is sealed");
    }
    let told = Watch { over: Some("Ada".to_owned()), ..theirs };
    records.settle_with(settled(11), || vec![drop_of(&mine), put(&told)]).await.unwrap();
    assert_eq!(records.watches().await.unwrap(), std::slice::from_ref(&told));
    records.change_watches(&[drop_of(&told)]).await.unwrap();
    assert_eq!(records.watches().await.unwrap(), []);
}

#[tokio::test]
async fn a_timer_that_has_switched_off_ends_the_watch_in_the_same_commit() {
    let Bench { records, .. } = &Bench::new().await;
    let mine = watch(1, "a", 7);
    records.change_watches(&[put(&mine)]).await.unwrap();
    let timer = timer(1, "a");
    let log = [audit_entry(1, "a", 7)];
    let ended = [drop_of(&mine)];
    assert!(!records.finish_timer(&timer, &log, &ended).await.unwrap());
    assert_eq!(records.watches().await.unwrap().len(), 1);
    records.set_timer(&timer).await.unwrap();
    assert!(records.finish_timer(&timer, &log, &ended).await.unwrap());
    assert_eq!(records.watches().await.unwrap(), []);
    assert_eq!(log[0].order, Switch::On);
}

fn timer(owner: u64, portal: &str) -> Timer {
    Timer {
        portal: portal.to_owned(),
        dialog: DialogId::new(7).unwrap(),
        owner: TelegramId(owner),
        due: Timestamp::from_second(1_900_000_000).unwrap(),
        lasting: Lasting::from_minutes(30).unwrap(),
        place: ChatPlace { chat: 1, private: true, thread: None, message: 4 },
        update: 10,
    }
}

#[tokio::test]
async fn they_go_with_the_access_and_with_the_person() {
    let Bench { records, .. } = &Bench::new().await;
    let mut ids = Vec::new();
    for owner in [1, 2] {
        records.admit(&member(owner, Role::Supervisor)).await.unwrap();
        for host in ["a", "b"] {
            let webhook = webhook(host, 7);
            let owner = TelegramId(owner);
            let (connection, _) = records.save_connection(owner, &webhook, &facts()).await.unwrap();
            ids.push((owner, connection.id));
            let kept = watch(owner.0, &connection.portal(), 7);
            records.change_watches(&[put(&kept)]).await.unwrap();
        }
    }
    assert_eq!(records.watches().await.unwrap().len(), 4);
    let (owner, first) = ids[0];
    let gone = records.forget_connection(owner, first).await.unwrap().unwrap().portal();
    let left = records.watches().await.unwrap();
    assert_eq!(left.len(), 3);
    assert!(!left.iter().any(|watch| watch.owner == owner && watch.portal == gone));
    records.revoke(TelegramId(2)).await.unwrap();
    let left = records.watches().await.unwrap();
    assert_eq!(left.iter().map(|watch| watch.owner).collect::<Vec<_>>(), [owner]);
}

#[tokio::test]
async fn watches_and_timers_follow_a_portal_that_moves() {
    let Bench { records, .. } = &Bench::new().await;
    let me = TelegramId(1);
    let (connection, _) = records.save_connection(me, &webhook("a", 7), &facts()).await.unwrap();
    let host = connection.portal();
    let rows = [put(&watch(1, &host, 7)), put(&watch(1, "b", 7)), put(&watch(2, &host, 7))];
    records.change_watches(&rows).await.unwrap();
    for timer in [timer(1, &host), timer(2, &host)] {
        records.set_timer(&timer).await.unwrap();
    }
    let address = PortalAddress::new("https://new.example/".parse().unwrap()).unwrap();
    assert!(records.update_address(me, connection.id, address).await.unwrap());
    let mut hosts: Vec<_> = records.watches().await.unwrap().into_iter().map(place).collect();
    hosts.sort_unstable();
    let expected = [(1, "b".to_owned()), (1, "new.example".to_owned()), (2, host.clone())];
    assert_eq!(hosts, expected);
    let timers = records.timers().await.unwrap().into_iter();
    let mut timers: Vec<_> = timers.map(|timer| (timer.owner.0, timer.portal)).collect();
    timers.sort_unstable();
    assert_eq!(timers, [(1, "new.example".to_owned()), (2, host)]);
}

fn place(watch: Watch) -> (u64, String) {
    (watch.owner.0, watch.portal)
}

#[tokio::test]
async fn what_has_been_silent_for_a_quarter_is_not_watched_any_more() {
    let Bench { records, .. } = &Bench::new().await;
    let old = watch(1, "a", 7);
    let limits = Retention::default();
    let newer =
        Watch { since: old.since + jiff::SignedDuration::from_hours(1), ..watch(1, "a", 8) };
    records.change_watches(&[put(&old), put(&newer)]).await.unwrap();
    let then = old.since + limits.watches_for;
    assert_eq!(records.sweep(&limits, then).await.unwrap().watches, 0);
    let then = then + jiff::SignedDuration::from_secs(1);
    assert_eq!(records.sweep(&limits, then).await.unwrap().watches, 1);
    assert_eq!(records.watches().await.unwrap(), [newer]);
}
