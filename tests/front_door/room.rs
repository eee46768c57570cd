//! Groups and topics, the on-call room, and the shift's end.

use hushbot::{
    domain::{
        reply::{Alarm, Reply},
        room::RoomReply,
        supervisor::Denial,
    },
    i18n::Locale,
    sandbox::{
        portal::{Fault, Generation, On},
        telegram::{self, Line, Message},
    },
};
use jiff::SignedDuration;

use crate::house::{
    ADMIN, GROUP, House, OLGA, SILENT, STRANGER, SUPERVISOR, private, shown, shown_in, within,
};

const OTHER_GROUP: i64 = -501;
const SUPERGROUP: i64 = -1_000_000_000_500;
const TOPIC: i64 = 77;
const HALF_AN_HOUR: SignedDuration = SignedDuration::from_mins(30);

fn room(reply: RoomReply) -> String {
    shown(&Reply::Room(reply))
}

fn blocked(house: &House) -> Reply {
    Reply::Alarm(Alarm::PortalBlocked { portal: house.portal.host() })
}

impl House {
    /// Writes in a topic of the group and waits for the answer.
    async fn ask_in_topic(&self, person: u64, text: &str) -> Message {
        let line = Line { chat: GROUP, from: person, text, thread: Some(TOPIC), ..Line::default() };
        let asked = self.telegram.write(&line).unwrap();
        within(self.telegram.next_bot_message(GROUP, asked)).await
    }

    /// Lets something happen that an admin has to be told of.
    async fn cause_an_alarm(&self) {
        self.portal.fault(Fault::code("OVERLOAD_LIMIT"), On::method(SILENT).times(1));
        self.ask(SUPERVISOR, "/silent 2024 on").await;
    }

    async fn said_in(&self, chat: i64, text: &str) -> Message {
        self.message(chat, |message| message.text.contains(text)).await
    }
}

#[tokio::test]
async fn an_answer_goes_where_it_was_asked_for() {
    let house = House::connected().await;
    house.telegram.set_topics(GROUP, &[TOPIC]);
    let answer = house.ask_in_topic(SUPERVISOR, "/silent@hushbot_demo_bot 2024 on").await;
    assert_eq!(answer.thread, Some(TOPIC));
    assert!(answer.reply_to.is_some() && house.portal.is_silent(2024, OLGA));
    let answer = house.ask_in_topic(SUPERVISOR, "/status 2024").await;
    assert_eq!(answer.thread, Some(TOPIC));
    let off = house.press(SUPERVISOR, &answer, "🔊").await;
    assert_eq!(off.thread, Some(TOPIC));
    assert!(!house.portal.is_silent(2024, OLGA));
    let answer = house.ask_in(GROUP, SUPERVISOR, "/status@hushbot_demo_bot 2024").await;
    assert_eq!(answer.thread, None);
}

#[tokio::test]
async fn a_stranger_in_a_group_gets_one_line_and_no_more() {
    let house = House::connected().await;
    let id = hushbot::domain::supervisor::TelegramId(STRANGER);
    let told = house.ask_in(GROUP, STRANGER, "/silent@hushbot_demo_bot 2024 on").await;
    assert_eq!(told.text, shown(&Reply::Stranger { id }));
    for text in ["/status 2024", "/help", "/whoami", "/handover", "/here", "/language ru"] {
        house.say(GROUP, STRANGER, text);
    }
    let answer = house.ask_in(GROUP, SUPERVISOR, "/status 2024").await;
    let said = house.telegram.messages(GROUP).into_iter().filter(|message| message.from_bot);
    let said: Vec<i64> = said.map(|message| message.id).collect();
    assert_eq!(said, [told.id, answer.id]);
    house.clock.advance(SignedDuration::from_hours(1));
    let told = house.ask_in(GROUP, STRANGER, "/help").await;
    assert_eq!(told.text, shown(&Reply::Stranger { id }));
    assert_eq!(house.calls(SILENT).len(), 0);
}

