//! Build, serve, dist, test.
fn main() {}
