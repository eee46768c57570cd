//! The bot on a PostgreSQL database that somebody else wants, or that takes nothing for a while.

use std::process::Output;

use hushbot::domain::reply::{Alarm, Reply};
use tokio::{
    io::{AsyncBufReadExt as _, BufReader},
    process::{Child, Command},
};

use crate::{
    binary::signal,
    house::{ADMIN, private, shown, within},
    postgres::Stage,
};

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn a_second_bot_waits_and_one_that_is_overtaken_ends() {
    let stage = Stage::connected().await;
    let mut first = stage.start().await;
    // The second waits for the first to go, as in a deployment.
    let mut second = stage.command().spawn().unwrap();
    waits(&mut second).await;
    assert!(first.try_wait().unwrap().is_none());
    assert_eq!(signal(first, "-TERM").await.code(), Some(0));
    assert!(stage.say("/whoami").await.contains("Olga"));

    // It sleeps, its session ends, and a third one has the store when it wakes.
    let mut third = stage.command().spawn().unwrap();
    waits(&mut third).await;
    send(&second, "-STOP").await;
    let cut = "SELECT pg_terminate_backend(pid) FROM pg_locks l \
        WHERE locktype = 'advisory' AND granted AND objid = current_schema()::regnamespace";
    stage.schema.admin().await.execute(cut, &[]).await.unwrap();
    let mut log = BufReader::new(third.stderr.take().unwrap()).lines();
    while !within(log.next_line()).await.unwrap().unwrap().contains("is listening") {}
    send(&second, "-CONT").await;
    let Output { status, stderr, .. } = within(second.wait_with_output()).await.unwrap();
    let stderr = String::from_utf8(stderr).unwrap();
    assert_eq!(status.code(), Some(1), "{stderr}");
    assert!(stderr.lines().last().unwrap().contains("only one hushbot"), "{stderr}");
    assert!(stage.say("/silent 2024 on").await.starts_with('🔇'));
    assert_eq!(stage.switches(), 1);
}

/// Waits until a bot says that it waits for another one.
async fn waits(bot: &mut Child) {
    let mut log = BufReader::new(bot.stderr.as_mut().unwrap()).lines();
    while !within(log.next_line()).await.unwrap().unwrap().contains("waiting for it to end") {}
}

async fn send(bot: &Child, name: &str) {
    let pid = bot.id().unwrap().to_string();
    assert!(Command::new("kill").args([name, &pid]).status().await.unwrap().success());
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres/run"]
async fn a_full_database_is_told_of_and_the_order_is_run_when_there_is_room() {
    let stage = Stage::connected().await;
    let bot = stage.start().await;
    let admin = stage.schema.admin().await;
    let full = "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
            RAISE EXCEPTION 'no room' USING ERRCODE = 'disk_full'; END $$; \
        CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON hushbot_rows \
            FOR EACH ROW EXECUTE FUNCTION full_disk()";
    admin.batch_execute(full).await.unwrap();
    let telegram = &stage.scene.telegram;
    let asked = telegram.say(private(ADMIN), ADMIN, "/silent 2024 on");
    let told = async |text: &str| {
        let seen = |view: &hushbot::sandbox::telegram::View<'_>| {
            let mut after = view.messages(private(ADMIN)).filter(|m| m.from_bot && m.id > asked);
            after.any(|message| message.text.starts_with(text))
        };
        within(telegram.wait_until(|view| seen(view))).await;
    };
    told(&shown(&Reply::NotKeptYet)).await;
    told(&shown(&Reply::Alarm(Alarm::StoreAway))).await;
    assert_eq!(stage.switches(), 0);
    admin.batch_execute("DROP TRIGGER full_disk ON hushbot_rows").await.unwrap();
    told("🔇").await;
    assert_eq!(stage.switches(), 1);
    assert_eq!(signal(bot, "-TERM").await.code(), Some(0));
}
