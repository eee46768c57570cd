//! A local Bitrix24 portal: its REST methods around open lines, quirks included.
//!
//! It stands in for a real portal in the demo and in tests, closely enough for Bitrix24's own
//! client libraries. What people do on a portal is in its methods too; trouble comes with
//! [`Portal::fault`]. Incoming webhooks are accepted, and the tokens of an authorisation server
//! that the portal has joined; https is not asked for, and answers are JSON only.

mod access;
mod envelope;
mod failure;
mod fault;
mod journal;
mod limits;
mod methods;
mod model;
mod oauth;
mod people;
mod php;
mod query;
mod reply;
mod request;
mod room;
mod server;
mod settings;
mod silent;
mod snapshot;
mod undeterred;
mod world;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use tokio::net::TcpListener;
use tokio::sync::{broadcast, watch};

use super::auth::AuthServer;
use super::connection::{Link, Running};

use access::Webhook;
pub use fault::{Fault, KNOWN_ERRORS, KnownError, On};
pub use journal::{Call, Event};
pub use model::{CrmCard, Dialog, OtherChat, User};
use oauth::Membership;
pub use oauth::Visitor;
pub use room::{Author, Post};
use server::{Server, lock};
pub use settings::{Generation, Limits, Settings};
pub use silent::Switched;
pub use snapshot::{DialogView, Snapshot};
use undeterred::Undeterred;

/// A running portal. Clones are handles of the same one; it stops with the last of them.
#[derive(Debug, Clone)]
pub struct Portal(Arc<Handle>);

#[derive(Debug)]
struct Handle {
    server: Arc<Server>,
    address: SocketAddr,
    prefix: String,
    running: Running,
}

impl Portal {
    /// Starts a portal without people and dialogs.
    ///
    /// # Errors
    /// When the address cannot be listened on.
    pub async fn start(settings: Settings) -> io::Result<Self> {
        let listener = TcpListener::bind(settings.listen).await?;
        let address = listener.local_addr()?;
        let stop = watch::Sender::new(false);
        let server = Arc::new(Server::new(&settings, stop.subscribe()));
        let running = Running::serve(listener, handle, Arc::clone(&server), stop);
        Ok(Self(Arc::new(Handle { server, address, prefix: settings.path_prefix, running })))
    }

    /// Frees the port at once and closes idle connections; calls under way are answered, but for those
    /// that hang, which are cut off.
    pub fn stop(&self) {
        self.0.running.stop();
    }

    /// The portal's address with its prefix, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.0.address, self.0.prefix)
    }

    /// Address and port.
    pub fn host(&self) -> String {
        self.0.address.to_string()
    }

    /// Adds a person, or replaces the one with the number.
    pub fn add_user(&self, user: User) {
        self.change(|world| world.users.insert(user.id, user));
    }

    /// Adds a dialog, or replaces the one with the number.
    pub fn add_dialog(&self, dialog: Dialog) {
        self.change(|world| world.add_dialog(dialog));
    }

    /// Adds a chat that has nothing to do with open lines.
    pub fn add_other_chat(&self, chat: OtherChat) {
        self.change(|world| world.others.insert(chat.chat_id, chat));
    }

    /// Makes an incoming webhook and gives its whole address, slash at the end included.
    pub fn webhook(&self, user_id: u64, scopes: &[&str]) -> String {
        self.webhook_with_secret(user_id, scopes, &format!("sandboxsecretofuser{user_id}"))
    }

    /// The same with a secret of one's own.
    pub fn webhook_with_secret(&self, user_id: u64, scopes: &[&str], secret: &str) -> String {
        let scopes = scopes.iter().map(ToString::to_string).collect();
        self.change(|world| {
            world.webhooks.insert((user_id, secret.to_owned()), Webhook { scopes })
        });
        format!("{}/rest/{user_id}/{secret}/", self.url())
    }

    /// Deletes all webhooks of a person.
    pub fn delete_webhook(&self, user_id: u64) {
        self.change(|world| world.webhooks.retain(|(owner, _), _| *owner != user_id));
    }

    /// Makes the portal known to an authorisation server under its lasting name. From then on
    /// people can sign in on it.
    pub fn join(&self, auth: &AuthServer, member: &str) {
        let (auth, member, host) = (auth.shared(), member.to_owned(), self.host());
        let membership = Membership { auth, member, host, false_server: None }.join(self.url());
        self.change(|world| world.membership = Some(membership));
    }

    /// From now on the portal sends people back with another name in the place of its
    /// authorisation server's.
    pub fn lie_about_server(&self, name: &str) {
        self.change(|world| {
            if let Some(membership) = &mut world.membership {
                membership.false_server = Some(name.to_owned());
            }
        });
    }

    /// Decides who sits before the browser when an application asks to be let in.
    pub fn visit_as(&self, visitor: Visitor) {
        self.change(|world| world.visitor = visitor);
    }

    /// The portal is updated, or set back. Flags stay where they are: a `Y` in the chat's field
    /// is stale after an update.
    pub fn set_generation(&self, generation: Generation) {
        self.change(|world| world.generation = generation);
    }

    /// The portal at this moment.
    pub fn snapshot(&self) -> Snapshot {
        let trouble = self.server().trouble();
        let renamed_to = lock(&self.server().renamed).clone();
        lock(&self.server().world).snapshot(trouble, renamed_to)
    }

    /// Arranges trouble for calls to come. Of several that fit a call, the oldest meets it.
    pub fn fault(&self, fault: Fault, on: On) {
        let times = on.times;
        lock(&self.server().armed).add(on, fault, times);
        self.server().journal.tell(|| Event::Changed);
    }

    /// Calls off all trouble that has not come yet.
    pub fn clear_faults(&self) {
        lock(&self.server().armed).clear();
        self.server().journal.tell(|| Event::Changed);
    }

    /// From now on every request is redirected (302) to the same path under another base, as a
    /// renamed cloud portal does.
    pub fn rename_to(&self, new_base: &str) {
        *lock(&self.server().renamed) = Some(new_base.to_owned());
        self.server().journal.tell(|| Event::Changed);
    }

    /// The last thousand calls in the order in which they were over.
    pub fn calls(&self) -> Vec<Call> {
        self.server().journal.calls()
    }

    /// Forgets the calls; their numbers go on counting.
    pub fn clear_calls(&self) {
        self.server().journal.clear();
    }

    /// The number of the last call that has arrived; 0 before the first.
    pub fn last_call(&self) -> u64 {
        self.server().journal.last_number()
    }

    /// What happens from now on.
    pub fn subscribe(&self) -> broadcast::Receiver<Event> {
        self.server().journal.subscribe()
    }

    /// The first recorded call that satisfies the caller, waiting for it if there is none.
    pub async fn wait_for_call(&self, wanted: impl Fn(&Call) -> bool) -> Call {
        self.wait_for_call_from(0, wanted).await
    }

    /// The same among the calls from a number on.
    pub async fn wait_for_call_from(&self, number: u64, wanted: impl Fn(&Call) -> bool) -> Call {
        self.server().journal.wait_for(number, wanted).await
    }

    fn server(&self) -> &Server {
        &self.0.server
    }
}

/// Hands a request to the server.
async fn handle(
    State(server): State<Arc<Server>>,
    ConnectInfo(link): ConnectInfo<Link>,
    request: Request,
) -> reply::Reply {
    Undeterred::new(async move { server.answer(&link, request).await }).await
}
