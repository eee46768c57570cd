//! What a command costs inside the process, without network: `cargo bench --bench hot_path`.
//!
//! To reach: parse and authorise under 20 µs, render under 20 µs.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]

use std::sync::Arc;

use divan::{Bencher, black_box};
use hushbot::{
    bot::authorise::{Asked, Asker, authorise},
    clock::SystemClock,
    desk::{Desk, Settings},
    domain::{
        card::Card,
        command::{Parsed, parse},
        connection::PortalTag,
        dialog::DialogId,
        reply::Reply,
        silent_mode::{Generation, Switch},
        supervisor::{Member, Role, TelegramId},
        toggle::{Place, Proof, Switched, Toggled},
        webhook::HostPolicy,
    },
    i18n::{self, Locale},
    portal::{PortalClient, Settings as PortalSettings},
    store::{Records, SledStore, Vault},
};

fn main() {
    divan::main();
}

/// Text in, proof of the right out, with the person's row read from the store on the disk.
#[divan::bench]
fn parse_and_authorise(bencher: Bencher<'_, '_>) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let directory = tempfile::tempdir().unwrap();
    let desk = runtime.block_on(desk(directory.path()));
    let vocabulary = i18n::vocabulary();
    let id = TelegramId(77);
    bencher.bench_local(|| {
        let text = black_box("/silent 2024 on");
        let Parsed::Command(command) = parse(text, "hushbot", &vocabulary) else { panic!() };
        let known = futures_util::FutureExt::now_or_never(desk.know(id)).unwrap().unwrap();
        let asker = Asker { id, role: known.role, private: true };
        authorise(Asked::Command(command), asker).unwrap()
    });
}

#[divan::bench(args = ["en", "ru"])]
fn render(bencher: Bencher<'_, '_>, tag: &str) {
    let locale = Locale::negotiate(tag).unwrap();
    let reply = Reply::Toggled(vec![Toggled {
        order: Switch::On,
        lasting: None,
        outcome: Ok(Switched {
            card: Box::new(Card {
                silent: Some(true),
                ..Card::bare(
                    Place {
                        dialog: DialogId::new(2024).unwrap(),
                        name: Some("Anna - Website".to_owned()),
                        tag: PortalTag(7),
                        portal: None,
                    },
                    Generation::Personal,
                )
            }),
            proof: Proof::ReadBack,
            lasting: None,
            back: None,
        }),
    }]);
    bencher.bench_local(|| i18n::render(black_box(&reply), locale));
}

async fn desk(directory: &std::path::Path) -> Desk {
    let store = Arc::new(SledStore::open(&directory.join("store")).unwrap());
    let (vault, _) = Vault::open_or_create_key_file(&directory.join("key")).unwrap();
    let records = Records::open(store, vault).await.unwrap();
    for id in 1..=500 {
        let member = Member {
            id: TelegramId(id),
            role: Role::Supervisor,
            name: format!("Person {id}"),
            since: jiff::Timestamp::UNIX_EPOCH,
            invited_by: None,
        };
        records.admit(&member).await.unwrap();
    }
    let portals = PortalClient::new(PortalSettings::new(HostPolicy::Public)).unwrap();
    Desk::new(records, portals, Arc::new(SystemClock), Settings::default())
}
