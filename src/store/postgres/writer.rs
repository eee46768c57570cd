//! The one task that writes.

use std::{collections::VecDeque, sync::Arc};

use tokio::{
    select,
    sync::{mpsc, watch},
    time::{Instant, sleep, timeout},
};

use super::{
    hold::{Connector, Held},
    lock::Backend,
    round::{Round, Unwritten},
    session::Trouble,
    state::State,
};
use crate::store::{StoreError, round::Commit, tally};

/// How many batches wait before those who commit have to wait for a place.
pub(super) const QUEUE: usize = 256;

/// How many batches share one transaction.
const ROUND: usize = 128;

/// What the writer is told.
pub(super) enum Order {
    Commit(Commit),
    Close,
}

/// A round that the server was told to commit, without an answer so far.
pub(super) struct Flight {
    pub(super) commits: Vec<Commit>,
    /// For each of them, whether its expectations held.
    pub(super) held: Vec<bool>,
}

/// The batches of a round that the server has refused are tried one by one.
struct Singly {
    left: usize,
    until: Instant,
    refusal: Trouble,
}

pub(super) struct Writer {
    pub(super) connector: Connector,
    pub(super) state: Arc<State>,
    pub(super) orders: mpsc::Receiver<Order>,
    /// `None` while the database is away.
    pub(super) held: Option<Held>,
    /// The last session, which the server may still believe to be alive.
    pub(super) previous: Option<Backend>,
    /// The number of the last round.
    pub(super) last: i64,
    /// Batches that are to be written, in order.
    pub(super) waiting: VecDeque<Commit>,
    pub(super) flight: Option<Flight>,
    singly: Option<Singly>,
    /// Since when nothing of what waits could be written.
    pub(super) since: Option<Instant>,
    /// Nothing more comes.
    pub(super) is_closed: bool,
}

impl Writer {
    pub(super) fn new(
        connector: Connector,
        held: Held,
        state: Arc<State>,
        orders: mpsc::Receiver<Order>,
    ) -> Self {
        Self {
            connector,
            state,
            orders,
            previous: Some(held.backend),
            held: Some(held),
            last: 0,
            waiting: VecDeque::new(),
            flight: None,
            singly: None,
            since: None,
            is_closed: false,
        }
    }

    /// Works until it is closed or nobody is left who could commit, and all that was queued is
    /// answered. Drops `_running` then.
    pub(super) async fn run(mut self, _running: watch::Sender<()>) {
        loop {
            self.take_in();
            if self.state.broken().is_some() {
                self.refuse_all().await;
                break;
            }
            match (&self.held, self.waiting.is_empty()) {
                (None, _) if self.is_closed && self.waiting.is_empty() => break,
                (None, _) => self.regain().await,
                (Some(held), _) if held.session.is_lost() => self.lose().await,
                (Some(_), false) => self.write().await,
                (Some(_), true) if self.is_closed => break,
                (Some(_), true) => self.idle().await,
            }
        }
        if let Some(held) = self.held.take() {
            held.leave().await;
        }
    }

    /// Takes in what has come, without waiting.
    fn take_in(&mut self) {
        while self.waiting.len() < ROUND && !self.is_closed {
            match self.orders.try_recv() {
                Ok(order) => self.take(Some(order)),
                Err(mpsc::error::TryRecvError::Disconnected) => self.take(None),
                Err(mpsc::error::TryRecvError::Empty) => break,
            }
        }
    }

    pub(super) fn take(&mut self, order: Option<Order>) {
        match order {
            Some(Order::Commit(commit)) => self.waiting.push_back(commit),
            // What is queued can still be received.
            Some(Order::Close) => self.orders.close(),
            None => self.is_closed = true,
        }
    }

    /// Answers to all who wait and who will come, until nobody can come any more.
    async fn refuse_all(&mut self) {
        let state = Arc::clone(&self.state);
        let refusal = || state.broken().unwrap_or(StoreError::Closed);
        // Others may use the database without waiting for us.
        self.held = None;
        let flight = self.flight.take().into_iter().flat_map(|flight| flight.commits);
        for commit in flight.chain(self.waiting.drain(..)) {
            commit.answer(Err(refusal()));
        }
        while let Some(order) = self.orders.recv().await {
            match order {
                Order::Commit(commit) => commit.answer(Err(refusal())),
                Order::Close => self.orders.close(),
            }
        }
    }

