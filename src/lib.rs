//! hushbot: the silent mode of Bitrix24 open-channel dialogs, switched from Telegram.

#[cfg(feature = "demo")]
pub mod sandbox;
