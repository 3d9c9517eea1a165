//! Tests of audits: what was printed is found again, and what was done to a ledger since is
//! named.

use super::*;
use crate::backup::{Export, ImportError, Purpose, audit_file};
use crate::chain::Weave;
use crate::journal::Journal;
use crate::memory::Memory;
use crate::record::Head as RecordHead;
use crate::samples::{acted, date, matter, now, register, submit, village};

fn lines(store: &Memory) -> Vec<String> {
    use crate::event_store::EventStore as _;
    now(store.load()).unwrap().records.into_iter().map(|(_, line)| line).collect()
}

fn audit(lines: &[String], asked: &str) -> Report {
    let mut auditor = Auditor::default();
    for line in lines {
        auditor.take(line);
    }
    auditor.finish(Asked::read(asked), None, true)
}

/// The head code of a ledger as it stands.
fn printed(lines: &[String]) -> String {
    audit(lines, "").heads[0].code()
}

fn only(report: &Report) -> Answer {
    assert_eq!(report.answers.len(), 1, "{report:?}");
    report.answers[0].1
}

/// Writes a record anew with another day, and everything after it, as somebody would who
/// wants no link to break.
fn written_anew(lines: &[String], at: usize) -> Vec<String> {
    let mut out = lines[..at].to_vec();
    let mut prev = None;
    for line in &lines[at..] {
        let record = Record::read(line).unwrap();
        let mut head = RecordHead { prev: prev.or(record.head.prev), ..record.head.clone() };
        if prev.is_none() {
            head.on = date("2026-03-01");
        }
        let record = Record::write(head, record.data().unwrap(), [7; 16]);
        prev = Some(record.id);
        out.push(record.line());
    }
    out
}

#[test]
fn a_code_is_found_however_it_is_written_down() {
    let digits = "3f2a91bc07de44a1";
    for text in [
        "3f2a 91bc 07de 44a1",
        "3F2A-91BC-07DE-44A1",
        "3f2a91bc07de44a1",
        "  3f2a  91bc\t07de 44a1  ",
        "３ｆ２ａ　９１ｂｃ　０７ｄｅ　４４ａ１",
        "3f2a 91bc o7de 44al",
        "3f2a91 bc07de44a1",
        "校验码：3f2a 91bc 07de 44a1，截至2026年4月16日",
        "双柳村 2026-04-16 共37条记录 3f2a 91bc 07de 44a1",
    ] {
        let asked = Asked::read(text);
        assert_eq!(asked.iter().map(|a| a.digits.as_str()).collect::<Vec<_>>(), [digits], "{text}");
    }
    let two = Asked::read("3f2a 91bc 07de 44a1（37）；0011 2233 4455 6677 (4)\n8899aabbccddeeff");
    let numbers: Vec<_> = two.iter().map(|a| (a.digits.as_str(), a.n)).collect();
    let expected = [(digits, Some(37)), ("0011223344556677", Some(4)), ("8899aabbccddeeff", None)];
    assert_eq!(numbers, expected);
    for text in ["", "3f2a 91bc 07de 44a", "一个字也没有", "2026-04-16"] {
        assert_eq!(Asked::read(text), [], "{text:?}");
    }
    let whole = "ab".repeat(32);
    assert_eq!(Asked::read(&whole)[0].digits, whole);
    assert_eq!(Asked::read(&"ab".repeat(33)), []);
}

#[test]
fn a_printed_head_is_in_the_ledger_that_went_on() {
    let (store, mut ledger) = village(1);
    let before = lines(&store);
    let code = printed(&before);
    assert!(code.ends_with(&format!(" ({})", before.len())), "{code}");
    submit(&mut ledger, acted(1, "又谈了一次"), 9).unwrap();
    let report = audit(&lines(&store), &code);
    let Answer::Known { place, before: n, after, trouble: None } = only(&report) else {
        panic!("{report:?}")
    };
    assert_eq!((place.n, n, after), (before.len() as u64, before.len(), 1));
    assert_eq!(place.on, Some(date("2026-03-03")));
    assert!(report.is_well());
    // The newest head too, and all of its hash.
    let report = audit(&lines(&store), &report.heads[0].id.to_string());
    assert!(matches!(only(&report), Answer::Known { after: 0, trouble: None, .. }));
}

