//! The people and dialogs that a portal is set up with.

use serde::Serialize;

/// A person on the portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct User {
    /// The user's number, part of a webhook's address.
    pub id: u64,
    /// First name.
    pub name: String,
    /// Last name.
    pub last_name: String,
    /// Whether the person administers the portal.
    pub admin: bool,
    /// Whether the person may log in; a dismissed one's webhooks stop working.
    pub active: bool,
    /// Whether the person is an employee and no guest (extranet) user.
    pub employee: bool,
    /// The time zone that the person has set, by its IANA name; empty if none.
    pub time_zone: String,
}

impl User {
    /// An active employee without rights to administer.
    pub fn new(id: u64, name: &str, last_name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            last_name: last_name.to_owned(),
            admin: false,
            active: true,
            employee: true,
            time_zone: String::new(),
        }
    }

    /// Makes the person an administrator.
    #[must_use]
    pub fn administrator(mut self) -> Self {
        self.admin = true;
        self
    }

    /// Makes the person a dismissed one.
    #[must_use]
    pub fn dismissed(mut self) -> Self {
        self.active = false;
        self
    }

    /// Makes the person a guest (extranet) user.
    #[must_use]
    pub fn guest(mut self) -> Self {
        self.employee = false;
        self
    }

    /// Sets the person's time zone.
    #[must_use]
    pub fn in_zone(mut self, name: &str) -> Self {
        name.clone_into(&mut self.time_zone);
        self
    }

    /// First and last name.
    pub fn full_name(&self) -> String {
        format!("{} {}", self.name, self.last_name).trim().to_owned()
    }
}

/// The CRM card that a dialog is linked to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CrmCard {
    /// `LEAD`, `DEAL`, `CONTACT` or `COMPANY`.
    pub kind: String,
    /// The card's number.
    pub id: u64,
    /// Who may read the card, and with it the dialog.
    pub readers: Vec<u64>,
}

/// An open-line dialog with a client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dialog {
    /// The chat's number: `CHAT_ID`, and the N of `chatN`.
    pub chat_id: u64,
    /// The client's name.
    pub client: String,
    /// The open line's number.
    pub line_id: u64,
    /// The open line's name.
    pub line_name: String,
    /// The channel the client writes through: `livechat`, `telegrambot` and so on.
    pub connector: String,
    /// The conversation's identifier in that channel; not always a number.
    pub connector_chat: String,
    /// The client's identifier in that channel; not always a number.
    pub connector_user: String,
    /// The operator who leads the dialog.
    pub operator: Option<u64>,
    /// Everybody who is in the chat, the operator included, the client not.
    pub members: Vec<u64>,
    /// Who sees the dialog in their queue of dialogs that wait for an answer.
    pub queue: Vec<u64>,
    /// The session's number; of a closed dialog, the last one's.
    pub session_id: u64,
    /// Whether the session has ended.
    pub closed: bool,
    /// The linked CRM card.
    pub crm: Option<CrmCard>,
    /// Who has the line's permission to join other people's dialogs.
    pub may_join: Vec<u64>,
}

impl Dialog {
    /// An unanswered live-chat dialog on line 1 that nobody is in. Its session has the number of
    /// the chat plus 100,000.
    pub fn new(chat_id: u64, client: &str, line_name: &str) -> Self {
        Self {
            chat_id,
            client: client.to_owned(),
            line_id: 1,
            line_name: line_name.to_owned(),
            connector: "livechat".to_owned(),
            connector_chat: (chat_id.saturating_sub(2)).to_string(),
            connector_user: (chat_id + 500_000).to_string(),
            operator: None,
            members: Vec::new(),
            queue: Vec::new(),
            session_id: chat_id + 100_000,
            closed: false,
            crm: None,
            may_join: Vec::new(),
        }
    }

    /// Puts the dialog on another line.
    #[must_use]
    pub fn line(mut self, line_id: u64) -> Self {
        self.line_id = line_id;
        self
    }

    /// Gives the dialog an operator, who is a member with it.
    #[must_use]
    pub fn operator(mut self, user_id: u64) -> Self {
        self.operator = Some(user_id);
        self.member(user_id)
    }

    /// Adds a member.
    #[must_use]
    pub fn member(mut self, user_id: u64) -> Self {
        if !self.members.contains(&user_id) {
            self.members.push(user_id);
        }
        self
    }

    /// Shows the dialog in a person's queue.
    #[must_use]
    pub fn queued_for(mut self, user_id: u64) -> Self {
        self.queue.push(user_id);
        self
    }

    /// Gives a person the line's permission to join.
    #[must_use]
    pub fn joinable_by(mut self, user_id: u64) -> Self {
        self.may_join.push(user_id);
        self
    }

    /// Sets the session's number.
    #[must_use]
    pub fn session(mut self, session_id: u64) -> Self {
        self.session_id = session_id;
        self
    }

    /// Sets the channel and the client's identifiers there.
    #[must_use]
    pub fn via(mut self, connector: &str, chat: &str, user: &str) -> Self {
        connector.clone_into(&mut self.connector);
        chat.clone_into(&mut self.connector_chat);
        user.clone_into(&mut self.connector_user);
        self
    }

    /// Links the dialog to a CRM card.
    #[must_use]
    pub fn linked(mut self, kind: &str, id: u64, readers: &[u64]) -> Self {
        self.crm = Some(CrmCard { kind: kind.to_uppercase(), id, readers: readers.to_vec() });
        self
    }

    /// Makes the session an ended one.
    #[must_use]
    pub fn ended(mut self) -> Self {
        self.closed = true;
        self
    }

    /// `connector|line|connector chat|connector user`: `USER_CODE` and `entity_id`.
    pub fn user_code(&self) -> String {
        format!(
            "{}|{}|{}|{}",
            self.connector, self.line_id, self.connector_chat, self.connector_user
        )
    }
}

/// A chat that has nothing to do with open lines, to be told apart from those that have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OtherChat {
    /// The chat's number.
    pub chat_id: u64,
    /// A group chat's title; a conversation of two has none.
    pub title: Option<String>,
    /// Who is in it.
    pub members: Vec<u64>,
}
