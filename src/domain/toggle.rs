//! One dialog's switch and what came of it.

use super::{
    card::{Back, Card},
    connection::PortalTag,
    dialog::{DialogId, DialogRef},
    lasting::Lasting,
    silent_mode::Switch,
    trouble::Trouble,
};

/// How far the portal proves that an order took effect. Its `true` alone proves only that the
/// caller had access.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// The state was read back and is what was ordered.
    ReadBack,
    /// The portal said `true`; the state can't be read there.
    SaidOnly,
    /// The portal said `true`, and the state that was read back is the other one.
    Contradicted,
}

/// Which dialog, on which portal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The dialog's number.
    pub dialog: DialogId,
    /// Its name on the portal (client and line), where it was read. Foreign text.
    pub name: Option<String>,
    /// The portal, for the buttons.
    pub tag: PortalTag,
    /// The portal's host, where the person has more than one connection.
    pub portal: Option<String>,
}

/// The answer to an order about one dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toggled {
    /// What was ordered.
    pub order: Switch,
    /// For how long; `None` without an end.
    pub lasting: Option<Lasting>,
    /// What came of it.
    pub outcome: Result<Switched, Box<Failed>>,
}

/// The portal took the order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Switched {
    /// The dialog as it is now, as far as it was read.
    pub card: Box<Card>,
    /// How far it is proven.
    pub proof: Proof,
    /// After how long it ends by itself; `None` for never.
    pub lasting: Option<Lasting>,
    /// What was before, where the order has changed it and it is known.
    pub back: Option<Back>,
}

/// The portal did not take the order, or nothing was sent to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failed {
    /// The dialog as it was named.
    pub reference: DialogRef,
    /// Where, if it came so far that this was known.
    pub place: Option<Place>,
    /// Why.
    pub reason: Reason,
}

/// Why an order or a question about a dialog failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The person has no connection to any portal.
    NotConnected,
    /// The link leads to a portal that the person has no connection to.
    OtherPortal {
        /// The link's host.
        host: String,
    },
    /// The person has no connection to the button's portal, or none any more.
    NoSuchConnection,
    /// A newer order for the dialog took its place before this one was carried out.
    Superseded {
        /// The name of whoever gave it, where it was somebody else. Foreign text.
        by: Option<String>,
    },
    /// The portal's part.
    Trouble(Trouble),
}

impl Reason {
    /// Whether it lies with whoever asked: somebody else may well be let through.
    pub fn is_ones_own(&self) -> bool {
        match self {
            Self::NotConnected | Self::OtherPortal { .. } | Self::NoSuchConnection => true,
            Self::Superseded { .. } => false,
            Self::Trouble(trouble) => trouble.is_ones_own(),
        }
    }
}
