//! The port: what any store must do, whatever it is made of.

use futures_util::future::BoxFuture;

use super::StoreError;

/// The longest key of a row, in bytes.
pub const LONGEST_KEY: usize = 256;

/// The largest row, key and value together, in bytes.
///
/// sled keeps up to 18 rows in one page. A page past 128 KiB would go to a file of its own, which
/// sled 0.34 never syncs; 18 rows of this size stay below.
pub const LARGEST_ROW: usize = 6 * 1024;

/// A kind of rows. The numbers are on disk: they never change and are never used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Table {
    /// What the store says of itself: its format, the check of the vault's key.
    Meta = 0,
    /// Who is let in.
    People = 1,
    /// What each person has chosen.
    Settings = 2,
    /// Invites not used yet.
    Invites = 3,
    /// Accesses to portals.
    Connections = 4,
    /// Updates that wait for their answer, and orders that came too late.
    Inbox = 5,
    /// The ids of updates that were answered, so that a second delivery is recognised.
    Settled = 6,
    /// What orders that must not be repeated have brought about, until they are answered.
    Effects = 7,
    /// What is to be done later.
    Schedule = 8,
    /// Who switched what.
    Audit = 9,
    /// Dialogs that are silent because of an order.
    Watches = 10,
    /// Groups that serve a purpose: the on-call room.
    Rooms = 11,
    /// Sign-ins that somebody has begun and not come back from.
    SignIns = 12,
}

impl Table {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Meta,
        Self::People,
        Self::Settings,
        Self::Invites,
        Self::Connections,
        Self::Inbox,
        Self::Settled,
        Self::Effects,
        Self::Schedule,
        Self::Audit,
        Self::Watches,
        Self::Rooms,
        Self::SignIns,
    ];

    /// The number on disk.
    pub const fn tag(self) -> u8 {
        self as u8
    }

    /// The table with this number on disk.
    pub fn from_tag(tag: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.tag() == tag)
    }
}

/// A row's place and the value it has there; no value is no row.
#[derive(Clone, PartialEq, Eq)]
pub struct Row {
    /// The table.
    pub table: Table,
    /// The key; any bytes.
    pub key: Vec<u8>,
    /// The value; any bytes.
    pub value: Option<Vec<u8>>,
}

/// Rows as a scan finds them: (key, value).
pub type Rows = Vec<(Vec<u8>, Vec<u8>)>;

/// Which of the rows that a scan finds it gives back.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// Begins behind the row with this key, be it there or not, in the direction of the scan.
    pub after: Option<&'a [u8]>,
    /// From the last key to the first.
    pub reverse: bool,
    /// At most so many rows.
    pub limit: usize,
}

impl<'a> Page<'a> {
    /// The first `limit` rows, in the order of their keys.
    pub fn first(limit: usize) -> Self {
        Self { after: None, reverse: false, limit }
    }

    /// The last `limit` rows, the last one first.
    pub fn last(limit: usize) -> Self {
        Self { reverse: true, ..Self::first(limit) }
    }

    /// The rows that follow the one with `key`.
    #[must_use]
    pub fn after(self, key: Option<&'a [u8]>) -> Self {
        Self { after: key, ..self }
    }
}

/// Writes that belong together, and what must hold for them to be made.
///
/// All expectations are held against the rows as they are before the batch. Of two writes to one
/// row the later counts.
#[derive(Clone, Default)]
#[must_use = "a batch does nothing until it is committed"]
pub struct Batch {
    expectations: Vec<Row>,
    writes: Vec<Row>,
}

impl Batch {
    /// A batch that does nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes a row, or writes over it.
    pub fn put(mut self, table: Table, key: &[u8], value: impl Into<Vec<u8>>) -> Self {
        self.writes.push(Row { table, key: key.to_vec(), value: Some(value.into()) });
        self
    }

    /// Removes a row; no matter if there is none.
    pub fn delete(mut self, table: Table, key: &[u8]) -> Self {
        self.writes.push(Row { table, key: key.to_vec(), value: None });
        self
    }

    /// Wants a row to have exactly this value, or, for `None`, not to exist.
    pub fn expect(mut self, table: Table, key: &[u8], value: Option<&[u8]>) -> Self {
        let value = value.map(<[u8]>::to_vec);
        self.expectations.push(Row { table, key: key.to_vec(), value });
        self
    }

    /// Wants a row not to exist.
    pub fn expect_absent(self, table: Table, key: &[u8]) -> Self {
        self.expect(table, key, None)
    }

    /// What must hold.
    pub fn expectations(&self) -> &[Row] {
        &self.expectations
    }

    /// What to write, in order.
    pub fn writes(&self) -> &[Row] {
        &self.writes
    }

    /// Refuses keys and rows past [`LONGEST_KEY`] and [`LARGEST_ROW`]. Every adapter calls it
    /// first, so that they all take the same rows.
    pub fn check(&self) -> Result<(), StoreError> {
        let too_large = |row: &&Row| {
            let value = row.value.as_ref().map_or(0, Vec::len);
            row.key.len() > LONGEST_KEY || row.key.len() + value > LARGEST_ROW
        };
        match self.writes.iter().find(too_large) {
            Some(row) => Err(StoreError::TooLarge { table: row.table }),
            None => Ok(()),
        }
    }
}

/// Tables of rows, ordered by key, that outlive the process.
///
/// One process owns a store, and any number of its tasks share it. They need no locks: a task
/// reads, decides, and commits a batch that expects what it read.
pub trait Store: Send + Sync + 'static {
    /// A row's value. Sees every batch whose commit has returned, and may see one a moment before.
    fn get<'a>(
        &'a self,
        table: Table,
        key: &'a [u8],
    ) -> BoxFuture<'a, Result<Option<Vec<u8>>, StoreError>>;

    /// A page of the rows whose keys begin with `prefix`, in the order of the keys' bytes. Rows
    /// that are written meanwhile may be among them or not.
    fn page<'a>(
        &'a self,
        table: Table,
        prefix: &'a [u8],
        page: Page<'a>,
    ) -> BoxFuture<'a, Result<Rows, StoreError>>;

    /// The first `limit` rows whose keys begin with `prefix`.
    fn scan<'a>(
        &'a self,
        table: Table,
        prefix: &'a [u8],
        limit: usize,
    ) -> BoxFuture<'a, Result<Rows, StoreError>> {
        self.page(table, prefix, Page::first(limit))
    }

    /// Writes a batch whole, and returns once it would survive a power loss.
    ///
    /// [`StoreError::Conflict`] if an expectation does not hold: nothing is written then. To drop
    /// the future after its first poll does not take the batch back.
    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<(), StoreError>>;

    /// Whether commits can succeed: an error once the store is broken, and why.
    fn health(&self) -> Result<(), StoreError>;

    /// Takes no more commits, finishes those it has, and returns when it is done. Later commits
    /// get [`StoreError::Closed`]. Can be called again.
    fn close(&self) -> BoxFuture<'_, ()>;
}
