//! The log: what is written, how, and what never is. The numbers are in [`metrics`].

pub mod metrics;
mod recorder;

use tracing::{Level, Subscriber};
use tracing_subscriber::{
    EnvFilter, Layer,
    filter::{LevelFilter, filter_fn},
    fmt::MakeWriter,
    layer::SubscriberExt,
    registry::LookupSpan,
    util::SubscriberInitExt,
};

use crate::config::{Log, LogFormat};

/// Sends the process's log to standard error.
///
/// # Errors
/// `RUST_LOG` can't be read, in the words of its parser.
pub fn init(log: &Log) -> Result<(), String> {
    let layer = layer(log, std::io::stderr)?;
    tracing_subscriber::registry().with(layer).init();
    Ok(())
}

/// The layer behind [`init`], for any writer.
///
/// Libraries are cut off above `INFO`, whatever `RUST_LOG` says: below it they print requests and
/// bodies, and those hold the bot's token and the portals' secrets.
pub fn layer<S, W>(log: &Log, writer: W) -> Result<impl Layer<S> + use<S, W>, String>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let filter = EnvFilter::try_new(&log.filter).map_err(|error| error.to_string())?;
    // Told here, as a filter outside of it does not ask: libraries that log through `log` then
    // know at once what nobody wants.
    let most = filter.max_level_hint().unwrap_or(LevelFilter::TRACE);
    let ours_or_quiet = filter_fn(|metadata| {
        metadata.target().starts_with("hushbot") || *metadata.level() <= Level::INFO
    })
    .with_max_level_hint(most);
    let format = tracing_subscriber::fmt::layer().with_writer(writer);
    let format = match log.format {
        LogFormat::Text => format.with_ansi(false).boxed(),
        LogFormat::Json => format.json().boxed(),
    };
    Ok(format.with_filter(filter).with_filter(ours_or_quiet))
}