#[test]
fn a_changed_body_is_named_by_origin_number_and_matter() {
    let (store, _) = village(1);
    let mut lines = lines(&store);
    let code = printed(&lines);
    let at = lines.iter().position(|line| line.contains("田埂被占")).unwrap();
    let record = Record::read(&lines[at]).unwrap();
    lines[at] = lines[at].replace("田埂被占", "田埂让出");
    let report = audit(&lines, &code);
    let wrong = &report.wrong[0];
    assert_eq!((wrong.at, &wrong.why), (at + 1, &RecordError::BodyHash));
    let place = wrong.place.unwrap();
    assert_eq!((place.origin, place.n), (record.head.origin, record.head.n));
    assert_eq!(place.subject.map(|s| s.id), Some(matter(1)));
    let Answer::Known { trouble: Some(trouble), .. } = only(&report) else { panic!("{report:?}") };
    assert_eq!(trouble, Trouble::Lost(place));
    // The gap that it leaves is the same finding, and not said twice.
    assert_eq!(report.findings, []);
    assert!(!report.is_well());
}

#[test]
fn a_changed_head_is_named_by_the_record_after_it() {
    let (store, _) = village(1);
    let mut lines = lines(&store);
    let code = printed(&lines);
    let at = lines.len() - 2;
    let record = Record::read(&lines[at]).unwrap();
    let head = RecordHead { on: date("2026-03-01"), ..record.head.clone() };
    lines[at] = Record::write(head, record.data().unwrap(), [7; 16]).line();
    let report = audit(&lines, &code);
    let Answer::Known { trouble: Some(Trouble::Changed(place)), .. } = only(&report) else {
        panic!("{report:?}")
    };
    assert_eq!((place.n, place.subject), (record.head.n, record.head.subject()));
    assert_eq!(report.findings.len(), 1);
}

#[test]
fn a_record_that_was_taken_out_is_missed() {
    let (store, _) = village(1);
    let mut lines = lines(&store);
    let code = printed(&lines);
    let gone = Record::read(&lines.remove(2)).unwrap();
    let report = audit(&lines, &code);
    let Answer::Known { trouble: Some(Trouble::Lost(place)), .. } = only(&report) else {
        panic!("{report:?}")
    };
    assert_eq!((place.origin, place.n), (gone.head.origin, gone.head.n));
    assert!(matches!(report.findings[..], [ChainFinding::Gap { .. }]));
}

#[test]
fn a_chain_that_was_cut_off_or_written_anew_has_another_head() {
    let (store, mut ledger) = village(1);
    let older = printed(&lines(&store));
    submit(&mut ledger, acted(2, "去看了现场"), 9).unwrap();
    let lines = lines(&store);
    let code = printed(&lines);
    let short = &lines[..lines.len() - 1];
    assert_eq!(only(&audit(short, &code)), Answer::Ends(short.len() as u64));
    // All links hold, and nothing else says that anything was done to it.
    let anew = written_anew(&lines, 2);
    let report = audit(&anew, &code);
    assert!(report.findings.is_empty() && report.wrong.is_empty() && !report.is_well());
    let Answer::Other(place) = only(&report) else { panic!("{report:?}") };
    assert_eq!(place.n, lines.len() as u64);
    // Two prints: where the older is known and the later is not, it happened in between.
    let anew = written_anew(&lines, lines.len() - 1);
    let report = audit(&anew, &format!("{older}\n{code}"));
    assert!(matches!(report.answers[0].1, Answer::Known { trouble: None, after: 1, .. }));
    assert!(matches!(report.answers[1].1, Answer::Other(_)));
}

#[test]
fn a_code_of_another_ledger_is_not_known() {
    let (store, _) = village(1);
    let (other, _) = village(77);
    let code = printed(&lines(&other));
    let digits = code.split(" (").next().unwrap();
    assert_eq!(only(&audit(&lines(&store), digits)), Answer::Unknown);
}

