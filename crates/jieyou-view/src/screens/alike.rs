//! Other matters that may be the same, with the reason; and, where an earlier one was
//! answered, that its answer is looked at first (practice 14). Shown inside a matter and
//! beside the register form, in no list, and never by whom a matter concerns.

use crate::forms::{Draft, FormContext};
use crate::text::terms::{self, TagView};
use crate::text::{Lang, alike as t, format, words};
use jieyou_domain::classify::{Alike, Likeness, alike};
use jieyou_domain::facts::LinkKind;
use jieyou_domain::ledger::{Book, Matter, Stage, State};
use jieyou_domain::{Date, Id};

/// The key of the matters that the draft of a registration is the same as: their ids.
pub const SAME: &str = "same";

/// A matter that may be the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlikeView {
    /// Which.
    pub matter: Id,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub stage: TagView,
    /// When it was received.
    pub received: String,
    /// Why it is proposed.
    pub why: String,
    /// That it was answered before, and what follows; may be empty.
    pub first: String,
}

/// What the draft of a registration is known by.
pub fn typed(question: &str, draft: &Draft) -> Likeness {
    let some = |key: &str| Some(draft.get(key).to_owned()).filter(|text| !text.is_empty());
    Likeness {
        own: None,
        place: some("place"),
        spot: draft.get("spot").to_owned(),
        thing: draft.get(&format!("q-{question}")).to_owned(),
        title: draft.get("title").to_owned(),
        category: some("category"),
    }
}

/// What is proposed for what is typed.
pub fn proposed(ctx: &FormContext<'_>, wanted: &Likeness) -> Vec<AlikeView> {
    let found = alike(ctx.book, wanted);
    found.iter().filter_map(|alike| view(alike, wanted, ctx.book, ctx.lang)).collect()
}

/// What is proposed for a matter while it is open.
pub fn beside(book: &Book, id: Id, lang: Lang) -> Vec<AlikeView> {
    let Some(matter) = book.matter(id).filter(|m| is_open(m)) else { return Vec::new() };
    let wanted = Likeness::of(matter, book);
    alike(book, &wanted).iter().filter_map(|alike| view(alike, &wanted, book, lang)).collect()
}

fn is_open(matter: &Matter) -> bool {
    matter.is_registered() && matter.stage() < Stage::Observing
}

fn view(alike: &Alike, wanted: &Likeness, book: &Book, lang: Lang) -> Option<AlikeView> {
    let matter: &Matter = book.matter(alike.matter)?;
    let on = alike.on.map(|on| format::date_full(on, lang)).unwrap_or_default();
    let answered = answered(&matter.state);
    let first = answered
        .map_or_else(String::new, |on| t::ANSWERED.with(lang, &[&format::date_full(on, lang)]));
    Some(AlikeView {
        matter: matter.id,
        number: matter.number().to_owned(),
        title: title(matter),
        stage: terms::stage(matter.stage(), lang),
        received: t::RECEIVED.with(lang, &[&on]),
        why: why(alike, wanted, book, lang),
        first,
    })
}

fn title(matter: &Matter) -> String {
    matter.state.registered.as_ref().map_or_else(String::new, |r| r.title.clone())
}

/// 「同在二组，都写了“东沟子水渠”，都是排水」
fn why(alike: &Alike, wanted: &Likeness, book: &Book, lang: Lang) -> String {
    let mut parts = Vec::new();
    if alike.place {
        let place = wanted.place.as_deref().and_then(|id| book.place(id));
        parts.push(match place {
            Some(place) => t::IN_PLACE.with(lang, &[&place.name]),
            None => t::ONE_SPOT.to(lang).to_owned(),
        });
    }
    if !alike.thing.is_empty() {
        parts.push(t::BOTH_SAY.with(lang, &[&alike.thing]));
    }
    let subject = wanted.category.as_deref().zip(alike.subject);
    let named = subject.and_then(|(id, is_one)| {
        let top = id.split('.').next().unwrap_or(id);
        book.rules().category(if is_one { id } else { top })
    });
    parts.extend(named.map(|c| t::BOTH_ARE.with(lang, &[words_of(&c.words, lang)])));
    parts.join(lang.pick("，", ", "))
}

fn words_of(text: &jieyou_domain::rules::Words, lang: Lang) -> &str {
    crate::text::words(text, lang)
}

/// The last day the matter was answered, settled or handled.
fn answered(state: &State) -> Option<Date> {
    let replies = state.claims.iter().filter_map(|c| c.reply.as_ref()).map(|(on, _)| *on);
    let agreed = state.agreements.iter().map(|a| a.on);
    replies.chain(agreed).chain(state.done_on).chain(state.resolved_on).max()
}

/// The duty to look at an earlier answer first, as sentences with the matter they are
/// about, if it is in this ledger.
pub fn first(book: &Book, id: Id, lang: Lang) -> Vec<(Option<Id>, String)> {
    let Some(matter) = book.matter(id).filter(|m| is_open(m)) else { return Vec::new() };
    let state = &matter.state;
    if answered(state).is_some() {
        return Vec::new();
    }
    let same = state.links.iter().filter(|l| l.how == LinkKind::Same);
    let mut all: Vec<(Option<Id>, String)> = Vec::new();
    for other in same.filter_map(|l| book.matter(l.other)).filter(|m| m.is_registered()) {
        let Some(on) = answered(&other.state) else { continue };
        let day = format::date_full(on, lang);
        let text = t::LOOK_FIRST.with(lang, &[other.number(), &title(other), &day]);
        all.push((Some(other.id), text));
    }
    let said = state.answer("earlier").unwrap_or_default();
    if all.is_empty() && matches!(said, "disagree" | "undone") {
        all.push((None, t::SAID_FIRST.to(lang).to_owned()));
    }
    all
}

/// Matters whose number or title holds what was typed, or those proposed while nothing is:
/// number, and a line to choose by.
pub(crate) fn choices(
    ctx: &FormContext<'_>,
    matter: &Matter,
    typed: &str,
) -> Vec<(String, String)> {
    let lang = ctx.lang;
    let line = |m: &Matter, why: &str| {
        let stage = words::stage(m.stage(), lang);
        let on = m.received_on().map(|on| format::date_full(on, lang)).unwrap_or_default();
        let tail = [stage, on.as_str(), why];
        let tail: Vec<&str> = tail.into_iter().filter(|x| !x.is_empty()).collect();
        let head = format!("{} {}", m.number(), title(m));
        (m.number().to_owned(), t::LINE.with(lang, &[&head, &tail.join(lang.pick("，", ", "))]))
    };
    if typed.trim().is_empty() {
        let found = beside(ctx.book, matter.id, lang).into_iter();
        return found.filter_map(|a| Some(line(ctx.book.matter(a.matter)?, &a.why))).collect();
    }
    let wanted = crate::text::fold::fold(typed.trim());
    let mut found: Vec<&Matter> = ctx.book.matters().map(|m| &**m).collect();
    found.retain(|m| {
        let text = format!("{} {}", m.number(), title(m));
        m.id != matter.id && crate::text::fold::fold(&text).contains(&wanted)
    });
    jieyou_domain::compact::sort_by(&mut found, |a, b| b.received_on().cmp(&a.received_on()));
    found.truncate(FOUND_MAX);
    found.into_iter().map(|m| line(m, "")).collect()
}

/// More at once are looked for with more words.
const FOUND_MAX: usize = 8;

#[cfg(test)]
mod tests;
