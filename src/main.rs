//! hushbot's command line.

fn main() {}
