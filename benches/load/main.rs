//! What many people wait for at once: the real binary, 500 supervisors, 5,000 commands.
//! `cargo bench --bench load`.
//!
//! `HUSHBOT_LOAD_PEOPLE` and `HUSHBOT_LOAD_EACH` (commands a person) make it smaller.

#![allow(missing_docs, clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark")]

mod crowd;
mod process;
mod store;

use std::time::{Duration, Instant};

use crowd::Crowd;
use hushbot::sandbox::portal::{Fault, On, Portal};
use process::Process;

const SWITCH: &str = "imopenlines.session.mode.silent";

fn number(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

#[tokio::main]
async fn main() {
    let (people, each) = (number("HUSHBOT_LOAD_PEOPLE", 500), number("HUSHBOT_LOAD_EACH", 10));
    println!(
        "{people} supervisors, {each} commands each, queued at once; the bot's own rate limit off."
    );
    println!(
        "Queued to reply: from the moment the update is in Telegram's queue to the moment the"
    );
    println!("Bot API has the answer. Alone: one person, one command, nothing else going on.");
    println!(
        "Beyond the portal: total time less the portal's own, which is {each} rounds of its delay,"
    );
    println!("as each chat's commands are done one after the other and chats side by side.\n");
    let crowd = Crowd::gather(people).await;
    for delay in [0, 100].map(Duration::from_millis) {
        under_load(&crowd, each, delay).await;
    }
    beside_a_portal_that_hangs(&crowd).await;
    crowd.bot.end();
    store::compare().await;
}

async fn under_load(crowd: &Crowd, each: usize, delay: Duration) {
    crowd.portal.clear_faults();
    if !delay.is_zero() {
        crowd.portal.fault(Fault::Slow(delay), On::method(SWITCH));
    }
    let alone = crowd.send(&crowd.people[..1], 1).await;
    let cpu = crowd.bot.cpu();
    let began = Instant::now();
    let waits = crowd.send(&crowd.people, each).await;
    let took = began.elapsed();
    let cpu = crowd.bot.cpu().saturating_sub(cpu);
    let commands = crowd.people.len() * each;
    let own = took.saturating_sub(delay * u32::try_from(each).unwrap());
    println!("portal answers a switch after {} ms", delay.as_millis());
    row("commands", &format!("{commands} in {:.2} s", took.as_secs_f64()));
    #[expect(clippy::cast_precision_loss, reason = "thousands")]
    let (count, thousands) = (commands as f64, commands as f64 / 1_000.0);
    row("commands/s", &format!("{:.0}", count / took.as_secs_f64()));
    row("queued to reply", &waits.to_string());
    row("alone", &alone.to_string());
    row("beyond the portal, all", &format!("{:.2} s", own.as_secs_f64()));
    row("CPU s per 1,000 commands", &format!("{:.2}", cpu.as_secs_f64() / thousands));
    row("peak memory (VmHWM)", &format!("{:.1} MB", crowd.bot.peak_megabytes()));
    println!();
}

/// One half of the people order on a portal that never answers; how long does the other half wait?
async fn beside_a_portal_that_hangs(crowd: &Crowd) {
    crowd.portal.clear_faults();
    let (stuck, free) = crowd.people.split_at(crowd.people.len() / 2);
    let before = crowd.ask_one_by_one(&free[0], 200).await;
    let second = Portal::start(hushbot::sandbox::portal::Settings::default()).await.unwrap();
    crowd.move_to(stuck, &second).await;
    second.fault(Fault::Hang, On::everything());
    let arrived = second.last_call();
    crowd.order(stuck, 1);
    second.wait_for_call_from(arrived + 1, |_| true).await;
    let beside = crowd.ask_one_by_one(&free[0], 200).await;
    println!("one supervisor, 200 commands one by one");
    row("nothing else going on", &before.to_string());
    row(&format!("{} others at a hanging portal", stuck.len()), &beside.to_string());
    println!();
}

fn row(what: &str, value: &str) {
    println!("  {what:<34} {value}");
}
