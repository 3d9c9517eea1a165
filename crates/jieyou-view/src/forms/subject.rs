//! The question for the subject: the tree to choose from, and what the words that were
//! written propose. Nothing is ever chosen by itself.

use super::build::{Build, Choices};
use super::context::FormContext;
use super::model::{Control, Draft, Proposal};
use crate::text::forms::subject as t;
use crate::text::words;
use jieyou_domain::classify::{Suggestion, subject_text};
use jieyou_domain::ledger::Matter;

/// More proposals at once help nobody.
const PROPOSALS_MAX: usize = 3;
/// More words than these are no better reason.
const WORDS_MAX: usize = 4;

/// The two-level tree: under each group the group itself, then its subjects. A subject
/// that is recorded by number only (少记) is offered where it already stands.
pub(super) fn control(ctx: &FormContext<'_>, current: &str) -> Control {
    let mut groups = vec![(String::new(), vec![(String::new(), t::LATER.to(ctx.lang).to_owned())])];
    for category in &ctx.book.rules().categories {
        let name = words(&category.words, ctx.lang);
        let is_group = !category.id.contains('.');
        if is_group {
            groups.push((name.to_owned(), Choices::new()));
        }
        if category.by_number && category.id != current {
            continue;
        }
        let label = if is_group { t::WHOLE.with(ctx.lang, &[name]) } else { name.to_owned() };
        if let Some((_, choices)) = groups.last_mut() {
            choices.push((category.id.clone(), label));
        }
    }
    Control::Groups(groups)
}

/// What the draft of a registration proposes.
pub(super) fn of_draft(ctx: &FormContext<'_>, draft: &Draft) -> Vec<Proposal> {
    let [title, story, claims, spot] = ["title", "story", "claims", "spot"].map(|k| draft.get(k));
    proposals(ctx, ctx.book.suggester().suggest(&subject_text(title, story, claims, spot)))
}

/// Puts what a matter proposes under the question for its subject.
pub(super) fn propose(build: &mut Build<'_>, matter: &Matter) {
    let found = proposals(build.ctx, build.ctx.book.suggester().of(&matter.state));
    if let Some(field) = build.by_key("category") {
        field.proposed = found;
    }
}

fn proposals(ctx: &FormContext<'_>, found: Vec<Suggestion>) -> Vec<Proposal> {
    let rules = ctx.book.rules();
    let named = found.into_iter().filter_map(|one| {
        let category = rules.category(&one.category).filter(|c| !c.by_number)?;
        let name = words(&category.words, ctx.lang);
        let group = one.category.split('.').next().and_then(|id| rules.category(id));
        let group = group.map_or("", |g| words(&g.words, ctx.lang));
        let quoted: Vec<String> =
            one.words.iter().take(WORDS_MAX).map(|w| t::QUOTED.with(ctx.lang, &[w])).collect();
        Some(Proposal {
            label: t::PLACE.with(ctx.lang, &[group, name]),
            why: match quoted.as_slice() {
                [] => t::BY_LEANS.to(ctx.lang).to_owned(),
                all => t::BECAUSE.with(ctx.lang, &[&all.join(ctx.lang.pick("", ", "))]),
            },
            code: one.category,
        })
    });
    named.take(PROPOSALS_MAX).collect()
}
