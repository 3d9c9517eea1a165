//! Tests of chains. Records are named by a letter for the origin and a number.

use super::*;
use crate::clock::FAR_FUTURE_MS;
use crate::samples::{by, date, matter};
use jieyou_domain::facts::{DutySet, PackDropped, Struck, TextAdopted};
use jieyou_domain::ledger::{Entry, Event};
use jieyou_domain::{Id, Subject};

fn id(name: &str) -> EntryId {
    crate::hash::hash(name)
}

fn origin(name: &str) -> Origin {
    Id::from_bytes([name.as_bytes()[0]; 10])
}

fn n(name: &str) -> u64 {
    name[1..2].parse().unwrap()
}

fn link(name: &str, prev: &str, seen: &[&str]) -> Link {
    Link {
        id: id(name),
        origin: origin(name),
        n: n(name),
        prev: (!prev.is_empty()).then(|| id(prev)),
        seen: seen.iter().map(|s| id(s)).collect(),
        time: Stamp { ms: n(name), count: 0 },
        about_ledger: true,
    }
}

/// a1 a2 a3, b1 (knows a1) b2, and a2' a3' written on a copy of a.
fn links() -> Vec<Link> {
    vec![
        link("a1", "", &[]),
        link("a2", "a1", &[]),
        link("a3", "a2", &["b2"]),
        link("b1", "", &["a1"]),
        link("b2", "b1", &[]),
        link("a2'", "a1", &[]),
        link("a3'", "a2'", &[]),
    ]
}

#[test]
fn reaches_through_chain_and_seen_in_any_order_of_weaving() {
    let mut links = links();
    for _ in 0..links.len() {
        links.rotate_left(1);
        let weave = Weave::new(links.clone());
        let reaches = |later, earlier| weave.reaches(id(later), id(earlier));
        for (later, earlier) in
            [("a3", "a1"), ("a3", "b1"), ("b2", "a1"), ("a3'", "a1"), ("a2", "a2"), ("a3'", "a2'")]
        {
            assert!(reaches(later, earlier), "{later} {earlier}");
        }
        for (later, earlier) in [
            ("a1", "a3"),
            ("b2", "a2"),
            ("a2", "b1"),
            ("a3", "a2'"),
            ("a3'", "a2"),
            ("a3'", "b1"),
            ("b2", "a2'"),
        ] {
            assert!(!reaches(later, earlier), "{later} {earlier}");
        }
        assert!(weave.is_forked(origin("a")) && !weave.is_forked(origin("b")));
        let mut unseen = vec![id("a3'")];
        assert_eq!(weave.unseen(Some(id("a3"))), unseen);
        unseen.extend([id("a3"), id("b2")]);
        unseen.sort();
        assert_eq!(weave.unseen(None), unseen);
    }
}

#[test]
fn finds_forks_gaps_broken_links_and_wrong_clocks() {
    let codes = |links: Vec<Link>, now| -> Vec<_> {
        find(&Weave::new(links), now).iter().map(ChainFinding::code).collect()
    };
    assert_eq!(codes(links(), 0), ["chain/fork", "chain/fork"]);
    let chain = || vec![link("a1", "", &[]), link("a2", "a1", &[]), link("a3", "a2", &[])];
    assert!(codes(chain(), 0).is_empty());
    let mut gap = chain();
    gap.remove(1);
    assert_eq!(codes(gap, 0), ["chain/gap"]);
    let mut changed = chain();
    changed[1] = link("a2x", "a1", &[]);
    assert_eq!(codes(changed, 0), ["chain/broken-link"]);
    assert_eq!(codes(vec![link("a1", "", &["b1"])], 0), ["chain/seen-missing"]);
    let mut late = chain();
    late[2].time.ms = FAR_FUTURE_MS + 101;
    assert_eq!(codes(late.clone(), 100), ["chain/far-future"]);
    assert!(codes(late, 101).is_empty());
}

fn entry(name: &str, event: Event) -> Arc<Entry> {
    Arc::new(Entry {
        id: id(name),
        time: Stamp { ms: n(name), count: 0 },
        on: date("2026-03-02"),
        by: by().into(),
        subject: Subject::matter(matter(1)),
        event: Some(event),
    })
}

fn duty(name: &str, post: &str) -> Arc<Entry> {
    let (body, leader, competent) = (String::new(), String::new(), String::new());
    let duty = DutySet { body, post: post.into(), leader, competent, no_interest: true };
    entry(name, Event::DutySet(duty))
}

#[test]
fn conflicts_exactly_when_neither_knows_the_other() {
    let weave = Weave::new(links());
    let check = |entries: &[Arc<Entry>], expected: &[&[&str]]| {
        let found: Vec<_> = conflicts(&weave, entries).into_iter().map(|c| c.entries).collect();
        let expected: Vec<Vec<EntryId>> = expected
            .iter()
            .map(|names| {
                let mut ids: Vec<_> = names.iter().map(|n| id(n)).collect();
                ids.sort();
                ids
            })
            .collect();
        assert_eq!(found, expected);
    };
    check(&[duty("a1", "甲"), duty("b1", "乙")], &[]);
    check(&[duty("a2", "甲"), duty("b2", "乙")], &[&["a2", "b2"]]);
    // The same said twice leaves nothing to decide.
    check(&[duty("a2", "甲"), duty("b2", "甲")], &[]);
    // A later write that has seen both decides.
    check(&[duty("a2", "甲"), duty("b2", "乙"), duty("a3", "丙")], &[]);
    check(&[duty("a3", "丙"), duty("a3'", "丁")], &[&["a3", "a3'"]]);
    // What was struck is no write.
    let strike = entry("a3", Event::Struck(Struck::plain(id("a2"), String::new())));
    check(&[duty("a2", "甲"), duty("b2", "乙"), strike], &[]);
}

