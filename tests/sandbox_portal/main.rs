//! The local portal, over HTTP, against what is known of real ones.
#![cfg(feature = "demo")]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod batch;
mod calling;
mod dialogs;
mod faults;
mod generations;
mod limits;
mod lists;
mod oauth;
mod operators;
mod people;
mod record;
mod silent;

use hushbot::sandbox::portal::{Dialog, Generation, OtherChat, Portal, Settings, User};
use reqwest::Method;
use serde_json::{Value, json};

pub(crate) const SILENT: &str = "imopenlines.session.mode.silent";
pub(crate) const SCOPES: [&str; 3] = ["imopenlines", "im", "user"];

/// Nina (7) operates dialog 2024, Boris (8) may join it, Vera (9) may not, Gus (10) is a guest
/// in it, Dan (11) was dismissed. Chat 31 is a group of Nina's, 32 her talk with Boris.
pub(crate) struct Scene {
    pub(crate) portal: Portal,
    pub(crate) http: reqwest::Client,
}

impl Scene {
    pub(crate) async fn new(generation: Generation) -> Self {
        Self::with(Settings { generation, ..Settings::default() }).await
    }

    pub(crate) async fn with(settings: Settings) -> Self {
        let portal = Portal::start(settings).await.unwrap();
        portal.add_user(User::new(7, "Nina", "Orlova").administrator());
        portal.add_user(User::new(8, "Boris", "Zimin"));
        portal.add_user(User::new(9, "Vera", "Belova"));
        portal.add_user(User::new(10, "Gus", "").guest());
        portal.add_user(User::new(11, "Dan", "").dismissed());
        portal.add_dialog(
            Dialog::new(2024, "Anna", "Site")
                .line(3)
                .operator(7)
                .member(10)
                .joinable_by(8)
                .session(343)
                .via("livechat", "1775", "599")
                .linked("lead", 1209, &[12]),
        );
        portal.add_other_chat(OtherChat {
            chat_id: 31,
            title: Some("Lunch".to_owned()),
            members: vec![7, 8],
        });
        portal.add_other_chat(OtherChat { chat_id: 32, title: None, members: vec![7, 8] });
        for user_id in 7..=11 {
            portal.webhook(user_id, &SCOPES);
        }
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()
            .unwrap();
        Self { portal, http }
    }

    /// The address of a method of a user's webhook.
    pub(crate) fn address(&self, user_id: u64, method: &str) -> String {
        let secret = format!("sandboxsecretofuser{user_id}");
        format!("{}/rest/{user_id}/{secret}/{method}", self.portal.url())
    }

    /// Calls with a JSON body; gives status and body.
    pub(crate) async fn call(&self, user_id: u64, method: &str, params: Value) -> (u16, Value) {
        let request = self.http.post(self.address(user_id, method)).json(&params);
        answer(request).await
    }

    /// Calls and gives the result of a success.
    pub(crate) async fn result(&self, user_id: u64, method: &str, params: Value) -> Value {
        let (status, mut body) = self.call(user_id, method, params).await;
        assert_eq!(status, 200, "{method}: {body}");
        body["result"].take()
    }

    /// Calls and gives status and code of a failure.
    pub(crate) async fn error(&self, user_id: u64, method: &str, params: Value) -> (u16, String) {
        let (status, body) = self.call(user_id, method, params).await;
        assert!(body.get("time").is_none(), "errors have no time: {body}");
        let code = body["error"].as_str().unwrap_or_else(|| panic!("{method}: {body}"));
        (status, code.to_owned())
    }

    /// Posts a body of a kind; gives status and body.
    pub(crate) async fn post(&self, method: &str, kind: &str, body: &str) -> (u16, Value) {
        let request = self.http.request(Method::POST, self.address(7, method));
        answer(request.header("content-type", kind).body(body.to_owned())).await
    }

    /// A field of what `imopenlines.dialog.get` shows of dialog 2024.
    pub(crate) async fn field(&self, name: &str) -> Value {
        self.result(7, "imopenlines.dialog.get", json!({ "CHAT_ID": 2024 })).await[name].take()
    }

    /// The texts of the portal's notices in dialog 2024, less the first.
    pub(crate) fn notices(&self) -> Vec<String> {
        let snapshot = self.portal.snapshot();
        let dialog = snapshot.dialogs.iter().find(|view| view.dialog.chat_id == 2024).unwrap();
        let notices = dialog.messages.iter();
        let notices =
            notices.filter(|post| post.author == hushbot::sandbox::portal::Author::System);
        notices.skip(1).map(|post| post.text.clone()).collect()
    }
}

async fn answer(request: reqwest::RequestBuilder) -> (u16, Value) {
    let response = request.send().await.unwrap();
    let status = response.status().as_u16();
    let body = response.text().await.unwrap();
    let body = serde_json::from_str(&body).unwrap_or_else(|_| panic!("no JSON: {body}"));
    (status, body)
}
