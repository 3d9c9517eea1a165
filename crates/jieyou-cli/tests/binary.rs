//! The built program: pipes and exit statuses. What it says is tested in `tests/cli.rs`.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};

fn jieyou(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jieyou"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

#[test]
fn each_question_is_answered_at_once() {
    let mut child = jieyou(&["due"]).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for (question, answer) in [
        (
            r#"{"id":1,"start":"2026-02-12","kind":"working_days","n":3}"#,
            r#"{"id":1,"due":"2026-02-24""#,
        ),
        ("not a question", r#"{"line":2,"error":{"code":"input/not-json""#),
    ] {
        writeln!(input, "{question}").unwrap();
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        assert!(line.starts_with(answer), "{line}");
    }
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn the_status_says_how_it_went() {
    for (arguments, status) in [
        (&["--help"][..], 0),
        (&["--version"], 0),
        (&["due"], 0),
        (&["check", "/no/such/file"], 1),
        (&["sample"], 2),
    ] {
        assert_eq!(
            jieyou(arguments).output().unwrap().status.code(),
            Some(status),
            "{arguments:?}"
        );
    }
}
