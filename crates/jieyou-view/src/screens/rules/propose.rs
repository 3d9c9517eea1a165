//! What would follow if a pack were put into force or taken off: shown before it is.

use super::differ::{Change, changes};
use super::refused::{lint, refused};
use crate::screens::moved::{Moved, Shifted, shifted};
use crate::text::rules as t;
use crate::text::{Lang, words};
use jieyou_domain::Date;
use jieyou_domain::facts::{PackDropped, TextAdopted};
use jieyou_domain::ledger::{Book, Command};
use jieyou_domain::rules::{Example, Lint, RuleSet};
use std::sync::Arc;

/// What is asked of the ledger, and what would follow.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// Which pack, and what becomes of it.
    pub head: String,
    /// What differs.
    pub changes: Vec<Change>,
    /// What a careful reader would ask.
    pub lints: Vec<String>,
    /// Which matters would change lists.
    pub lists: Vec<Moved>,
    /// Which days would move.
    pub moved: Vec<Moved>,
    /// The text that would be written; empty when a pack is taken off.
    pub text: String,
    /// What is asked of the ledger.
    pub ask: Ask,
}

/// What is asked of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// To put a pack into force.
    Adopt(TextAdopted),
    /// To take one off.
    Drop(PackDropped),
}

impl Ask {
    /// The command.
    pub fn command(self) -> Command {
        match self {
            Self::Adopt(text) => Command::AdoptPack(text),
            Self::Drop(dropped) => Command::DropPack(dropped),
        }
    }
}

/// What a proposal is worked out from.
#[derive(Clone, Copy, Debug)]
pub struct Trial<'a> {
    /// The book.
    pub book: &'a Book,
    /// The examples there are.
    pub examples: &'a [Example],
    /// The civil date.
    pub today: Date,
    /// The language.
    pub lang: Lang,
}

impl Trial<'_> {
    fn proposal(self, head: String, rules: RuleSet, lints: Vec<String>, ask: Ask) -> Proposal {
        let changes = changes(self.book.rules(), &rules, self.lang);
        let basis = (&Arc::new(rules), self.book.calendar());
        let found = shifted(self.book, basis.0, basis.1, self.today, self.lang);
        let Shifted { days: moved, lists } = found;
        Proposal { head, changes, lints, lists, moved, text: String::new(), ask }
    }
}

/// What putting a text into force would do.
///
/// # Errors
///
/// Returns why it is refused, and where.
pub fn adopting(trial: Trial<'_>, name: &str, text: &str) -> Result<Proposal, String> {
    let lang = trial.lang;
    let read = RuleSet::from_json(text);
    let both = read.and_then(|pack| trial.book.rules_with(&pack).map(|rules| (pack, rules)));
    let (pack, rules) = both.map_err(|e| refused(text, e, trial.book, lang))?;
    let has_example = |id: &str| trial.examples.iter().any(|e| e.rule == id);
    let mut found = pack.lint(has_example);
    // What shows only once it is laid over the others.
    let whole = rules.lint(|_| true).into_iter();
    let whole = whole.filter(|l| matches!(l, Lint::Gap(_) | Lint::Shadowed(_) | Lint::Scales(_)));
    let known = trial.book.rules().lint(|_| true);
    let whole = whole.filter(|lint| !found.contains(lint) && !known.contains(lint));
    let whole: Vec<Lint> = whole.collect();
    found.extend(whole);
    if let Some(base) = trial.book.packs().first().filter(|_| pack.over.is_empty()) {
        found.extend(pack.longer_than(base));
    }
    let lints = found.iter().map(|l| lint(l, &rules, text, lang)).collect();
    let head = if pack.over.is_empty() { t::AS_BASE } else { t::AS_OVERLAY };
    let head = head.with(lang, &[words(&pack.name, lang), &pack.edition]);
    let adopted = TextAdopted { name: name.to_owned(), text: text.to_owned() };
    let proposal = trial.proposal(head, rules, lints, Ask::Adopt(adopted));
    Ok(Proposal { text: text.to_owned(), ..proposal })
}

/// What taking an overlay off would do; nothing where there is none of that id.
pub fn dropping(trial: Trial<'_>, id: &str, why: &str) -> Option<Proposal> {
    let pack = trial.book.packs().iter().find(|p| p.id == id && !p.over.is_empty())?;
    let head = t::AS_DROPPED.with(trial.lang, &[words(&pack.name, trial.lang), &pack.edition]);
    let dropped = PackDropped { id: id.to_owned(), why: why.trim().to_owned() };
    let rules = trial.book.rules_without(id);
    Some(trial.proposal(head, rules, Vec::new(), Ask::Drop(dropped)))
}

/// What taking the unit's own pack off would do.
pub fn dropping_own(trial: Trial<'_>, why: &str) -> Option<Proposal> {
    dropping(trial, &super::local::own_id(trial.book), why)
}

/// A pack as a file: its name and its text.
pub fn saved(book: &Book, id: &str) -> Option<(String, String)> {
    let at = book.packs().iter().position(|p| p.id == id)?;
    let pack = &book.packs()[at];
    let text = book.pack_text(at)?;
    let laid_out = if text.contains('\n') { text.to_owned() } else { super::local::laid_out(text) };
    Some((format!("jieyou-pack-{}-{}.json", pack.id, pack.edition), laid_out))
}
