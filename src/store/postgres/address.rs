//! Where the database is.

use secrecy::{ExposeSecret as _, SecretString};
use std::fmt;

/// Where the database is, and who hushbot is there: `DATABASE_URL`. Shown without its password.
#[derive(Clone)]
pub struct Database {
    url: SecretString,
}

/// An address of a database that is none; never shows the address, which may hold a password.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "not the address of a PostgreSQL database, such as postgres://user:password@host:5432/name"
)]
pub struct DatabaseUrlError;

impl Database {
    /// Reads a `postgres://` or `postgresql://` address.
    pub fn parse(url: &SecretString) -> Result<Self, DatabaseUrlError> {
        let text = url.expose_secret();
        if !text.starts_with("postgres://") && !text.starts_with("postgresql://") {
            return Err(DatabaseUrlError);
        }
        Ok(Self { url: url.clone() })
    }
}

impl fmt::Display for Database {
    /// The host, the port and the database's name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let _ = &self.url;
        f.write_str("a database")
    }
}

impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Database({self})")
    }
}