#[test]
fn people_who_decide_differently_have_a_conflict_again() {
    let strike = |name: &str, target: &str| {
        entry(name, Event::Struck(Struck::plain(id(target), String::new())))
    };
    let both = ["a1", "b1"];
    let weave = Weave::new(vec![
        link("a1", "", &[]),
        link("b1", "", &[]),
        link("c1", "", &both),
        link("d1", "", &both),
        link("e2", "", &["c1", "d1"]),
    ]);
    let found = |later: &[Arc<Entry>]| {
        let writes = [duty("a1", "甲"), duty("b1", "乙")];
        conflicts(&weave, writes.iter().chain(later)).len()
    };
    assert_eq!(found(&[]), 1);
    assert_eq!(found(&[strike("c1", "a1")]), 0);
    let [one, two] = [strike("c1", "a1"), strike("d1", "b1")];
    assert_eq!(found(&[one.clone(), two.clone()]), 1);
    assert_eq!(found(&[one.clone(), two.clone(), strike("e2", "c1")]), 0);
    assert_eq!(found(&[one, two, duty("e2", "丙")]), 0);
    // Each desk took its own back, not knowing of the other: nothing is left to decide.
    let apart = Weave::new(vec![
        link("a1", "", &[]),
        link("b1", "", &[]),
        link("a2", "a1", &[]),
        link("b2", "b1", &[]),
    ]);
    let taken = [duty("a1", "甲"), duty("b1", "乙"), strike("a2", "a1"), strike("b2", "b1")];
    assert!(conflicts(&apart, &taken).is_empty());
}

#[test]
fn texts_about_other_parts_of_the_calendar_are_no_conflict() {
    let weave = Weave::new(links());
    let check = |here: &str, there: &str, n: usize| {
        let calendar = |name, text: &str| {
            let text =
                format!("{{{text}:{{\"2027\":{{\"off\":[],\"work\":[],\"source\":\"{name}\"}}}}}}");
            entry(name, Event::CalendarAdopted(TextAdopted { name: String::new(), text }))
        };
        let found = conflicts(&weave, &[calendar("a2", here), calendar("b2", there)]);
        assert_eq!(found.len(), n, "{here} {there}");
    };
    let local = |id: &str| format!("\"kind\":\"local\",\"id\":\"{id}\",\"name\":\"x\",\"days\"");
    let (whole, years) = ("\"years\"", "\"kind\":\"years\",\"days\"");
    check(whole, whole, 1);
    check(years, years, 1);
    check(whole, years, 0);
    check(years, &local("gx"), 0);
    check(&local("gx"), &local("nx"), 0);
    check(&local("gx"), &local("gx"), 1);
}

#[test]
fn packs_of_other_ids_are_no_conflict() {
    let weave = Weave::new(links());
    let words = r#"{"zh":"x"}"#;
    let adopted = |name: &str, pack: &str, over: &str| {
        let text = format!(
            r#"{{"format":"jieyou-pack","version":2,"id":"{pack}","over":"{over}","name":{words},"edition":"{name}"}}"#
        );
        entry(name, Event::PackAdopted(TextAdopted { name: String::new(), text }))
    };
    let check = |here: Arc<Entry>, there: Arc<Entry>, n: usize| {
        assert_eq!(conflicts(&weave, &[here, there]).len(), n);
    };
    check(adopted("a2", "base", ""), adopted("b2", "other", ""), 1);
    check(adopted("a2", "base", ""), adopted("b2", "local-QH", "base"), 0);
    check(adopted("a2", "local-LS", "base"), adopted("b2", "local-QH", "base"), 0);
    check(adopted("a2", "local-QH", "base"), adopted("b2", "local-QH", "base"), 1);
    let dropped = PackDropped { id: "local-QH".to_owned(), why: String::new() };
    check(adopted("a2", "local-QH", "base"), entry("b2", Event::PackDropped(dropped)), 1);
}

#[test]
fn the_part_of_another_units_chain_is_one_finding_and_no_conflict_of_ours() {
    let of_matter =
        |name, prev, seen: &[&str]| Link { about_ledger: false, ..link(name, prev, seen) };
    let part = [of_matter("b4", "b3", &["a1"]), of_matter("b7", "b6", &["a9"])];
    let own = [link("a1", "", &[]), link("a2", "a1", &["b4", "b7"])];
    let weave = Weave::new(part.into_iter().chain(own));
    let partial = ChainFinding::Partial { origin: origin("b4"), records: 2 };
    assert_eq!(find(&weave, 1_000), vec![partial]);
}

#[test]
fn what_comes_later_is_woven_in_as_if_it_had_come_first() {
    let all = links();
    let names = ["a1", "a2", "a3", "b1", "b2", "a2'", "a3'"];
    let at_once = Weave::new(all.clone());
    for split in 0..=all.len() {
        for (first, later) in [all.split_at(split), (&all[split..], &all[..split])] {
            let mut weave = Weave::new(first.to_vec());
            weave.extend(later.to_vec());
            for (a, b) in names.iter().flat_map(|a| names.map(|b| (id(a), id(b)))) {
                assert_eq!(weave.reaches(a, b), at_once.reaches(a, b), "{split} {a} {b}");
            }
            assert_eq!(weave.broken(), at_once.broken());
            assert_eq!(weave.unseen(None), at_once.unseen(None));
        }
    }
}