#[tokio::test]
async fn an_admin_makes_a_group_the_room_and_ends_that() {
    let house = House::connected().await;
    house.telegram.add_group(OTHER_GROUP, "Day shift", &[ADMIN, SUPERVISOR]);
    for text in ["/here", "/here off"] {
        assert_eq!(house.ask(ADMIN, text).await.text, room(RoomReply::GroupsOnly));
    }
    let denied = house.ask_in(GROUP, SUPERVISOR, "/here@hushbot_demo_bot").await;
    assert_eq!(denied.text, shown(&Reply::Denied(Denial::AdminsOnly)));
    let ask = async |chat, text| house.ask_in(chat, ADMIN, text).await.text;
    assert_eq!(ask(GROUP, "/here off").await, room(RoomReply::NotBound));
    let bound = |moved| room(RoomReply::Bound { moved });
    assert_eq!(ask(GROUP, "/here@hushbot_demo_bot").await, bound(false));
    assert_eq!(ask(GROUP, "/here").await, bound(false));
    assert_eq!(ask(OTHER_GROUP, "/here").await, bound(true));
    assert_eq!(ask(GROUP, "/here off").await, room(RoomReply::NotBound));
    assert_eq!(ask(OTHER_GROUP, "/here off").await, room(RoomReply::Unbound));
    house.cause_an_alarm().await;
    house.said_in(private(ADMIN), &shown(&blocked(&house))).await;
    let alarm = shown(&blocked(&house));
    for chat in [GROUP, OTHER_GROUP] {
        assert!(house.telegram.messages(chat).iter().all(|message| message.text != alarm));
    }
}

#[tokio::test]
async fn the_room_hears_alarms_in_its_topic_and_language() {
    let mut house = House::connected().await;
    house.telegram.set_topics(GROUP, &[TOPIC]);
    house.ask(ADMIN, "/language ru").await;
    house.ask_in_topic(ADMIN, "/here").await;
    house.ask(ADMIN, "/language en").await;
    // The room outlives the process.
    house.stop_bot().await;
    house.start_bot().await;
    house.cause_an_alarm().await;
    let russian = Locale::negotiate("ru").unwrap();
    let alarm = house.said_in(GROUP, &shown_in(&blocked(&house), russian)).await;
    assert_eq!((alarm.thread, alarm.reply_to), (Some(TOPIC), None));
    house.said_in(private(ADMIN), &shown(&blocked(&house))).await;
}

#[tokio::test]
async fn the_room_hears_once_of_a_silence_that_could_not_be_ended() {
    let house = House::connected().await;
    house.portal.set_generation(Generation::ChatWide);
    house.ask_in(GROUP, ADMIN, "/here").await;
    house.ask(SUPERVISOR, "/silent 2024 on 30m").await;
    house.ask_in(GROUP, SUPERVISOR, "/silent 2025 on 1h").await;
    house.portal.fault(Fault::code("ACCESS_DENIED"), On::method(SILENT).times(1));
    house.clock.advance(HALF_AN_HOUR);
    let alarm = house.message(GROUP, |message| message.text.starts_with('🚨')).await;
    for word in ["2024", "Anna", "Sam", "STILL SILENT", "30 minutes", &house.portal.host()] {
        assert!(alarm.text.contains(word), "{word}: {}", alarm.text);
    }
    let own = house.message(private(SUPERVISOR), |message| message.text.starts_with('🚨')).await;
    assert!(own.text.contains("2024"), "{}", own.text);
    // The flag is the chat's: whoever is on call can end it.
    let over = house.press(SUPERVISOR, &alarm, "Try again").await;
    assert!(over.text.starts_with('🔊') && !house.portal.is_silent(2024, OLGA), "{}", over.text);
    // Ordered in the room, it is told there anyway.
    house.portal.fault(Fault::code("ACCESS_DENIED"), On::method(SILENT).times(1));
    house.clock.advance(HALF_AN_HOUR);
    let told = |message: &Message| message.text.starts_with('🚨') && message.text.contains("2025");
    house.message(GROUP, told).await;
    house.ask_in(GROUP, SUPERVISOR, "/status 2025").await;
    let messages = house.telegram.messages(GROUP);
    assert_eq!(messages.iter().filter(|message| told(message)).count(), 1);
}

