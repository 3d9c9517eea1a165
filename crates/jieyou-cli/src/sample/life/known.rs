//! What is found out on the way, what people decide otherwise, and a second look.

use super::{Life, Rng, Way};
use jieyou_domain::compact::Map;
use jieyou_domain::facts::*;
use jieyou_domain::ledger::Event;

/// Answers by question.
fn answers<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Map<String, String> {
    pairs.into_iter().map(|(q, a)| (q.to_owned(), a.to_owned())).collect()
}

const fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

impl Life<'_> {
    /// What the citizen wants, as far as it was asked.
    pub(super) fn aim(&self, rng: &mut Rng) -> Option<&'static str> {
        let aim = match self.case.way {
            Way::Suggest => "suggest",
            Way::Ask => "ask",
            Way::Spot | Way::Mediate | Way::Sixth | Way::Fifth => "own",
        };
        rng.chance(70).then_some(aim)
    }

    /// Facts about the whole matter that come with the first looks at it.
    pub(super) fn found(&self, rng: &mut Rng) -> Option<Event> {
        if !rng.chance(55) {
            return None;
        }
        let mut known = vec![("several_bodies", yes(rng.chance(15)))];
        known.push(("rule_clear", yes(rng.chance(80))));
        known.push(("appraisal", yes(rng.chance(15))));
        known.push(("money_ready", yes(rng.chance(70))));
        let note = "看了现场，问了承办的站所".to_owned();
        Some(Event::FactsNoted(FactsNoted { claim: None, answers: answers(known), note }))
    }

    /// Facts about the one claim, once it was looked into.
    pub(super) fn checked(&self, rng: &mut Rng) -> Option<Event> {
        if !rng.chance(60) {
            return None;
        }
        let lawful = rng.chance(65);
        let mut known = vec![("facts_clear", yes(rng.chance(85))), ("lawful", yes(lawful))];
        if !lawful {
            known.push(("reasonable", yes(rng.chance(60))));
        }
        let note = "查了台账和票据".to_owned();
        Some(Event::FactsNoted(FactsNoted { claim: Some(0), answers: answers(known), note }))
    }

    /// Now and then a leader decides otherwise than the tables.
    pub(super) fn otherwise(&self, post: &str, rng: &mut Rng) -> Option<Event> {
        let (table, answer, why) = *rng.pick(&[
            ("track", "hard", "两边差得远，一次谈不下来"),
            ("track", "easy", "办法和钱都有了"),
            ("rung", "2", "要几个站所一起去"),
        ]);
        rng.chance(6).then(|| {
            Event::Judged(Judged {
                table: table.to_owned(),
                claim: None,
                answer: answer.to_owned(),
                why: why.to_owned(),
                post: post.to_owned(),
            })
        })
    }

    /// What came back is looked at anew.
    pub(super) fn again(&self, post: &str, rng: &mut Rng) -> Option<Event> {
        let second = |old: &str, new: &str| Second { old: old.to_owned(), new: new.to_owned() };
        rng.chance(40).then(|| {
            Event::Reexamined(Reexamined {
                findings: second("按当时记录认定", "到现场重新量了一遍"),
                opinion: second("按约定分两次办", "改为一次办完"),
                stance: second("等下一季再说", "农时等不得，说得有道理"),
                post: post.to_owned(),
            })
        })
    }
}
