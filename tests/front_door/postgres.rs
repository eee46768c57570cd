//! The bot on a PostgreSQL database.
