//! The command line through its library: what goes in, what comes out, and the status.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod classify;

use jieyou_cli::{Exit, run};
use jieyou_domain::Realm;
use jieyou_domain::ledger::Stage;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::rc::Rc;

/// Runs a command line with `input`; returns status, output and words for people.
fn jieyou(arguments: &[&str], input: impl Read) -> (Exit, String, String) {
    let arguments: Vec<String> = arguments.iter().map(|a| (*a).to_owned()).collect();
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let exit = run(&arguments, input, &mut output, &mut errors);
    (exit, String::from_utf8(output).unwrap(), String::from_utf8(errors).unwrap())
}

fn due(input: &str) -> (Exit, Vec<Value>) {
    let (exit, output, errors) = jieyou(&["due"], input.as_bytes());
    assert_eq!(errors, "");
    (exit, output.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

#[track_caller]
fn day(start: &str, kind: &str, n: u32, roll: Value, expected: &str) {
    let ask = json!({ "id": 1, "start": start, "kind": kind, "n": n, "roll": roll });
    let (exit, answers) = due(&ask.to_string());
    let answer = &answers[0];
    let got = answer["due"].as_str().or_else(|| answer["error"]["code"].as_str());
    assert_eq!((exit, got), (Exit::Good, Some(expected)), "{answer}");
}

#[test]
fn days_come_out_as_the_notices_say() {
    let no = || Value::Null;
    let yes = || Value::Bool(true);
    day("2026-02-12", "working_days", 3, no(), "2026-02-24");
    day("2026-02-12", "working_days", 3, yes(), "2026-02-24");
    day("2026-02-05", "calendar_days", 15, no(), "2026-02-20");
    day("2026-02-05", "calendar_days", 15, json!(false), "2026-02-20");
    day("2026-02-05", "calendar_days", 15, yes(), "2026-02-24");
    day("2026-09-18", "working_days", 1, no(), "2026-09-20");
    day("2026-01-31", "months", 1, no(), "2026-02-28");
    day("2024-02-29", "years", 1, no(), "2025-02-28");
    day("2026-02-12", "working_days", 0, no(), "2026-02-12");
    day("2026-05-01", "calendar_days", 0, yes(), "2026-05-06");
}

#[test]
fn a_year_without_a_notice_is_an_error_and_never_a_day() {
    let missing = "calendar/year-not-published";
    day("2026-11-22", "calendar_days", 60, Value::Null, "2027-01-21");
    day("2026-11-22", "calendar_days", 60, json!(true), missing);
    day("2026-12-30", "working_days", 2, Value::Null, missing);
    day("2026-12-30", "working_days", 1, Value::Null, "2026-12-31");
    day("2009-12-01", "working_days", 1, Value::Null, missing);
    day("2026-02-12", "working_days", u32::MAX, Value::Null, missing);
    day("2026-02-12", "calendar_days", u32::MAX, Value::Null, "date/out-of-range");
    day("2026-02-12", "months", u32::MAX, Value::Null, "date/out-of-range");
    day("2026-02-12", "years", u32::MAX, json!(true), "date/out-of-range");
    day("9999-12-31", "calendar_days", 1, Value::Null, "date/out-of-range");
}

#[test]
fn a_calendar_with_three_days_or_a_saturday_both_ways_is_refused() {
    let cn = include_str!("../rules/calendar/cn.json");
    let three = r#"{"years":{"2027":{"off":["2027-01-01","2027-05-01","2027-10-01"],"work":[],"source":"x"}}}"#;
    for (name, text, why) in [
        ("three", three.to_owned(), "NotOff(2027-05-02)"),
        ("both", cn.replace("\"2026-02-28\"", "\"2026-02-21\""), "Both(2026-02-21)"),
    ] {
        let path = std::env::temp_dir().join(format!("jieyou-{}-{name}.json", std::process::id()));
        std::fs::write(&path, text).unwrap();
        let (exit, output, errors) =
            jieyou(&["due", "--calendar", path.to_str().unwrap()], std::io::empty());
        std::fs::remove_file(&path).unwrap();
        assert_eq!((exit, output.as_str()), (Exit::Bad, ""));
        assert!(errors.contains(why), "{errors}");
    }
}

#[test]
fn steps_account_for_every_day() {
    let (_, answers) = due(r#"{"id":"春节","start":"2026-02-12","kind":"working_days","n":3}"#);
    let expected = json!([
        { "kind": "start", "from": "2026-02-12", "to": "2026-02-12" },
        { "kind": "counted", "from": "2026-02-13", "to": "2026-02-13", "n": 1 },
        { "kind": "make_up", "from": "2026-02-14", "to": "2026-02-14", "n": 2 },
        { "kind": "off", "from": "2026-02-15", "to": "2026-02-23", "n": 2 },
        { "kind": "counted", "from": "2026-02-24", "to": "2026-02-24", "n": 3 },
        { "kind": "due", "from": "2026-02-24", "to": "2026-02-24" },
    ]);
    assert_eq!(answers[0], json!({ "id": "春节", "due": "2026-02-24", "steps": expected }));
    let (_, answers) = due(r#"{"id":0,"start":"2026-12-18","kind":"working_days","n":5}"#);
    assert_eq!(answers[0]["notes"], json!([{ "code": "year_end_may_move", "year": 2026 }]));
}

#[test]
fn ids_are_echoed_to_the_letter() {
    let ids = [
        "null",
        "1.0",
        "1e400",
        "-0",
        "\"\\u00e9\"",
        "[1, {\"b\":1,\"a\":2}]",
        "{}",
        "true",
        "123456789012345678901234567890",
    ];
    let line = |id: &&str| {
        format!("{{\"n\":1,\"id\":{id},\"kind\":\"years\",\"start\":\"2026-01-01\"}}\n")
    };
    let input: String = ids.iter().map(line).collect();
    let (exit, output, _) = jieyou(&["due"], input.as_bytes());
    assert_eq!(exit, Exit::Good);
    for (id, line) in ids.iter().zip(output.lines()) {
        assert!(line.starts_with(&format!("{{\"id\":{id},\"due\":\"2027-01-01\"")), "{line}");
    }
}

#[test]
fn malformed_lines_are_named_and_the_run_goes_on() {
    let good = r#"{"id":"good","start":"2026-01-01","kind":"years","n":1}"#;
    let bad = [
        ("}", "input/not-json"),
        ("{\"id\":1", "input/not-json"),
        ("{} {}", "input/not-json"),
        ("\u{1}", "input/not-json"),
        ("[1]", "input/fields"),
        ("7", "input/fields"),
        (r#"{"id":1,"start":"2026-01-01","kind":"years","n":1,"rol":true}"#, "input/fields"),
        (r#"{"id":1,"id":1,"start":"2026-01-01","kind":"years","n":1}"#, "input/fields"),
        (r#"{"start":"2026-01-01","kind":"years","n":1}"#, "input/missing"),
        (r#"{"id":1,"kind":"years","n":1}"#, "input/missing"),
        (r#"{"id":1,"start":"2026-02-29","kind":"years","n":1}"#, "input/start"),
        (r#"{"id":1,"start":"2026-1-1","kind":"years","n":1}"#, "input/start"),
        (r#"{"id":1,"start":20260101,"kind":"years","n":1}"#, "input/start"),
        (r#"{"id":1,"start":"2026-01-01","kind":"weeks","n":1}"#, "input/kind"),
        (r#"{"id":1,"start":"2026-01-01","kind":"years","n":-1}"#, "input/n"),
        (r#"{"id":1,"start":"2026-01-01","kind":"years","n":1.5}"#, "input/n"),
        (r#"{"id":1,"start":"2026-01-01","kind":"years","n":"1"}"#, "input/n"),
        (r#"{"id":1,"start":"2026-01-01","kind":"years","n":null}"#, "input/n"),
        (r#"{"id":1,"start":"2026-01-01","kind":"years","n":1,"roll":1}"#, "input/roll"),
    ];
    let mut input = String::from("\u{feff}\n  \r\n");
    for (line, _) in bad {
        input.push_str(line);
        input.push_str("\r\n");
        input.push_str(good);
        input.push('\n');
    }
    let (exit, answers) = due(&input);
    assert_eq!(exit, Exit::Bad);
    assert_eq!(answers.len(), bad.len() * 2);
    for ((pair, (line, code)), number) in answers.chunks(2).zip(bad).zip((3..).step_by(2)) {
        assert_eq!(
            (&pair[0]["error"]["code"], &pair[0]["line"]),
            (&json!(code), &json!(number)),
            "{line}"
        );
        assert!(pair[0].get("due").is_none());
        assert_eq!((&pair[1]["id"], &pair[1]["due"]), (&json!("good"), &json!("2027-01-01")));
    }
    assert_eq!(due("\n\n").1, Vec::<Value>::new());
    let (exit, output, _) = jieyou(&["due"], &b"\xff\xfe\n"[..]);
    assert_eq!(exit, Exit::Bad);
    assert!(output.contains("input/not-json"));
}

#[test]
fn a_line_without_end_does_not_fill_memory() {
    let long = std::io::repeat(b'x')
        .take(3 << 20)
        .chain(&b"\n{\"id\":1,\"start\":\"2026-01-01\",\"kind\":\"years\",\"n\":1}"[..]);
    let (exit, output, _) = jieyou(&["due"], long);
    let lines: Vec<&str> = output.lines().collect();
    assert_eq!((exit, lines.len()), (Exit::Bad, 2));
    assert!(lines[0].starts_with("{\"line\":1,\"error\":{\"code\":\"input/too-long\""));
    assert!(lines[1].contains("2027-01-01"));
}

#[test]
fn the_command_line_explains_itself() {
    for command in ["due", "check", "classify", "sample"] {
        let (exit, output, _) = jieyou(&[command, "--help"], std::io::empty());
        assert_eq!(exit, Exit::Good);
        assert!(output.starts_with(&format!("jieyou {command}")));
    }
    let wrong: [&[&str]; 12] = [
        &[],
        &["dew"],
        &["due", "x"],
        &["due", "--roll", "x"],
        &["check"],
        &["check", "--head", "3f2a 91bc", "a"],
        &["classify"],
        &["classify", "a", "b"],
        &["classify", "a", "--today", "tomorrow"],
        &["sample"],
        &["sample", "--matters", "3", "--seed", "1", "--on", "2026-02-30"],
        &["sample", "--matters", "-3", "--seed", "1", "--on", "2026-02-12"],
    ];
    for arguments in wrong {
        let (exit, output, errors) = jieyou(arguments, std::io::empty());
        assert_eq!((exit, output.as_str()), (Exit::Usage, ""), "{arguments:?}");
        assert!(errors.starts_with("jieyou: usage: "), "{errors}");
    }
}

fn sample(matters: &str, seed: &str) -> String {
    let on = ["sample", "--matters", matters, "--seed", seed, "--on=2026-04-16"];
    let (exit, output, errors) = jieyou(&on, std::io::empty());
    assert_eq!((exit, errors.as_str()), (Exit::Good, ""));
    output
}

#[test]
fn a_sample_is_the_same_again_and_is_well() {
    let text = sample("120", "7");
    assert_eq!(text, sample("120", "7"));
    assert_ne!(text, sample("120", "8"));
    let checked = jieyou_cli::check::check(text.as_bytes());
    assert_eq!((checked.findings, checked.matters), (Vec::new(), 120));
    assert_eq!(jieyou_cli::check::check(sample("0", "1").as_bytes()).matters, 0);
}

#[test]
fn a_sample_has_matters_of_every_stage() {
    use jieyou_cli::wait::wait;
    use jieyou_store::{Journal, Memory};
    let mut journal = wait(Journal::open(Memory::new(), Realm::Training)).unwrap();
    let plan = wait(journal.plan_import(&sample("400", "1"), u64::MAX)).unwrap();
    wait(journal.apply_import(&plan, plan.exported_on)).unwrap();
    let stages: BTreeSet<Stage> = journal.book().matters().map(|m| m.stage()).collect();
    // A township hands nothing up, and what takes another unit or another matter is not
    // invented.
    let elsewhere =
        [Stage::HandedUp, Stage::ToSign, Stage::FedBack, Stage::Returned, Stage::Joined];
    let all: BTreeSet<Stage> = Stage::ALL.into_iter().filter(|s| !elsewhere.contains(s)).collect();
    assert_eq!(stages, all);
}

#[test]
fn a_changed_file_is_not_well() {
    let text = sample("5", "1");
    #[track_caller]
    fn bad(text: &str, code: &str) {
        let findings = jieyou_cli::check::check(text.as_bytes()).findings;
        assert!(findings.len() == 1 && findings[0].starts_with(code), "{findings:?}");
    }
    bad(&text.chars().take(9000).collect::<String>(), "import/not-json");
    bad(&text.replacen("青禾镇人民政府", "青禾县人民政府", 3), "import/record");
    let without: Vec<&str> = text.lines().collect();
    bad(&[&without[..7], &without[8..]].concat().join("\n"), "import/sum");
    bad("{}", "import/other-program");
    bad("{\"format\":\"jieyou-ledger\",\"version\":99}", "import/newer");
    bad("", "import/not-json");
    assert!(jieyou_cli::check::check(b"\xff").findings[0].starts_with("file/not-utf8"));
    let (exit, output, _) = jieyou(&["check", "/no/such/file"], std::io::empty());
    assert_eq!(exit, Exit::Bad);
    assert!(output.contains("io/failed"));
}

#[test]
fn a_file_is_checked_against_a_printed_head() {
    let text = sample("5", "1");
    let head = jieyou_store::backup::audit_file(&text, Vec::new(), None).unwrap().heads[0].code();
    let check_for = |head: &str, name: &str, text: &str| {
        let path = std::env::temp_dir().join(format!("jieyou-{}-{name}", std::process::id()));
        std::fs::write(&path, text).unwrap();
        let (exit, output, _) =
            jieyou(&["check", "--head", head, path.to_str().unwrap()], std::io::empty());
        std::fs::remove_file(path).unwrap();
        (exit, output)
    };
    let check = |name: &str, text: &str| check_for(&head, name, text);
    let (exit, output) = check("well", &text);
    assert!(exit == Exit::Good && output.contains(": head/known: "), "{output}");
    assert!(output.lines().last().unwrap().contains(": ok, 5 matters"), "{output}");
    let (exit, output) = check_for(&head.replace('(', "(9"), "number", &text);
    assert!(exit == Exit::Bad && output.contains(": head/number: "), "{output}");
    // Every record that does not verify is named, and what the head says of it.
    let (exit, output) = check("changed", &text.replacen("青禾镇人民政府", "青禾县人民政府", 3));
    assert_eq!(exit, Exit::Bad);
    for code in [": head/broken: ", ": record/body-hash: number ", ": import/sum: "] {
        assert!(output.contains(code), "{code} is not in {output}");
    }
    let (exit, output) = check("other", &sample("5", "2"));
    assert!(exit == Exit::Bad && output.contains(": head/other: "), "{output}");
}

/// What was written so far, as the reader of a pipe sees it.
#[derive(Clone, Default)]
struct Pipe(Rc<RefCell<Vec<u8>>>);

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Somebody who asks the next question only after the last answer.
struct Asking {
    asked: usize,
    answers: Pipe,
}

impl Read for Asking {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let answered = self.answers.0.borrow().iter().filter(|b| **b == b'\n').count();
        assert_eq!(answered, self.asked, "a question waits for its answer");
        if self.asked == 3 {
            return Ok(0);
        }
        self.asked += 1;
        let question = br#"{"id":1,"start":"2026-02-12","kind":"working_days","n":3}"#;
        buffer[..question.len()].copy_from_slice(question);
        buffer[question.len()] = b'\n';
        Ok(question.len() + 1)
    }
}

#[test]
fn each_question_is_answered_at_once() {
    let mut answers = Pipe::default();
    let asking = Asking { asked: 0, answers: answers.clone() };
    let exit = run(&["due".to_owned()], asking, &mut answers, &mut std::io::sink());
    assert_eq!(exit, Exit::Good);
}
