//! The models of the rules pages.

mod settings;
mod tables;

use super::*;
use crate::forms::{Draft, FormContext, local as form};
use crate::screens::samples::{Desk, day, ditch, plain};
use jieyou_domain::facts::{CounterParty, TextAdopted, UnitKind};
use jieyou_domain::ledger::Command;
use jieyou_domain::rules::Example;

const OVERLAY: &str = include_str!("../../../../../docs/rules/overlay-example.json");
const TODAY: &str = "2026-04-16";

fn trial<'a>(desk: &'a Desk, examples: &'a [Example], lang: Lang) -> Trial<'a> {
    Trial { book: &desk.book, examples, today: day(TODAY), lang }
}

fn adopt(desk: &mut Desk, text: &str) {
    let text = TextAdopted { name: "x".to_owned(), text: text.to_owned() };
    desk.run(TODAY, Command::AdoptPack(text));
}

fn example_of(desk: &Desk) -> Example {
    let files = r#"{"name": "青禾镇", "examples": [
        {"rule": "XF-23b", "title": {"zh": "第15日告知", "en": "Told on the fifteenth day"}, "on": "2026-05-11",
         "matter": {"kind": "petition", "claims": [{"text": "清沟", "against": "government"}]},
         "events": [{"on": "2026-05-26", "written": "2026-05-27", "type": "matter.notified",
            "data": {"notice": "accepted", "told": "written"}}],
         "looks": [{"on": "2026-05-25", "due": "2026-05-26", "is": "running"},
                   {"on": "2026-05-27", "due": "2026-05-26", "is": "met 2026-05-26"}]},
        {"rule": "no such rule", "title": {"zh": "无", "en": "none"}, "looks": []}]}"#;
    let all = examples(std::iter::once(files), desk.book.rules());
    assert!(all.iter().all(|e| e.rule != "no such rule"), "of a rule that is not there");
    all[0].clone()
}

#[test]
fn every_rule_stands_under_its_instrument_with_source_and_level() {
    let desk = ditch();
    let rules = desk.book.rules();
    let zh = screen(&desk.book, "", Lang::Zh);
    let n: usize = zh.groups.iter().map(|g| g.rows.len()).sum();
    assert_eq!(n, rules.rules.len());
    assert_eq!(zh.found, format!("{n}条规则"));
    let packs = packs(&desk.book, Lang::Zh);
    assert_eq!(packs.len(), 1);
    assert!(packs[0].line.ends_with(&format!("{n}条规则")) && !packs[0].is_overlay);
    assert!(troubles(&desk.book, Lang::Zh).is_empty());
    assert_ne!(levels(Lang::Zh)[0], levels(Lang::Zh)[1]);
    let mut names: Vec<&str> = zh.groups.iter().map(|g| g.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), zh.groups.len(), "an instrument stands once");
    let all: Vec<&RuleRow> = zh.groups.iter().flat_map(|g| &g.rows).collect();
    for row in &all {
        assert!(
            !row.quote.is_empty() && !row.article.is_empty() && !row.duty.is_empty(),
            "{row:?}"
        );
        assert!(!row.facts.contains("；；") && row.local.is_empty(), "{row:?}");
    }
    let row = all.iter().find(|r| r.id == "XF-34a").unwrap();
    assert!(row.facts.contains("法定；") && row.facts.contains("60日"), "{}", row.facts);
    assert!(row.facts.ends_with("2022年5月1日起"), "{}", row.facts);
    let en = screen(&desk.book, "", Lang::En);
    let row = en.groups.iter().flat_map(|g| &g.rows).find(|r| r.id == "XF-23d").unwrap();
    assert!(row.facts.contains("5 working days; from 1 May 2022"), "{}", row.facts);
}

