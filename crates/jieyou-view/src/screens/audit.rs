//! 查账: what an audit came to, sentence by sentence.

use crate::text::{Both, Lang, audit as text, both, format, say};
use jieyou_domain::SubjectKind;
use jieyou_domain::ledger::Book;
use jieyou_store::audit::{Answer, Asked, Place, Report, Trouble};

/// The result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditView {
    /// Whether nothing is wrong.
    pub is_well: bool,
    /// In one sentence.
    pub head: String,
    /// One line a finding.
    pub lines: Vec<String>,
    /// What to do, step by step; nothing where nothing is wrong.
    pub next: Vec<&'static str>,
    /// Whether the raw data is to be taken out.
    pub offers_raw: bool,
}

/// How many lines of one kind are shown: a broken file has thousands.
const SHOWN: usize = 20;

/// What was audited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audited {
    /// What is on disk.
    Ledger,
    /// A file beside it.
    File,
}

/// Says what an audit came to.
pub fn audit(report: &Report, what: Audited, book: &Book, lang: Lang) -> AuditView {
    let n = report.records.to_string();
    let (is_well, is_sound) = (report.is_well(), report.is_sound());
    let (head, next): (_, &[Both]) = match what {
        _ if is_well => (text::WELL, &[]),
        _ if is_sound => (text::CODES_DIFFER, &text::NEXT_CODES),
        Audited::Ledger => (text::DAMAGED, &text::NEXT_LEDGER),
        Audited::File => (text::DAMAGED, &text::NEXT_FILE),
    };
    let mut lines = Vec::new();
    for (asked, found) in &report.answers {
        let other = found.number(asked).map_or_else(String::new, |n| {
            text::OTHER_NUMBER
                .with(lang, &[&asked.n.unwrap_or_default().to_string(), &n.to_string()])
        });
        lines.push(answer(asked, found, book, lang) + &other);
    }
    lines.extend(report.wrong.iter().take(SHOWN).map(|wrong| {
        let why = say::record_error(&wrong.why, lang);
        let at = wrong.place.map_or_else(
            || both!("文件里第{}条", "record {} of all").with(lang, &[&wrong.at.to_string()]),
            |place| self::place(&place, book, lang),
        );
        both!("{}：{}", "{}: {}").with(lang, &[&at, why])
    }));
    if report.wrong.len() > SHOWN {
        let left = (report.wrong.len() - SHOWN).to_string();
        lines.push(both!("还有{}条也读不出来。", "{} more do not read.").with(lang, &[&left]));
    }
    if let Some(differs) = &report.differs {
        let at = place(differs, book, lang);
        lines.push(
            both!(
                "和这台电脑里的台账比，最早从这里开始不一样：{}。",
                "Compared with the ledger on this computer, the first that is another: {}."
            )
            .with(lang, &[&at]),
        );
    }
    lines.extend(report.beside.map(|beside| self::beside(beside, lang)));
    if !report.adds_up && report.wrong.is_empty() {
        lines.push(
            both!(
                "总数核对不上：有记录被改过、少了或多了。",
                "The sum does not match: a record was changed, is missing or was added."
            )
            .to(lang)
            .to_owned(),
        );
    }
    let findings = report.findings.iter().take(SHOWN);
    lines.extend(findings.map(|finding| say::chain_finding(finding, lang).line(lang)));
    AuditView {
        is_well,
        head: head.with(lang, &[&n]),
        lines,
        next: next.iter().map(|step| step.to(lang)).collect(),
        offers_raw: what == Audited::Ledger && !is_sound,
    }
}

/// What a file and the ledger here have that the other has not.
fn beside((strange, left): (usize, usize), lang: Lang) -> String {
    if (strange, left) == (0, 0) {
        return both!(
            "和这台电脑里的台账一条不差。",
            "It holds the same records as the ledger on this computer."
        )
        .to(lang)
        .to_owned();
    }
    both!(
        "和这台电脑里的台账比：文件里有{}条是这里没有的，这里有{}条不在文件里。",
        "Compared with the ledger on this computer: {} of the file are not here, {} here are not in the file."
    )
    .with(lang, &[&strange.to_string(), &left.to_string()])
}

/// 「第12条（2026年3月2日，QH-2026-0003，来源 3f2a…）」
fn place(place: &Place, book: &Book, lang: Lang) -> String {
    let mut parts = Vec::new();
    parts.extend(place.on.map(|on| format::date_full(on, lang)));
    // 少记 has no number in any list; only matters are named.
    let matter = place.subject.filter(|s| s.kind == SubjectKind::Matter);
    let matter = matter.and_then(|s| book.matter(s.id)).map(|m| m.number().to_owned());
    parts.extend(matter.filter(|number| !number.is_empty()));
    let origin: String = place.origin.to_string().chars().take(6).collect();
    parts.push(both!("来源{}", "origin {}").with(lang, &[&origin]));
    both!("第{}条（{}）", "no. {} ({})")
        .with(lang, &[&place.n.to_string(), &parts.join(lang.pick("，", ", "))])
}

