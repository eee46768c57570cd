//! The command line of hushbot: reads it, wires the parts, gives the exit code.

use std::{
    fmt,
    io::{IsTerminal as _, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use clap::{Parser, Subcommand};
use hushbot::{
    app::{App, FirstAdmin, RunError, StartError},
    clock::SystemClock,
    config::{Config, StoreSettings},
    doctor, health,
    keeping::Keeping,
    keys::{self, ChangeError, NewKey},
    telemetry,
};

/// Switches the silent mode of Bitrix24 open-channel dialogs from Telegram.
#[derive(Parser)]
#[command(version, about)]
struct CommandLine {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Run the bot (the default). All settings come from the environment; see README.md.
    Run,
    /// Write everything that the bot keeps into one file; while the bot is stopped, unless it is
    /// kept in a database. What is encrypted stays so: keep the key, too. On a disk the running bot
    /// makes a backup a day by itself, in `backups` below `HUSHBOT_DATA_DIR`.
    Backup {
        /// The file to write; an older one is replaced once the new one is whole.
        file: PathBuf,
    },
    /// Put a backup where there is no store yet, be it a directory or a database (`DATABASE_URL`).
    Restore {
        /// The file to read.
        file: PathBuf,
    },
    /// Change the key that credentials are encrypted with, while the bot is stopped. Makes a backup
    /// first. A key file in the data directory is replaced; see docs/keys.md for other places.
    Rekey {
        /// The file that holds the new key; without it one is made.
        #[arg(long, value_name = "FILE")]
        new_key_file: Option<PathBuf>,
        /// Make a key and write it to this new file, for you to put where `HUSHBOT_SECRET_KEY`
        /// comes from.
        #[arg(long, value_name = "FILE", conflicts_with = "new_key_file")]
        write_key: Option<PathBuf>,
    },
    /// Look at everything that the bot needs, change nothing, and say what to do. Exit code 0: all is
    /// well; 1: warnings; 2: errors.
    Doctor {
        /// Print JSON for machines.
        #[arg(long)]
        json: bool,
    },
    /// Say by the exit code whether the bot beside this process lives: for a container's health
    /// check.
    Health,
    /// Try the bot with a local Telegram, a local portal and a page to play with. Needs nothing.
    #[cfg(feature = "demo")]
    Demo(hushbot::demo::Options),
}

/// The settings are wrong.
const WRONG_SETTINGS: u8 = 2;

fn main() -> ExitCode {
    let command = CommandLine::parse().command.unwrap_or(Command::Run);
    let done = match command {
        Command::Run => run(),
        Command::Backup { file } => backup(&file),
        Command::Restore { file } => restore(&file),
        Command::Rekey { new_key_file, write_key } => {
            rekey(&NewKey { from: new_key_file, to: write_key })
        }
        Command::Doctor { json } => return doctor(json).unwrap_or_else(Failure::report),
        Command::Health => health(),
        #[cfg(feature = "demo")]
        Command::Demo(options) => demo(options),
    };
    done.map_or_else(Failure::report, |()| ExitCode::SUCCESS)
}

/// Reads a `.env` file where there is one.
fn dotenv() -> Result<(), Failure> {
    match dotenvy::dotenv() {
        Ok(_) => Ok(()),
        Err(error) if error.not_found() => Ok(()),
        Err(error) => Err(Failure::settings(&format_args!(".env: {error}"))),
    }
}

#[allow(clippy::print_stdout, reason = "whoever runs it by hand wants to know")]
fn backup(file: &Path) -> Result<(), Failure> {
    dotenv()?;
    let keeping = keeping()?;
    runtime()?.block_on(keeping.backup(file)).map_err(|error| Failure::start(&error))?;
    println!("The store is in {}. It is of no use without the key.", file.display());
    Ok(())
}

#[allow(clippy::print_stdout, reason = "whoever runs it by hand wants to know")]
fn restore(file: &Path) -> Result<(), Failure> {
    dotenv()?;
    let keeping = keeping()?;
    runtime()?.block_on(keeping.restore(file)).map_err(|error| Failure::start(&error))?;
    println!("{} is back in {keeping}.", file.display());
    Ok(())
}

/// What concerns the store, of the settings.
fn store_settings() -> Result<StoreSettings, Failure> {
    StoreSettings::from_env().map_err(|error| Failure::settings(&error))
}

fn keeping() -> Result<Keeping, Failure> {
    Ok(store_settings()?.keeping())
}

#[allow(clippy::print_stdout, reason = "whoever runs it by hand wants to know")]
fn rekey(new: &NewKey) -> Result<(), Failure> {
    dotenv()?;
    let settings = store_settings()?;
    let changed = runtime()?.block_on(keys::change(&settings, new, jiff::Timestamp::now()))?;
    println!("The store has a new key ({} rows).", changed.rows);
    match changed.key_file {
        Some(file) => println!("The new key is in {}.", file.display()),
        None => println!("Put the new key where HUSHBOT_SECRET_KEY comes from."),
    }
    println!(
        "{} is from before and needs the old key: delete both once you are sure.",
        changed.backup.display()
    );
    println!("Older backups in the same place need the old key, too.");
    Ok(())
}

fn doctor(json: bool) -> Result<ExitCode, Failure> {
    dotenv()?;
    let text = |value: std::ffi::OsString| value.to_string_lossy().into_owned();
    let variables = std::env::vars_os().map(|(name, value)| (text(name), text(value))).collect();
    let report = runtime()?.block_on(doctor::examine(&variables));
    let mut out = std::io::stdout();
    let shown = if json { report.json() + "\n" } else { report.table(out.is_terminal()) };
    // Whoever reads only the beginning has it.
    let _ = out.write_all(shown.as_bytes());
    Ok(ExitCode::from(report.exit_code()))
}

fn health() -> Result<(), Failure> {
    dotenv()?;
    let settings = store_settings()?;
    runtime()?
        .block_on(health::check(&settings, |name| std::env::var(name).ok()))
        .map_err(|error| Failure::start(&error))
}

fn run() -> Result<(), Failure> {
    dotenv()?;
    let config = Config::from_env().map_err(|error| Failure::settings(&error))?;
    telemetry::init(&config.log)
        .map_err(|error| Failure::settings(&format_args!("RUST_LOG: {error}")))?;
    runtime()?.block_on(async {
        config.keeping().warn_if_new().await;
        let app = App::build(config, Arc::new(SystemClock)).await.map_err(Failure::from)?;
        app.announce_first_admin(print_link).run_until(shutdown()).await.map_err(Failure::from)
    })
}

#[cfg(feature = "demo")]
fn demo(options: hushbot::demo::Options) -> Result<(), Failure> {
    let log = hushbot::config::Log::from_lookup(|name| std::env::var(name).ok())
        .map_err(|error| Failure::settings(&error))?;
    telemetry::init(&log).map_err(|error| Failure::settings(&format_args!("RUST_LOG: {error}")))?;
    runtime()?
        .block_on(hushbot::demo::run(options, shutdown()))
        .map_err(|error| Failure::start(&error))
}

fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| Failure::start(&error))
}

