use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::{
    task::JoinSet,
    time::{Instant, advance, sleep, sleep_until, timeout},
};

use super::{
    FEW, Limiter, Pace,
    Urgency::{self, Background, Person},
};
use crate::domain::{
    access::Access,
    webhook::{HostPolicy, Webhook},
};

fn webhook(host: &str, user: u64) -> Access {
    let url = format!("https://{host}/rest/{user}/n0tas3cretn0tas3/");
    Webhook::parse(&url, HostPolicy::Public).unwrap().into()
}

fn pace(limiter: &Limiter) -> &Pace {
    limiter.0.as_ref().unwrap()
}

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// A limiter whose calls tell when they go.
#[derive(Clone)]
struct Scene {
    limiter: Arc<Limiter>,
    start: Instant,
    gone: Arc<Mutex<Vec<(&'static str, u64)>>>,
}

impl Scene {
    fn new(rate: f64, burst: u32) -> Self {
        let limiter = Arc::new(Limiter::new(rate, burst));
        Self { limiter, start: Instant::now(), gone: Arc::default() }
    }

    /// Lines up in the order of the calls to this function.
    async fn call(&self, tasks: &mut JoinSet<()>, name: &'static str, user: u64, urgency: Urgency) {
        let scene = self.clone();
        tasks.spawn(async move {
            scene.limiter.turn(&webhook("a.example", user), urgency).await;
            let at = scene.start.elapsed().as_millis().try_into().unwrap();
            scene.gone.lock().unwrap().push((name, at));
        });
        tokio::task::yield_now().await;
    }

    fn gone(&self) -> Vec<(&'static str, u64)> {
        self.gone.lock().unwrap().clone()
    }