#[test]
fn the_ledger_on_disk_is_read_anew() {
    let (store, ledger) = village(1);
    let code = printed(&lines(&store));
    let mut told = Vec::new();
    let mut watch = |progress: crate::journal::Progress| {
        told.push(progress.done);
        Box::pin(std::future::ready(true)) as std::pin::Pin<Box<dyn Future<Output = bool>>>
    };
    let report = now(ledger.audit(Asked::read(&code), &mut watch)).unwrap();
    assert!(report.is_well() && report.records == lines(&store).len());
    assert_eq!(told.last(), Some(&report.records));
}

#[test]
fn a_number_that_is_not_the_codes_own_is_noticed() {
    let (store, _) = village(1);
    let code = printed(&lines(&store));
    let (digits, n) = code.split_once(" (").unwrap();
    let report = audit(&lines(&store), &format!("{digits} (9{n}"));
    assert!(report.is_sound() && !report.is_well(), "{report:?}");
    assert_eq!(only(&report).number(&report.answers[0].0), Some(lines(&store).len() as u64));
    assert!(audit(&lines(&store), digits).is_well(), "the number may be left out");
    // A number in the name of a unit is not the number of the code before it.
    let read = Asked::read(&format!("{code}；来自“第(2)村” {digits} (7)"));
    let numbers: Vec<_> = read.iter().map(|asked| asked.n).collect();
    assert_eq!(numbers, [Some(4), Some(7)]);
}

#[test]
fn a_chain_says_who_wrote_it() {
    let (_, ledger) = village(1);
    let whose = |ledger: &Journal<Memory>| {
        ledger.heads().into_iter().map(|(_, writer)| writer).collect::<Vec<_>>()
    };
    assert_eq!(whose(&ledger), [Writer::Here]);
    let copy = Export { app: "test", exported_on: date("2026-04-16"), purpose: Purpose::Copy };
    let text = now(ledger.export(copy)).unwrap();
    let mut restored = crate::samples::open(&Memory::default());
    let plan = now(restored.plan_import(&text, crate::samples::NOW)).unwrap();
    now(restored.apply_import(&plan, date("2026-04-16"))).unwrap();
    assert_eq!(whose(&restored), [Writer::SameUnit]);
    submit(&mut restored, acted(1, "恢复以后的一笔"), 9).unwrap();
    let mut all = whose(&restored);
    all.sort_by_key(|writer| *writer == Writer::Here);
    assert_eq!(all, [Writer::SameUnit, Writer::Here]);
}

#[test]
fn a_file_is_audited_and_compared_with_the_ledger() {
    let (store, mut ledger) = village(1);
    let export = |ledger: &Journal<Memory>| {
        let export =
            Export { app: "test", exported_on: date("2026-04-16"), purpose: Purpose::Copy };
        now(ledger.export(export)).unwrap()
    };
    let text = export(&ledger);
    let code = printed(&lines(&store));
    submit(&mut ledger, register(3, "路灯不亮"), 20).unwrap();
    let known = Weave::new(lines(&store).iter().map(|l| Link::of(&Record::read(l).unwrap())));
    let report = audit_file(&text, Asked::read(&code), Some(&known)).unwrap();
    assert!(report.is_well(), "{report:?}");
    assert_eq!(report.beside, Some((0, 1)), "what came since is not in the file");
    let changed = text.replace("田埂被占", "田埂让出");
    let report = audit_file(&changed, Asked::read(&code), Some(&known)).unwrap();
    assert!(report.wrong.len() == 1 && !report.adds_up);
    assert_eq!(report.beside, Some((0, 2)), "what does not read is not in it either");
    assert_eq!(audit_file("{}", Vec::new(), None), Err(ImportError::OtherProgram));
    // Another chain under the same numbers: the first record that is another is named.
    let mut auditor = Auditor::default();
    for line in written_anew(&lines(&store), 2) {
        auditor.take(&line);
    }
    let report = auditor.finish(Vec::new(), Some(&known), true);
    assert_eq!(report.differs.map(|place| place.n), Some(3));
    assert!(report.beside.is_some_and(|(strange, left)| strange > 0 && left > 0));
}
