//! 遮蔽: personal data is taken out of what was recorded of a matter. What is typed here is
//! kept nowhere, not even as a draft: it is what shall be gone.

use crate::browser::{page, task};
use crate::controls::{Child, El, all, button, div, each, el, entry, unless_empty, when};
use crate::parts::{part, say};
use crate::routes::Route;
use crate::session::Session;
use crate::state::{Followed, State, derived};
use jieyou_domain::{EntryId, Id};
use jieyou_store::journal::Redact;
use jieyou_view::screens::privacy::{RedactView, TextView, redact};
use jieyou_view::text::say::submit_error;
use jieyou_view::text::{Both, privacy as t};
use leptos::prelude::*;

/// The page.
#[derive(Clone, Copy)]
struct Page {
    session: Session,
    id: Id,
    what: State<Redact>,
    post: State<String>,
    view: Followed<RedactView>,
    /// What is missing.
    problem: State<Option<Both>>,
    /// Whether the second question is asked.
    asked: State<bool>,
    busy: State<bool>,
}

/// Takes personal data out of what was recorded of a matter.
pub(crate) fn redact_page(session: Session, id: Id) -> AnyView {
    let what = State::new(Redact::default());
    let view = derived(move |_| {
        let (today, lang) = (session.today.get(), session.lang.get());
        session.book.with(|book| what.with(|what| redact(book, id, what, today, lang)))
    });
    let (problem, asked, busy) = (State::new(None), State::new(false), State::new(false));
    let post = State::new(session.post());
    let page = Page { session, id, what, post, view, problem, asked, busy };
    let number = move || session.book.with(|b| b.matter(id).map(|m| m.number().to_owned()));
    let title = div("h1", "page-head__title").child(say(session, t::REDACT));
    let back =
        div("a", "button button--small").attr("href", Route::Matter(id).href()).child(number);
    vec![
        div("header", "page-head").child(title).child(back).draw(),
        el("p").child(say(session, t::REDACT_TEXT)).draw(),
        chosen(page).draw(),
        part(session, "redact-changes", t::CHANGES).child(changes(page)).draw(),
        ground(page).draw(),
        last(page).draw(),
    ]
    .draw()
}

impl Page {
    /// Changes what is chosen; the second question is asked again.
    fn choose(self, change: impl FnOnce(&mut Redact)) {
        self.asked.set(false);
        self.problem.set(None);
        self.what.update(change);
    }
}

/// A labelled box.
fn labelled(page: Page, id: &'static str, label: Both, hint: Option<Both>, input: El) -> El {
    let hint_id = format!("{id}-h");
    let said = hint.map(|hint| {
        div("p", "field__hint").attr("id", hint_id.clone()).child(say(page.session, hint))
    });
    let described = said.is_some().then_some(hint_id);
    div("div", "field")
        .child(div("label", "field__label").attr("for", id).child(say(page.session, label)))
        .child(said)
        .child(input.attr("id", id).attr("autocomplete", "off").attr("aria-describedby", described))
}

/// Words, and whole texts.
fn chosen(page: Page) -> El {
    let words = div("textarea", "field__input").attr("rows", "3").on("input", move |ev| {
        let typed = event_target_value(&ev);
        let words = typed.lines().map(|line| line.trim().to_owned());
        page.choose(|what| what.words = words.filter(|word| !word.is_empty()).collect());
    });
    let texts = each(move || {
        let texts = page.view.with(|view| view.texts.clone());
        let row = |text: TextView| {
            entry(format!("{} {}", text.entry, text.path), move || tick(page, text))
        };
        texts.into_iter().map(row).collect()
    });
    div("div", "flow")
        .child(labelled(page, "redact-words", t::WORDS, Some(t::WORDS_HINT), words))
        .child(
            el("details")
                .child(el("summary").child(say(page.session, t::ALL_TEXTS)))
                .child(div("ul", "redact flow").child(texts)),
        )
}

/// A text that can be hidden as a whole.
fn tick(page: Page, text: TextView) -> El {
    let key: (EntryId, String) = (text.entry, text.path);
    let ticked = key.clone();
    let box_ = div("input", "choice__input")
        .attr("type", "checkbox")
        .prop("checked", move || page.what.with(|what| what.whole.contains(&ticked)))
        .on("change", move |_| {
            page.choose(|what| match what.whole.iter().position(|known| *known == key) {
                Some(at) => drop(what.whole.remove(at)),
                None => what.whole.push(key.clone()),
            });
        });
    let label = div("label", "choice__item")
        .child(box_)
        .child(div("span", "choice__text").child(text.label));
    div("li", "redact__item").child(label).child(div("p", "redact__old said").child(text.old))
}

