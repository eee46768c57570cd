//! What a run is made of: how much of everything, and the dice.

use std::{env, fmt, time::Duration};

/// How much of everything.
pub(crate) struct Plan {
    pub(crate) seed: u64,
    /// How often the bot is killed.
    pub(crate) kills: u32,
    /// How many commands are sent, timers included.
    pub(crate) commands: usize,
    /// How many of them are one-minute timers.
    pub(crate) timers: usize,
    /// How long before a kill an answer may have been taken to be doubled.
    pub(crate) gap: Duration,
}

impl Plan {
    /// From the variables that `main.rs` lists.
    pub(crate) fn from_environment() -> Self {
        let kills = number("HUSHBOT_CRASH_ROUNDS", 8);
        let commands = number("HUSHBOT_CRASH_COMMANDS", 150);
        let timers = if kills >= 20 { commands / 10 } else { 0 };
        let seed = env::var("HUSHBOT_CRASH_SEED").ok().map(|seed| seed.parse().expect("a number"));
        Self {
            seed: seed.unwrap_or_else(fresh_seed),
            kills: u32::try_from(kills).expect("a small number"),
            commands: usize::try_from(commands).expect("a small number"),
            timers: usize::try_from(number("HUSHBOT_CRASH_TIMERS", timers))
                .expect("a small number"),
            gap: Duration::from_millis(number("HUSHBOT_CRASH_GAP_MS", 250)),
        }
    }

    /// How many people: few enough that their orders meet, enough that a chat's history, which
    /// the local Telegram keeps to 200 messages, holds all that it has to.
    pub(crate) fn supervisors(&self) -> usize {
        (self.commands / 25).max(6)
    }

    /// How long it goes on. With timers, until the last of them have been due among kills.
    pub(crate) fn duration(&self) -> Duration {
        let kills = Duration::from_millis(800) * self.kills.max(4);
        if self.timers > 0 { kills.max(Duration::from_secs(90)) } else { kills }
    }

    /// When the orders have been sent. Timers come early: see [`Plan::duration`].
    pub(crate) fn sending(&self) -> Duration {
        if self.timers > 0 { self.duration().mul_f64(0.7) } else { self.duration() }
    }

    /// How long the bot may take for what is left when the kills are over.
    pub(crate) fn patience(&self) -> Duration {
        Duration::from_secs(if self.timers > 0 { 80 } else { 10 })
    }
}

impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { seed, kills, commands, timers, gap } = self;
        let people = self.supervisors();
        write!(
            f,
            "HUSHBOT_CRASH_SEED={seed}: {commands} commands ({timers} timers) of {people} people, \
             {kills} kills in {:.1} s, gap {} ms",
            self.duration().as_secs_f64(),
            gap.as_millis()
        )
    }
}

fn number(name: &str, default: impl TryInto<u64>) -> u64 {
    match env::var(name) {
        Ok(text) => text.parse().unwrap_or_else(|_| panic!("{name} is no number: {text}")),
        Err(_) => default.try_into().unwrap_or_default(),
    }
}

fn fresh_seed() -> u64 {
    u64::from(getrandom::u32().unwrap())
}

/// `SplitMix64`: a seed gives the same numbers everywhere.
pub(crate) struct Dice(u64);

impl Dice {
    /// Dice of their own for each of those who throw, so that none depends on another's pace.
    pub(crate) fn new(seed: u64, thrower: usize) -> Self {
        let mut dice = Self(seed ^ (thrower as u64).wrapping_mul(0xd134_2543_de82_ef95));
        dice.next();
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`, which is not 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).expect("below a usize")
    }

    pub(crate) fn coin(&mut self) -> bool {
        self.next() & 1 == 1
    }

    /// A pause from none to twice the mean.
    pub(crate) fn pause(&mut self, mean: Duration) -> Duration {
        mean * u32::try_from(self.below(2_001)).expect("small") / 1_000
    }
}