/// Completes on SIGTERM, which is what Docker, systemd and Heroku send, or on Ctrl-C.
async fn shutdown() {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = match signal(SignalKind::terminate()) {
        Ok(terminate) => terminate,
        Err(error) => {
            tracing::error!(%error, "SIGTERM can't be caught");
            return std::future::pending().await;
        }
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
    // A second signal ends the process at once: what is kept on disk goes on at the next start.
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = tokio::signal::ctrl_c() => {}
        }
        std::process::exit(130);
    });
}

#[allow(clippy::print_stdout, reason = "the link is for whoever starts the bot, not for its log")]
fn print_link(first: &FirstAdmin<'_>) {
    println!("Nobody is admin of @{} yet. Whoever opens this link first will be:", first.bot);
    println!("https://t.me/{}?start={}", first.bot, first.token.expose());
}

/// Why the process ends, in one line.
struct Failure {
    line: String,
    code: u8,
}

impl From<StartError> for Failure {
    fn from(error: StartError) -> Self {
        let settings = matches!(error, StartError::Key(_) | StartError::NoKey);
        Self::new(&error, if settings { WRONG_SETTINGS } else { 1 })
    }
}

impl From<RunError> for Failure {
    fn from(error: RunError) -> Self {
        Self::new(&error, if matches!(error, RunError::Token(_)) { WRONG_SETTINGS } else { 1 })
    }
}

impl From<ChangeError> for Failure {
    fn from(error: ChangeError) -> Self {
        use ChangeError::{Key, NoKey, NoNewKey, TwoNewKeys};
        let settings = matches!(error, Key(..) | NoKey | NoNewKey | TwoNewKeys(_));
        Self::new(&error, if settings { WRONG_SETTINGS } else { 1 })
    }
}

impl Failure {
    fn new(error: &dyn fmt::Display, code: u8) -> Self {
        Self { line: error.to_string(), code }
    }

    fn settings(error: &dyn fmt::Display) -> Self {
        Self::new(error, WRONG_SETTINGS)
    }

    fn start(error: &dyn fmt::Display) -> Self {
        Self::new(error, 1)
    }

    #[allow(clippy::print_stderr, reason = "the log may not be there yet")]
    fn report(self) -> ExitCode {
        eprintln!("hushbot: {}", self.line.replace('\n', " "));
        ExitCode::from(self.code)
    }
}
