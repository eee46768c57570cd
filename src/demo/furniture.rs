//! Who is in the demo, and what goes on at its portal.

use jiff::SignedDuration;

use crate::sandbox::{
    Time,
    page::Person,
    portal::{Dialog, Portal, User},
};

pub(super) const ADMIN: u64 = 1001;
pub(super) const SUPERVISOR: u64 = 1002;
pub(super) const STRANGER: u64 = 1003;
pub(super) const COLLEAGUE: u64 = 1004;

/// The supervisor's user on the portal.
pub(super) const SUPERVISOR_THERE: u64 = 7;
/// The colleague's.
pub(super) const COLLEAGUE_THERE: u64 = 9;

/// Who can write to the bot.
pub(super) fn people() -> Vec<Person> {
    let person = |label: &str, id, first_name: &str, hints: &[&str]| Person {
        label: label.to_owned(),
        id,
        first_name: first_name.to_owned(),
        language_code: "en".to_owned(),
        hints: hints.iter().map(|hint| (*hint).to_owned()).collect(),
    };
    let everyday =
        ["/dialogs", "/dialogs anna", "2024 off", "/silent 2024 2025 on", "/silenced", "/help"];
    let colleagues = ["/dialogs", "2024 on 30m", "2024 off", "/whoami"];
    vec![
        person("Supervisor", SUPERVISOR, "Sam", &everyday),
        person("Colleague", COLLEAGUE, "Olga", &colleagues),
        person("Admin", ADMIN, "Ada", &["/invite", "/supervisors", "/help", "/whoami"]),
        person("Stranger", STRANGER, "Sly", &["/silent 2024 on", "/start"]),
    ]
}

/// What somebody writes in a dialog.
enum Line {
    Client(&'static str),
    Sam(&'static str),
    Olga(&'static str),
}

use Line::{Client, Olga, Sam};

/// The portal's people and dialogs. They come to be during the hours before the clock's time.
pub(super) fn furnish(portal: &Portal, time: &Time) {
    portal.add_user(User::new(SUPERVISOR_THERE, "Sam", "Reed").in_zone("Europe/London"));
    portal.add_user(User::new(COLLEAGUE_THERE, "Olga", "Nord").in_zone("Europe/London"));
    let story = story();
    let begun: i64 = story.iter().map(|(minutes, ..)| minutes).sum();
    time.advance(-SignedDuration::from_mins(begun));
    for (minutes, dialog, lines) in story {
        let (chat, ends) = (dialog.chat_id, dialog.closed);
        portal.add_dialog(Dialog { closed: false, ..dialog });
        for line in lines {
            match line {
                Client(text) => drop(portal.client_writes(chat, text)),
                Sam(text) => drop(portal.operator_writes(chat, SUPERVISOR_THERE, text)),
                Olga(text) => drop(portal.operator_writes(chat, COLLEAGUE_THERE, text)),
            }
        }
        if ends {
            portal.close_session(chat);
        }
        time.advance(SignedDuration::from_mins(minutes));
    }
}

/// The dialogs from the oldest on, each with the minutes until the next one.
fn story() -> Vec<(i64, Dialog, Vec<Line>)> {
    let sams = |chat, client, line| Dialog::new(chat, client, line).operator(SUPERVISOR_THERE);
    let olgas = |chat, client, line| {
        Dialog::new(chat, client, line).operator(COLLEAGUE_THERE).member(SUPERVISOR_THERE)
    };
    let foreign = Dialog::new(2027, "Dora", "Head office").line(3).operator(COLLEAGUE_THERE);
    vec![
        (600, foreign, vec![Client("Is the contract signed?")]),
        (
            900,
            sams(2038, "Frida Holm", "Website").ended(),
            vec![Client("Thank you, it works now."), Sam("You are welcome!")],
        ),
        (
            340,
            olgas(2037, "Jo", "Website").via("livechat", "2035", "502537"),
            vec![Client("hi"), Olga("Hello Jo, how can I help?")],
        ),
        (
            75,
            olgas(2035, "Noor van den Heuvel-Oosterbaan", "Wholesale").line(4).via(
                "whatsappbyedna",
                "31612345678",
                "761",
            ),
            vec![Client("We need the price list for April."), Olga("I have sent it by mail.")],
        ),
        (
            50,
            sams(2034, "Guest 4711", "Website"),
            vec![Client("Where do I find my invoice?"), Sam("In your account, below Orders.")],
        ),
        (
            35,
            sams(2033, "Łukasz & Söhne GmbH <Einkauf>", "Wholesale").line(4).via(
                "telegrambot",
                "48600700800",
                "759",
            ),
            vec![Client("Is the discount in the offer?")],
        ),
        (
            25,
            olgas(2032, "Анна-Мария Белова", "Доставка").line(5).via("vkgroup", "990112", "758"),
            vec![Client("Курьер уже выехал?"), Olga("Да, будет через час.")],
        ),
        (
            20,
            olgas(2031, "李小龙", "Website").via("wechat", "wx7781", "757"),
            vec![Client("这个有货吗？")],
        ),
        (
            12,
            sams(2030, "María José García", "Telegram shop")
                .line(2)
                .via("telegrambot", "77120034", "755")
                .linked("DEAL", 77, &[SUPERVISOR_THERE, COLLEAGUE_THERE]),
            vec![Client("I would take two of them."), Sam("Fine, I reserve them.")],
        ),
        (
            9,
            olgas(2029, "Ines Okafor", "Website").via("fbinstagram", "17841400", "754"),
            vec![Client("My parcel came open."), Olga("I am sorry! Could you send a picture?")],
        ),
        (5, Dialog::new(2026, "Chen", "Website").joinable_by(SUPERVISOR_THERE), vec![]),
        (
            3,
            sams(2025, "Boris", "Telegram shop").line(2).via("telegrambot", "209607941", "744"),
            vec![Client("Do you deliver on Sundays?")],
        ),
        (
            2,
            olgas(2024, "Anna", "Website"),
            vec![
                Client("Hello, my order has not arrived."),
                Olga("Good evening! I am looking into it."),
            ],
        ),
    ]
}
