//! The shape of a backup's file.
//!
//! [`MAGIC`] and the version's byte; for each row a 1, the lengths of key and value (16 and 32
//! bits, big-endian), the key with the table's byte in front, the value; at the end a 0, the number
//! of rows (64 bits), and the SHA-256 of all that is before it.

use std::{
    fs::File,
    io::{self, BufReader, BufWriter, Read, Write},
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use super::BackupError;
use crate::store::{LARGEST_ROW, LONGEST_KEY};

const MAGIC: &[u8; 15] = b"hushbot backup\n";

/// The version that this program writes and reads.
pub(super) const VERSION: u8 = 1;

const ROW: u8 = 1;
const END: u8 = 0;

/// Writes a file's frames.
pub(in crate::store) struct FrameWriter<W: Write> {
    out: BufWriter<W>,
    hash: Sha256,
    rows: u64,
}

impl<W: Write> FrameWriter<W> {
    pub(in crate::store) fn begin(out: W) -> io::Result<Self> {
        let mut writer = Self { out: BufWriter::new(out), hash: Sha256::new(), rows: 0 };
        writer.put(MAGIC)?;
        writer.put(&[VERSION])?;
        Ok(writer)
    }

    pub(in crate::store) fn row(&mut self, key: &[u8], value: &[u8]) -> io::Result<()> {
        let too_long = |_| io::Error::from(io::ErrorKind::InvalidInput);
        self.put(&[ROW])?;
        self.put(&u16::try_from(key.len()).map_err(too_long)?.to_be_bytes())?;
        self.put(&u32::try_from(value.len()).map_err(too_long)?.to_be_bytes())?;
        self.put(key)?;
        self.put(value)?;
        self.rows += 1;
        Ok(())
    }

    /// Ends the file, and gives the number of rows back. It is not synced.
    pub(in crate::store) fn finish(mut self) -> io::Result<u64> {
        self.put(&[END])?;
        self.put(&self.rows.to_be_bytes())?;
        self.out.write_all(&self.hash.finalize())?;
        self.out.flush()?;
        Ok(self.rows)
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.hash.update(bytes);
        self.out.write_all(bytes)
    }
}

/// Reads a file's frames.
pub(in crate::store) struct FrameReader {
    input: BufReader<File>,
    hash: Sha256,
    path: PathBuf,
}

impl FrameReader {
    pub(in crate::store) fn open(path: &Path) -> Result<Self, BackupError> {
        let file = File::open(path)
            .map_err(|source| BackupError::Io { path: path.to_path_buf(), source })?;
        Ok(Self { input: BufReader::new(file), hash: Sha256::new(), path: path.to_path_buf() })
    }

    /// Gives each row to `each`, and then the number of rows back. Whether the rows are what was
    /// written is only known at the end.
    pub(in crate::store) fn read(
        &mut self,
        mut each: impl FnMut(&[u8], &[u8]) -> Result<(), BackupError>,
    ) -> Result<u64, BackupError> {
        if self.array()? != *MAGIC {
            return Err(self.damaged("it does not begin like one"));
        }
        let [found] = self.array()?;
        if found != VERSION {
            let path = self.path.clone();
            return Err(BackupError::UnknownVersion { path, found, known: VERSION });
        }
        let mut rows = 0_u64;
        loop {
            match self.array()? {
                [ROW] => {
                    let key = usize::from(u16::from_be_bytes(self.array()?));
                    let value = u32::from_be_bytes(self.array()?) as usize;
                    if key > 1 + LONGEST_KEY || value > LARGEST_ROW {
                        return Err(self.damaged("it holds what is no row"));
                    }
                    let (key, value) = (self.bytes(key)?, self.bytes(value)?);
                    each(&key, &value)?;
                    rows += 1;
                }
                [END] => break,
                _ => return Err(self.damaged("it holds what is no row")),
            }
        }
        let counted = u64::from_be_bytes(self.array()?);
        let expected: [u8; 32] = self.hash.clone().finalize().into();
        if counted != rows || self.array()? != expected || !self.is_at_end()? {
            return Err(self.damaged("its checksum is wrong"));
        }
        Ok(rows)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], BackupError> {
        let mut bytes = [0; N];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    fn bytes(&mut self, len: usize) -> Result<Vec<u8>, BackupError> {
        let mut bytes = vec![0; len];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), BackupError> {
        self.input.read_exact(bytes).map_err(|error| match error.kind() {
            io::ErrorKind::UnexpectedEof => self.damaged("its end is missing"),
            _ => BackupError::Io { path: self.path.clone(), source: error },
        })?;
        self.hash.update(bytes);
        Ok(())
    }

    fn is_at_end(&mut self) -> Result<bool, BackupError> {
        match self.input.read(&mut [0]) {
            Ok(read) => Ok(read == 0),
            Err(source) => Err(BackupError::Io { path: self.path.clone(), source }),
        }
    }

    fn damaged(&self, reason: &'static str) -> BackupError {
        BackupError::Damaged { path: self.path.clone(), reason }
    }
}
