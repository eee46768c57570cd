//! What the bot answers, as data. The words are the locales' part.

use jiff::Timestamp;

use super::{
    connection::ConnectionId,
    hint::HintFor,
    invite::InviteToken,
    scope::Scope,
    silent_mode::Generation,
    supervisor::{Denial, Member, Role, TelegramId},
    toggle::{DialogStatus, Failed, Toggled},
    trouble::Trouble,
    webhook::WebhookError,
};

/// An answer to one update.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// To `/start` of somebody who is let in.
    Welcome {
        /// What they may do.
        role: Role,
        /// Whether they have a connection to a portal yet.
        connected: bool,
    },
    /// To whatever a stranger sends: that they are not authorised, and the id an admin needs.
    Stranger {
        /// Their Telegram id.
        id: TelegramId,
    },
    /// An invite was opened.
    LetIn {
        /// What it made of them.
        role: Role,
        /// Whether they have a connection from before.
        connected: bool,
    },
    /// An invite was opened by somebody who may already do all that it gives; it stays unused.
    AlreadyIn {
        /// What they may do.
        role: Role,
    },
    /// An invite can't be opened.
    InviteRefused(InviteProblem),
    /// What somebody may do, with examples.
    Help {
        /// `None` for strangers.
        role: Option<Role>,
        /// Whether they have a connection to a portal yet.
        connected: bool,
    },
    /// Who somebody is to the bot.
    Whoami(Whoami),
    /// Which language to speak: a button for each.
    LanguageChoice,
    /// The language was changed; the reply is in the new one.
    LanguageChanged,
    /// A new one-time link.
    Invite {
        /// The bot's name, for the link.
        bot: String,
        /// The link's secret part.
        token: InviteToken,
    },
    /// Everybody who is let in.
    Supervisors(Vec<Listed>),
    /// Somebody's access and credentials are gone.
    Revoked {
        /// Whose.
        id: TelegramId,
        /// The name they were listed by.
        name: String,
        /// How many connections went with it.
        connections: usize,
    },
    /// Somebody's access can't be taken away.
    RevokeRefused(RevokeProblem),
    /// A portal was connected.
    Connected(Connected),
    /// A portal could not be connected.
    ConnectFailed(ConnectProblem),
    /// Which connection to use, or to forget: a button for each.
    PortalChoice {
        /// What for.
        purpose: PortalPurpose,
        /// The person's connections.
        connections: Vec<ListedConnection>,
    },
    /// From now on this portal is used by default.
    PortalChosen {
        /// Its host.
        portal: String,
    },
    /// The credentials for this portal are forgotten.
    Disconnected {
        /// Its host.
        portal: String,
    },
    /// There is no connection to choose or to forget.
    NotConnected,
    /// What came of an order, a row per dialog.
    Toggled(Vec<Toggled>),
    /// What is known of dialogs, a row per dialog.
    Status(Vec<Result<DialogStatus, Box<Failed>>>),
    /// The user's mistake.
    Hint(HintFor),
    /// The person may not do that (strangers get [`Reply::Stranger`]).
    Denied(Denial),
    /// Our mistake; the log has the rest under the reference.
    InternalError {
        /// What to quote to whoever runs the bot.
        reference: Reference,
    },
    /// The answer to a message that held a webhook's secret and was therefore deleted.
    SecretSeen {
        /// Whether the message is gone. If not, its author must delete it.
        deleted: bool,
        /// Whether others may have seen it: it was written in a group.
        exposed: bool,
        /// The answer itself.
        inner: Box<Reply>,
    },
}

/// Names one of our mistakes in a reply and in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference(pub u32);

impl std::fmt::Display for Reference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

/// Why an invite can't be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InviteProblem {
    /// Never made, already used, or ended so long ago that it is forgotten.
    Unknown,
    /// Its time is over.
    Expired,
}

/// Why somebody's access can't be taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RevokeProblem {
    /// Nobody with this id is let in.
    NotListed(TelegramId),
    /// The id is an admin by the bot's environment, which only its operator changes.
    AdminByEnvironment(TelegramId),
    /// An admin can't take away their own access: nobody might be left.
    Oneself,
}

/// A row of the list of those who are let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Who.
    pub id: TelegramId,
    /// What they may do.
    pub role: Role,
    /// Their row in the store; `None` for an admin by the environment who has none.
    pub member: Option<Member>,
    /// The hosts of the portals they are connected to.
    pub portals: Vec<String>,
}

/// Who somebody is to the bot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whoami {
    /// Their Telegram id.
    pub id: TelegramId,
    /// `None` for strangers.
    pub role: Option<Role>,
    /// Their connections, the one used by default first.
    pub connections: Vec<ConnectionHealth>,
}

/// A connection and how it does just now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConnectionHealth {
    /// Which.
    pub connection: ListedConnection,
    /// Whose flag silent mode is there.
    pub generation: Generation,
    /// When it was connected.
    pub since: Timestamp,
    /// Scopes that the webhook lacked when it was last looked at.
    pub missing_scopes: Vec<Scope>,
    /// What the portal said when it was asked just now.
    pub health: Result<(), Trouble>,
}

/// A connection in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedConnection {
    /// Its number.
    pub id: ConnectionId,
    /// The portal's host.
    pub portal: String,
    /// The person's name there. Foreign text.
    pub person: String,
    /// Whether it is the one used by default.
    pub is_default: bool,
}

/// What a choice among connections is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PortalPurpose {
    /// To use it by default.
    Use,
    /// To forget it.
    Forget,
}

/// A portal that was connected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connected {
    /// The portal's host.
    pub portal: String,
    /// The person's name there. Foreign text.
    pub person: String,
    /// Scopes to add to the webhook; without a required one nothing will work.
    pub missing_scopes: Vec<Scope>,
    /// Whether the portal has the method that switches silent mode.
    pub can_switch: bool,
    /// Whose flag silent mode is there, as far as it can be seen without switching anything.
    pub generation: Generation,
    /// Whether it replaced an older connection of the same person to the same portal.
    pub replaced: bool,
    /// Whether the person has other connections besides; this one is used by default now.
    pub others: bool,
}

/// Why a portal could not be connected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConnectProblem {
    /// What was pasted is no webhook that the bot may use.
    Webhook(WebhookError),
    /// The portal says that the webhook acts as somebody else than its URL says.
    OtherUser,
    /// The portal did not confirm the webhook.
    Trouble(Trouble),
}
