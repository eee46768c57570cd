//! What is left of somebody whose access was taken away: all tables are looked through, what is
//! sealed included.

use jiff::Timestamp;

use super::{
    Records, Settled, SignInId, Timer,
    bench::{Bench, audit_entry, member, sign_in},
    connections::tests::{facts, webhook},
};
use crate::{
    domain::{
        chat::ChatPlace,
        dialog::DialogId,
        invite::{Invite, InviteToken},
        lasting::Lasting,
        supervisor::{Role, TelegramId},
    },
    store::{Batch, Table},
};

const GONE: TelegramId = TelegramId(987_654_321);
const OTHER: TelegramId = TelegramId(123_456_789);

/// Gives somebody a row in each table that can hold one. The names of portals begin with `mark`.
async fn furnish(records: &Records, id: TelegramId, mark: &str) {
    let now = Timestamp::UNIX_EPOCH;
    records.admit(&member(id.0, Role::Supervisor)).await.unwrap();
    records.set_language(id, Some("ru")).await.unwrap();
    for n in 1..=2 {
        let webhook = webhook(&format!("{mark}{n}"), n);
        records.save_connection(id, &webhook, &facts()).await.unwrap();
    }
    let token = InviteToken::from_random([u8::try_from(id.0 % 200).unwrap(); 16]);
    let invite = Invite { role: Role::Supervisor, by: Some(id), expires_at: now };
    records.put_invite(&token.hash(), &invite).await.unwrap();
    for dialog in [2025, 2024] {
        let timer = Timer {
            portal: format!("{mark}1.example"),
            dialog: DialogId::new(dialog).unwrap(),
            owner: id,
            due: now,
            lasting: Lasting::from_minutes(30).unwrap(),
            place: ChatPlace { chat: -5, private: false, thread: None, message: 4 },
            update: 7,
        };
        records.set_timer(&timer).await.unwrap();
    }
    let begun = sign_in(id, &format!("{mark}3"));
    records.begin_sign_in(SignInId::of(mark), &begun).await.unwrap();
    let payload = format!("{{\"from\":{id},\"text\":\"/connect https://{mark}1.example\"}}");
    records.take_in(vec![(id.0, payload.into_bytes())], now).await.unwrap();
    records.offer(id.0, now).await.unwrap();
}

/// All rows as text that can be searched: their keys, and their values opened where they are
/// sealed.
async fn rows(bench: &Bench) -> Vec<(Table, String)> {
    let mut rows = Vec::new();
    for table in Table::ALL {
        for (key, value) in bench.store.scan(table, &[], usize::MAX).await.unwrap() {
            let number = key.windows(8).map(|bytes| u64::from_be_bytes(bytes.try_into().unwrap()));
            let mut text = number.map(|number| number.to_string()).collect::<Vec<_>>().join(" ");
            text += &String::from_utf8_lossy(&value);
            // Whole, behind the log's header, behind the inbox's.
            for start in [0, 16, 21] {
                let sealed = value.get(start..).unwrap_or_default();
                if let Ok(plain) = bench.records.open_row(table, &key, sealed) {
                    text += &String::from_utf8_lossy(&plain);
                }
            }
            rows.push((table, text));
        }
    }
    rows
}

async fn tables_with(bench: &Bench, what: &str) -> Vec<Table> {
    let mut tables: Vec<Table> = rows(bench)
        .await
        .into_iter()
        .filter(|(_, text)| text.contains(what))
        .map(|(table, _)| table)
        .collect();
    tables.dedup();
    tables
}

#[tokio::test]
async fn who_is_revoked_is_in_no_row_but_the_log() {
    let bench = Bench::new().await;
    let records = &bench.records;
    furnish(records, GONE, "goneportal").await;
    furnish(records, OTHER, "otherportal").await;
    let mut entry = audit_entry(1, "goneportal1.example", 2024);
    entry.who = GONE;
    let settled = Settled { update: 1, at: Timestamp::UNIX_EPOCH, audit: &[entry] };
    records.settle(settled).await.unwrap();

    let everywhere = [
        Table::People,
        Table::Settings,
        Table::Invites,
        Table::Connections,
        Table::Inbox,
        Table::Schedule,
        Table::Audit,
        Table::SignIns,
    ];
    assert_eq!(tables_with(&bench, &GONE.to_string()).await, everywhere);
    let others = tables_with(&bench, &OTHER.to_string()).await;

    let revoked = records.revoke(GONE).await.unwrap().unwrap();
    assert_eq!(revoked.silences, [2024, 2025].map(|dialog| DialogId::new(dialog).unwrap()));
    let theirs = |payload: &[u8]| String::from_utf8_lossy(payload).contains(&GONE.to_string());
    records.forget_offers(theirs).await.unwrap();

    assert_eq!(tables_with(&bench, &GONE.to_string()).await, [Table::Audit]);
    assert_eq!(tables_with(&bench, "goneportal").await, [Table::Audit]);
    assert_eq!(tables_with(&bench, &OTHER.to_string()).await, others);
    assert_eq!(records.timers().await.unwrap().len(), 2);
    assert_eq!(records.connections(OTHER).await.unwrap().len(), 2);
}

#[tokio::test]
async fn an_order_that_is_in_work_is_not_forgotten() {
    let Bench { records, store, .. } = &Bench::new().await;
    records
        .take_in(vec![(1, b"a".to_vec()), (2, b"b".to_vec())], Timestamp::UNIX_EPOCH)
        .await
        .unwrap();
    records.offer(2, Timestamp::UNIX_EPOCH).await.unwrap();
    records.forget_offers(|_| true).await.unwrap();
    assert_eq!(store.scan(Table::Inbox, &[], 9).await.unwrap().len(), 1);
    assert_eq!(records.unsettled().await.unwrap()[0].update, 1);
    // And what can't be read is an error, not forgotten.
    store.commit(Batch::new().put(Table::Inbox, b"x", "x")).await.unwrap();
    assert!(records.forget_offers(|_| true).await.is_err());
}
