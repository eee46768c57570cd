//! Each way in which Telegram, a portal or the bot itself fails, once: what the person sees of it.

mod portal;
mod telegram;
