//! A number of a rule set otherwise by the unit: the form, and the pack that comes of it.

use super::build::Build;
use super::context::FormContext;
use super::model::{Control, Draft, Form, Problem};
use super::reader::{Days, Reader};
use crate::screens::rules::local::{Setting, composed, may};
use crate::screens::rules::{LocalWay, Proposal, Trial, adopting};
use crate::text::forms::{local as t, problem};
use crate::text::{format, rules};
use jieyou_domain::rules::{Cite, Example, Rule, RuleTerm, Verified};

/// The longest number of anything.
const N_MAX: u32 = 3_660;

/// What stands there at first: the rule's own number, from today.
pub fn blank(ctx: &FormContext<'_>, id: &str) -> Draft {
    let mut draft = Draft::default();
    if let Some(RuleTerm::Count { n, .. }) = ctx.book.rules().rule(id).map(|r| r.term) {
        draft.set("n", n.to_string());
    }
    draft.set("what", "number");
    draft.set("from", format::iso(ctx.today));
    draft
}

/// The form; what is no law may be done without.
pub fn form(ctx: &FormContext<'_>, draft: &Draft, id: &str) -> Form {
    let lang = ctx.lang;
    let mut build = Build::of_unit(ctx);
    let Some(rule) = ctx.book.rules().rule(id) else { return Form::default() };
    if may(ctx.book, id) == LocalWay::Any {
        let choices = [("number", t::NUMBER), ("off", t::OFF)];
        let choices = choices.map(|(code, word)| (code.to_owned(), word.to(lang).to_owned()));
        build.need("what", &t::WHAT, Control::Choice(choices.to_vec()));
    }
    if !is_off(draft) {
        let label = t::N.with(lang, &[&rules::term(rule.term, rule.kind, lang)]);
        build.put("n", label, "", Control::Number).required = true;
        build.need("from", &t::FROM, Control::Due);
        build.need("instrument", &t::INSTRUMENT, Control::Line(60));
        build.need("article", &t::ARTICLE, Control::Line(40));
        build.need("quote", &t::QUOTE, Control::Area(200));
        // A number of law is set by a document only.
        if may(ctx.book, id) == LocalWay::Any {
            let levels = [("V1", t::LEVEL_V1), ("Local", t::LEVEL_LOCAL)];
            let levels = levels.map(|(code, word)| (code.to_owned(), word.to(lang).to_owned()));
            build.need("level", &t::LEVEL, Control::Choice(levels.to_vec()));
        }
    }
    build.form("", rules::SHORTEN_HINT.to(lang).to_owned(), rules::CHECK)
}

fn is_off(draft: &Draft) -> bool {
    draft.get("what") == "off"
}

/// What would follow.
///
/// # Errors
///
/// Returns every problem, each at its field.
pub fn read(
    ctx: &FormContext<'_>,
    draft: &Draft,
    id: &str,
    examples: &[Example],
) -> Result<Proposal, Vec<Problem>> {
    let mut reader = Reader::new(ctx, draft);
    let Some(rule) = ctx.book.rules().rule(id) else { return reader.finish(None) };
    let setting = setting(&mut reader, rule);
    let setting = reader.finish(setting)?;
    let text = composed(ctx.book, rule, setting, ctx.today);
    let trial = Trial { book: ctx.book, examples, today: ctx.today, lang: ctx.lang };
    let name = ctx.book.unit().map_or("", |u| u.name.as_str());
    adopting(trial, name, &text).map_err(|text| vec![Problem { field: "n".to_owned(), text }])
}

fn setting(reader: &mut Reader<'_>, rule: &Rule) -> Option<Setting> {
    if is_off(reader.draft) && may(reader.ctx.book, &rule.id) == LocalWay::Any {
        return Some(Setting::Off);
    }
    let n = reader.number("n", &t::N_ASK, N_MAX);
    if reader.raw("n").is_empty() {
        reader.wrong("n", problem::MISSING, &[t::N_ASK.label.to(reader.ctx.lang)]);
    }
    let from = reader.needed_day("from", &t::FROM, Days::Due { from: None });
    let instrument = reader.needed("instrument", &t::INSTRUMENT, 60);
    let article = reader.needed("article", &t::ARTICLE, 40);
    let quote = reader.needed("quote", &t::QUOTE, 200);
    let level = if may(reader.ctx.book, &rule.id) == LocalWay::Any {
        reader.chosen("level", &t::LEVEL, |code| match code {
            "V1" => Some(Verified::V1),
            "Local" => Some(Verified::Local),
            _ => None,
        })
    } else {
        Some(Verified::V1)
    };
    let (n, from, verified) = (n?, from?, level?);
    let now = reader.ctx.book.rules().term_on(rule, from).0;
    if matches!(now, RuleTerm::Count { n: now, .. } if now == n) {
        reader.wrong("n", t::SAME, &[]);
    }
    Some(Setting::Number(n, from, Cite { instrument, article, quote, verified }))
}