#[test]
fn rules_are_found_by_id_duty_instrument_and_words() {
    let desk = ditch();
    let ids = |query: &str| -> Vec<String> {
        let found = screen(&desk.book, query, Lang::Zh);
        found.groups.into_iter().flat_map(|g| g.rows).map(|r| r.id).collect()
    };
    assert_eq!(ids(" xf-34a "), ["XF-34a"]);
    assert!(ids("联系").contains(&"CN-contact".to_owned()));
    assert!(ids("人民调解法").contains(&"TJ-25".to_owned()));
    assert!(ids("应当予以登记").contains(&"XF-22".to_owned()));
    assert_eq!(screen(&desk.book, "no such", Lang::En).found, "No such rule.");
    let empty = screen(&Book::new(), "", Lang::Zh);
    assert!(empty.groups.is_empty() && packs(&Book::new(), Lang::Zh).is_empty());
    assert_eq!(empty.found, "还没有启用规则包，期限算不出来。");
}

#[test]
fn one_rule_says_everything_of_itself() {
    let desk = ditch();
    let view = rule(&desk.book, "XF-23b", Lang::Zh).unwrap();
    let row = |name: &str| {
        view.rows.iter().find(|r| r.name == name).map(|r| r.lines.join("|")).unwrap_or_default()
    };
    assert_eq!(row("期限"), "15日");
    assert_eq!(row("末日休息"), "不顺延");
    assert_eq!(row("起算"), "收到");
    assert!(row("适用").contains("单位：乡镇（街道）；部门、站所|"), "{}", row("适用"));
    let contact = rule(&desk.book, "CN-contact", Lang::Zh).unwrap();
    let fits = contact.rows.iter().find(|r| r.name == "适用").unwrap().lines.join("|");
    assert!(fits.ends_with("留了联系方式"), "{fits}");
    assert!(row("受哪些规则影响").starts_with("XF-23x "), "{}", row("受哪些规则影响"));
    assert!(row("怎样算做到").contains("告知"), "{}", row("怎样算做到"));
    assert_eq!(row("施行"), "2022年5月1日起");
    assert_eq!(view.way, LocalWay::Shorter);
    // A day that people name is said by its question.
    let view = rule(&desk.book, "QL-28", Lang::En).unwrap();
    let starts = view.rows.iter().find(|r| r.name == "Starts from").unwrap();
    assert!(!starts.lines.is_empty() && starts.lines.iter().all(|l| !l.contains("vill_")));
    assert_eq!(view.way, LocalWay::Nothing, "a citizen's right is not the unit's to set");
    let contact = rule(&desk.book, "CN-contact", Lang::Zh).unwrap();
    assert_eq!(contact.way, LocalWay::Any);
    let matters = contact.rows.iter().find(|r| r.name == "适用").unwrap();
    assert!(matters.lines.contains(&"留了联系方式".to_owned()), "{matters:?}");
    assert_eq!(rule(&desk.book, "YD-party", Lang::Zh).unwrap().way, LocalWay::Nothing);
    assert!(rule(&desk.book, "XF-0", Lang::Zh).is_none());
}

/// A text that is missing would be an empty name or an empty line.
#[test]
fn no_rule_leaves_a_gap_in_either_language() {
    let mut desk = ditch();
    adopt(&mut desk, OVERLAY);
    for lang in [Lang::Zh, Lang::En] {
        for r in &desk.book.rules().rules {
            let view = rule(&desk.book, &r.id, lang).unwrap();
            for row in &view.rows {
                let is_said = row.lines.iter().all(|l| !l.trim().is_empty() && !l.ends_with('：'));
                assert!(!row.name.is_empty() && is_said, "{} {row:?}", r.id);
            }
        }
    }
}

