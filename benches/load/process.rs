//! The bot's process, and what Linux says of it.

use std::{
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use hushbot::sandbox::telegram::BotApi;

/// Clock ticks a second in `/proc`, on every Linux of today (`USER_HZ`).
const TICKS: u64 = 100;

pub(crate) struct Process(std::sync::Mutex<Child>, u32);

impl Process {
    pub(crate) fn start(bot_api: &BotApi, data: &Path, admin: u64) -> Self {
        let child = Command::new(env!("CARGO_BIN_EXE_hushbot"))
            .env_clear()
            .env("TELOXIDE_TOKEN", bot_api.token())
            .env("TELOXIDE_API_URL", bot_api.url())
            .env("HUSHBOT_ADMINS", admin.to_string())
            .env("HUSHBOT_DATA_DIR", data)
            .env("HUSHBOT_ALLOW_INSECURE_PORTALS", "true")
            .env("HUSHBOT_PORTAL_RATE", "0")
            .env("RUST_LOG", "error")
            // As the Procfile, the image and the unit set it.
            .env("MALLOC_ARENA_MAX", "1")
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let pid = child.id();
        Self(std::sync::Mutex::new(child), pid)
    }

    /// Time on a processor, in user space and in the kernel.
    pub(crate) fn cpu(&self) -> Duration {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.1)).unwrap();
        // The name in parentheses may hold anything; utime and stime are the 12th and 13th behind.
        let fields = stat.rsplit(')').next().unwrap().split_whitespace().collect::<Vec<_>>();
        let ticks: u64 = fields[11..=12].iter().map(|field| field.parse::<u64>().unwrap()).sum();
        Duration::from_millis(ticks * 1_000 / TICKS)
    }

    pub(crate) fn peak_megabytes(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.1)).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
    }

    pub(crate) fn end(&self) {
        let mut child = self.0.lock().unwrap();
        // It may have ended by itself, which the numbers will have shown.
        let _ = child.kill();
        child.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.end();
    }
}
