//! Which questions the register form asks, by what was answered so far.

use crate::forms::build::{Build, Choices, open_first};
use crate::forms::context::FormContext;
use crate::forms::model::{Control, Draft, Field, Shelf};
use crate::forms::subject;
use crate::text::forms::register as t;
use crate::text::words as pack_words;
use crate::text::words as w;
use jieyou_domain::facts::*;
use jieyou_domain::ledger::{STORY_MAX, TITLE_MAX};
use jieyou_domain::rules::{Question, QuestionKind, When};

/// Households and people: more than this is a typing mistake.
pub(super) const COUNT_MAX: u32 = 100_000;
/// The longest claim, in characters.
pub(super) const CLAIM_MAX: usize = 200;
/// The longest words for a spot, in characters.
pub(super) const SPOT_MAX: usize = 100;

/// The questions about the matter itself: 1 to 9 without the contact, and what is folded.
pub(in crate::forms) fn questions(build: &mut Build<'_>, draft: &Draft) {
    let lang = build.lang();
    build.need(
        "danger",
        &t::DANGER,
        choice(w::choices(Danger::ALL, Danger::code, w::danger, lang)),
    );
    build.need("on", &t::ON, Control::Date);
    let channels = channels(build.ctx, draft.get("channel"));
    build.need("channel", &t::CHANNEL, choice(channels));
    came_in(build, draft);
    place(build);
    build.need("title", &t::MATTER, Control::Line(TITLE_MAX));
    build.add("story", &t::STORY, Control::Area(STORY_MAX));
    against(build, draft);
    let done = is_done(build.ctx, draft);
    let claims = build.need("claims", &t::CLAIMS, Control::Lines);
    if done {
        claims.required = false;
        t::CLAIMS_DONE.to(lang).clone_into(&mut claims.hint);
    }
    // In sight as soon as the words propose one.
    let proposed = subject::of_draft(build.ctx, draft);
    if !proposed.is_empty() {
        category(build, draft).proposed = proposed;
    }
    build.add("households", &t::HOUSEHOLDS, Control::Number);
    build.add("people", &t::PEOPLE, Control::Number);
    let by = w::choices(ReplyBy::ALL, ReplyBy::code, w::reply_by, lang);
    build.need("reply_by", &t::REPLY_BY, choice(by));
    folded(build, draft);
}

/// How it may come in. Nothing is transferred to a village, and no village hands up to it.
pub(in crate::forms) fn channels(ctx: &FormContext<'_>, current: &str) -> Choices {
    let strange = |c: &Channel| matches!(c, Channel::Transferred | Channel::FromVillage);
    let all = Channel::ALL.iter().copied();
    let offered = all.filter(|c| !ctx.is_village() || !strange(c) || c.code() == current);
    let offered: Vec<Channel> = offered.collect();
    w::choices(&offered, Channel::code, w::channel, ctx.lang)
}

fn choice(options: Choices) -> Control {
    Control::Choice(options)
}

/// With question 3: in sight where the channel brings a number or an order, else folded.
fn came_in(build: &mut Build<'_>, draft: &Draft) {
    if is_ordered(draft) {
        build.add("doc", &t::ORDER_DOC, Control::Line(60));
        build.add("feedback_by", &t::FEEDBACK_BY, Control::Due);
    }
    if brings_number(draft) {
        outside(build, Shelf::Open);
    }
}

fn outside(build: &mut Build<'_>, shelf: Shelf) {
    build.add("outside", &t::OUTSIDE, Control::Line(60)).shelf = shelf;
    build.add("outside_on", &t::OUTSIDE_ON, Control::Date).shelf = shelf;
}

fn source(draft: &Draft) -> Option<Source> {
    Channel::from_code(draft.get("channel")).map(Channel::source)
}

/// Whether a superior sent it: an order may come with it. What was typed stays in sight.
pub(super) fn is_ordered(draft: &Draft) -> bool {
    matches!(source(draft), Some(Source::Assigned | Source::Transferred))
        || !draft.get("doc").is_empty()
        || !draft.get("feedback_by").is_empty()
}

fn brings_number(draft: &Draft) -> bool {
    matches!(source(draft), Some(Source::HandedOver | Source::FromVillage)) || is_ordered(draft)
}

/// Question 4. Where places are listed, the exact spot is folded.
fn place(build: &mut Build<'_>) {
    let ctx = build.ctx;
    let places: Choices =
        ctx.book.places().filter(|p| p.open).map(|p| (p.id.clone(), p.name.clone())).collect();
    if places.is_empty() {
        let spot = build.add("spot", &t::SPOT, Control::Line(SPOT_MAX));
        t::PLACE.label.to(ctx.lang).clone_into(&mut spot.label);
        return;
    }
    let places = open_first(t::NO_PLACE.to(ctx.lang), places);
    build.add("place", &t::PLACE, Control::Select(places));
    build.add("spot", &t::SPOT, Control::Line(SPOT_MAX)).shelf = Shelf::Folded;
}

