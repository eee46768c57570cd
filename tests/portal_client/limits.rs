//! The limits of a cloud portal are kept, each portal's for itself.

use std::time::{Duration, Instant};

use hushbot::{
    domain::webhook::HostPolicy,
    portal::{PortalClient, Settings},
    sandbox::portal::{self as sandbox, Fault, Generation, Limits, On, User},
};
use tokio::task::JoinSet;

use crate::{client, plain, portal, portal_with, webhook};

#[tokio::test]
async fn seventy_calls_in_a_row_meet_no_limit() {
    // The documented bucket, drained ten times as fast so that nobody waits for the test. What is
    // kept in reserve then makes up for 50 ms on the way, so few connections carry the calls.
    let limits = Limits { drain_per_second: 20.0, ..Limits::default() };
    let (portal, olga) =
        portal_with(sandbox::Settings { limits: Some(limits), ..Default::default() }).await;
    portal.add_user(User::new(8, "Ivan", "West"));
    let ivan = webhook(&portal.webhook_with_secret(8, &[], "n0tas3cretn0tas3"));
    let settings = Settings { rate: 20.0, burst: 50, ..plain(Duration::from_secs(30)) };
    let client = PortalClient::new(settings).unwrap();
    let (start, mut tasks) = (Instant::now(), JoinSet::new());
    for whose in [&olga, &ivan] {
        let (client, whose) = (client.clone(), whose.clone());
        tasks.spawn(async move {
            for _ in 0..35 {
                client.via(&whose).profile().await.unwrap();
            }
        });
    }
    tasks.join_all().await;
    assert_eq!(portal.calls().len(), 70);
    // 49 go at once, and 21 every 50 ms.
    assert!(start.elapsed() >= Duration::from_millis(1_050), "{:?}", start.elapsed());
}

#[tokio::test]
async fn a_portal_that_hangs_holds_no_other_up() {
    let (hanging, there) = portal(Generation::Personal).await;
    let (_other, here) = portal(Generation::Personal).await;
    hanging.fault(Fault::Hang, On::everything());
    let settings = Settings { rate: 0.001, burst: 4, ..Settings::new(HostPolicy::Any) };
    let client = PortalClient::new(settings).unwrap();
    let mut stuck = JoinSet::new();
    for _ in 0..10 {
        let (client, there) = (client.clone(), there.clone());
        stuck.spawn(async move { client.via(&there).profile().await.map(|_| ()) });
    }
    // Three hang, and seven wait for their turn.
    hanging.wait_for_call(|call| call.method == "profile").await;
    for _ in 0..3 {
        client.via(&here).in_background().profile().await.unwrap();
    }
    assert!(stuck.try_join_next().is_none());
}

#[tokio::test]
async fn without_a_rate_nothing_waits() {
    let (_portal, olga) = portal(Generation::Personal).await;
    let client = client();
    for _ in 0..100 {
        client.via(&olga).profile().await.unwrap();
    }
}