fn answer(asked: &Asked, found: &Answer, book: &Book, lang: Lang) -> String {
    let code = spaced(&asked.digits);
    match found {
        Answer::Known { place: at, before, trouble: None, .. } if at.n > count(*before) => both!(
            "校验码 {} 在链上：{}。到它为止应有{}条，这里只有{}条，没有变过；缺的没法核对：可能是没有随事项带来，也可能丢了。",
            "Head code {} is in the chain: {}. Up to it there should be {} records; {} are here, unchanged. The others cannot be checked: they may not have come with their matters, or be lost."
        )
        .with(lang, &[&code, &place(at, book, lang), &at.n.to_string(), &before.to_string()]),
        Answer::Known { place: at, before, after, trouble: None } => both!(
            "校验码 {} 在链上：{}。它和它前面的共{}条没有变过，后面又记了{}条。",
            "Head code {} is in the chain: {}. It and all before it, {} records, are unchanged; {} came after."
        )
        .with(lang, &[&code, &place(at, book, lang), &before.to_string(), &after.to_string()]),
        Answer::Known { place: at, trouble: Some(Trouble::Lost(lost)), .. } => both!(
            "校验码 {} 还在：{}。但是它前面有记录不见了或者被改过，最早的一条是{}。",
            "Head code {} is here: {}. But a record before it is missing or was changed, the first of them {}."
        )
        .with(lang, &[&code, &place(at, book, lang), &place(lost, book, lang)]),
        Answer::Known { place: at, trouble: Some(Trouble::Changed(changed)), .. } => both!(
            "校验码 {} 还在：{}。但是它前面有记录和当时不一样了，最早的一条是{}。",
            "Head code {} is here: {}. But a record before it is another than it was, the first of them {}."
        )
        .with(lang, &[&code, &place(at, book, lang), &place(changed, book, lang)]),
        Answer::Other(at) => both!(
            "校验码 {} 这里没有：现在的{}是另一条。它或者它前面的被改写过；有更早的校验码，可以一起填上再核一次，看是哪一段。",
            "Head code {} is not here: what is now {} is another record. It, or one before it, was written anew; with an earlier code the stretch can be narrowed down."
        )
        .with(lang, &[&code, &place(at, book, lang)]),
        Answer::Ends(last) => both!(
            "校验码 {} 这里没有：记录只到第{}条，后面的不在这里。可能是较早的副本，也可能末尾被删过。",
            "Head code {} is not here: the chain ends at no. {}. It may be an earlier copy, or the end was cut off."
        )
        .with(lang, &[&code, &last.to_string()]),
        Answer::Unknown => both!(
            "校验码 {} 这里没有。可能抄错了，可能是别的台账的，或者比这里的新，也可能记录被整个改写过。",
            "Head code {} is not known here. It may be miscopied, of another ledger, or newer than what is here; or the chain was written anew."
        )
        .with(lang, &[&code]),
    }
}