#[test]
fn an_example_is_told_run_and_moved_over() {
    let desk = Desk::new(UnitKind::Township, "青禾镇");
    let given = example_of(&desk);
    let basis = Basis::of(&desk.book, Lang::Zh);
    let view = example(&given, basis);
    assert_eq!((view.title.as_str(), view.unit.as_str()), ("第15日告知", "乡镇（街道）：青禾镇"));
    assert_eq!(view.facts[0].0, "2026年5月11日（周一）");
    assert_eq!(view.facts[0].1, "收到；来访；信访事项；清沟（对政府、部门或其工作人员）");
    assert!(view.facts[1].1.starts_with("告知"), "{:?}", view.facts);
    assert_eq!(view.facts[2].1, "2026年5月26日（周二）的事，这一天才登记");
    let looks = run(&given, basis);
    assert!(looks.iter().all(|l| l.agrees), "{looks:?}");
    assert_eq!(looks[0].expected, "在期限内，2026年5月26日（周二）到期");
    assert_eq!(looks[1].found, "2026年5月26日（周二）已办，2026年5月26日（周二）到期");
    // What it stands like changes when the notice is written down.
    assert_eq!(next_change(&given, day("2026-05-12"), basis), Some(day("2026-05-27")));
    assert_eq!(next_change(&given, day("2026-05-27"), basis), None);
    let before = clock(&given, day("2026-05-20"), basis);
    assert_eq!(before.line, looks[0].found);
    assert!(before.strip.unwrap().sum.ends_with("2026年5月26日（周二）到期。"));
    // Nobody told anybody: late from the day after on.
    let mut silent = given;
    silent.events.clear();
    assert_eq!(next_change(&silent, day("2026-05-11"), basis), Some(day("2026-05-27")));
    assert_eq!(
        clock(&silent, day("2026-05-27"), basis).line,
        "已过期限，没有办，2026年5月26日（周二）到期"
    );
    let ran = run_all(&[silent], Basis::of(&desk.book, Lang::En));
    assert_eq!(ran.sum, "0 of 1 examples agree.");
    assert!(ran.wrong[0].1.contains("met 26 May 2026 (Tue)"), "{:?}", ran.wrong);
}

#[test]
fn a_count_is_an_example_too() {
    let desk = ditch();
    let text = r#"{"name": "x", "examples": [{"rule": "XF-23b", "title": {"zh": "春节", "en": "Spring"},
        "count": {"start": "2026-01-22", "n": 30, "unit": "calendar_days", "roll": true},
        "looks": [{"due": "2026-02-24"}, {"due": "2026-02-21"}]}]}"#;
    let all = examples(std::iter::once(text), desk.book.rules());
    let basis = Basis::of(&desk.book, Lang::Zh);
    let view = example(&all[0], basis);
    assert_eq!(view.facts[0].1, "当日不计，从次日起数30日，末日休息就顺延");
    let looks = run(&all[0], basis);
    assert_eq!(looks.iter().map(|l| l.agrees).collect::<Vec<_>>(), [true, false]);
    assert_eq!(looks[0].found, "2026年2月24日（周二）到期");
}

#[test]
fn a_bad_pack_is_refused_with_reason_and_line() {
    let desk = ditch();
    let refused = |text: &str| adopting(trial(&desk, &[], Lang::Zh), "x", text).unwrap_err();
    let why = refused("{\n\"format\": 1\n}");
    assert!(why.starts_with("规则包没有启用，原来的照用。原因：格式读不了（"), "{why}");
    let why = refused(&OVERLAY.replace("\"n\": 45", "\"n\": 61"));
    assert!(why.contains("XF-34a改得比法定期限长") && why.ends_with("（第12行）"), "{why}");
    let why = refused(&OVERLAY.replace("\"n\": 45", "\"n\": -45"));
    assert!(why.contains("overrides[0].term.n"), "{why}");
    let why = refused(&OVERLAY.replace("base-cn", "other"));
    assert!(why.contains("叠加在“other”上"), "{why}");
}

