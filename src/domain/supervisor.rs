//! Who may do what: roles, and the proofs that the gate hands on.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A person's id in Telegram, which is also the id of their private chat with the bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TelegramId(pub u64);

impl fmt::Display for TelegramId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What a person may do. An admin may do all that a supervisor may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Switches the silent mode of dialogs with credentials of their own.
    Supervisor,
    /// Besides, lets people in and out.
    Admin,
}

/// A person whom the bot lets in, as the store keeps them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Who it is.
    pub id: TelegramId,
    /// What they may do.
    pub role: Role,
    /// The name they had in Telegram when they were let in: for the admins' list only.
    pub name: String,
    /// When they were let in.
    pub since: Timestamp,
    /// The admin whose invite it was; `None` for whoever opened the one-time link of a first start.
    pub invited_by: Option<TelegramId>,
}

/// Why somebody may not do what they asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denial {
    /// The bot does not know the person.
    Stranger,
    /// The command is for admins.
    AdminsOnly,
    /// The command is for private chats: it handles something that a group must not see.
    PrivateOnly,
}

/// Proof that somebody may do a supervisor's work; only [`Supervisor::admit`] makes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Supervisor {
    id: TelegramId,
    role: Role,
}

impl Supervisor {
    /// Admits whoever has a role, and denies strangers.
    pub fn admit(id: TelegramId, role: Option<Role>) -> Result<Self, Denial> {
        role.map(|role| Self { id, role }).ok_or(Denial::Stranger)
    }

    /// Whose proof it is.
    pub fn id(&self) -> TelegramId {
        self.id
    }

    /// The role they were admitted with.
    pub fn role(&self) -> Role {
        self.role
    }
}

/// Proof that somebody may do an admin's work; only [`Admin::admit`] makes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Admin {
    id: TelegramId,
}

impl Admin {
    /// Admits admins; denies supervisors and strangers, each for their own reason.
    pub fn admit(id: TelegramId, role: Option<Role>) -> Result<Self, Denial> {
        match role {
            Some(Role::Admin) => Ok(Self { id }),
            Some(Role::Supervisor) => Err(Denial::AdminsOnly),
            None => Err(Denial::Stranger),
        }
    }

    /// Whose proof it is.
    pub fn id(&self) -> TelegramId {
        self.id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_role_is_admitted_to_its_own_work_only() {
        let id = TelegramId(7);
        assert_eq!(Supervisor::admit(id, None), Err(Denial::Stranger));
        assert_eq!(Admin::admit(id, None), Err(Denial::Stranger));
        assert!(Supervisor::admit(id, Some(Role::Supervisor)).is_ok());
        assert_eq!(Admin::admit(id, Some(Role::Supervisor)), Err(Denial::AdminsOnly));
        assert!(Supervisor::admit(id, Some(Role::Admin)).is_ok());
        assert!(Admin::admit(id, Some(Role::Admin)).is_ok());
    }
}