#[tokio::test]
async fn what_may_pass_reaches_the_room_only_when_it_is_given_up() {
    let house = House::connected().await;
    house.ask_in(GROUP, ADMIN, "/here").await;
    let on = house.ask(SUPERVISOR, "/silent 2024 on 30m").await;
    house.portal.clear_calls();
    house.portal.fault(Fault::Html(502), On::method(SILENT));
    house.clock.advance(HALF_AN_HOUR);
    let first = house.next_answer(SUPERVISOR, on.id).await;
    assert!(first.text.starts_with('🚨'), "{}", first.text);
    let in_room = || {
        let messages = house.telegram.messages(GROUP).into_iter();
        messages.filter(|message| message.text.starts_with('🚨')).collect::<Vec<_>>()
    };
    // Each try is set when the one before has failed, so the time goes on until all are over.
    for _ in 0..100 {
        if !in_room().is_empty() {
            break;
        }
        house.clock.advance(SignedDuration::from_mins(20));
        house.ask(SUPERVISOR, "/help").await;
    }
    let alarm = house.message(GROUP, |message| message.text.starts_with('🚨')).await;
    assert!(alarm.text.contains("Sam") && alarm.text.contains("may be"), "{}", alarm.text);
    assert!(house.calls("batch").len() > 5, "the further tries");
    house.message(private(SUPERVISOR), |m| m.text.starts_with('🚨') && m.id > first.id).await;
    assert_eq!(in_room().len(), 1);
}

#[tokio::test]
async fn a_room_that_throws_the_bot_out_is_given_up_and_the_admins_are_told_once() {
    let house = House::connected().await;
    let card = house.ask(SUPERVISOR, "/status 2024").await;
    house.ask_in(GROUP, ADMIN, "/here").await;
    let kicked = telegram::Fault::Error {
        code: 403,
        description: "Forbidden: bot was kicked from the group chat".to_owned(),
    };
    house.telegram.fault_in(GROUP, Some("sendMessage"), kicked, Some(1));
    house.cause_an_alarm().await;
    house.said_in(private(ADMIN), &room(RoomReply::Lost)).await;
    // A second alarm, two hours later: by a button, as a message would be old by then.
    house.clock.advance(SignedDuration::from_hours(2));
    let chat = private(ADMIN);
    let last = house.telegram.messages(chat).last().map_or(0, |message| message.id);
    // The card is old by then, too: the first press only brings it up to date.
    house.press_told(SUPERVISOR, &card, "🔇").await;
    house.portal.fault(Fault::code("OVERLOAD_LIMIT"), On::method(SILENT).times(1));
    house.press(SUPERVISOR, &card, "🔇").await;
    let alarm = shown(&blocked(&house));
    house.message(chat, |message| message.id > last && message.text.contains(&alarm)).await;
    let messages = house.telegram.messages(private(ADMIN));
    let notices =
        messages.iter().filter(|message| message.text.contains(&room(RoomReply::Lost))).count();
    assert_eq!(notices, 1);
    assert!(house.telegram.messages(GROUP).iter().all(|message| message.text != alarm));
    let answer = house.ask_in(GROUP, ADMIN, "/here off").await;
    assert_eq!(answer.text, room(RoomReply::NotBound));
}

#[tokio::test]
async fn a_room_that_becomes_a_supergroup_stays_the_room() {
    let house = House::connected().await;
    house.ask_in(GROUP, ADMIN, "/here").await;
    house.telegram.add_group(SUPERGROUP, "Night shift", &[ADMIN, SUPERVISOR]);
    let moved = telegram::Fault::Migrated { to: SUPERGROUP };
    house.telegram.fault_in(GROUP, Some("sendMessage"), moved, None);
    house.cause_an_alarm().await;
    house.said_in(SUPERGROUP, &shown(&blocked(&house))).await;
    house.said_in(private(ADMIN), &shown(&blocked(&house))).await;
    let answer = house.ask_in(SUPERGROUP, ADMIN, "/here off").await;
    assert_eq!(answer.text, room(RoomReply::Unbound));
}

