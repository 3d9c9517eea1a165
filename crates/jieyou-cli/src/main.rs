//! The command line. Everything is in the library, so that tests need no process.

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> =
        std::env::args_os().skip(1).map(|a| a.to_string_lossy().into_owned()).collect();
    let mut output = std::io::stdout().lock();
    let mut errors = std::io::stderr().lock();
    jieyou_cli::run(&arguments, std::io::stdin(), &mut output, &mut errors).into()
}
