//! The one gate: what somebody asked becomes an order only here, with proof that they may give it.

use secrecy::SecretString;

use crate::desk::Choice;
use crate::domain::{
    action::Action,
    card::Back,
    command::{Command, SilentOrder},
    dialog::{DialogRef, Target, Via},
    hint::{Hint, Word},
    invite::InviteToken,
    picker::Wanted,
    sign_in::PortalName,
    silent_mode::Switch,
    supervisor::{Admin, Denial, Role, Supervisor, TelegramId},
    watch::Remind,
};

/// What somebody asked for, before it is known whether they may.
#[derive(Debug, Clone)]
pub enum Asked {
    /// By a message.
    Command(Command),
    /// By a button.
    Action(Action),
    /// By a message or button that can't be understood.
    Unclear(Hint),
}

/// Who asks, and where.
#[derive(Debug, Clone, Copy)]
pub struct Asker {
    /// Who.
    pub id: TelegramId,
    /// What they are to the bot; `None` for strangers.
    pub role: Option<Role>,
    /// Whether it is a private chat.
    pub private: bool,
}

/// What is to be done. Whatever needs a right carries the proof of it.
#[derive(Debug, Clone)]
pub enum Order {
    /// Greet.
    Greet,
    /// Open an invite.
    OpenInvite(Option<InviteToken>),
    /// Say what the asker may do.
    Help,
    /// Say who the asker is.
    Whoami,
    /// Change the language, or offer the choice.
    Language(Option<Word>),
    /// Explain a mistake.
    Explain(Hint),
    /// Connect a portal.
    Connect(Supervisor, SecretString),
    /// Begin a sign-in on a portal.
    SignIn(Supervisor, PortalName),
    /// Forget a connection.
    Disconnect(Supervisor, Choice),
    /// Use another connection by default.
    UsePortal(Supervisor, Choice),
    /// Switch dialogs.
    Silent(Supervisor, SilentOrder),
    /// Show dialogs.
    Status(Supervisor, Vec<DialogRef>),
    /// List switches.
    Log(Supervisor, Option<DialogRef>),
    /// Run an order that came too late.
    RunOld(Supervisor, u64),
    /// Make an invite.
    Invite(Admin),
    /// List those who are let in.
    Supervisors(Admin),
    /// Take somebody's access away.
    Revoke(Admin, TelegramId),
    /// Lead a dialog back to what was before.
    Undo(Supervisor, DialogRef, Back),
    /// List dialogs to choose from.
    Dialogs(Supervisor, Wanted),
    /// List all that is silent; everybody's for an admin.
    Silenced(Supervisor, Option<Admin>),
    /// Switch off all that the person has silenced.
    AllOff(Supervisor),
    /// Set, or tell, when the person is reminded.
    Remind(Supervisor, Option<Remind>),
    /// Make the group the on-call room, or end that.
    Here(Admin, bool),
    /// Say what the next shift has to know.
    Handover(Supervisor),
    /// Post a note that only colleagues see.
    Whisper(Supervisor, DialogRef, String),
}

impl Order {
    /// Whether it is dangerous to carry out long after it was given.
    pub fn must_be_fresh(&self) -> bool {
        matches!(
            self,
            Self::Silent(..)
                | Self::Undo(..)
                | Self::AllOff(..)
                | Self::Whisper(..)
                | Self::Disconnect(..)
                | Self::Revoke(..)
        )
    }
}

/// Lets an order through or says why not.
pub fn authorise(asked: Asked, who: Asker) -> Result<Order, Denial> {
    match asked {
        Asked::Command(command) => authorise_command(command, who),
        Asked::Action(action) => authorise_action(action, who),
        // A stranger learns nothing about commands.
        Asked::Unclear(hint) => Supervisor::admit(who.id, who.role).map(|_| Order::Explain(hint)),
    }
}