    fn names(&self) -> String {
        self.gone().iter().map(|(name, _)| *name).collect()
    }
}

#[tokio::test(start_paused = true)]
async fn a_burst_goes_at_once_and_the_rest_at_the_rate() {
    // One of the portal's bucket is kept in reserve.
    for (rate, burst, at_once, interval) in
        [(2.0, 50, 49, 500), (5.0, 250, 249, 200), (2.0, 1, 1, 500), (0.5, 3, 2, 2000)]
    {
        let scene = Scene::new(rate, burst);
        let mut tasks = JoinSet::new();
        for _ in 0..at_once + 3 {
            scene.call(&mut tasks, "x", 1, Person).await;
        }
        tasks.join_all().await;
        let times: Vec<u64> = scene.gone().iter().map(|(_, at)| *at).collect();
        assert!(times[..at_once].iter().all(|at| *at == 0), "{times:?}");
        assert_eq!(times[at_once..], [interval, interval * 2, interval * 3]);
    }
}

#[tokio::test(start_paused = true)]
async fn a_bucket_drains_while_nobody_calls() {
    let scene = Scene::new(2.0, 11);
    let here = webhook("a.example", 1);
    for (pause, at_once) in [(0, 10), (1_500, 3), (60_000, 10)] {
        sleep(ms(pause)).await;
        for _ in 0..at_once {
            assert!(!scene.limiter.turn(&here, Person).await, "after {pause}");
        }
        assert!(timeout(ms(499), scene.limiter.turn(&here, Person)).await.is_err());
        sleep(ms(1)).await;
        assert!(!scene.limiter.turn(&here, Person).await, "the one that gave up took nothing");
    }
    assert!(!scene.limiter.turn(&webhook("b.example", 1), Person).await, "another portal");
}

#[tokio::test(start_paused = true)]
async fn no_rate_is_no_limit() {
    for rate in [0.0, -1.0, f64::NAN] {
        let limiter = Limiter::new(rate, 1);
        for _ in 0..1_000 {
            assert!(!limiter.turn(&webhook("a.example", 1), Background).await);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn users_take_turns_and_persons_come_first() {
    let scene = Scene::new(2.0, 1);
    let mut tasks = JoinSet::new();
    for (name, user, urgency) in [
        ("0", 1, Person),
        ("x", 4, Background),
        ("a", 1, Person),
        ("a", 1, Person),
        ("a", 1, Person),
        ("b", 2, Person),
        ("b", 2, Person),
        ("y", 5, Background),
        ("x", 4, Background),
        ("c", 3, Person),
    ] {
        scene.call(&mut tasks, name, user, urgency).await;
    }
    // Later than all, but a person, while the background already waits as the first.
    sleep(ms(3_200)).await;
    assert_eq!(scene.names(), "0abcaba");
    scene.call(&mut tasks, "p", 6, Person).await;
    tasks.join_all().await;
    assert_eq!(scene.names(), "0abcabapxyx");
    assert_eq!(scene.gone().last(), Some(&("x", 5_000)));
}

#[tokio::test(start_paused = true)]
async fn who_gives_up_costs_nobody_a_turn() {
    let scene = Scene::new(2.0, 1);
    let here = webhook("a.example", 9);
    assert!(!scene.limiter.turn(&here, Person).await);
    // The first in line, who alone has a timer, gives up just before its turn.
    let (mut tasks, first) = (JoinSet::new(), timeout(ms(499), scene.limiter.turn(&here, Person)));
    let others = async {
        for (name, user) in [("a", 1), ("b", 2)] {
            scene.call(&mut tasks, name, user, Person).await;
        }
    };
    assert!(tokio::join!(first, others).0.is_err());
    tasks.join_all().await;
    assert_eq!(scene.gone(), [("a", 500), ("b", 1_000)]);
}

#[tokio::test(start_paused = true)]
async fn idle_portals_are_forgotten() {
    let limiter = Limiter::new(2.0, 50);
    for host in 0..1_000 {
        limiter.turn(&webhook(&format!("p{host}.example"), 1), Person).await;
        advance(ms(100)).await;
        assert!(pace(&limiter).lock().by_host.len() <= FEW);
    }
}

mod simulated {
    use proptest::{collection::vec, prelude::*};

    use super::*;

    const INTERVAL: u64 = 100;
    const DEPTH: u64 = 3 * INTERVAL;

    /// A call of a user, when it comes, and how long it waits at most.
    #[derive(Debug, Clone)]
    struct Plan {
        at: u64,
        user: u64,
        urgency: Urgency,
        patience: Option<u64>,
    }

    #[derive(Debug, Clone)]
    struct Seen {
        plan: Plan,
        /// When it went or gave up.
        end: u64,
        went: bool,
        waited: bool,
    }

    fn plan() -> impl Strategy<Value = Plan> {
        let urgency = prop::sample::select(vec![Person, Person, Background]);
        let patience = prop::option::weighted(0.3, 0..400_u64);
        (0..2_000_u64, 1..5_u64, urgency, patience).prop_map(|(at, user, urgency, patience)| Plan {
            at,
            user,
            urgency,
            patience,
        })
    }

    async fn play(plans: &[Plan]) -> Vec<Seen> {
        let limiter = Arc::new(Limiter::new(10.0, 4));
        let start = Instant::now();
        let mut tasks = JoinSet::new();
        for plan in plans.iter().cloned() {
            let limiter = Arc::clone(&limiter);
            tasks.spawn(async move {
                sleep_until(start + ms(plan.at)).await;
                let here = webhook("a.example", plan.user);
                let turn = limiter.turn(&here, plan.urgency);
                let patience = ms(plan.patience.unwrap_or(1_000_000));
                let turn = timeout(patience, turn).await;
                let end = start.elapsed().as_millis().try_into().unwrap();
                Seen { plan, end, went: turn.is_ok(), waited: turn.unwrap_or(true) }
            });
        }
        let seen = timeout(Duration::from_hours(1), tasks.join_all()).await;
        seen.expect("everybody goes or gives up")
    }

    /// Each call goes as soon as there is room, and never before.
    fn check_pace(gone: &[Seen]) {
        let mut empty_at = 0;
        for call in gone {
            let level = u64::saturating_sub(empty_at, call.end) + INTERVAL;
            assert!(level <= DEPTH, "too early: {call:?}");
            assert!(!call.waited || level + 2 >= DEPTH, "too late: {call:?}");
            empty_at = call.end + level;
        }
    }

    fn check_order(seen: &[Seen], gone: &[Seen]) {
        // Of what happens at the same moment, either order is right.
        let waits =
            |other: &Seen, from: u64, to: u64| other.plan.at + 2 < from && other.end > to + 2;
        for call in gone.iter().filter(|call| call.plan.urgency == Background) {
            let person = seen
                .iter()
                .find(|other| other.plan.urgency == Person && waits(other, call.end, call.end));
            assert!(person.is_none(), "{call:?} went before {person:?}");
        }
        for (place, first) in gone.iter().enumerate() {
            let same = |other: &&Seen| other.plan.urgency == first.plan.urgency;
            let rest = || gone[place + 1..].iter().filter(same);
            let own = |other: &&Seen| other.plan.user == first.plan.user;
            let Some(second) = rest().find(own) else { continue };
            let others = seen.iter().filter(same).filter(|other| !own(other));
            for other in others.filter(|other| waits(other, first.end, second.end)) {
                let between = rest().find(|gone| gone.plan.user == other.plan.user);
                let served = between.is_some_and(|gone| gone.end < second.end);
                assert!(served, "{other:?} was passed over by {first:?} and {second:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn calls_go_in_time_in_turn_and_persons_first(plans in vec(plan(), 1..40)) {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_time()
                .start_paused(true)
                .build()
                .unwrap();
            let seen = runtime.block_on(play(&plans));
            prop_assert!(seen.iter().all(|call| call.went || call.plan.patience.is_some()));
            let mut gone: Vec<Seen> = seen.iter().filter(|call| call.went).cloned().collect();
            gone.sort_by_key(|call| call.end);
            check_pace(&gone);
            check_order(&seen, &gone);
        }
    }
}
