//! hushbot: the silent mode of Bitrix24 open-channel dialogs, switched from Telegram.

pub mod domain;
#[cfg(feature = "demo")]
pub mod sandbox;