/// What would change, and what cannot be reached.
fn changes(page: Page) -> AnyView {
    let shown = move || {
        let view = page.view.get();
        let left = unless_empty("p", "notice__text", view.left)
            .map(|text| div("div", "notice").attr("data-tone", "act").child(text));
        let changed: Vec<TextView> = view.texts.into_iter().filter(|x| x.is_changed()).collect();
        let none =
            changed.is_empty().then(|| div("p", "quiet").child(say(page.session, t::NOTHING)));
        let row = |text: TextView| {
            div("li", "redact__item")
                .child(div("p", "quiet").child(text.label))
                .child(div("p", "redact__old said").child(el("del").child(text.old)))
                .child(div("p", "said").child(say(page.session, t::BECOMES)).child(text.new))
        };
        vec![
            none.draw(),
            div("ul", "redact flow").attr("id", "redact-list").child(all(changed, row)).draw(),
            left.draw(),
        ]
    };
    shown.draw()
}

/// Why, and who.
fn ground(page: Page) -> El {
    let why = div("input", "field__input").attr("type", "text").on("input", move |ev| {
        let why = event_target_value(&ev);
        page.choose(|what| what.why = why);
    });
    let post = div("input", "field__input")
        .attr("type", "text")
        .prop("value", move || page.post.get())
        .on("input", move |ev| page.post.set(event_target_value(&ev)));
    div("div", "flow")
        .child(labelled(page, "redact-why", t::WHY, Some(t::WHY_HINT), why))
        .child(labelled(page, "redact-post", t::POST, None, post))
}

/// What is missing, and where.
fn missing(page: Page) -> Option<(Both, &'static str)> {
    let is_changed = page.view.with_untracked(|v| v.texts.iter().any(TextView::is_changed));
    let is_empty = |text: &str| text.trim().is_empty();
    page.what.with_untracked(|what| {
        if what.words.iter().any(|word| word.chars().count() < 2) {
            Some((t::WORD_SHORT, "redact-words"))
        } else if !is_changed {
            Some((t::NOTHING, "redact-words"))
        } else if is_empty(&what.why) {
            Some((t::WHY_MISSING, "redact-why"))
        } else if page.post.with_untracked(|post| is_empty(post)) {
            Some((t::POST_MISSING, "redact-post"))
        } else {
            None
        }
    })
}

/// The limits, the first question and the second.
fn last(page: Page) -> El {
    let session = page.session;
    let ask = move |_| match missing(page) {
        Some((text, field)) => {
            page.problem.set(Some(text));
            page::focus(field);
        }
        None => {
            page.asked.set(true);
            page::focus("redact-sure");
        }
    };
    let problem =
        move || page.problem.get().map(|text| div("p", "field__error").child(say(session, text)));
    let first = move || button("button button--primary", say(session, t::REDACT), ask).writes();
    let sure = move || {
        let go = button("button button--grave", say(session, t::REDACT_SURE), move |_| go(page))
            .attr("id", "redact-sure")
            .live("aria-busy", move || page.busy.get().to_string());
        let leave = button("button", say(session, t::LEAVE), move |_| page.asked.set(false));
        div("div", "cluster").child(go).child(leave)
    };
    div("div", "flow")
        .child(el("p").child(say(session, t::REDACT_LIMITS)))
        .child(div("div", "flow").attr("role", "alert").child(problem))
        .child(when(move || !page.asked.get(), first))
        .child(when(move || page.asked.get(), sure))
}

fn go(page: Page) {
    if page.busy.get_untracked() {
        return;
    }
    page.busy.set(true);
    task::start(async move {
        let (session, what) = (page.session, page.what.get_untracked());
        let post = page.post.get_untracked();
        let result = session.redact(page.id, &what, &post).await;
        page.busy.set(false);
        match result {
            Ok(n) => {
                session.say_on_arrival(t::redacted(n, session.lang.get_untracked()));
                page::go(&Route::Matter(page.id).href());
            }
            Err(why) => session.say_bad(submit_error(&why, session.lang.get_untracked())),
        }
    });
}

/// Leads there, below what was recorded of a matter.
pub(super) fn redact_link(session: Session, id: Id) -> El {
    let link = div("a", "button button--quiet button--small")
        .attr("href", Route::Redact(id).href())
        .child(say(session, t::REDACT));
    div("p", "screen-only").writes().child(link)
}
