//! Trying a decision table, and its examples; nothing of it is recorded.

use crate::browser::page;
use crate::controls::{
    Child, El, FormState, all, button, div, el, form_view, nothing, unless_empty,
};
use crate::parts::{part, say};
use crate::routes::Route;
use crate::session::Session;
use crate::state::{Followed, State, derived};
use jieyou_domain::rules::Case;
use jieyou_view::forms::{Draft, FormContext, attempt as attempt_form};
use jieyou_view::screens::rules::{Attempt, Ran, attempt, case_view, run_cases, start, taken};
use jieyou_view::text::tables as t;
use leptos::prelude::*;

const RESULT: &str = "table-came";

/// What is tried on one table.
#[derive(Clone, Copy)]
pub(super) struct Try {
    session: Session,
    table: StoredValue<String>,
    open: State<bool>,
    draft: State<Draft>,
    came: Followed<Attempt>,
}

impl Try {
    pub(super) fn new(session: Session, id: &str) -> Self {
        let table = StoredValue::new(id.to_owned());
        let draft = State::new(session.book.with_untracked(|book| start(book, id)));
        let came = derived(move |_| {
            let found = session.book.with(|book| {
                let lang = session.lang.get();
                draft.with(|draft| table.with_value(|id| attempt(book, id, draft, lang)))
            });
            found.unwrap_or_default()
        });
        Self { session, table, open: State::new(false), draft, came }
    }

    /// Whether this row counts for what is tried.
    pub(super) fn is_row(self, id: &str) -> bool {
        self.open.get() && self.came.with(|came| came.row == id)
    }

    fn anew(self) {
        let blank =
            self.session.book.with_untracked(|book| self.table.with_value(|id| start(book, id)));
        self.draft.set(blank);
    }

    fn take(self, case: &Case) {
        self.draft.set(self.session.book.with_untracked(|book| taken(case, book)));
        self.open.set(true);
        page::focus(RESULT);
    }
}

/// The section: a value for each input, and what comes of them.
pub(super) fn try_section(session: Session, tried: Try) -> El {
    let form = move || {
        if !tried.open.get() {
            let open = move |_| tried.open.set(true);
            return button("button", say(session, t::TRY), open).draw();
        }
        untrack(|| opened(session, tried))
    };
    let came = move || if tried.open.get() { result(session, tried).draw() } else { nothing() };
    let section = part(session, "table-try", t::TRY).child(form).child(came);
    div("div", "screen-only").child(section)
}

fn opened(session: Session, tried: Try) -> AnyView {
    let form = derived(move |_| {
        let (today, lang) = (session.today.get(), session.lang.get());
        session.book.with(|book| {
            let cx = FormContext { book, today, lang };
            tried.table.with_value(|id| attempt_form::form(&cx, id))
        })
    });
    let day = Callback::new(|_: i64| String::new());
    let (problems, busy) = (State::new(Vec::new()), State::new(false));
    let state = FormState { form, draft: tried.draft, problems, lang: session.lang, busy, day };
    let intro = move || form.with(|f| f.intro.clone());
    let hint = div("p", "quiet").child(intro).draw();
    vec![hint, form_view(state, "", Box::new(move || tried.anew()), None, nothing())].draw()
}

fn result(session: Session, tried: Try) -> El {
    let shown = move || {
        let Attempt { row, line, why, then, changes } = tried.came.get();
        let lang = session.lang.get();
        let would = if changes.is_empty() { t::NOTHING_WOULD } else { t::WOULD };
        let would = (!row.is_empty()).then(|| el("p").child(would.to(lang)));
        vec![
            div("p", "example__state").child(line).draw(),
            unless_empty("p", "", why).draw(),
            unless_empty("p", "", then).draw(),
            would.draw(),
            el("ul").child(all(changes, |change| el("li").child(change))).draw(),
        ]
    };
    div("div", "rule-table__came flow")
        .attr("id", RESULT)
        .attr("tabindex", "-1")
        .attr("role", "status")
        .child(shown)
}

/// The examples: of one table each by itself, of all of them as a button that runs them.
pub(super) fn cases(session: Session, tried: Option<Try>) -> El {
    let mut own = session.cases();
    if let Some(tried) = tried {
        own.retain(|case| tried.table.with_value(|id| case.table == *id));
    }
    let section = part(session, "table-cases", t::EXAMPLES);
    if own.is_empty() {
        return section.child(el("p").child(say(session, t::NO_EXAMPLES)));
    }
    let ran: State<Option<Ran>> = State::new(None);
    let all_cases = StoredValue::new(own.clone());
    let run = move |_| {
        let lang = session.lang.get_untracked();
        let found = session
            .book
            .with_untracked(|book| all_cases.with_value(|cases| run_cases(cases, book, lang)));
        ran.set(Some(found));
    };
    let run = div("p", "screen-only").child(button("button", say(session, t::RUN), run));
    let wrong = move |(table, text): (String, String)| {
        el("li").child(el("a").attr("href", Route::Table(table).href()).child(text))
    };
    let shown = move || {
        ran.get().map(|ran| {
            let list = el("ul").child(all(ran.wrong, wrong));
            div("div", "flow").child(div("p", "rule-row__head").child(ran.sum)).child(list)
        })
    };
    let list = tried.map(|tried| {
        let each = own.into_iter().map(|case| one(session, tried, case));
        div("ol", "examples").child(all(each, |case| case))
    });
    section
        .child(run)
        .child(el("div").attr("role", "status").attr("id", "cases-ran").child(shown))
        .child(list)
}

fn one(session: Session, tried: Try, case: Case) -> El {
    let view = session.book.with_untracked(|b| case_view(&case, b, session.lang.get_untracked()));
    let expected = el("span")
        .child(div("span", "example__name").child(say(session, t::EXPECTED)))
        .space()
        .child(el("b").child(view.expected));
    let take = button("button button--small", say(session, t::TAKE), move |_| tried.take(&case));
    let line = div("p", "cluster").child(expected).child(div("span", "screen-only").child(take));
    div("li", "example")
        .child(unless_empty("h3", "example__title", view.title))
        .child(el("p").child(view.given))
        .child(line)
}
