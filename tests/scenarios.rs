//! Scenarios: worked examples as files that a lawyer can read, played and compared.
//!
//! A scenario is a small ledger and what must be true of it on given days. Each day is
//! played on its own: only what was written down by then is in the book. Each rule by
//! itself, on both sides of its boundary, stands in the examples of the pack.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use crate::support::{CALENDAR, PACK, Played, played};
use jieyou_domain::Date;
use jieyou_domain::classify::{Assessment, Status, TierAnswer, Verdict, assess, verdicts};
use jieyou_domain::ledger::Matter;
use jieyou_domain::rules::{Got, Obligation, RuleSet};
use jieyou_domain::time::{Calendar, Step};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scenario {
    /// What it shows, as a sentence.
    title: String,
    /// The articles it rests on.
    cite: String,
    /// Whose example it is.
    source: String,
    /// Village, township, department or petition office.
    unit: String,
    /// Other units, each on a desk of its own: kind, name and code. A step is theirs by
    /// `by`; without one it is of 青禾镇.
    #[serde(default)]
    others: Vec<Value>,
    /// What happened, as in a script.
    steps: Value,
    /// What must be true, day by day.
    expect: Vec<Expected>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    /// The day on which the book is looked at.
    on: Date,
    /// Of which matter.
    matter: String,
    /// On whose desk; without one, on that of 青禾镇.
    #[serde(default)]
    at: Option<String>,
    /// Recorded by number only: services not in place yet, and nothing else to be seen.
    #[serde(default)]
    sealed: Option<Vec<String>>,
    #[serde(default)]
    stage: Option<String>,
    #[serde(default)]
    kind: Option<String>,
    /// `1`, `2`, `3`, or the criterion by which it is on no list.
    #[serde(default)]
    tier: Option<String>,
    /// The criteria met, all of them.
    #[serde(default)]
    met: Option<Vec<String>>,
    /// Criteria not met yet, with the day they will be.
    #[serde(default)]
    coming: BTreeMap<String, Date>,
    /// A fall from 三级 that waits: the last day on which it met what put it there. Where a
    /// list is expected and no fall, none may wait.
    #[serde(default)]
    fall: Option<Date>,
    /// Until when a person's list stands.
    #[serde(default)]
    until: Option<Date>,
    /// The consult after which a person's list no longer stands.
    #[serde(default)]
    lapsed: Option<Date>,
    /// What tables of the pack come to.
    #[serde(default)]
    verdicts: Vec<Judgement>,
    /// Tables that have nothing to say of it.
    #[serde(default)]
    silent: Vec<String>,
    #[serde(default)]
    owed: Vec<Owed>,
    /// Rules under which nothing is owed.
    #[serde(default)]
    not_owed: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Judgement {
    table: String,
    /// Which claim, from 0.
    #[serde(default)]
    claim: Option<usize>,
    answer: String,
    /// The row that the facts lead to.
    row: String,
    /// The post that decided otherwise; without one, nobody did.
    #[serde(default)]
    by: String,
    /// Facts not known that would change it, some of them.
    #[serde(default)]
    asks: Vec<String>,
    /// The day on which time alone will change it.
    #[serde(default)]
    soon: Option<Date>,
    /// What the answer asks of the office: shown, not shown, or seen to by people.
    #[serde(default)]
    needs: Option<Vec<Option<bool>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Owed {
    rule: String,
    /// Which promise of the matter, from 0.
    #[serde(default)]
    promise: Option<usize>,
    /// A day; `-` while not started; `2027 not published, 2027-01-21` otherwise.
    due: String,
    /// `running`, `overdue`, `met 2026-04-20`, …
    is: String,
    /// For a citizen's right: the rolled day.
    #[serde(default)]
    hint: Option<Date>,
    /// For a citizen's right: whether it was told.
    #[serde(default)]
    told: Option<bool>,
    /// How it was counted, in full: `off 2026-02-15 2026-02-23`.
    #[serde(default)]
    steps: Option<Vec<String>>,
    /// Codes of what stands beside it.
    #[serde(default)]
    notes: Option<Vec<String>>,
}

/// Every scenario with its file's name, in the order of names.
fn scenarios() -> Vec<(String, Scenario)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(path).unwrap();
        let scenario = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
        (name, scenario)
    };
    files.iter().map(read).collect()
}

/// The unit of a scenario that names no other.
const OWN: &str = "青禾镇";