fn authorise_command(command: Command, who: Asker) -> Result<Order, Denial> {
    let pick = |word: Option<Word>| word.map_or(Choice::Unsaid, Choice::Named);
    Ok(match command {
        Command::Start | Command::Help | Command::Whoami | Command::Language(_)
            if who.role.is_none() && !who.private =>
        {
            // In a group a stranger is told one thing, and that once.
            return Err(Denial::Stranger);
        }
        Command::Start => Order::Greet,
        Command::OpenInvite(token) => {
            who.privately()?;
            Order::OpenInvite(token)
        }
        Command::Help => Order::Help,
        Command::Whoami => Order::Whoami,
        Command::Language(word) => Order::Language(word),
        Command::Connect(pasted) => Order::Connect(who.supervisor_privately()?, pasted),
        Command::SignIn(portal) => Order::SignIn(who.supervisor_privately()?, portal),
        Command::Disconnect(word) => Order::Disconnect(who.supervisor_privately()?, pick(word)),
        Command::Portal(word) => Order::UsePortal(who.supervisor_privately()?, pick(word)),
        Command::Silent(order) => Order::Silent(who.supervisor()?, order),
        Command::Log(dialog) => Order::Log(who.supervisor()?, dialog),
        Command::Status(dialogs) => Order::Status(who.supervisor()?, dialogs),
        Command::Invite => Order::Invite(who.admin_privately()?),
        Command::Supervisors => Order::Supervisors(who.admin_privately()?),
        Command::Revoke(id) => Order::Revoke(who.admin_privately()?, id),
        Command::Dialogs(wanted) => Order::Dialogs(who.supervisor()?, wanted),
        Command::Silenced => Order::Silenced(who.supervisor()?, who.admin()),
        Command::Remind(remind) => Order::Remind(who.supervisor()?, remind),
        Command::Here(bind) => Order::Here(Admin::admit(who.id, who.role)?, bind),
        Command::Handover => Order::Handover(who.supervisor()?),
        Command::Whisper(dialog, text) => Order::Whisper(who.supervisor()?, dialog, text),
    })
}

fn authorise_action(action: Action, who: Asker) -> Result<Order, Denial> {
    let at =
        |portal, dialog| vec![DialogRef { target: Target::Chat(dialog), via: Via::Portal(portal) }];
    let silent = |portal, dialog, switch, lasting| SilentOrder {
        dialogs: at(portal, dialog),
        switch,
        lasting,
        reason: None,
    };
    Ok(match action {
        Action::Switch { portal, dialog, order } => {
            Order::Silent(who.supervisor()?, silent(portal, dialog, order, None))
        }
        Action::Silence { portal, dialog, lasting } => {
            Order::Silent(who.supervisor()?, silent(portal, dialog, Switch::On, Some(lasting)))
        }
        Action::RunNow { update } => Order::RunOld(who.supervisor()?, update),
        Action::Status { portal, dialog } => Order::Status(who.supervisor()?, at(portal, dialog)),
        Action::Language(code) => Order::Language(Some(code)),
        Action::UsePortal(id) => {
            Order::UsePortal(who.supervisor_privately()?, Choice::Numbered(id))
        }
        Action::Disconnect(id) => {
            Order::Disconnect(who.supervisor_privately()?, Choice::Numbered(id))
        }
        Action::Undo { portal, dialog, back } => {
            let dialog = DialogRef { target: Target::Chat(dialog), via: Via::Portal(portal) };
            Order::Undo(who.supervisor()?, dialog, back)
        }
        Action::Dialogs(wanted) => Order::Dialogs(who.supervisor()?, wanted),
        Action::Silenced => Order::Silenced(who.supervisor()?, who.admin()),
        Action::AllOff => Order::AllOff(who.supervisor()?),
        Action::SignIn(portal) => Order::SignIn(who.supervisor_privately()?, portal),
    })
}

impl Asker {
    fn admin(&self) -> Option<Admin> {
        Admin::admit(self.id, self.role).ok()
    }

    fn supervisor(&self) -> Result<Supervisor, Denial> {
        Supervisor::admit(self.id, self.role)
    }