    /// Waits until there is something to do.
    async fn idle(&mut self) {
        let Some(held) = &mut self.held else { return };
        let is_troubled = self.state.trouble().is_some();
        let order = select! {
            order = self.orders.recv() => order,
            trouble = held.session.lost() => return self.cut(trouble),
            () = sleep(self.connector.limits.probe), if is_troubled => return self.round(0).await,
        };
        self.take(order);
    }

    /// The connection is lost, which it says why.
    async fn lose(&mut self) {
        if let Some(held) = &mut self.held {
            let trouble = held.session.lost().await;
            self.cut(trouble);
        }
    }

    pub(super) fn cut(&mut self, trouble: Trouble) {
        self.held = None;
        self.since.get_or_insert_with(Instant::now);
        self.state.suffer(trouble);
    }

    /// Writes a round of those who wait.
    async fn write(&mut self) {
        let Some(singly) = &mut self.singly else {
            return self.round(ROUND).await;
        };
        if Instant::now() > singly.until {
            // Nothing is gained by more of the same.
            let (left, refusal) = (singly.left, singly.refusal.clone());
            self.singly = None;
            for commit in self.waiting.drain(..left.min(self.waiting.len())) {
                commit.answer(Err(refusal.error()));
            }
            return;
        }
        singly.left -= 1;
        if singly.left == 0 {
            self.singly = None;
        }
        self.round(1).await;
    }

    /// Writes a round of at most `most` batches; with 0, one that only shows whether it can be done.
    async fn round(&mut self, most: usize) {
        let Some(held) = &self.held else { return };
        let commits: Vec<_> = self.waiting.drain(..most.min(self.waiting.len())).collect();
        let begun = Instant::now();
        let mut sent = None;
        let round = Round {
            session: &held.session,
            statements: &held.statements,
            owner: self.connector.owner,
            last: self.last,
            is_probe: most == 0,
        };
        let batches = commits.iter().map(|commit| &commit.batch);
        let answer = self.connector.limits.answer;
        match timeout(answer, round.carry_out(batches, &mut sent)).await {
            Ok(Ok((held, is_written))) => {
                if is_written {
                    self.last += 1;
                    self.since = None;
                    self.state.heal();
                    tally::flushed(commits.len(), begun.elapsed());
                }
                answer_all(commits, &held);
            }
            Ok(Err(Unwritten::TakenOver(reason))) => {
                self.put_back(commits);
                self.state.break_for_good(reason);
            }
            Ok(Err(Unwritten::Trouble(trouble))) if trouble.is_refusal => {
                self.refused(commits, trouble);
            }
            Ok(Err(Unwritten::Trouble(trouble))) => self.lost(commits, sent, trouble),
            Err(elapsed) => self.lost(commits, sent, elapsed.into()),
        }
    }

    fn put_back(&mut self, commits: Vec<Commit>) {
        for commit in commits.into_iter().rev() {
            self.waiting.push_front(commit);
        }
    }

    /// The server has refused a round: nothing of it is written. One batch may be the reason.
    fn refused(&mut self, mut commits: Vec<Commit>, trouble: Trouble) {
        tracing::warn!(reason = %trouble, "the database has refused a write");
        if commits.len() > 1 {
            let until = Instant::now() + self.connector.limits.answer;
            let left = commits.len();
            self.put_back(commits);
            self.singly = Some(Singly { left, until, refusal: trouble });
            return;
        }
        if let Some(commit) = commits.pop() {
            commit.answer(Err(trouble.error()));
        }
        // It may have become a server that only reads; by its address there may be another.
        if trouble.is_read_only {
            self.held = None;
        }
        self.state.suffer(trouble);
    }

    /// The connection was lost in the middle of a round.
    fn lost(&mut self, commits: Vec<Commit>, sent: Option<Vec<bool>>, trouble: Trouble) {
        match sent {
            Some(held) => self.flight = Some(Flight { commits, held }),
            None => self.put_back(commits),
        }
        self.cut(trouble);
    }
}

/// Tells each whether its batch was written.
pub(super) fn answer_all(commits: Vec<Commit>, held: &[bool]) {
    for (commit, held) in commits.into_iter().zip(held) {
        commit.answer(if *held { Ok(()) } else { Err(StoreError::Conflict) });
    }
}
