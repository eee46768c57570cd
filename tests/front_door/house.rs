//! The house that the tests are played in: a local Telegram, a local portal, the bot in between.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use hushbot::{
    config::Config,
    domain::reply::Reply,
    i18n::{self, Locale},
    portal::Patience,
    sandbox::{
        portal::{self, Call, Dialog, Portal},
        telegram::{self, BotApi, Message},
    },
};
use tokio::{sync::oneshot, task::JoinHandle};

use crate::{clock::HandClock, keep::Keep};

pub(crate) const ADMIN: u64 = 11;
pub(crate) const SUPERVISOR: u64 = 12;
pub(crate) const STRANGER: u64 = 13;
pub(crate) const GROUP: i64 = -500;
/// The supervisor's user on the portal.
pub(crate) const OLGA: u64 = 7;
pub(crate) const SECRET: &str = "n0tas3cretn0tas3";
pub(crate) const SILENT: &str = "imopenlines.session.mode.silent";

/// Longer than anything may take; a test that waits so long has failed.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long one try of a call may take where the bot is patient.
const TRY: Duration = Duration::from_secs(1);

pub(crate) struct House {
    pub(crate) telegram: BotApi,
    pub(crate) portal: Portal,
    pub(crate) clock: Arc<HandClock>,
    settings: BTreeMap<&'static str, String>,
    patience: Option<Patience>,
    /// Where the HTTP side listens.
    pub(crate) http: Option<std::net::SocketAddr>,
    pub(crate) keep: Keep,
    running: Option<(oneshot::Sender<()>, JoinHandle<()>)>,
}

impl House {
    /// The bot with an admin by the environment and nobody else; a portal with three dialogs.
    pub(crate) async fn bare() -> Self {
        Self::with(&[]).await
    }

