//! What the writer does while the database is away.

use std::pin::pin;

use tokio::{
    select,
    time::{Instant, sleep_until},
};

use super::{
    hold::{Connector, Held},
    session::Trouble,
    writer::{Order, QUEUE, Writer, answer_all},
};

impl Writer {
    /// Gets the connection again, and settles the round whose answer was lost with it. Who waits
    /// for longer than the limit is told; who comes later, at once.
    pub(super) async fn regain(&mut self) {
        let since = *self.since.get_or_insert_with(Instant::now);
        match self.wait(since).await {
            Some(Ok((held, round))) => {
                tracing::info!(seconds = since.elapsed().as_secs(), "the database is there again");
                self.previous = Some(held.backend);
                self.held = Some(held);
                self.settle(round);
                if self.waiting.is_empty() {
                    self.since = None;
                }
                // What the database refused before is tried again first.
                if self.state.trouble().is_none_or(|trouble| !trouble.is_refusal) {
                    self.state.heal();
                }
            }
            Some(Err(reason)) => self.state.break_for_good(reason),
            // Nobody waits any more, and the store is to be closed.
            None => {}
        }
    }

    /// Waits for the database, and gives the connection and the number of the last round that was
    /// committed; or why the store is somebody else's; or nothing once it is closed.
    async fn wait(&mut self, since: Instant) -> Option<Result<(Held, i64), String>> {
        let limits = self.connector.limits;
        let connector = Connector { database: self.connector.database.clone(), ..self.connector };
        let mut attempts = pin!(connector.regain(self.previous));
        let mut until = since + limits.away;
        let mut has_given_up = false;
        loop {
            if self.is_closed {
                until = until.min(Instant::now() + limits.closing);
                if self.waiting.is_empty() && self.flight.is_none() {
                    return None;
                }
            }
            let has_room = has_given_up || self.waiting.len() < QUEUE;
            select! {
                regained = &mut attempts => return Some(regained),
                () = sleep_until(until), if !has_given_up => {
                    has_given_up = true;
                    self.give_up();
                }
                order = self.orders.recv(), if has_room && !self.is_closed => match order {
                    Some(Order::Commit(commit)) if has_given_up => {
                        commit.answer(Err(self.trouble().error()));
                    }
                    order => self.take(order),
                }
            }
        }
    }

    /// Tells those who wait that nothing comes of it.
    fn give_up(&mut self) {
        let trouble = self.trouble();
        // Those of a round in flight: it is settled before the next one, but they need not wait.
        for commit in self.flight.take().into_iter().flat_map(|flight| flight.commits) {
            commit.answer(Err(trouble.doubtful()));
        }
        for commit in self.waiting.drain(..) {
            commit.answer(Err(trouble.error()));
        }
    }

    fn trouble(&self) -> Trouble {
        self.state.trouble().unwrap_or_else(|| Trouble::lost("the database is away"))
    }

    /// Compares the number of the last committed round with ours.
    fn settle(&mut self, round: i64) {
        if round < self.last {
            let lost = self.last - round;
            tracing::error!(lost, "the database has lost rounds that it had confirmed");
        }
        let is_committed = round == self.last + 1;
        self.last = round;
        if let Some(flight) = self.flight.take() {
            if is_committed {
                answer_all(flight.commits, &flight.held);
            } else {
                // Once more, and its expectations are held against what is there now.
                flight.commits.into_iter().rev().for_each(|commit| self.waiting.push_front(commit));
            }
        }
    }
}