/// A village never handles what is against its own committees or collective (P0-7).
pub(super) fn may_not_handle(ctx: &FormContext<'_>, draft: &Draft) -> bool {
    ctx.is_village() && draft.get("against") == CounterParty::Collective.code()
}

/// Whether the draft says that it was done on the spot; then what was asked for may go
/// without words of its own.
pub(super) fn is_done(ctx: &FormContext<'_>, draft: &Draft) -> bool {
    draft.get("done") == "done" && !may_not_handle(ctx, draft)
}

/// Question 6.
fn against(build: &mut Build<'_>, draft: &Draft) {
    let lang = build.lang();
    let ours = may_not_handle(build.ctx, draft);
    let kinds = w::choices(CounterParty::ALL, CounterParty::code, w::counter_party, lang);
    let field = build.need("against", &t::AGAINST, choice(kinds));
    if ours {
        t::AGAINST_US.to(lang).clone_into(&mut field.hint);
    }
}

fn folded(build: &mut Build<'_>, draft: &Draft) {
    let lang = build.lang();
    let ctx = build.ctx;
    let claims = draft.get("claims").lines().filter(|l| !l.trim().is_empty()).count();
    for question in asked(ctx, draft) {
        let label = pack_words(&question.words, lang).to_owned();
        let control = match question.kind {
            QuestionKind::Choice => {
                let mut options: Choices = question
                    .choices
                    .iter()
                    .map(|(code, text)| (code.clone(), pack_words(text, lang).to_owned()))
                    .collect();
                options.push((String::new(), t::NOT_KNOWN.to(lang).to_owned()));
                choice(options)
            }
            QuestionKind::Date => Control::Date,
            QuestionKind::Text => Control::Line(CLAIM_MAX),
        };
        let hint = match question.kind {
            QuestionKind::Choice if question.is_of_claims(claims) => t::EACH_LATER.to(lang),
            QuestionKind::Choice => "",
            _ => t::OPEN_HINT.to(lang),
        };
        build.put(&answer_key(question), label, hint, control).shelf = Shelf::Folded;
    }
    let kinds = later_last(lang, w::choices(Kind::ALL, Kind::code, w::kind, lang));
    build.add("kind", &t::KIND, choice(kinds)).shelf = Shelf::Folded;
    if asks_class(ctx, draft) {
        let mut classes = vec![Class::Appeal, Class::Suggestion];
        // Offered only where it already stands: a report of wrongdoing is not written here.
        classes.extend(Class::from_code(draft.get("class")).filter(|c| *c == Class::Accusation));
        let classes = later_last(lang, w::choices(&classes, Class::code, w::class, lang));
        build.add("class", &t::CLASS, choice(classes)).shelf = Shelf::Folded;
    }
    if build.by_key("category").is_none() {
        category(build, draft).shelf = Shelf::Folded;
    }
    if !brings_number(draft) {
        outside(build, Shelf::Folded);
    }
}

fn category<'b>(build: &'b mut Build<'_>, draft: &Draft) -> &'b mut Field {
    let control = subject::control(build.ctx, draft.get("category"));
    build.add("category", &t::CATEGORY, control)
}

fn later_last(lang: crate::Lang, mut options: Choices) -> Choices {
    options.push((String::new(), t::LATER.to(lang).to_owned()));
    options
}

/// A class is for petitions, and a village does not class them.
pub(super) fn asks_class(ctx: &FormContext<'_>, draft: &Draft) -> bool {
    let petition = !ctx.is_village() && matches!(draft.get("kind"), "" | "petition");
    petition || !draft.get("class").is_empty()
}

/// The key of a deciding question.
pub(super) fn answer_key(question: &Question) -> String {
    format!("q-{}", question.id)
}

/// The deciding questions that the draft calls for.
pub(super) fn asked<'a>(
    ctx: &FormContext<'a>,
    draft: &'a Draft,
) -> impl Iterator<Item = &'a Question> + use<'a> {
    let unit = ctx.unit();
    ctx.book.rules().questions.iter().filter(move |q| !q.later && holds(&q.when, unit, draft))
}

/// Whether the conditions hold for the draft. What is known only after registration
/// (route, list) never holds here; a kind or class left open does.
fn holds(when: &When, unit: UnitKind, draft: &Draft) -> bool {
    fn among<T: PartialEq>(asked: &[T], value: Option<T>, open: bool) -> bool {
        asked.is_empty() || value.map_or(open, |v| asked.contains(&v))
    }
    let channel = Channel::from_code(draft.get("channel"));
    let reachable = draft.get("reply_by") != ReplyBy::NoContact.code();
    among(&when.unit, Some(unit), false)
        && among(&when.channel, channel, false)
        && among(&when.source, channel.map(Channel::source), false)
        && among(&when.against, CounterParty::from_code(draft.get("against")), false)
        && among(&when.kind, Kind::from_code(draft.get("kind")), true)
        && among(&when.class, Class::from_code(draft.get("class")), true)
        && when.route.is_empty()
        && when.tier.is_empty()
        && when.reachable.is_none_or(|asked| asked == reachable)
        && when.answers.iter().all(|(id, is)| is.iter().any(|a| a == draft.get(&format!("q-{id}"))))
}