    /// The same with other settings. An empty value takes a setting away.
    pub(crate) async fn with(settings: &[(&'static str, &str)]) -> Self {
        let telegram = BotApi::start(telegram::Settings::default()).await.unwrap();
        for (id, name) in [(ADMIN, "Ada"), (SUPERVISOR, "Sam"), (STRANGER, "Sly")] {
            telegram.add_user(telegram::User {
                id,
                first_name: name.to_owned(),
                username: None,
                language_code: Some("en".to_owned()),
            });
        }
        telegram.add_group(GROUP, "Night shift", &[ADMIN, SUPERVISOR, STRANGER]);
        let portal = Portal::start(portal::Settings::default()).await.unwrap();
        furnish(&portal);
        let mut house = Self {
            settings: BTreeMap::from([
                ("TELOXIDE_TOKEN", telegram.token().to_owned()),
                ("TELOXIDE_API_URL", telegram.url()),
                ("HUSHBOT_ADMINS", ADMIN.to_string()),
                ("HUSHBOT_ALLOW_INSECURE_PORTALS", "true".to_owned()),
                ("HUSHBOT_PORTAL_RATE", "0".to_owned()),
                ("HUSHBOT_PORTAL_RETRIES", "false".to_owned()),
            ]),
            patience: None,
            http: None,
            clock: Arc::new(HandClock::new(Some(telegram.clone()))),
            telegram,
            portal,
            keep: Keep::new(),
            running: None,
        };
        house.settings.extend(house.keep.settings());
        house.settings.extend(settings.iter().map(|(name, value)| (*name, (*value).to_owned())));
        house.start_bot().await;
        house
    }

    /// A supervisor connected, under other settings.
    pub(crate) async fn connected_with(settings: &[(&'static str, &str)]) -> Self {
        let house = Self::with(settings).await;
        house.let_in(SUPERVISOR).await;
        house.connect(SUPERVISOR).await;
        house.portal.clear_calls();
        house
    }

    /// The same with a bot that calls a portal again, with waits of this patience and short tries,
    /// and knows the portal's generation, but not when its operating time frees.
    pub(crate) async fn patient(patience: Patience) -> Self {
        let mut house = Self::connected().await;
        house.know_the_portal().await;
        house.stop_bot().await;
        house.patience = Some(patience);
        house.start_bot().await;
        house
    }

    /// The bot with a supervisor let in and connected, and the calls of that forgotten.
    pub(crate) async fn connected() -> Self {
        Self::connected_with(&[]).await
    }

    /// Changes a setting from the next start on. An empty value takes it away.
    pub(crate) fn set(&mut self, name: &'static str, value: &str) {
        self.settings.insert(name, value.to_owned());
    }

    pub(crate) async fn start_bot(&mut self) {
        let mut config = Config::from_lookup(|name| self.settings.get(name).cloned()).unwrap();
        if let Some(patience) = &self.patience {
            config.manners.patience = patience.clone();
            config.manners.timeout = TRY;
        }
        let app = self.keep.build(config, self.clock.clone()).await.unwrap();
        self.http = app.http_address();
        let (stop, stopped) = oneshot::channel::<()>();
        let running = tokio::spawn(async move {
            app.run_until(async { drop(stopped.await) }).await.unwrap();
        });
        self.running = Some((stop, running));
    }

    /// Stops the bot as a signal would and waits for its end.
    pub(crate) async fn stop_bot(&mut self) {
        let (stop, running) = self.running.take().unwrap();
        drop(stop);
        within(running).await.unwrap();
    }

    /// Ends the bot in the middle of whatever it does.
    pub(crate) async fn kill_bot(&mut self) {
        let (stop, running) = self.running.take().unwrap();
        running.abort();
        assert!(running.await.unwrap_err().is_cancelled());
        drop(stop);
    }

    /// Waits for the bot's next message in somebody's private chat.
    pub(crate) async fn next_answer(&self, person: u64, after: i64) -> Message {
        within(self.telegram.next_bot_message(private(person), after)).await
    }

    /// Waits until one of the bot's messages fits.
    pub(crate) async fn message(&self, chat: i64, wanted: impl Fn(&Message) -> bool) -> Message {
        let found = |view: &telegram::View<'_>| {
            view.messages(chat).find(|message| message.from_bot && wanted(message)).cloned()
        };
        within(self.telegram.wait_until(|view| found(view).is_some())).await;
        self.telegram.view(|view| found(view)).unwrap()
    }

    /// Writes in the person's private chat and waits for the bot's answer.
    pub(crate) async fn ask(&self, person: u64, text: &str) -> Message {
        self.ask_in(private(person), person, text).await
    }

    /// Gives an order and waits until it is settled: until then it counts as in work. The last
    /// message.
    pub(crate) async fn order(&self, person: u64, text: &str) -> Message {
        self.ask(person, text).await;
        self.ask(person, "/whoami").await
    }

    /// Writes in a chat and waits for the bot's answer there.
    pub(crate) async fn ask_in(&self, chat: i64, person: u64, text: &str) -> Message {
        let asked = self.telegram.say(chat, person, text);
        within(self.telegram.next_bot_message(chat, asked)).await
    }

    /// Writes, and waits for nothing. The id of what was written.
    pub(crate) fn say(&self, chat: i64, person: u64, text: &str) -> i64 {
        self.telegram.say(chat, person, text)
    }

    /// Presses a button of a message and waits until the message has changed.
    pub(crate) async fn press(&self, person: u64, message: &Message, label: &str) -> Message {
        let data = data_of(message, label);
        let (chat, id) = (message.chat, message.id);
        let before = message.clone();
        self.telegram.press(chat, id, person, &data);
        let changed = |now: &Message| {
            (now.edited, &now.text, &now.keyboard)
                != (before.edited, &before.text, &before.keyboard)
        };
        within(self.telegram.wait_until(|view| view.message(chat, id).is_some_and(changed))).await;
        self.telegram.view(|view| view.message(chat, id).cloned()).unwrap()
    }

    /// Presses a button, and gives what the person is told over the chat: the text of an alert, or
    /// nothing if only the spinner ends.
    pub(crate) async fn press_told(
        &self,
        person: u64,
        message: &Message,
        label: &str,
    ) -> Option<String> {
        let data = data_of(message, label);
        let query = self.telegram.press(message.chat, message.id, person, &data);
        within(self.telegram.wait_until(|view| view.callback_answer(&query).is_some())).await;
        self.telegram.callback_answer(&query).unwrap().text
    }

    /// A message as it is now.
    pub(crate) fn now(&self, message: &Message) -> Message {
        self.telegram.view(|view| view.message(message.chat, message.id).cloned()).unwrap()
    }

    /// Makes somebody a supervisor, by an invite.
    pub(crate) async fn let_in(&self, person: u64) {
        let link = self.ask(ADMIN, "/invite").await;
        let token = token_in(&link.text);
        self.ask(person, &format!("/start {token}")).await;
    }

    /// Connects somebody to the portal as Olga.
    pub(crate) async fn connect(&self, person: u64) -> Message {
        let webhook = self.webhook();
        self.ask(person, &format!("/connect {webhook}")).await
    }

    /// A webhook of Olga's with all scopes.
    pub(crate) fn webhook(&self) -> String {
        self.portal.webhook_with_secret(OLGA, &["imopenlines", "im"], SECRET)
    }

    /// Deletes a message as the bot may, behind the bot's back.
    pub(crate) async fn delete(&self, chat: i64, message: i64) {
        let (url, token) = (self.telegram.url(), self.telegram.token());
        let url = format!("{url}/bot{token}/deleteMessage?chat_id={chat}&message_id={message}");
        let answer = reqwest::get(url).await.unwrap();
        assert!(answer.status().is_success());
    }

    /// The calls of a method, those in batches included.
    pub(crate) fn calls(&self, method: &str) -> Vec<Call> {
        self.portal.calls().into_iter().filter(|call| call.method == method).collect()
    }

    /// The requests that the portal got: a batch is one, whatever it holds.
    pub(crate) fn requests(&self) -> usize {
        self.portal.calls().iter().filter(|call| call.batch.is_none()).count()
    }

    /// Waits until a request to the portal hangs.
    pub(crate) async fn stuck(&self) {
        within(self.portal.wait_for_call(|call| call.fault == Some("hang"))).await;
    }

    /// The bot's messages in somebody's private chat.
    pub(crate) fn answers(&self, person: u64) -> Vec<Message> {
        let mut messages = self.telegram.messages(private(person));
        messages.retain(|message| message.from_bot);
        messages
    }

    /// Nothing that the bot keeps shows this secret.
    pub(crate) async fn keeps_nowhere(&self, secret: &str) {
        let place = self.keep.find(secret).await;
        assert_eq!(place, None, "a secret is kept as it is");
    }
}

fn furnish(portal: &Portal) {
    portal.add_user(portal::User::new(OLGA, "Olga", "Nord"));
    portal.add_user(portal::User::new(8, "Ivan", "West"));
    for (chat, client, line) in [
        (2024, "Anna", "Website"),
        (2025, "Boris", "Telegram"),
        (2026, "<b>Chen & Co</b>", "Website"),
    ] {
        portal.add_dialog(Dialog::new(chat, client, line).operator(OLGA));
    }
    portal.add_dialog(Dialog::new(3000, "Dora", "Elsewhere").operator(8));
}

pub(crate) fn private(person: u64) -> i64 {
    i64::try_from(person).unwrap()
}

pub(crate) async fn within<T>(future: impl Future<Output = T>) -> T {
    tokio::time::timeout(PATIENCE, future).await.expect("it takes too long")
}

/// The one-time token in a text with an invite's link.
pub(crate) fn token_in(text: &str) -> String {
    let tail = text.split("?start=").nth(1).expect("a link");
    tail.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect()
}

/// The callback data of the button whose label contains `label`.
pub(crate) fn data_of(message: &Message, label: &str) -> String {
    let button = message.keyboard.iter().flatten().find(|button| button.text.contains(label));
    let button = button.unwrap_or_else(|| panic!("no {label:?} under {:?}", message.keyboard));
    button.callback_data.clone().unwrap()
}

/// The text of a reply in English as a chat shows it: without markup.
pub(crate) fn shown(reply: &Reply) -> String {
    shown_in(reply, Locale::DEFAULT)
}

pub(crate) fn shown_in(reply: &Reply, locale: Locale) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in i18n::render(reply, locale).text.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&#39;", "'").replace("&amp;", "&").trim().to_owned()
}
