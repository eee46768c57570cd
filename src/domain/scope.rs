//! The scopes of a portal's REST that hushbot asks for.

/// A scope of Bitrix24's REST, as named in a webhook's settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// Open channels: the switch itself and the dialog's card. Nothing works without it.
    OpenLines,
    /// Chats: the list of one's own dialogs, and with it an early look at the portal's generation.
    Im,
}

impl Scope {
    /// Every scope that hushbot has a use for, the indispensable first.
    pub const ALL: [Self; 2] = [Self::OpenLines, Self::Im];

    /// The name in the portal's settings and in the REST method `scope`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OpenLines => "imopenlines",
            Self::Im => "im",
        }
    }

    /// Whether hushbot can do nothing at all without it.
    pub const fn is_required(self) -> bool {
        matches!(self, Self::OpenLines)
    }

    /// The scopes that `granted` lacks, the indispensable first.
    pub fn missing_from<S: AsRef<str>>(granted: &[S]) -> Vec<Self> {
        let lacks = |scope: &Self| !granted.iter().any(|name| name.as_ref() == scope.name());
        Self::ALL.into_iter().filter(lacks).collect()
    }
}
