//! The bytes of a row of the inbox: a header in the clear, then the sealed payload.

use jiff::Timestamp;

use crate::store::{StoreError, Table};

/// Where an update is on its way to an answer. The numbers are on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Stage {
    /// To be answered.
    Work = 0,
    /// An order that came too late: kept until somebody wants it after all.
    Offered = 1,
    /// An offer that was taken: to be answered.
    Confirmed = 2,
}

/// A row, its payload still sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct InboxRow {
    pub(super) stage: Stage,
    pub(super) seen_at: Timestamp,
    /// When it was offered; else when it was seen.
    pub(super) since: Timestamp,
    /// The message that holds an interim answer.
    pub(super) interim: Option<i32>,
    pub(in super::super) sealed: Vec<u8>,
}

impl InboxRow {
    pub(in super::super) fn to_bytes(&self) -> Vec<u8> {
        [
            &[self.stage as u8][..],
            &time_bytes(self.seen_at),
            &time_bytes(self.since),
            // Telegram's ids of messages begin at 1.
            &self.interim.unwrap_or(0).to_be_bytes(),
            &self.sealed,
        ]
        .concat()
    }

    pub(in super::super) fn read(bytes: &[u8]) -> Result<Self, StoreError> {
        Self::parse(bytes).ok_or_else(|| StoreError::BadRow {
            table: Table::Inbox,
            reason: "its header is not one".to_owned(),
        })
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let (stage, rest) = bytes.split_first()?;
        let (seen_at, rest) = rest.split_first_chunk()?;
        let (since, rest) = rest.split_first_chunk()?;
        let (interim, sealed) = rest.split_first_chunk()?;
        Some(Self {
            stage: match stage {
                0 => Stage::Work,
                1 => Stage::Offered,
                2 => Stage::Confirmed,
                _ => return None,
            },
            seen_at: read_time(*seen_at)?,
            since: read_time(*since)?,
            interim: Some(i32::from_be_bytes(*interim)).filter(|id| *id != 0),
            sealed: sealed.to_vec(),
        })
    }
}

/// A time on disk: milliseconds since 1970, big-endian.
pub(in super::super) fn time_bytes(time: Timestamp) -> [u8; 8] {
    time.as_millisecond().to_be_bytes()
}

/// The time that [`time_bytes`] wrote.
pub(in super::super) fn read_time(bytes: [u8; 8]) -> Option<Timestamp> {
    Timestamp::from_millisecond(i64::from_be_bytes(bytes)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back_as_they_were_and_damaged_ones_are_refused() {
        let time = |ms| Timestamp::from_millisecond(ms).unwrap();
        for (stage, interim, sealed) in [
            (Stage::Work, None, &b""[..]),
            (Stage::Offered, Some(7), b"sealed"),
            (Stage::Confirmed, Some(i32::MAX), &[0xff; 100]),
        ] {
            let (seen_at, since, sealed) = (time(1_700_000_000_123), time(-5), sealed.to_vec());
            let row = InboxRow { stage, seen_at, since, interim, sealed };
            let bytes = row.to_bytes();
            assert_eq!(InboxRow::read(&bytes).unwrap(), row);
            for len in 0..21 {
                assert!(InboxRow::read(&bytes[..len]).is_err(), "{len}");
            }
            let mut unknown = bytes.clone();
            unknown[0] = 3;
            assert!(InboxRow::read(&unknown).is_err());
            unknown[..9].fill(0x7f);
            assert!(InboxRow::read(&unknown).is_err());
        }
    }
}
