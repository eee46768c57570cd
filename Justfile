# The commands of daily work. `just` lists them; each also runs by hand.

_default:
    @just --list

# The bot with a local Telegram, a local portal and a page on http://127.0.0.1:8080
demo:
    cargo run -- demo

# All tests but the page's
test:
    cargo test

# What must be clean before a commit
check:
    cargo fmt --check
    cargo clippy --all-targets --locked -- -D warnings
    cargo clippy --no-default-features --locked -- -D warnings

# The image's steps without a container engine
try:
    deploy/try

# The image itself, where Docker or Podman is
try-container:
    deploy/try-container

# The demo's page in headless Chromium
page:
    tests/page/run

# What a command costs inside the process, and what a person waits for
bench:
    cargo bench
