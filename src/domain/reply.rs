//! What the bot answers, as data. The words are the locales' part.

mod connections;
mod people;

use jiff::SignedDuration;

pub use self::{
    connections::{ConnectProblem, Connected, ConnectionHealth, ListedConnection, PortalPurpose},
    people::{InviteProblem, Listed, RevokeProblem, Whoami},
};
use super::{
    audit::AuditEntry,
    card::Card,
    connection::PortalTag,
    dialog::{DialogId, DialogRef},
    hint::HintFor,
    invite::InviteToken,
    lasting::Lasting,
    picker::{NoPicker, Picker},
    room::{Handover, RoomReply, StuckTimer},
    sign_in::SignInReply,
    silent_mode::Switch,
    supervisor::{Denial, Role, TelegramId},
    toggle::{Failed, Place, Reason, Switched, Toggled},
    trouble::Trouble,
    watch::{Remind, Reminder, SilencedRow, WatchOver},
    whisper::Whispered,
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
        /// A dialog of theirs for the examples: its number, and its name where it was read.
        /// Foreign text.
        dialog: Option<(DialogId, Option<String>)>,
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
        /// The dialogs whose silence was to end by itself, and does not any more.
        silences: Vec<DialogId>,
    },
    /// Somebody's access can't be taken away.
    RevokeRefused(RevokeProblem),
    /// A portal was connected.
    Connected(Connected),
    /// About a sign-in on a portal.
    SignIn(SignInReply),
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
    Status(Vec<Result<Card, Box<Failed>>>),
    /// The work takes longer than a person should wait in silence; the outcome will take this
    /// answer's place.
    Interim(Interim),
    /// An order that is too old to be run unasked: it came late, or an earlier process took it in
    /// and died.
    OldOrder(OldOrder),
    /// To whoever pressed a button of a card that may not show the state any more: nothing was
    /// switched, and the card is brought up to date.
    OldCard,
    /// In a group: who acted, below the answer.
    By {
        /// Their name. Foreign text.
        name: String,
        /// The answer.
        inner: Box<Reply>,
    },
    /// An old order that is not kept any more, was run already, or is somebody else's.
    OldOrderGone,
    /// A timed silence has ended, or should have.
    TimerOver(TimerOver),
    /// A newer order, or one by somebody else, took the place of the reader's timer.
    TimerReplaced {
        /// Where.
        place: Place,
        /// What was ordered.
        order: Switch,
        /// The name of whoever ordered it. Foreign text.
        by: String,
    },
    /// Who switched what, the newest first.
    Log {
        /// The dialog that was asked about.
        dialog: Option<DialogRef>,
        /// What is known, at most 20 rows.
        entries: Vec<LogEntry>,
    },
    /// To the admins: something that only they can mend.
    Alarm(Alarm),
    /// To somebody whose order could not be kept safe: it was not run.
    NotKept,
    /// To somebody whose order can't be kept safe for now: it waits at Telegram.
    NotKeptYet,
    /// The user's mistake.
    Hint(HintFor),
    /// The person may not do that (strangers get [`Reply::Stranger`]).
    Denied(Denial),
    /// Our mistake; the log has the rest under the reference.
    InternalError {
        /// What to quote to whoever runs the bot.
        reference: Reference,
    },
    /// Dialogs to choose from.
    Dialogs(Box<Picker>),
    /// There is no list of dialogs.
    NoDialogs(Box<NoPicker>),
    /// All that is silent now.
    Silenced(SilencedList),
    /// When the person is reminded of a silence without an end.
    Remind(Remind),
    /// Silences without an end that last.
    Reminder(Vec<Reminder>),
    /// Silences ended without the person's doing.
    WatchOver(Vec<WatchOver>),
    /// What came of binding a group.
    Room(RoomReply),
    /// To the on-call room: a silence that should have ended.
    StuckTimer(StuckTimer),
    /// What the next shift has to know.
    Handover(Handover),
    /// What came of a note that only colleagues see.
    Whispered(Whispered),
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

/// What is known while an order is still in work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interim {
    /// What was ordered, if it was a switch.
    pub order: Option<Switch>,
    /// The dialogs it is about.
    pub dialogs: Vec<DialogRef>,
    /// What it waits for, and for how long yet, where that is known.
    pub waiting: Option<(Trouble, SignedDuration)>,
}

/// An order that came too late.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldOrder {
    /// The update that it came with.
    pub update: u64,
    /// How long it was under way.
    pub age: SignedDuration,
    /// Its text as it was written, cut to 200 characters; foreign text. `None` for a button's.
    pub text: Option<String>,
    /// An earlier process took it in and died: it may have been run, answered even.
    pub interrupted: bool,
}

/// All that is silent now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SilencedList {
    /// Whether it is everybody's, for an admin.
    pub everybody: bool,
    /// The dialogs, the longest silent first.
    pub rows: Vec<SilencedRow>,
    /// The reader's own silences that turned out to be over.
    pub over: Vec<WatchOver>,
    /// The portals that the reader has a connection to: only there a button helps.
    pub reach: Vec<PortalTag>,
}

/// A timed silence that has ended, or should have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimerOver {
    /// Where.
    pub place: Place,
    /// How long the silence was to last.
    pub lasting: Lasting,
    /// What came of switching it off. An error is an alarm: the client still gets no answers.
    pub outcome: Result<Switched, Reason>,
}

/// A switch in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    /// What is kept of it.
    pub entry: AuditEntry,
    /// How long ago it was.
    pub age: SignedDuration,
    /// The portal's host, where the reader has more than one.
    pub portal: Option<String>,
}

/// Something that only an admin can mend.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Alarm {
    /// A second process polls with the bot's token, or a webhook is set.
    SecondPoller,
    /// The vendor blocked a portal's REST by hand (`OVERLOAD_LIMIT`).
    PortalBlocked {
        /// Its host.
        portal: String,
    },
    /// The store stopped writing: nothing new can be kept until the process is restarted.
    StoreBroken,
    /// The store is away, or takes no writes for now; it heals by itself.
    StoreAway,
}

/// Names one of our mistakes in a reply and in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference(pub u32);

impl std::fmt::Display for Reference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}
