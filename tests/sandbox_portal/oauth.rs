//! The authorisation server and the portal's sign-in, against the vendor's documentation.

use hushbot::sandbox::{
    auth::{self, App, AuthServer, Offence},
    portal::{self, Portal, Visitor},
};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

const MEMBER: &str = "a223c6b3710f85df22e9377d6c4f7553";

struct Scene {
    auth: AuthServer,
    portal: Portal,
    now: Timestamp,
}

impl Scene {
    async fn new() -> Self {
        let auth = AuthServer::start(auth::Settings::default()).await.unwrap();
        let portal = Portal::start(portal::Settings::default()).await.unwrap();
        portal.add_user(portal::User::new(7, "Olga", "Nord"));
        portal.join(&auth, MEMBER);
        portal.visit_as(Visitor::Accepts(7));
        auth.register(App {
            client_id: "local.1".into(),
            client_secret: "secret".into(),
            redirect: "http://127.0.0.1:9/back".into(),
            scopes: vec!["im".into(), "imopenlines".into()],
            portals: vec![MEMBER.into()],
        });
        let now = Timestamp::from_second(1_800_000_000).unwrap();
        auth.stand_at(now);
        Self { auth, portal, now }
    }

    fn pass(&mut self, seconds: i64) {
        self.now += SignedDuration::from_secs(seconds);
        self.auth.stand_at(self.now);
    }

    /// What the portal sends a browser back with.
    async fn back(&self) -> Vec<(String, String)> {
        let client =
            reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        let page = format!("{}/oauth/authorize/?client_id=local.1&state=st", self.portal.url());
        let answer = client.get(page).send().await.unwrap();
        assert_eq!(answer.status(), 302);
        let to = url::Url::parse(answer.headers()["location"].to_str().unwrap()).unwrap();
        to.query_pairs().into_owned().collect()
    }

    async fn code(&self) -> String {
        self.back().await.into_iter().find(|(name, _)| name == "code").unwrap().1
    }

    async fn grant(&self, kind: &str, name: &str, value: &str, secret: &str) -> (u16, Value) {
        let body =
            format!("grant_type={kind}&client_id=local.1&client_secret={secret}&{name}={value}");
        let request = reqwest::Client::new().post(format!("{}/oauth/token/", self.auth.url()));
        let request = request.header("Content-Type", "application/x-www-form-urlencoded");
        let answer = request.body(body).send().await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap())
    }

    async fn by_code(&self, code: &str) -> (u16, Value) {
        self.grant("authorization_code", "code", code, "secret").await
    }

    async fn by_refresh(&self, tokens: &Value) -> (u16, Value) {
        let token = tokens["refresh_token"].as_str().unwrap();
        self.grant("refresh_token", "refresh_token", token, "secret").await
    }

    /// What the portal answers to a call with a token.
    async fn profile(&self, tokens: &Value) -> Value {
        let request = reqwest::Client::new().post(format!("{}/rest/profile", self.portal.url()));
        let token = tokens["access_token"].as_str().unwrap();
        request.bearer_auth(token).send().await.unwrap().json().await.unwrap()
    }
}

#[tokio::test]
async fn the_way_back_names_all_that_the_documentation_lists() {
    let scene = Scene::new().await;
    let back = scene.back().await;
    let named = |name: &str| back.iter().find(|(key, _)| key == name).unwrap().1.clone();
    assert_eq!(named("state"), "st");
    assert_eq!(named("domain"), scene.portal.host());
    assert_eq!(named("member_id"), MEMBER);
    assert_eq!(named("scope"), "im,imopenlines");
    assert_eq!(named("server_domain"), scene.auth.host());
}

#[tokio::test]
async fn a_code_lives_for_half_a_minute_and_one_use() {
    let mut scene = Scene::new().await;
    let refused = (400, "invalid_grant".to_owned());
    let error = |(status, body): (u16, Value)| (status, body["error"].as_str().unwrap().to_owned());
    let code = scene.code().await;
    assert_eq!(scene.by_code(&code).await.0, 200);
    assert_eq!(error(scene.by_code(&code).await), refused);
    let code = scene.code().await;
    scene.pass(30);
    assert_eq!(error(scene.by_code(&code).await), refused);
    let code = scene.code().await;
    let wrong = scene.grant("authorization_code", "code", &code, "wrong").await;
    assert_eq!(error(wrong), (401, "invalid_client".to_owned()));
    scene.auth.offend(MEMBER, Some(Offence::Unpaid));
    assert_eq!(error(scene.by_code(&code).await), (402, "PAYMENT_REQUIRED".to_owned()));
}

#[tokio::test]
async fn the_answer_has_the_vendors_oddities() {
    let scene = Scene::new().await;
    let (_, first) = scene.by_code(&scene.code().await).await;
    assert_eq!(first["domain"], json!(scene.auth.host()), "not the portal's");
    assert_eq!(first["client_endpoint"], json!(format!("{}/rest/", scene.portal.url())));
    assert_eq!((&first["expires_in"], &first["member_id"]), (&json!(3600), &json!(MEMBER)));
    assert!(first.get("expires").is_none() && first.get("user_id").is_none());
    let (_, second) = scene.by_refresh(&first).await;
    assert_eq!(second["expires"], json!(scene.now.as_second() + 3600));
    assert_eq!(second["user_id"], json!(7));
}

#[tokio::test]
async fn refresh_tokens_rotate_and_die_after_half_a_year() {
    let mut scene = Scene::new().await;
    let (_, first) = scene.by_code(&scene.code().await).await;
    let (_, second) = scene.by_refresh(&first).await;
    assert_eq!(scene.by_refresh(&first).await.0, 400, "it was used");
    scene.pass(179 * 24 * 3600);
    let (status, third) = scene.by_refresh(&second).await;
    assert_eq!(status, 200);
    scene.pass(180 * 24 * 3600);
    assert_eq!(scene.by_refresh(&third).await.0, 400);
}

#[tokio::test]
async fn a_portal_tells_expired_unknown_and_missing_tokens_apart() {
    let mut scene = Scene::new().await;
    let (_, tokens) = scene.by_code(&scene.code().await).await;
    assert_eq!(scene.profile(&tokens).await["result"]["ID"], json!("7"));
    scene.pass(3600);
    assert_eq!(scene.profile(&tokens).await["error"], json!("expired_token"));
    let unknown = json!({ "access_token": "made-up" });
    assert_eq!(scene.profile(&unknown).await["error"], json!("invalid_token"));
    let url = format!("{}/rest/profile", scene.portal.url());
    let bare: Value = reqwest::get(&url).await.unwrap().json().await.unwrap();
    assert_eq!(bare["error"], json!("NO_AUTH_FOUND"));
    let (_, tokens) = scene.by_refresh(&tokens).await;
    let token = tokens["access_token"].as_str().unwrap();
    let in_query: Value =
        reqwest::get(format!("{url}?auth={token}")).await.unwrap().json().await.unwrap();
    assert_eq!(in_query["result"]["ID"], json!("7"));
    scene.auth.offend(MEMBER, Some(Offence::NotInstalled));
    assert_eq!(scene.profile(&tokens).await["error"], json!("APPLICATION_NOT_FOUND"));
    let calls = format!("{:?}", scene.portal.calls());
    assert!(!calls.contains(token), "the journal shows no token");
}
