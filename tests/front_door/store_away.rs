//! A store that is away for a while, or takes nothing, and comes back, as a database may.

use std::time::Duration;

use hushbot::{
    domain::reply::{Alarm, Reply},
    sandbox::{
        portal::{Fault, On},
        telegram::Message,
    },
};
use jiff::SignedDuration;

use crate::{
    house::{ADMIN, House, OLGA, SILENT, SUPERVISOR, data_of, private, shown, within},
    http_webhook::{at, free_port},
    keep::{KEY, Mood, Moods},
};

impl House {
    /// The bot with a supervisor connected, and a store that can be taken away.
    async fn moody(settings: &[(&'static str, &str)]) -> (Self, Moods) {
        let mut house = Self::with(settings).await;
        house.stop_bot().await;
        // On the disk in any case.
        house.set("DATABASE_URL", "");
        house.set("HUSHBOT_SECRET_KEY", KEY);
        let moods = house.keep.be_moody();
        house.start_bot().await;
        house.let_in(SUPERVISOR).await;
        house.connect(SUPERVISOR).await;
        house.know_the_portal().await;
        // Its answer comes when the order before it is settled.
        house.ask(SUPERVISOR, "/whoami").await;
        house.portal.clear_calls();
        (house, moods)
    }

    async fn told(&self, person: u64, reply: &Reply) -> Message {
        let text = shown(reply);
        self.message(private(person), |message| message.text == text).await
    }

    /// How often somebody was told something.
    fn times_told(&self, person: u64, reply: &Reply) -> usize {
        let text = shown(reply);
        self.answers(person).iter().filter(|message| message.text == text).count()
    }

    fn last_is_confirmed(&self) -> bool {
        let last = self.telegram.last_update_id();
        self.telegram.view(|view| view.is_confirmed(last))
    }

    /// Waits until Telegram was asked again so many times.
    async fn asked_again(&self, times: usize) {
        let before = self.telegram_calls("getUpdates").len();
        within(self.telegram.wait_until(|view| {
            view.calls().filter(|call| call.method == "getUpdates").count() >= before + times
        }))
        .await;
    }
}

fn is_silent(message: &Message) -> bool {
    message.text.starts_with('🔇')
}

#[tokio::test]
async fn what_can_not_be_kept_comes_again_and_is_run_once() {
    for mood in [Mood::Full, Mood::Away] {
        let (house, moods) = House::moody(&[]).await;
        moods.set(mood);
        let asked = house.say(private(SUPERVISOR), SUPERVISOR, "/silent 2024 on");
        house.told(SUPERVISOR, &Reply::NotKeptYet).await;
        house.told(ADMIN, &Reply::Alarm(Alarm::StoreAway)).await;
        house.asked_again(2).await;
        assert!(!house.last_is_confirmed() && house.calls(SILENT).is_empty(), "{mood:?}");
        moods.set(Mood::Well);
        house.message(private(SUPERVISOR), |m| m.id > asked && is_silent(m)).await;
        house.order(SUPERVISOR, "/status 2025").await;
        assert!(house.last_is_confirmed() && house.portal.is_silent(2024, OLGA));
        assert_eq!(house.calls(SILENT).len(), 1);
        assert_eq!(house.times_told(SUPERVISOR, &Reply::NotKeptYet), 1, "{mood:?}");
        assert_eq!(house.times_told(ADMIN, &Reply::Alarm(Alarm::StoreAway)), 1);
    }
}

#[tokio::test]
async fn what_could_not_be_kept_for_long_is_offered() {
    let (house, moods) = House::moody(&[]).await;
    let card = house.ask(SUPERVISOR, "/silent 2025 on").await;
    moods.set(Mood::Full);
    house.say(private(SUPERVISOR), SUPERVISOR, "/silent 2024 on");
    house.told(SUPERVISOR, &Reply::NotKeptYet).await;
    let off = data_of(&card, "🔊");
    house.telegram.press(private(SUPERVISOR), card.id, SUPERVISOR, &off);
    house.asked_again(2).await;
    house.clock.advance(SignedDuration::from_mins(6));
    moods.set(Mood::Well);
    house.message(private(SUPERVISOR), |m| m.text.starts_with('⏰')).await;
    house.order(SUPERVISOR, "/whoami").await;
    // The press, too, was not run: it has brought the card up to date.
    assert!(!house.portal.is_silent(2024, OLGA) && house.portal.is_silent(2025, OLGA));
}

#[tokio::test]
async fn what_was_kept_although_nobody_heard_so_is_run_once() {
    let (house, moods) = House::moody(&[]).await;
    moods.set(Mood::Mute);
    let asked = house.say(private(SUPERVISOR), SUPERVISOR, "/silent 2024 on");
    house.told(SUPERVISOR, &Reply::NotKeptYet).await;
    moods.set(Mood::Well);
    house.message(private(SUPERVISOR), |m| m.id > asked && is_silent(m)).await;
    house.order(SUPERVISOR, "/status 2025").await;
    assert!(house.last_is_confirmed());
    assert_eq!(house.calls(SILENT).len(), 1);
}

#[tokio::test]
async fn by_webhook_it_is_brought_again() {
    let (listen, url) = at(free_port());
    let own = [("HUSHBOT_LISTEN", listen.as_str()), ("HUSHBOT_PUBLIC_URL", url.as_str())];
    let (house, moods) = House::moody(&own).await;
    moods.set(Mood::Full);
    let asked = house.say(private(SUPERVISOR), SUPERVISOR, "/silent 2024 on");
    house.told(SUPERVISOR, &Reply::NotKeptYet).await;
    assert_eq!(house.ready().await.0, 503);
    moods.set(Mood::Well);
    house.message(private(SUPERVISOR), |m| m.id > asked && is_silent(m)).await;
    assert_eq!(house.times_told(SUPERVISOR, &Reply::NotKeptYet), 1);
    assert_eq!(house.calls(SILENT).len(), 1);
}

#[tokio::test]
async fn an_order_in_work_waits_for_the_store_and_is_settled_then() {
    for (mood, text) in [
        (Mood::Full, "/silent 2024 on"),
        (Mood::Away, "/silent 2024 on"),
        (Mood::Full, "/silent 2024 on 30m"),
        (Mood::Mute, "/silent 2024 on 30m"),
    ] {
        let (mut house, moods) = House::moody(&[]).await;
        // The store goes while the portal is asked.
        let slow = Fault::Slow(Duration::from_millis(400));
        house.portal.fault(slow, On::method(SILENT).times(1));
        let asked = house.say(private(SUPERVISOR), SUPERVISOR, text);
        house.portal.wait_for_call(|call| call.method == SILENT).await;
        moods.set(mood);
        moods.shown().await;
        moods.set(Mood::Well);
        house.message(private(SUPERVISOR), |m| m.id > asked && is_silent(m)).await;
        house.order(SUPERVISOR, "/status 2025").await;
        assert!(house.portal.is_silent(2024, OLGA), "{mood:?} {text}");
        let calls = house.calls(SILENT).len();
        // A restart repeats nothing, and knows what is silent.
        house.stop_bot().await;
        house.start_bot().await;
        house.order(SUPERVISOR, "/status 2025").await;
        assert_eq!(house.calls(SILENT).len(), calls, "{mood:?} {text}");
        for list in ["/silenced", "/log"] {
            let listed = house.ask(SUPERVISOR, list).await.text;
            assert_eq!(listed.matches("2024").count(), 1, "{mood:?} {text} {list}: {listed}");
        }
        let silent = |m: &Message| m.id > asked && is_silent(m) && m.text.contains("2024");
        let said = house.answers(SUPERVISOR).iter().filter(|m| silent(m)).count();
        // The list of what is silent is the other one.
        assert!(said <= 2, "{mood:?} {text}: {said}");
    }
}

#[tokio::test]
async fn a_silence_ends_in_time_whatever_the_store_does() {
    for mood in [Mood::Full, Mood::Away] {
        let (mut house, moods) = House::moody(&[]).await;
        let on = house.order(SUPERVISOR, "/silent 2024 on 30m").await;
        moods.set(mood);
        house.clock.advance(SignedDuration::from_mins(30));
        moods.shown().await;
        moods.set(Mood::Well);
        let over = |m: &Message| m.id > on.id && m.text.starts_with('🔊');
        house.message(private(SUPERVISOR), over).await;
        assert!(!house.portal.is_silent(2024, OLGA), "{mood:?}");
        house.order(SUPERVISOR, "/status 2025").await;
        house.stop_bot().await;
        house.start_bot().await;
        house.clock.advance(SignedDuration::from_mins(60));
        house.order(SUPERVISOR, "/status 2025").await;
        let told =
            house.answers(SUPERVISOR).iter().filter(|m| over(m) && m.text.contains("2024")).count();
        assert_eq!(told, 1, "{mood:?}");
    }
}

#[tokio::test]
async fn a_stop_does_not_wait_for_the_store() {
    let (mut house, moods) = House::moody(&[]).await;
    moods.set(Mood::Stuck);
    let asked = house.say(private(SUPERVISOR), SUPERVISOR, "/silent 2024 on");
    moods.shown().await;
    house.stop_bot().await;
    assert!(!house.last_is_confirmed());
    moods.set(Mood::Well);
    house.start_bot().await;
    house.message(private(SUPERVISOR), |m| m.id > asked && is_silent(m)).await;
    assert_eq!(house.calls(SILENT).len(), 1);
}
