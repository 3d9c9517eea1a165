//! The training ledgers: they play, and show what their trainers are told they show.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use crate::support::{Played, played};
use jieyou_domain::classify::assess;
use jieyou_domain::ledger::audit;
use jieyou_domain::rules::Standing;
use jieyou_domain::time::parse_date;
use jieyou_store::script::Script;
use std::fmt::Write as _;

const VILLAGE: &str = include_str!("../public/training/village.json");
const TOWNSHIP: &str = include_str!("../public/training/township.json");

/// One line a matter: stage, list, and what is owed today and near.
fn table(text: &str) -> String {
    let today = Script::from_json(text).unwrap().today;
    let Played { journal, matters } = played(text).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(audit(journal.book()), Vec::new());
    let mut out = String::new();
    for (name, id) in matters.iter() {
        let matter = journal.book().matter(*id).unwrap();
        let assessed = assess(matter, journal.book(), today).unwrap();
        let tier = assessed.tier.answer.tier().map_or("-", jieyou_domain::facts::Tier::code);
        write!(out, "{name} {} {tier}", matter.stage().code()).unwrap();
        for o in &assessed.obligations {
            let near = o.standing == Standing::Running && o.is_soon(today);
            let Some(day) = o.due.day().filter(|_| o.standing == Standing::Overdue || near) else {
                continue;
            };
            let told = match o.told {
                Some(false) => " untold",
                Some(true) => " told",
                None => "",
            };
            let late = if o.standing == Standing::Overdue { "late " } else { "" };
            write!(out, "; {late}{} {}{told}", o.rule, day.format("%m-%d")).unwrap();
        }
        out.push('\n');
    }
    out
}

#[test]
fn a_village_shows_its_cases() {
    expect_test::expect![[r#"
        beam open 3; late TJ-25 02-11
        drain performing 2; YD-party 02-13
        eaves observing 1
        firewood done -
        planting performing 3; late YD-party 02-08; late CN-tell3 01-13
        reserve-land handed_up 2; late CN-sign-up 02-09
        ridge mediating 2; late CN-planlimit 02-11; CN-handup 02-12
        stalks mediating 3; CN-plan 02-12
        support open 3; CN-contact 02-12; CN-plan 02-13
    "#]]
    .assert_eq(&table(VILLAGE));
}

#[test]
fn a_township_shows_its_cases() {
    expect_test::expect![[r#"
        accounts open 2
        allowance answered 2; XF-35b 02-19
        crops open 3; CN-planlimit 02-13; late LX-idle3 02-10
        crossing open -; XF-23b 02-17
        danger-house answered 2; XF-35a 02-21 told
        ditch handling 2; late CN-tell 02-11
        estate handling 3; late CN-planlimit 02-10; late CN-tell3 01-31; late LX-idle3 01-23
        flood open 3; XF-23b 02-12; CN-tell3 02-12; late LX-idle3 02-10
        fungus performing 2; YD-office 02-13; late CN-tell 02-03
        heating observing 1
        manhole done -
        pension open 3; late XF-23b 02-10; late CN-tell3 02-10; late LX-idle3 02-05
        rebuild done -
        roof mediating 2
        seed mediating 3; late CN-plan 02-11; LX-idle3 02-13
        shares open 3; CN-plan 02-12
        shed open 3; CN-tell3 02-12; late LX-idle3 02-04
        subsidy answered 2; XF-35a 02-15 untold; CN-tell 02-15
        wages open 3
    "#]]
    .assert_eq(&table(TOWNSHIP));
}

#[test]
fn nothing_in_them_is_unusual_for_a_reader() {
    for text in [VILLAGE, TOWNSHIP] {
        let script = Script::from_json(text).unwrap();
        assert!(script.note.contains("取材于公开报道"));
        assert_eq!(Some(script.today), parse_date("2026-02-12"));
        assert!(script.steps.iter().all(|s| s.written() <= script.today));
        assert!(!jieyou_domain::mask::has_hidden_number(text));
    }
}
