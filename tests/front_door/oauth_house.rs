//! The house with a way to sign in: an authorisation server, and a bot that a portal can call back.

use std::net::TcpListener;

use hushbot::sandbox::{
    auth::{self, App, AuthServer},
    portal::{Portal, Visitor},
    telegram::Message,
};
use jiff::SignedDuration;

use crate::house::{House, OLGA, SUPERVISOR, within};

pub(crate) const MEMBER: &str = "a223c6b3710f85df22e9377d6c4f7553";
pub(crate) const CLIENT: &str = "local.0123456789abcd.01234567";
pub(crate) const CLIENT_SECRET: &str = "n0taclients3cretn0taclients3cret";

pub(crate) struct Street {
    pub(crate) house: House,
    pub(crate) auth: AuthServer,
    /// The server of the other regions.
    pub(crate) regional: AuthServer,
    /// The bot's address for portals.
    pub(crate) public: String,
}

impl Street {
    /// A supervisor let in and not connected; Olga sits before the browser.
    pub(crate) async fn new() -> Self {
        Self::with(&[]).await
    }

    pub(crate) async fn with(settings: &[(&'static str, &str)]) -> Self {
        Self::with_auth(auth::Settings::default(), settings).await
    }

    pub(crate) async fn with_auth(
        server: auth::Settings,
        settings: &[(&'static str, &str)],
    ) -> Self {
        let auth = AuthServer::start(server).await.unwrap();
        let regional = AuthServer::start(auth::Settings::default()).await.unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let (listen, public) = (format!("127.0.0.1:{port}"), format!("http://127.0.0.1:{port}/b"));
        let servers = format!("{},{}", auth.url(), regional.url());
        let own = [
            ("HUSHBOT_LISTEN", listen.as_str()),
            ("HUSHBOT_PUBLIC_URL", public.as_str()),
            ("HUSHBOT_AUTH_SERVERS", servers.as_str()),
            ("BITRIX24_CLIENT_ID", CLIENT),
            ("BITRIX24_CLIENT_SECRET", CLIENT_SECRET),
        ];
        let house = House::with(&[&own, settings].concat()).await;
        let street = Self { house, auth, regional, public };
        street.open(&street.house.portal, MEMBER, &street.auth);
        street.pass(SignedDuration::ZERO);
        street.house.let_in(SUPERVISOR).await;
        street
    }

    /// The same with the supervisor signed in, and the calls of that forgotten.
    pub(crate) async fn signed_in() -> Self {
        let street = Self::new().await;
        street.sign_in().await;
        street.forget_calls();
        street
    }

    /// Installs the application on a portal of an authorisation server.
    pub(crate) fn open(&self, portal: &Portal, member: &str, auth: &AuthServer) {
        portal.join(auth, member);
        portal.visit_as(Visitor::Accepts(OLGA));
        auth.register(self.app(CLIENT, CLIENT_SECRET, &[member]));
    }

    pub(crate) fn app(&self, id: &str, secret: &str, members: &[&str]) -> App {
        App {
            client_id: id.to_owned(),
            client_secret: secret.to_owned(),
            redirect: format!("{}/oauth/callback", self.public),
            scopes: vec!["imopenlines".to_owned(), "im".to_owned()],
            portals: members.iter().map(ToString::to_string).collect(),
        }
    }

    /// Lets time pass for everybody.
    pub(crate) fn pass(&self, time: SignedDuration) {
        use hushbot::domain::clock::Clock as _;
        self.house.clock.advance(time);
        for auth in [&self.auth, &self.regional] {
            auth.stand_at(self.house.clock.now());
        }
    }

    pub(crate) fn forget_calls(&self) {
        self.house.portal.clear_calls();
        self.auth.clear_calls();
    }

    /// The whole way. The message that the supervisor ends up with.
    pub(crate) async fn sign_in(&self) -> Message {
        let asked = self.ask_to_sign_in().await;
        let back = back_from(&url_of(&asked)).await;
        let (status, page) = visit(&back).await;
        assert_eq!(status, 200, "{page}");
        self.changed(&asked).await
    }

    /// `/connect` with the portal's name.
    pub(crate) async fn ask_to_sign_in(&self) -> Message {
        let text = format!("/connect {}", self.house.portal.url());
        let asked = self.house.ask(SUPERVISOR, &text).await;
        // Orders of one chat come one after the other: where the button is has been kept by now.
        self.house.ask(SUPERVISOR, "/log").await;
        asked
    }

    /// Waits until a message says something else.
    pub(crate) async fn changed(&self, before: &Message) -> Message {
        let (chat, id) = (before.chat, before.id);
        let changed = |now: &Message| now.text != before.text;
        let telegram = &self.house.telegram;
        within(telegram.wait_until(|view| view.message(chat, id).is_some_and(changed))).await;
        self.house.now(before)
    }

    /// The number of renewals and redemptions that were asked for.
    pub(crate) fn grants(&self, kind: &str) -> usize {
        let calls = self.auth.calls().into_iter().chain(self.regional.calls());
        calls.filter(|call| call.grant == kind).count()
    }
}

/// The address behind the button of a sign-in.
pub(crate) fn url_of(message: &Message) -> String {
    let mut buttons = message.keyboard.iter().flatten();
    let url = buttons.find_map(|button| button.url.clone());
    url.unwrap_or_else(|| panic!("no way to sign in: {} {:?}", message.text, message.keyboard))
}

/// Where the portal's page sends a browser back to.
pub(crate) async fn back_from(page: &str) -> String {
    let answer = within(browser().get(page).send()).await.unwrap();
    let location = answer.headers().get("location");
    location.expect("a way back").to_str().unwrap().to_owned()
}

/// What a browser gets: the status and the page.
pub(crate) async fn visit(url: &str) -> (u16, String) {
    let answer = within(browser().get(url).send()).await.unwrap();
    let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
    for (name, value) in [("cache-control", "no-store"), ("referrer-policy", "no-referrer")] {
        assert!(!url.contains("/oauth/callback") || headers[name] == value, "{name}");
    }
    (status, answer.text().await.unwrap())
}

fn browser() -> reqwest::Client {
    reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap()
}
