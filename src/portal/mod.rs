//! Bitrix24's REST interface: the only room that speaks to a portal.
//!
//! [`PortalClient`] is one for the process; [`PortalClient::via`] calls in somebody's name. Each
//! call waits for its turn (`limiter`), is one POST (a renamed portal's redirect adds one) that is
//! made again where that may help (`patience`), and fails with a [`PortalError`] that holds no
//! URL, no secret and none of the portal's own words.

pub mod auth;
mod batch;
mod blocks;
mod client;
mod code;
mod crm;
mod dialog;
mod entity;
mod envelope;
mod error;
mod handle;
mod keeper;
mod limiter;
mod message;
mod operating;
mod patience;
mod person;
mod php;
mod profile;
mod progress;
mod recent;
mod redirect;
mod resolver;
mod retry;
mod scope;
mod search;
mod settings;
mod silent;
mod switching;
pub(crate) mod tally;
mod trouble;
mod waiting;

pub use self::{
    client::{BuildError, PortalClient},
    code::Code,
    dialog::DialogReading,
    error::{PortalError, Refusal},
    handle::Portal,
    keeper::TokenKeeper,
    limiter::Urgency,
    message::NoteError,
    patience::Patience,
    profile::Profile,
    progress::Progress,
    recent::ListedDialog,
    scope::MethodState,
    search::SHORTEST_PHRASE,
    settings::Settings,
    switching::{METHOD as SILENT_METHOD, SwitchReading},
};
