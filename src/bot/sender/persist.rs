//! What is done about a request that failed.

use std::time::Duration;

use tokio::time::{Instant, sleep};

use super::{call::Fault, error::SendError};

/// The pause after the first failure; each further one is twice as long.
const FIRST_PAUSE: Duration = Duration::from_millis(250);

/// The longest pause between two tries.
const LONGEST_PAUSE: Duration = Duration::from_secs(8);

/// The pause before something is said again that may have been said.
const SAY_AGAIN: Duration = Duration::from_secs(1);

/// What a second run of a request does that may have taken effect the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Repeat {
    /// Nothing: an edit, a deletion, a menu.
    Harmless,
    /// It says the same twice: a new message.
    ///
    /// It is done all the same, once: a command must not stay without its answer, and an answer
    /// that comes twice harms less than one that never comes. The log tells of each.
    Doubles,
}

/// Why a request was given up.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum End {
    /// The group has become a supergroup with this id; there it goes on.
    Moved(i64),
    /// It failed for good.
    Failed(SendError),
}

/// Tries until the request is through or there is no more sense in it. What Telegram refuses
/// for now (429) waits exactly as long as Telegram says, as often as it says so. Faults of the
/// network are sat out for `patience` in all.
pub(super) async fn persist<T, F>(
    repeat: Repeat,
    patience: Duration,
    mut attempt: impl FnMut() -> F,
) -> Result<T, End>
where
    F: Future<Output = Result<T, Fault>>,
{
    let mut pause = FIRST_PAUSE;
    let mut first_failure = None;
    let mut said_again = false;
    loop {
        let fault = match attempt().await {
            Ok(result) => return Ok(result),
            Err(fault) => fault,
        };
        match fault {
            Fault::Refused(error) => return Err(End::Failed(error)),
            Fault::Moved(to) => return Err(End::Moved(to)),
            Fault::Flood(wait) => {
                tracing::debug!(seconds = wait.as_secs(), "Telegram asks to wait");
                sleep(wait).await;
            }
            Fault::Unclear(why) if repeat == Repeat::Doubles => {
                if said_again {
                    return Err(End::Failed(SendError::Network(why)));
                }
                said_again = true;
                tracing::warn!(why, "a message may have been sent or not: sending it again");
                sleep(SAY_AGAIN).await;
            }
            Fault::Unclear(why) | Fault::Unsent(why) => {
                let since = *first_failure.get_or_insert_with(Instant::now);
                if since.elapsed() + pause > patience {
                    return Err(End::Failed(SendError::Network(why)));
                }
                sleep(pause).await;
                pause = (pause * 2).min(LONGEST_PAUSE);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATIENCE: Duration = Duration::from_secs(30);

    /// Plays the faults and then a success. What came of it, after how many tries and seconds.
    async fn play(repeat: Repeat, faults: &[Fault]) -> (Result<(), End>, usize, f64) {
        let (begun, mut tries) = (Instant::now(), 0);
        let result = persist(repeat, PATIENCE, || {
            let answer = faults.get(tries).cloned().map_or(Ok(()), Err);
            tries += 1;
            std::future::ready(answer)
        });
        let result = result.await;
        (result, tries, begun.elapsed().as_secs_f64())
    }

    #[tokio::test(start_paused = true)]
    async fn each_fault_is_met_in_its_own_way() {
        use Fault::{Flood, Moved, Refused, Unclear, Unsent};
        use Repeat::{Doubles, Harmless};
        let flood = |seconds| Flood(Duration::from_secs(seconds));
        let gave_up = || Err(End::Failed(SendError::Network("x")));
        let gone = || Err(End::Failed(SendError::Gone));
        for (repeat, faults, result, tries, seconds) in [
            (Doubles, vec![], Ok(()), 1, 0.0),
            (Doubles, vec![flood(3)], Ok(()), 2, 3.0),
            (Doubles, vec![flood(3600); 4], Ok(()), 5, 14_400.0),
            (Doubles, vec![Unsent("x"); 3], Ok(()), 4, 1.75),
            (Doubles, vec![Unclear("x")], Ok(()), 2, 1.0),
            (Doubles, vec![Unclear("x"), flood(5), Unsent("x")], Ok(()), 4, 6.25),
            (Doubles, vec![Unclear("x"); 2], gave_up(), 2, 1.0),
            (Harmless, vec![Unclear("x"); 3], Ok(()), 4, 1.75),
            (Harmless, vec![Unclear("x"); 99], gave_up(), 8, 23.75),
            (Doubles, vec![Unsent("x"); 99], gave_up(), 8, 23.75),
            (Doubles, vec![Refused(SendError::Gone)], gone(), 1, 0.0),
            (Harmless, vec![Moved(-7)], Err(End::Moved(-7)), 1, 0.0),
        ] {
            let (got, tried, took) = play(repeat, &faults).await;
            assert_eq!((got, tried), (result, tries), "{repeat:?} {faults:?}");
            assert!((took - seconds).abs() < 0.02, "{took} s for {repeat:?} {faults:?}");
        }
    }
}
