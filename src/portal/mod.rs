//! Bitrix24's REST interface: the only room that speaks to a portal.
//!
//! [`PortalClient`] is one for the process; [`PortalClient::via`] calls in somebody's name. Each
//! call is one POST (a renamed portal's redirect adds one), is never repeated here, and fails with
//! a [`PortalError`] that holds no URL, no secret and none of the portal's own words.

mod batch;
mod client;
mod code;
mod dialog;
mod envelope;
mod error;
mod handle;
mod operating;
mod php;
mod profile;
mod recent;
mod redirect;
mod resolver;
mod scope;
mod silent;
mod trouble;

pub use self::{
    client::{BuildError, PortalClient, Settings},
    code::Code,
    dialog::DialogReading,
    error::{PortalError, Refusal},
    handle::Portal,
    profile::Profile,
    recent::ListedDialog,
    scope::MethodState,
    silent::METHOD as SILENT_METHOD,
};
