//! Where the key and the token come from, and how the key is changed: through the binary.

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::Output,
};

use hushbot::sandbox::{
    portal::{self, Dialog, Portal},
    telegram::{self, BotApi},
};
use tokio::process::Command;

use crate::{
    binary::{fails, hushbot, know, signal},
    house::{ADMIN, OLGA, SILENT, private, within},
};

const KEY: &str = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
const OTHER_KEY: &str = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

/// A portal with a dialog, a Telegram with the admin, and the admin connected through a bot that
/// was stopped then.
pub(crate) struct Scene {
    pub(crate) telegram: BotApi,
    pub(crate) portal: Portal,
    pub(crate) data: tempfile::TempDir,
}

impl Scene {
    /// `settings` are the bot's besides the usual ones.
    pub(crate) async fn connected(settings: &[(&str, &str)]) -> Self {
        let telegram = BotApi::start(telegram::Settings::default()).await.unwrap();
        know(&telegram, ADMIN);
        let portal = Portal::start(portal::Settings::default()).await.unwrap();
        portal.add_user(portal::User::new(OLGA, "Olga", "Nord"));
        portal.add_dialog(Dialog::new(2024, "Anna", "Website").operator(OLGA));
        let scene = Self { telegram, portal, data: tempfile::tempdir().unwrap() };
        let webhook = scene.portal.webhook(OLGA, &["imopenlines", "im"]);
        scene.ask(settings, &format!("/connect {webhook}")).await;
        scene
    }

    pub(crate) fn command(&self, settings: &[(&str, &str)]) -> Command {
        let mut command = hushbot(self.data.path());
        command
            .env("TELOXIDE_API_URL", self.telegram.url())
            .env("HUSHBOT_ALLOW_INSECURE_PORTALS", "true")
            .envs(settings.iter().copied());
        command
    }

    /// The answer of a bot that is started for it and stopped afterwards.
    pub(crate) async fn ask(&self, settings: &[(&str, &str)], text: &str) -> String {
        let bot = self.command(settings).spawn().unwrap();
        let asked = self.telegram.say(private(ADMIN), ADMIN, text);
        let answer = within(self.telegram.next_bot_message(private(ADMIN), asked)).await;
        assert_eq!(signal(bot, "-TERM").await.code(), Some(0));
        answer.text
    }

    /// The connection is usable: the credentials could be opened.
    async fn switches(&self, settings: &[(&str, &str)]) {
        self.portal.clear_calls();
        self.ask(settings, "/silent 2024 on").await;
        let calls = self.portal.calls();
        assert!(calls.iter().any(|call| call.method == SILENT), "{calls:?}");
    }

    async fn rekey(&self, settings: &[(&str, &str)], arguments: &[&str]) -> String {
        let output = self.command(settings).arg("rekey").args(arguments).output();
        let Output { status, stdout, stderr } = within(output).await.unwrap();
        assert!(status.success(), "{}", String::from_utf8_lossy(&stderr));
        String::from_utf8(stdout).unwrap()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.data.path().join(name)
    }
}

fn write_secret(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).unwrap();
}

#[tokio::test]
async fn a_key_in_a_file_and_a_credential_are_the_same_as_in_the_environment() {
    let scene = Scene::connected(&[("HUSHBOT_SECRET_KEY", KEY)]).await;
    let (file, credentials) = (scene.path("key"), scene.path("credentials"));
    write_secret(&file, &format!("{KEY}\n"));
    fs::create_dir(&credentials).unwrap();
    write_secret(&credentials.join("hushbot-secret-key"), KEY);
    let (file, credentials) = (file.to_str().unwrap(), credentials.to_str().unwrap());
    scene.switches(&[("HUSHBOT_SECRET_KEY_FILE", file)]).await;
    scene.switches(&[("CREDENTIALS_DIRECTORY", credentials)]).await;
    assert!(!scene.path("data/secret.key").exists());
    let both = [("HUSHBOT_SECRET_KEY", KEY), ("HUSHBOT_SECRET_KEY_FILE", file)];
    let line = fails(&mut scene.command(&both), 2).await;
    assert!(line.contains("HUSHBOT_SECRET_KEY:") && line.contains("HUSHBOT_SECRET_KEY_FILE"));
}

#[tokio::test]
async fn the_token_can_come_from_a_file() {
    let scene = Scene::connected(&[]).await;
    let token = scene.path("token");
    write_secret(&token, &format!("{}\n", scene.telegram.token()));
    let mut command = scene.command(&[("TELOXIDE_TOKEN_FILE", token.to_str().unwrap())]);
    let bot = command.env_remove("TELOXIDE_TOKEN").spawn().unwrap();
    let asked = scene.telegram.say(private(ADMIN), ADMIN, "/whoami");
    within(scene.telegram.next_bot_message(private(ADMIN), asked)).await;
    drop(bot);
}

