//! Words of a column that stand for one of few things: places, who it is between, how it
//! came. What is not known is asked once, whatever number of rows it stands in.

use super::row::text_of;
use super::table::{Mapping, Table};
use super::target::Target;
use crate::forms::{Draft, FormContext};
use crate::text::{Lang, paste as t, words as w};
use jieyou_domain::compact::Map;
use jieyou_domain::facts::{Channel, CounterParty};

/// In a draft: becomes a new place.
pub(super) const NEW: &str = "+new";
/// In a draft: no place, the words are kept as the exact spot.
pub(super) const IN_WORDS: &str = "+words";

/// Columns whose words are looked up.
pub(super) const ASKED: [Target; 3] = [Target::Place, Target::Against, Target::Channel];

/// What a word stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// There is no word.
    Nothing,
    /// Not said yet.
    Open,
    /// A place's id, or a code.
    Code(String),
    /// A place to add.
    New,
    /// No place; the words are kept.
    InWords,
}

/// A word that is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unknown {
    pub(super) target: Target,
    pub(super) text: String,
    /// In how many rows it stands.
    pub(super) rows: usize,
}

/// What the words of a paste stand for.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    answers: Map<String, Answer>,
    pub(super) unknown: Vec<Unknown>,
    /// Columns in which some row says nothing.
    pub(super) silent: Vec<Target>,
}

/// The key of a word in a draft.
pub(super) fn word_key(target: Target, text: &str) -> String {
    format!("word-{}-{text}", target.code())
}

impl Words {
    /// Looks at every word of every row.
    pub(super) fn of(
        cx: &FormContext<'_>,
        table: &Table,
        mapping: &Mapping,
        draft: &Draft,
    ) -> Self {
        let mut words = Self::default();
        let body = mapping.body(table);
        for target in ASKED {
            for (at, line) in body.iter().enumerate() {
                let text = text_of(mapping, draft, &body[..at], line, target);
                words.take(cx, draft, target, text);
            }
        }
        words
    }

    fn take(&mut self, cx: &FormContext<'_>, draft: &Draft, target: Target, text: String) {
        if text.is_empty() {
            if !self.silent.contains(&target) {
                self.silent.push(target);
            }
            return;
        }
        if let Some(known) = self.unknown.iter_mut().find(|u| u.target == target && u.text == text)
        {
            known.rows += 1;
            return;
        }
        let key = word_key(target, &text);
        if self.answers.contains_key(&key) {
            return;
        }
        let answer = match known(cx, target, &text) {
            Some(code) => Answer::Code(code),
            None => {
                self.unknown.push(Unknown { target, text, rows: 1 });
                match draft.get(&key) {
                    "" => Answer::Open,
                    NEW => Answer::New,
                    IN_WORDS => Answer::InWords,
                    code => Answer::Code(code.to_owned()),
                }
            }
        };
        self.answers.insert(key, answer);
    }

    /// What a word of a column stands for.
    pub(super) fn answer(&self, target: Target, text: &str) -> Answer {
        if text.is_empty() {
            return Answer::Nothing;
        }
        self.answers.get(&word_key(target, text)).cloned().unwrap_or(Answer::Open)
    }
}

/// The code of a word that says exactly what a choice says, or is the name of a place.
fn known(cx: &FormContext<'_>, target: Target, text: &str) -> Option<String> {
    match target {
        Target::Place => cx.book.places().find(|p| p.open && p.name == text).map(|p| p.id.clone()),
        Target::Against => by_word(CounterParty::ALL, CounterParty::code, w::counter_party, text),
        Target::Channel => by_word(Channel::ALL, Channel::code, w::channel, text),
        _ => None,
    }
}

fn by_word<T: Copy>(
    all: &[T],
    code: fn(T) -> &'static str,
    word: fn(T, Lang) -> &'static str,
    text: &str,
) -> Option<String> {
    let says = |v: &&T| [Lang::Zh, Lang::En].iter().any(|lang| word(**v, *lang) == text);
    all.iter().find(says).map(|v| code(*v).to_owned())
}

/// What a word may stand for: code and label, the open answer first.
pub(super) fn choices(cx: &FormContext<'_>, target: Target) -> Vec<(String, String)> {
    let lang = cx.lang;
    let mut all = vec![(String::new(), t::NOT_CHOSEN.to(lang).to_owned())];
    match target {
        Target::Place => {
            all.push((NEW.to_owned(), t::NEW_PLACE.to(lang).to_owned()));
            all.push((IN_WORDS.to_owned(), t::IN_WORDS.to(lang).to_owned()));
            let open = cx.book.places().filter(|p| p.open);
            all.extend(open.map(|p| (p.id.clone(), p.name.clone())));
        }
        Target::Against => {
            all.extend(w::choices(CounterParty::ALL, CounterParty::code, w::counter_party, lang));
        }
        _ => all.extend(w::choices(Channel::ALL, Channel::code, w::channel, lang)),
    }
    all
}
