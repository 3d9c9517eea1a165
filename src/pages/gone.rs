//! A ledger that was here and that the browser no longer has: said, never replaced by an
//! empty one.

use crate::boot::{self, Gone, lang};
use crate::browser::{clock, page, preferences};
use crate::controls::{El, all, button, div, el};
use crate::session::Session;
use jieyou_view::Lang;
use jieyou_view::screens::gone::{GoneView, Seen, gone};
use jieyou_view::text::{frame, gone as t};

/// The ledger is gone.
pub(crate) fn gone_page(found: Gone) -> El {
    let lang = lang();
    let view = view(&found.seen, false, lang);
    let is_alone = found.others.is_empty();
    let causes = all(t::CAUSES, |cause| el("li").child(cause.to(lang)));
    let others = (!is_alone).then(|| {
        button("button", t::OTHERS.to(lang), |_| {
            page::go(boot::RAW);
            page::reload();
        })
    });
    let restore = move |_| boot::begin_after(&found.database, &found.seen);
    let actions = div("div", "crash__actions cluster screen-only")
        .child(button("button button--primary", t::RESTORE.to(lang), restore))
        .child(button("button", t::AGAIN.to(lang), |_| page::reload()))
        .child(others)
        .child(button("button", frame::texts(lang).print, |_| page::print()));
    div("main", "crash")
        .attr("id", "main")
        .child(div("h1", "crash__title").child(t::TITLE.to(lang)))
        .child(el("p").child(el("b").child(view.lead)))
        .child(el("p").child(t::NOT_US.to(lang)))
        .child(el("h2").child(t::WHY.to(lang)))
        .child(div("ul", "crash__list").child(causes))
        .child(el("h2").child(t::STEPS.to(lang)))
        .child(steps(view.steps))
        .child(actions)
}

/// On the first page of the ledger that was begun after one was gone: what to look for.
pub(super) fn gone_before(session: Session) -> Option<El> {
    let seen: Seen = preferences::get(&session.key(boot::AFTER))?;
    let lang = session.lang.get_untracked();
    let GoneView { lead, steps: todo } = view(&seen, true, lang);
    let text = el("div").child(el("p").child(lead)).child(steps(todo));
    Some(div("div", "notice").attr("data-tone", "act").attr("role", "note").child(text))
}

fn steps(steps: Vec<String>) -> El {
    div("ol", "crash__list").child(all(steps, |step| el("li").child(step)))
}

fn view(seen: &Seen, is_begun: bool, lang: Lang) -> GoneView {
    gone((seen, is_begun), &clock::moment(seen.last_ms, lang), clock::today(), lang)
}
