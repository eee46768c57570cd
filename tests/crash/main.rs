//! Nothing is lost, nothing is done in the wrong order, whenever the process is killed.
//!
//! The real binary between the local Telegram and the local portal, which live in this process
//! and survive the bot's deaths. Supervisors send orders at random moments, from private chats
//! and from a group; the bot is killed (SIGKILL) at random moments and started again at once.
//! Then it may finish, and [`judge`] looks at what people read and at what the portal was told.
//!
//! ```sh
//! cargo test --test crash -- --nocapture
//! HUSHBOT_CRASH_ROUNDS=50 HUSHBOT_CRASH_COMMANDS=600 \
//!     cargo test --release --test crash -- --nocapture
//! ```
//!
//! The second is the long form: one-minute timers are among its orders, and it waits for them.
//! The shortest timer is a minute, so the short form leaves them out.
//!
//! | Variable | Meaning | Default |
//! |---|---|---|
//! | `HUSHBOT_CRASH_ROUNDS` | how often the bot is killed; 0 checks the harness itself | 8 |
//! | `HUSHBOT_CRASH_COMMANDS` | how many commands are sent | 150 |
//! | `HUSHBOT_CRASH_TIMERS` | how many of them are one-minute timers | 0; from 20 rounds on a tenth of the commands |
//! | `HUSHBOT_CRASH_SEED` | repeats the same orders and pauses; how they meet the bot's own pace stays chance | random, printed |
//! | `HUSHBOT_CRASH_LOG` | the bot's `RUST_LOG` | `warn` |
//! | `HUSHBOT_TEST_STORE` | `postgres`: the bot keeps everything in a schema of its own in the server that `HUSHBOT_TEST_DATABASE_URL` names | `sled` |
//! | `HUSHBOT_CRASH_GAP_MS` | how long before a kill an answer may have been taken to be doubled | 250 |

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test")]

mod bot;
mod judge;
mod orders;
mod plan;
mod record;
#[allow(dead_code, reason = "tests/front_door has a use for the rest")]
#[path = "../postgres/schema.rs"]
mod schema;
mod storm;
mod verdict;
mod world;

use plan::Plan;

/// Short of worker threads the record of who wrote when would come late, so two of them.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_was_ordered_is_answered_and_done_in_order_through_kills() {
    let plan = Plan::from_environment();
    println!("{plan}");
    let verdict = storm::run(&plan).await;
    println!("{verdict}");
    assert!(verdict.is_clean(), "see the table; HUSHBOT_CRASH_SEED={}", plan.seed);
}