#[tokio::test]
async fn a_handover_tells_what_is_silent_by_whom_and_until_when() {
    let house = House::connected().await;
    let ivan = house.portal.webhook(8, &["imopenlines", "im"]);
    house.ask(ADMIN, &format!("/connect {ivan}")).await;
    let nothing = house.ask(SUPERVISOR, "/handover").await;
    assert!(nothing.text.contains("nothing is silent"), "{}", nothing.text);
    house.ask(SUPERVISOR, "/silent 2024 on 2h").await;
    house.ask(SUPERVISOR, "/silent 2025 2026 on").await;
    house.ask(SUPERVISOR, "/silent 2026 off").await;
    house.portal.fault(Fault::code("ACCESS_DENIED"), On::method(SILENT).times(1));
    house.ask(SUPERVISOR, "/silent 2026 on").await;
    house.clock.advance(SignedDuration::from_mins(4));
    let on = house.ask(ADMIN, "/silent 3000 on").await;
    assert!(on.text.starts_with('🔇'), "{}", on.text);
    house.clock.advance(SignedDuration::from_mins(60));

    let digest = house.ask_in(GROUP, SUPERVISOR, "/handover@hushbot_demo_bot").await;
    let lines: Vec<&str> = digest.text.lines().collect();
    assert!(lines[0].starts_with("🤝") && lines[0].contains('3'), "{}", digest.text);
    for (line, words) in [
        (1, &["2025", "Boris", "Sam", "1 hour 4 minutes", "no end set"][..]),
        (2, &["3000", "Ada", "1 hour", "no end set"]),
        (3, &["2024", "Anna", "Sam", "1 hour 4 minutes", "ends in 56 minutes"]),
        (5, &["12 hours", "on 4", "off 1", "in doubt 1"]),
    ] {
        for word in words {
            assert!(lines[line].contains(word), "{word} in line {line}: {}", digest.text);
        }
    }
    // A closed session took its silence with it, and a day later nothing of this is lately.
    house.portal.close_session(2025);
    house.clock.advance(SignedDuration::from_hours(24));
    house
        .message(private(SUPERVISOR), |m| m.text.starts_with('🔊') && m.text.contains("2024"))
        .await;
    house.clock.advance(SignedDuration::from_hours(24));
    let digest = house.ask(ADMIN, "/handover").await;
    assert!(!digest.text.contains("2024") && digest.text.contains("3000"), "{}", digest.text);
    assert!(digest.text.contains("on 0") && digest.text.contains("off 0"), "{}", digest.text);
    let digest = house.ask(SUPERVISOR, "/handover").await;
    assert!(!digest.text.contains("2025") && digest.text.contains("3000"), "{}", digest.text);
}

#[tokio::test]
async fn a_handover_shows_other_portals_to_admins_and_in_the_room_only() {
    use hushbot::sandbox::portal::{self, Dialog, Portal, User};
    let house = House::connected().await;
    let second = Portal::start(portal::Settings::default()).await.unwrap();
    second.add_user(User::new(5, "Ada", "Nord"));
    second.add_dialog(Dialog::new(7000, "Zoe", "Shop").operator(5));
    house.ask(ADMIN, &format!("/connect {}", second.webhook(5, &["imopenlines", "im"]))).await;
    house.ask(ADMIN, "/silent 7000 on").await;
    house.ask(SUPERVISOR, "/silent 2024 on").await;
    let mine = house.ask_in(GROUP, SUPERVISOR, "/handover").await;
    assert!(mine.text.contains("2024") && !mine.text.contains("7000"), "{}", mine.text);
    let all = house.ask(ADMIN, "/handover").await;
    assert!(all.text.contains("2024") && all.text.contains("7000 · Zoe"), "{}", all.text);
    assert!(all.text.contains(&second.host()), "several portals are named: {}", all.text);
    house.ask_in(GROUP, ADMIN, "/here").await;
    let room = house.ask_in(GROUP, SUPERVISOR, "/handover").await;
    assert!(room.text.contains("2024") && room.text.contains("7000"), "{}", room.text);
}