fn count(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

/// The digits in groups of four, as they are printed.
fn spaced(digits: &str) -> String {
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && at % 4 == 0 {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::audit::printed;
    use jieyou_domain::time::parse_date;
    use jieyou_domain::{EntryId, Id, Subject};
    use jieyou_store::audit::{Head, Writer, Wrong};
    use jieyou_store::record::RecordError;

    fn at(n: u64) -> Place {
        let subject = Some(Subject::matter(Id::from_bytes([1; 10])));
        Place { origin: Id::from_bytes([0; 10]), n, subject, on: parse_date("2026-04-16") }
    }

    fn report(answers: Vec<Answer>) -> Report {
        let asked = Asked::read("3f2a 91bc 07de 44a1 (37)").remove(0);
        Report {
            records: 41,
            wrong: Vec::new(),
            adds_up: true,
            findings: Vec::new(),
            heads: Vec::new(),
            answers: answers.into_iter().map(|answer| (asked.clone(), answer)).collect(),
            differs: None,
            beside: None,
        }
    }

    #[test]
    fn a_file_is_counted_against_the_ledger_here() {
        let said = |strange, left| {
            let beside = Some((strange, left));
            let report = Report { beside, ..report(Vec::new()) };
            let view = audit(&report, Audited::File, &Book::new(), Lang::Zh);
            assert!(view.is_well);
            view.lines
        };
        assert_eq!(said(0, 0), ["和这台电脑里的台账一条不差。"]);
        let less = "和这台电脑里的台账比：文件里有0条是这里没有的，这里有9条不在文件里。";
        assert_eq!(said(0, 9), [less]);
    }

    #[test]
    fn a_head_that_is_known_says_where_it_stands_and_what_it_vouches_for() {
        let known = Answer::Known { place: at(37), before: 37, after: 4, trouble: None };
        let view = audit(&report(vec![known]), Audited::Ledger, &Book::new(), Lang::Zh);
        assert!(view.is_well && view.head == "重新读了41条记录，条条对得上。");
        assert_eq!(
            view.lines,
            [
                "校验码 3f2a 91bc 07de 44a1 在链上：第37条（2026年4月16日，来源000000）。它和它前面的共37条没有变过，后面又记了4条。"
            ]
        );
    }

    #[test]
    fn every_answer_has_its_own_words() {
        for lang in [Lang::Zh, Lang::En] {
            let trouble = |t| Answer::Known { place: at(9), before: 9, after: 0, trouble: Some(t) };
            let all = report(vec![
                trouble(Trouble::Lost(at(3))),
                trouble(Trouble::Changed(at(3))),
                Answer::Other(at(9)),
                Answer::Ends(7),
                Answer::Unknown,
            ]);
            let view = audit(&all, Audited::File, &Book::new(), lang);
            let mut lines = view.lines.clone();
            lines.sort();
            lines.dedup();
            assert!(!view.is_well && lines.len() == 5, "{lines:?}");
        }
    }

    #[test]
    fn what_does_not_read_is_named_by_its_place_or_its_line() {
        let mut all = report(Vec::new());
        all.wrong = vec![
            Wrong { at: 5, place: Some(at(5)), why: RecordError::BodyHash },
            Wrong { at: 6, place: None, why: RecordError::Line },
        ];
        let view = audit(&all, Audited::Ledger, &Book::new(), Lang::Zh);
        assert!(view.lines[0].starts_with("第5条（2026年4月16日，来源000000）："), "{view:?}");
        assert!(view.lines[1].starts_with("文件里第6条："), "{view:?}");
        // What to do next, and whether to go on writing.
        assert!(view.offers_raw && view.next[0].contains("先不要再登记"), "{view:?}");
        let file = audit(&all, Audited::File, &Book::new(), Lang::Zh);
        assert!(!file.offers_raw && file.next[0].contains("不要当副本用"), "{file:?}");
    }

    #[test]
    fn a_number_in_brackets_that_is_another_is_said() {
        let known = Answer::Known { place: at(36), before: 36, after: 5, trouble: None };
        let view = audit(&report(vec![known]), Audited::Ledger, &Book::new(), Lang::Zh);
        assert!(!view.is_well && view.head.contains("条条对得上"), "{view:?}");
        assert!(
            view.lines[0]
                .ends_with("括号里写的是37，这个校验码却是第36条的：数字抄错了，或者被改过。"),
            "{view:?}"
        );
        assert!(!view.offers_raw && view.next[0].contains("可以接着登记"), "{view:?}");
    }

    #[test]
    fn a_report_carries_the_codes_of_whole_chains() {
        let head = |n, is_whole| Head {
            origin: Id::from_bytes([1; 10]),
            n,
            id: EntryId::from_bytes([0x3f; 32]),
            is_whole,
        };
        let here = |n| (head(n, true), Writer::Here);
        let other = Writer::Unit("双柳村".to_owned());
        let today = parse_date("2026-04-16").unwrap();
        assert_eq!(
            printed(&[here(37), (head(9, false), other)], 46, today, Lang::Zh),
            "校验码：本机 3f3f 3f3f 3f3f 3f3f (37)（2026年4月16日，共46条记录）"
        );
        assert_eq!(printed(&[], 0, today, Lang::Zh), "");
        let many: Vec<_> = (1..=9).map(here).collect();
        assert!(printed(&many, 45, today, Lang::En).contains("3 more"));
        // What was printed is read again.
        for lang in [Lang::Zh, Lang::En] {
            let named = Writer::Unit("Deed 2010 (2)".to_owned());
            let all = [here(37), (head(4, true), Writer::SameUnit), (head(5, true), named)];
            let line = printed(&all, 46, today, lang);
            let read: Vec<_> = Asked::read(&line).iter().map(|a| (a.digits.len(), a.n)).collect();
            assert_eq!(read, [(16, Some(37)), (16, Some(4)), (16, Some(5))], "{line}");
        }
    }
}