#[test]
fn what_would_change_is_listed_with_the_days_that_move() {
    let mut desk = Desk::new(UnitKind::Township, "青禾镇");
    desk.register(1, "2026-04-13", plain("路灯", "修好路灯", CounterParty::Government));
    let shorter = OVERLAY.replace("XF-34a", "XF-23b").replace("\"n\": 45", "\"n\": 10");
    let seen = adopting(trial(&desk, &[], Lang::Zh), "x", &shorter).unwrap();
    assert_eq!(seen.head, "“（示例）某镇的规定”2026-11-22版，叠加在基本规则包上。");
    let texts: Vec<(&str, &str)> = seen.changes.iter().map(|c| (c.row, c.text.as_str())).collect();
    assert!(texts[0].0 == "new" && texts[0].1.starts_with("EX-call "), "{texts:?}");
    assert!(texts[1].0 == "gone" && texts[1].1.starts_with("LX-visit "), "{texts:?}");
    assert!(
        texts[2].1.contains("15日 → 10日，2026年1月1日起，《（示例）某县信访工作办法》第12条"),
        "{texts:?}"
    );
    assert_eq!(seen.moved.len(), 1, "{:?}", seen.moved);
    assert!(
        seen.moved[0].old.starts_with("2026年4月28日")
            && seen.moved[0].new.starts_with("2026年4月23日")
    );
    assert!(seen.lints.is_empty(), "{:?}", seen.lints);
    adopt(&mut desk, &shorter);
    assert_eq!(packs(&desk.book, Lang::En).len(), 2);
    let local = rule(&desk.book, "XF-23b", Lang::En).unwrap().local;
    assert!(local[0].starts_with("Set to 10 days here from 1 Jan 2026"), "{local:?}");
    let (name, text) = saved(&desk.book, "local-example").unwrap();
    assert_eq!(
        (name.as_str(), text.as_str()),
        ("jieyou-pack-local-example-2026-11-22.json", shorter.as_str())
    );
    let back = dropping(trial(&desk, &[], Lang::Zh), "local-example", " 废止 ").unwrap();
    assert!(
        back.changes.iter().any(|c| c.text.ends_with("10日 → 15日，恢复原来的天数")),
        "{:?}",
        back.changes
    );
    assert!(back.moved[0].new.starts_with("2026年4月28日"));
    assert!(dropping(trial(&desk, &[], Lang::Zh), "base-cn", "").is_none(), "the base stays");
    // An example of the base no longer agrees, and why is said.
    let given = example_of(&desk);
    let ran = run_all(&[given], Basis::of(&desk.book, Lang::Zh));
    assert!(ran.wrong[0].1.ends_with("本单位另定了天数"), "{:?}", ran.wrong);
}

#[test]
fn the_same_pack_again_changes_nothing_and_one_without_examples_is_told() {
    let desk = ditch();
    let base = desk.book.pack_text(0).unwrap().to_owned();
    let seen = adopting(trial(&desk, &[], Lang::En), "x", &base).unwrap();
    assert!(seen.changes.is_empty() && seen.moved.is_empty());
    assert!(seen.lints.iter().any(|l| l == "XF-22 has no example."), "{:?}", seen.lints);
    assert!(seen.head.ends_with("takes the place of the base."));
}

fn draft(pairs: &[(&str, &str)]) -> Draft {
    let mut draft = Draft::default();
    for (key, value) in [
        ("what", "number"),
        ("n", "10"),
        ("from", "2026-04-01"),
        ("instrument", "青禾镇信访工作办法"),
        ("article", "8"),
        ("quote", "十日内告知"),
        ("level", "V1"),
    ] {
        draft.set(key, value);
    }
    for (key, value) in pairs {
        draft.set(*key, *value);
    }
    draft
}

fn read(desk: &Desk, rule: &str, draft: &Draft) -> Result<Proposal, Vec<String>> {
    let cx = FormContext { book: &desk.book, today: day(TODAY), lang: Lang::Zh };
    form::read(&cx, draft, rule, &[])
        .map_err(|all| all.into_iter().map(|p| format!("{}: {}", p.field, p.text)).collect())
}

