//! CRM cards: what a dialog may be linked to.

/// A card of the CRM.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CrmCard {
    /// What it is about.
    pub kind: CrmKind,
    /// Its number among those of its kind; not 0.
    pub id: u64,
}

/// The kinds of cards that dialogs are linked to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CrmKind {
    /// A deal.
    Deal,
    /// A lead.
    Lead,
    /// A person.
    Contact,
    /// A firm.
    Company,
}

impl CrmKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Deal, Self::Lead, Self::Contact, Self::Company];

    /// The name in links and in the REST methods.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Deal => "deal",
            Self::Lead => "lead",
            Self::Contact => "contact",
            Self::Company => "company",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name().eq_ignore_ascii_case(name))
    }
}

impl CrmCard {
    /// Reads the path of a card's page: `/crm/deal/details/77/`, or `/show/` as it once was.
    pub(super) fn from_path<'a>(segments: impl Iterator<Item = &'a str>) -> Option<Self> {
        let segments: Vec<&str> = segments.collect();
        segments.windows(4).find_map(|window| match window {
            [crm, kind, page, id]
                if crm.eq_ignore_ascii_case("crm")
                    && ["details", "show"].iter().any(|known| page.eq_ignore_ascii_case(known)) =>
            {
                Self::of(kind, id)
            }
            _ => None,
        })
    }

    /// Reads `deal|77`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (kind, id) = text.split_once('|')?;
        Self::of(kind, id)
    }

    fn of(kind: &str, id: &str) -> Option<Self> {
        let digits = !id.is_empty() && id.bytes().all(|b| b.is_ascii_digit());
        let id = id.parse().ok().filter(|id| digits && *id > 0)?;
        Some(Self { kind: CrmKind::from_name(kind)?, id })
    }

    /// The path of the card's page.
    pub fn path(self) -> String {
        format!("/crm/{}/details/{}/", self.kind.name(), self.id)
    }
}
