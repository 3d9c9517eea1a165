//! The same core without a browser: counting terms, checking files, classifying matters,
//! making samples.
//!
//! Reads no clock and no environment: the same arguments and input give the same
//! output, to the byte. Output for programs goes to `output`, words for people to
//! `errors`.

pub mod check;
pub mod classify;
pub mod due;
pub mod help;
pub mod sample;
pub mod wait;

use std::io::{self, Read, Write};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// All is well.
    Good,
    /// The command did its work, and something in its input is not well.
    Bad,
    /// The command line is wrong; nothing was done.
    Usage,
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Good => 0,
            Exit::Bad => 1,
            Exit::Usage => 2,
        })
    }
}

/// Why a command could not run.
#[derive(Debug)]
pub enum Failure {
    /// The arguments are wrong; what is wrong with them.
    Usage(String),
    /// Reading or writing failed.
    Io(io::Error),
    /// Anything else that a person has to read: code first.
    Other(String),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Runs one command line, without the program's name.
pub fn run(
    arguments: &[String],
    input: impl Read,
    output: &mut impl Write,
    errors: &mut impl Write,
) -> Exit {
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => return report(Failure::Usage("no command".to_owned()), "", errors),
    };
    if matches!(command, "-h" | "--help" | "help") {
        let text = help::of(rest.first().map_or("", String::as_str));
        return done(output.write_all(text.as_bytes()).map(|()| Exit::Good), errors);
    }
    if matches!(command, "-V" | "--version") {
        let written = writeln!(output, "jieyou {}", env!("CARGO_PKG_VERSION"));
        return done(written.map(|()| Exit::Good), errors);
    }
    let known = matches!(command, "due" | "check" | "classify" | "sample");
    if known && rest.iter().any(|a| a == "-h" || a == "--help") {
        let written = output.write_all(help::of(command).as_bytes());
        return done(written.map(|()| Exit::Good), errors);
    }
    let result = match command {
        "due" => due::command(rest, input, output),
        "check" => check::command(rest, output),
        "classify" => classify::command(rest, input, output, errors),
        "sample" => sample::command(rest, output),
        other => Err(Failure::Usage(format!("no command {other:?}"))),
    };
    match result {
        Ok(exit) => exit,
        Err(failure) => report(failure, command, errors),
    }
}

fn done(result: io::Result<Exit>, errors: &mut impl Write) -> Exit {
    result.unwrap_or_else(|error| report(Failure::Io(error), "", errors))
}

/// Says what went wrong. Standard error may be closed; then there is nobody to tell.
fn report(failure: Failure, command: &str, errors: &mut impl Write) -> Exit {
    let (text, exit) = match failure {
        // The reader has seen enough, as with `| head`.
        Failure::Io(e) if e.kind() == io::ErrorKind::BrokenPipe => return Exit::Good,
        Failure::Io(e) => (format!("io/failed: {e}"), Exit::Bad),
        Failure::Other(text) => (text, Exit::Bad),
        Failure::Usage(text) => {
            let space = if command.is_empty() { "" } else { " " };
            (format!("usage: {text}; see jieyou{space}{command} --help"), Exit::Usage)
        }
    };
    drop(writeln!(errors, "jieyou: {text}"));
    exit
}

/// Takes `--name value` and `--name=value` out of arguments; what is left is in order.
pub(crate) fn options<const N: usize>(
    arguments: &[String],
    names: [&str; N],
) -> Result<([Option<String>; N], Vec<String>), Failure> {
    let mut found = [const { None }; N];
    let mut left = Vec::new();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        if !argument.starts_with("--") || argument == "--" {
            left.push(argument.clone());
            continue;
        }
        let (name, value) = match argument.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (argument.as_str(), None),
        };
        let Some(at) = names.iter().position(|n| *n == name) else {
            return Err(Failure::Usage(format!("unknown option {name}")));
        };
        let value = value.or_else(|| rest.next().cloned());
        let value = value.ok_or_else(|| Failure::Usage(format!("{name} needs a value")))?;
        if found[at].replace(value).is_some() {
            return Err(Failure::Usage(format!("{name} is given twice")));
        }
    }
    Ok((found, left))
}