fn keys(desk: &Desk, rule: &str, draft: &Draft) -> Vec<String> {
    let cx = FormContext { book: &desk.book, today: day(TODAY), lang: Lang::En };
    form::form(&cx, draft, rule).fields.into_iter().map(|f| f.key).collect()
}

#[test]
fn a_local_number_is_asked_for_and_written_as_a_pack() {
    let mut desk = Desk::new(UnitKind::Township, "青禾镇");
    desk.register(1, "2026-04-13", plain("路灯", "修好路灯", CounterParty::Government));
    let all = ["n", "from", "instrument", "article", "quote"];
    assert_eq!(keys(&desk, "XF-23b", &draft(&[])), all, "what is law is set by a document");
    let seen = read(&desk, "XF-23b", &draft(&[])).unwrap();
    assert!(seen.text.starts_with("{\n\"format\": \"jieyou-pack\",\n\"version\": 3,\n\"id\": \"local-CJ\",\n\"over\": \"base-cn\",\n"), "{}", seen.text);
    assert_eq!(seen.changes.len(), 1);
    assert_eq!(seen.moved.len(), 1);
    desk.run(TODAY, seen.ask.command());
    let first = rule(&desk.book, "XF-23b", Lang::Zh).unwrap().local;
    assert_eq!(first.len(), 1, "{first:?}");
    // Another number later on: the first ends the day before.
    let seen = read(&desk, "XF-23b", &draft(&[("n", "7"), ("from", "2026-06-01")])).unwrap();
    assert!(seen.changes.iter().any(|c| c.text.contains("10日 → 7日")), "{:?}", seen.changes);
    desk.run(TODAY, seen.ask.command());
    let both = rule(&desk.book, "XF-23b", Lang::Zh).unwrap().local;
    assert_eq!(both.len(), 2);
    assert!(both[0].ends_with("（到2026年5月31日为止）"), "{both:?}");
    // One from the same day on takes their place.
    let seen = read(&desk, "XF-23b", &draft(&[("n", "8")])).unwrap();
    desk.run(TODAY, seen.ask.command());
    assert_eq!(rule(&desk.book, "XF-23b", Lang::Zh).unwrap().local.len(), 1);
    assert_eq!(desk.book.packs().len(), 2);
}

#[test]
fn longer_than_the_law_is_refused_at_its_field() {
    let desk = Desk::new(UnitKind::Township, "青禾镇");
    let wrong = read(&desk, "XF-23b", &draft(&[("n", "16")])).unwrap_err();
    assert!(wrong[0].starts_with("n: ") && wrong[0].contains("改得比法定期限长"), "{wrong:?}");
    let wrong = read(&desk, "XF-23b", &draft(&[("n", "15")])).unwrap_err();
    assert_eq!(wrong, ["n: 和现在一样，没有要改的。"]);
    let wrong =
        read(&desk, "XF-23b", &draft(&[("n", ""), ("quote", ""), ("level", "")])).unwrap_err();
    assert_eq!(wrong.len(), 2, "{wrong:?}");
}

#[test]
fn a_promise_may_be_lengthened_and_done_without() {
    let mut desk = Desk::new(UnitKind::Township, "青禾镇");
    let off = draft(&[("what", "off")]);
    assert_eq!(keys(&desk, "CN-contact", &off), ["what"]);
    let seen = read(&desk, "CN-contact", &draft(&[("n", "3"), ("level", "Local")])).unwrap();
    desk.run(TODAY, seen.ask.command());
    let seen = read(&desk, "CN-contact", &off).unwrap();
    assert_eq!(seen.changes[0].row, "gone");
    desk.run(TODAY, seen.ask.command());
    assert!(desk.book.rules().rule("CN-contact").is_none());
    let pack = &desk.book.packs()[1];
    assert!(pack.overrides.is_empty() && pack.off == ["CN-contact"]);
    // What is law cannot be done without, whatever is sent.
    let seen = read(&desk, "XF-23b", &off).unwrap();
    assert_eq!(seen.changes[0].row, "changed");
}