/// Plays what was written down by `on`, and looks at it from the desk of `at`.
fn play_until(scenario: &Scenario, on: Date, at: &str) -> Result<Played, String> {
    let steps = scenario.steps.as_array().ok_or("steps: not a list")?;
    let by_then = |step: &&Value| {
        let day = step.get("written").or_else(|| step.get("on")).and_then(Value::as_str);
        day.is_none_or(|day| day <= on.to_string().as_str())
    };
    let mut steps: Vec<Value> = steps.iter().filter(by_then).cloned().collect();
    for step in steps.iter_mut().filter_map(Value::as_object_mut) {
        step.entry("by").or_insert(json!(OWN));
    }
    let mut units = scenario.others.clone();
    units.push(json!({ "kind": scenario.unit, "name": OWN, "code": "QH" }));
    let place = units.iter().position(|unit| unit["name"] == at).ok_or("no such desk")?;
    let unit = units.remove(place);
    let script = json!({
        "format": "jieyou-script", "realm": "training", "today": on, "unit": unit,
        "others": units, "steps": steps,
    });
    played(&script.to_string())
}

fn step(step: &Step) -> String {
    let kind = serde_json::to_value(step.kind).unwrap();
    let kind = kind.as_str().unwrap();
    if step.from == step.to {
        format!("{kind} {}", step.from)
    } else {
        format!("{kind} {} {}", step.from, step.to)
    }
}

/// Says everything in which the book differs from what is expected.
fn differences(expected: &Expected, played: &Played) -> String {
    let mut out = String::new();
    let mut differ = |what: &str, want: &dyn std::fmt::Debug, got: &dyn std::fmt::Debug| {
        writeln!(out, "  {what}: expected {want:?}, got {got:?}").unwrap();
    };
    let Some(id) = played.matters.get(&expected.matter) else { return "  no such matter\n".into() };
    let book = played.journal.book();
    if let Some(want) = &expected.sealed {
        let sealed = book.sealed_one(*id);
        let open = sealed.map(|s| s.open.iter().map(|s| s.code()).collect::<Vec<_>>());
        if open.as_deref() != Some(&want.iter().map(String::as_str).collect::<Vec<_>>()[..]) {
            differ("open services", want, &open);
        }
        // It is one figure, and no matter, no list, nothing owed.
        if book.sealed().count() != 1 || book.matters().count() != 0 {
            differ("sealed", &(1, 0), &(book.sealed().count(), book.matters().count()));
        }
        return out;
    }
    let Some(matter) = book.matter(*id) else { return "  not on this desk\n".into() };
    let matter: &Matter = matter;
    let Some(assessed) = assess(matter, book, expected.on) else { return "  no answer\n".into() };
    let Assessment { kind, tier, obligations, .. } = &assessed;
    let list = match &tier.answer {
        TierAnswer::On(tier) => tier.code(),
        TierAnswer::NoList(by) => by,
    };
    let stage = matter.stage().code();
    let answers = [
        ("stage", &expected.stage, stage),
        ("kind", &expected.kind, kind.answer.code()),
        ("tier", &expected.tier, list),
    ];
    for (what, want, got) in answers {
        if want.as_ref().is_some_and(|want| want != got) {
            differ(what, want, &got);
        }
    }
    let met: BTreeSet<&str> =
        tier.because.iter().filter(|r| r.status == Status::Met).map(|r| r.rule.as_str()).collect();
    if let Some(want) = &expected.met
        && want.iter().map(String::as_str).collect::<BTreeSet<_>>() != met
    {
        differ("met", want, &met);
    }
    let notes = &assessed.tier_notes;
    let fall = notes.fall.as_ref().map(|f| f.last);
    if (expected.tier.is_some() || expected.fall.is_some()) && expected.fall != fall {
        differ("fall", &expected.fall, &fall);
    }
    let lapsed = notes.lapsed.as_ref().map(|(_, day)| *day);
    if (expected.until, expected.lapsed) != (notes.until, lapsed) {
        differ("until, lapsed", &(expected.until, expected.lapsed), &(notes.until, lapsed));
    }
    let verdicts = verdicts(matter, book, expected.on, &assessed);
    for want in &expected.verdicts {
        judge(want, &verdicts, &mut differ);
    }
    for table in &expected.silent {
        if let Some(v) = verdicts.iter().find(|v| v.table == *table) {
            differ(table, &"nothing", &v.decision.answer);
        }
    }
    for (criterion, day) in &expected.coming {
        let reason = tier.would_change_if.iter().find(|r| r.rule == *criterion);
        let from = reason.and_then(|r| r.from);
        if from != Some(*day) {
            differ(criterion, day, &from);
        }
    }
    for want in &expected.owed {
        let key = want.promise.and_then(|at| matter.state.promises.get(at)).map(|p| p.key.as_str());
        let found =
            obligations.iter().find(|o| o.rule == want.rule && key.is_none_or(|key| key == o.key));
        match found {
            None => differ(&want.rule, &want.due, &"nothing owed"),
            Some(o) => compare(want, o, &mut differ),
        }
    }
    for rule in &expected.not_owed {
        if let Some(o) = obligations.iter().find(|o| o.rule == *rule) {
            differ(rule, &"nothing owed", &Got::of(o.clone()).due);
        }
    }
    out
}