    fn supervisor_privately(&self) -> Result<Supervisor, Denial> {
        let supervisor = self.supervisor()?;
        self.privately()?;
        Ok(supervisor)
    }

    fn admin_privately(&self) -> Result<Admin, Denial> {
        let admin = Admin::admit(self.id, self.role)?;
        self.privately()?;
        Ok(admin)
    }

    fn privately(&self) -> Result<(), Denial> {
        if self.private { Ok(()) } else { Err(Denial::PrivateOnly) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{command::Parsed, vocabulary::Vocabulary};

    fn verdict(text: &str, role: Option<Role>, private: bool) -> Result<(), Denial> {
        let words = Vocabulary::new([(Switch::On, "on"), (Switch::Off, "off")]).unwrap();
        let asked = match crate::domain::command::parse(text, "bot", &words) {
            Parsed::Command(command) => Asked::Command(command),
            Parsed::Hint(hint) => Asked::Unclear(hint),
            Parsed::NotForUs => unreachable!(),
        };
        authorise(asked, Asker { id: TelegramId(1), role, private }).map(|_| ())
    }

    #[test]
    fn who_may_do_what_and_where() {
        use Denial::{AdminsOnly, PrivateOnly, Stranger};
        // A row: the text, then the verdict for a stranger, a supervisor, an admin in a private
        // chat, and for an admin in a group.
        for (text, stranger, supervisor, admin, group) in [
            ("/start", Ok(()), Ok(()), Ok(()), Ok(())),
            ("/start x", Ok(()), Ok(()), Ok(()), Err(PrivateOnly)),
            ("/help", Ok(()), Ok(()), Ok(()), Ok(())),
            ("/whoami", Ok(()), Ok(()), Ok(()), Ok(())),
            ("/language ru", Ok(()), Ok(()), Ok(()), Ok(())),
            ("/connect x", Err(Stranger), Ok(()), Ok(()), Err(PrivateOnly)),
            ("/disconnect", Err(Stranger), Ok(()), Ok(()), Err(PrivateOnly)),
            ("/portal", Err(Stranger), Ok(()), Ok(()), Err(PrivateOnly)),
            ("/silent 1 on", Err(Stranger), Ok(()), Ok(()), Ok(())),
            ("/status 1", Err(Stranger), Ok(()), Ok(()), Ok(())),
            ("/log", Err(Stranger), Ok(()), Ok(()), Ok(())),
            ("/invite", Err(Stranger), Err(AdminsOnly), Ok(()), Err(PrivateOnly)),
            ("/supervisors", Err(Stranger), Err(AdminsOnly), Ok(()), Err(PrivateOnly)),
            ("/revoke 5", Err(Stranger), Err(AdminsOnly), Ok(()), Err(PrivateOnly)),
            ("/here", Err(Stranger), Err(AdminsOnly), Ok(()), Ok(())),
            ("/here off", Err(Stranger), Err(AdminsOnly), Ok(()), Ok(())),
            ("/handover", Err(Stranger), Ok(()), Ok(()), Ok(())),
            ("/whisper 1 x", Err(Stranger), Ok(()), Ok(()), Ok(())),
            ("/silent", Err(Stranger), Ok(()), Ok(()), Ok(())),
            ("hello", Err(Stranger), Ok(()), Ok(()), Ok(())),
        ] {
            assert_eq!(verdict(text, None, true), stranger, "{text} by a stranger");
            assert_eq!(
                verdict(text, Some(Role::Supervisor), true),
                supervisor,
                "{text} by a supervisor"
            );
            assert_eq!(verdict(text, Some(Role::Admin), true), admin, "{text} by an admin");
            assert_eq!(verdict(text, Some(Role::Admin), false), group, "{text} in a group");
            let opens = text == "/start x";
            let in_a_group = if opens { Err(PrivateOnly) } else { Err(Stranger) };
            assert_eq!(verdict(text, None, false), in_a_group, "{text} by a stranger in a group");
        }
    }
}