#[tokio::test]
async fn a_key_file_is_changed_in_its_place() {
    let scene = Scene::connected(&[]).await;
    let key_file = scene.path("data/secret.key");
    let old = fs::read_to_string(&key_file).unwrap();
    let said = scene.rekey(&[], &[]).await;
    let new = fs::read_to_string(&key_file).unwrap();
    assert_ne!(old, new);
    assert!(!said.contains(old.trim()) && !said.contains(new.trim()), "{said}");
    assert_eq!(fs::metadata(&key_file).unwrap().permissions().mode() & 0o777, 0o600);
    scene.switches(&[]).await;
    // The old key opens nothing any more.
    let line = fails(&mut scene.command(&[("HUSHBOT_SECRET_KEY", old.trim())]), 1).await;
    assert!(line.contains("another key"), "{line}");
    // The backup of before does, with the old key.
    let backup = said.lines().find_map(|line| line.split(' ').find(|w| w.ends_with(".backup")));
    let settings = [
        ("HUSHBOT_DATA_DIR", scene.path("before").to_str().unwrap().to_owned()),
        ("HUSHBOT_SECRET_KEY", old.trim().to_owned()),
    ];
    let settings = settings.each_ref().map(|(name, value)| (*name, value.as_str()));
    let restored = scene.command(&settings).args(["restore", backup.unwrap()]).output();
    let Output { status, stderr, .. } = within(restored).await.unwrap();
    assert!(status.success(), "{}", String::from_utf8_lossy(&stderr));
    scene.switches(&settings).await;
}

#[tokio::test]
async fn a_key_of_the_environment_is_changed_by_name() {
    let held = [("HUSHBOT_SECRET_KEY", KEY)];
    let scene = Scene::connected(&held).await;
    let mut nowhere = scene.command(&held);
    let line = fails(nowhere.arg("rekey"), 2).await;
    assert!(line.contains("--new-key-file") && line.contains("--write-key"), "{line}");

    let made = scene.path("made");
    let said = scene.rekey(&held, &["--write-key", made.to_str().unwrap()]).await;
    let key = fs::read_to_string(&made).unwrap();
    assert_eq!(fs::metadata(&made).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(!said.contains(key.trim()), "{said}");
    scene.switches(&[("HUSHBOT_SECRET_KEY_FILE", made.to_str().unwrap())]).await;

    let held = [("HUSHBOT_SECRET_KEY", key.trim()), ("HUSHBOT_NEW_SECRET_KEY", OTHER_KEY)];
    scene.rekey(&held, &[]).await;
    let line = fails(&mut scene.command(&held), 1).await;
    assert!(line.contains("another key"), "{line}");
    scene.switches(&[("HUSHBOT_SECRET_KEY", OTHER_KEY)]).await;

    let file = scene.path("wanted");
    write_secret(&file, KEY);
    let arguments = ["--new-key-file", file.to_str().unwrap()];
    scene.rekey(&[("HUSHBOT_SECRET_KEY", OTHER_KEY)], &arguments).await;
    scene.switches(&[("HUSHBOT_SECRET_KEY", KEY)]).await;
}

#[tokio::test]
async fn the_key_of_a_running_bot_is_not_changed() {
    let scene = Scene::connected(&[]).await;
    let key = fs::read_to_string(scene.path("data/secret.key")).unwrap();
    let bot = scene.command(&[]).spawn().unwrap();
    let asked = scene.telegram.say(private(ADMIN), ADMIN, "/whoami");
    within(scene.telegram.next_bot_message(private(ADMIN), asked)).await;
    let line = fails(scene.command(&[]).arg("rekey"), 1).await;
    assert!(line.contains("in use"), "{line}");
    assert_eq!(signal(bot, "-TERM").await.code(), Some(0));
    assert_eq!(fs::read_to_string(scene.path("data/secret.key")).unwrap(), key);
    scene.switches(&[]).await;
}

/// The store is in its place and the key file is not yet: the last moment to die at.
#[tokio::test]
async fn a_start_puts_the_key_file_in_place_that_a_change_did_not_come_to() {
    let scene = Scene::connected(&[]).await;
    let (key, new) = (scene.path("data/secret.key"), scene.path("data/secret.key.new"));
    let old = fs::read_to_string(&key).unwrap();
    scene.rekey(&[], &[]).await;
    fs::rename(&key, &new).unwrap();
    write_secret(&key, &old);
    scene.switches(&[]).await;
    assert!(!new.exists());
    assert_ne!(fs::read_to_string(&key).unwrap(), old);
}

#[tokio::test]
async fn a_change_that_is_killed_anywhere_leaves_a_bot_that_works() {
    let scene = Scene::connected(&[]).await;
    for round in 0..12 {
        let mut rekey = scene.command(&[]).arg("rekey").spawn().unwrap();
        // A whole change takes some tens of milliseconds.
        tokio::time::sleep(std::time::Duration::from_millis(round * 7)).await;
        rekey.kill().await.unwrap();
        let whoami = scene.ask(&[], "/whoami").await;
        assert!(whoami.contains("Olga") || whoami.contains(&ADMIN.to_string()), "{whoami}");
        scene.switches(&[]).await;
    }
}