fn judge(
    want: &Judgement,
    verdicts: &[Verdict],
    differ: &mut dyn FnMut(&str, &dyn std::fmt::Debug, &dyn std::fmt::Debug),
) {
    let table = want.table.as_str();
    let Some(got) = verdicts.iter().find(|v| v.table == table && v.claim == want.claim) else {
        return differ(table, &want.answer, &"nothing");
    };
    let decision = &got.decision;
    let row = decision.because.first().map_or("", |r| r.rule.as_str());
    let by = decision.overridden_by.as_ref().map_or("", |o| o.post.as_str());
    let (expected, found) = (
        (want.answer.as_str(), want.row.as_str(), want.by.as_str()),
        (decision.answer.as_str(), row, by),
    );
    if expected != found {
        differ(table, &expected, &found);
    }
    let change = &decision.would_change_if;
    let open = change.iter().filter(|r| r.status == Status::NotKnown).flat_map(|r| &r.used);
    let open: BTreeSet<&str> = open.map(|u| u.key.as_str()).collect();
    if let Some(lost) = want.asks.iter().find(|key| !open.contains(key.as_str())) {
        differ(table, &format!("asks {lost}"), &open);
    }
    let soon = change.iter().filter_map(|r| r.from).min();
    if want.soon.is_some() && want.soon != soon {
        differ(table, &want.soon, &soon);
    }
    if want.needs.as_ref().is_some_and(|needs| *needs != got.needs) {
        differ(table, &want.needs, &got.needs);
    }
}

fn compare(
    want: &Owed,
    got: &Obligation,
    differ: &mut dyn FnMut(&str, &dyn std::fmt::Debug, &dyn std::fmt::Debug),
) {
    let rule = want.rule.as_str();
    // In the words of the examples.
    let found = Got::of(got.clone());
    if want.due != found.due {
        differ(rule, &want.due, &found.due);
    }
    if want.is != found.is {
        differ(rule, &want.is, &found.is);
    }
    if want.hint.is_some() && want.hint != got.hint {
        differ(rule, &want.hint, &got.hint);
    }
    if want.told.is_some() && want.told != got.told {
        differ(rule, &want.told, &got.told);
    }
    let steps: Vec<String> = got.steps.iter().map(step).collect();
    if want.steps.as_ref().is_some_and(|want| *want != steps) {
        differ(rule, &want.steps, &steps);
    }
    let notes: Vec<String> = got.notes.iter().map(|n| format!("{n:?}")).collect();
    if want.notes.as_ref().is_some_and(|want| *want != notes) {
        differ(rule, &want.notes, &notes);
    }
}

#[test]
fn every_scenario_comes_out_as_written() {
    let scenarios = scenarios();
    let mut wrong = String::new();
    let mut looks = 0;
    for (name, scenario) in &scenarios {
        let told = [&scenario.title, &scenario.cite, &scenario.source];
        assert!(told.iter().all(|text| !text.trim().is_empty()), "{name}: says too little");
        assert!(!scenario.expect.is_empty(), "{name}: expects nothing");
        for expected in &scenario.expect {
            looks += 1;
            let at = expected.at.as_deref().unwrap_or(OWN);
            let differences = match play_until(scenario, expected.on, at) {
                Ok(played) => differences(expected, &played),
                Err(why) => format!("  {why}\n"),
            };
            if !differences.is_empty() {
                write!(wrong, "{name} on {}:\n{differences}", expected.on).unwrap();
            }
        }
    }
    println!("{} scenarios, looked at on {looks} days", scenarios.len());
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn the_calendar_and_the_pack_read() {
    assert!(Calendar::from_json(CALENDAR).is_ok());
    assert!(RuleSet::from_json(PACK).is_ok());
}
