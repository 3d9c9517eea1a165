//! Ledgers that were here and that the browser no longer has: said, never replaced by an
//! empty one.

use super::choose::ledgers;
use crate::boot::{self, Gone, lang};
use crate::browser::{clock, page};
use crate::controls::{El, all, button, div, el};
use crate::missed::{self, Missed};
use crate::parts::say;
use crate::session::Session;
use crate::state::State;
use jieyou_view::Lang;
use jieyou_view::screens::gone::{GoneView, Seen, Stage, gone};
use jieyou_view::text::{frame, gone as t};

/// The ledgers are gone.
pub(crate) fn gone_page(found: Gone) -> El {
    let lang = lang();
    let causes = all(t::CAUSES, |cause| el("li").child(cause.to(lang)));
    let others = (!found.others.is_empty()).then(|| {
        div("section", "flow screen-only")
            .attr("aria-labelledby", "gone-others")
            .child(el("h2").attr("id", "gone-others").child(t::OTHERS.to(lang)))
            .child(ledgers(found.others))
    });
    let actions = div("div", "crash__actions cluster screen-only")
        .child(button("button", t::AGAIN.to(lang), |_| page::reload()))
        .child(button("button", frame::texts(lang).print, |_| page::print()));
    div("main", "crash")
        .attr("id", "main")
        .child(div("h1", "crash__title").child(t::TITLE.to(lang)))
        .child(all(found.missed, missed_one))
        .child(el("h2").child(t::WHY.to(lang)))
        .child(div("ul", "crash__list").child(causes))
        .child(el("p").child(t::NOT_US.to(lang)))
        .child(actions)
        .child(others)
}

/// One of them, what to do, and the buttons that begin it or give it up.
pub(super) fn missed_one(missed: Missed) -> El {
    let lang = lang();
    let Missed { database, seen } = missed;
    let going = database.clone();
    let restore = button("button button--primary", t::RESTORE.to(lang), move |_| {
        missed::begin_after(&database);
    });
    let is_asked = State::new(false);
    let word = move || if is_asked.get() { t::GIVE_UP_SURE } else { t::GIVE_UP }.to(lang);
    let give_up = button("button", word, move |_| {
        if is_asked.get_untracked() {
            missed::give_up(going.clone());
        }
        is_asked.set(true);
    });
    div("section", "flow")
        .child(all(seen, move |seen| told(&seen, Stage::Missed, lang)))
        .child(div("p", "cluster screen-only").child(restore).child(give_up))
}

/// What is gone, and what to do.
fn told(seen: &Seen, stage: Stage, lang: Lang) -> El {
    let GoneView { lead, steps, .. } = view(seen, stage, lang);
    div("div", "flow")
        .child(el("p").child(el("b").child(lead)))
        .child(el("h2").child(t::STEPS.to(lang)))
        .child(div("ol", "crash__list").child(all(steps, |step| el("li").child(step))))
}

/// On the first page of a ledger that was begun in the place of one that is gone: what to
/// look for.
pub(super) fn gone_before(session: Session) -> Option<El> {
    let seen = missed::before(&session.database());
    let lang = session.lang.get_untracked();
    let title = div("h1", "page-head__title").attr("id", "gone-before").child(t::TITLE.to(lang));
    (!seen.is_empty()).then(|| {
        div("section", "flow")
            .attr("aria-labelledby", "gone-before")
            .child(title)
            .child(all(seen, move |seen| told(&seen, Stage::Begun, lang)))
    })
}

/// On 今日 of such a ledger: what its copy lacks, until somebody has recorded it again.
pub(super) fn left_to_record(session: Session) -> impl Fn() -> Option<El> + Send + 'static {
    move || {
        if session.lost() == 0 {
            return None;
        }
        let (left, lang) = (missed::left(&session.database()), session.lang.get());
        let done = button("button button--small", say(session, t::RECORDED), move |_| {
            session.is_made_up_for();
        });
        let left = all(left, |(seen, stage)| el("p").child(view(&seen, stage, lang).left));
        Some(
            div("div", "notice screen-only")
                .attr("data-tone", "act")
                .attr("role", "note")
                .child(div("div", "notice__text").child(left))
                .child(done),
        )
    }
}

/// That other ledgers are missed in this browser, and the way to them.
pub(super) fn others(session: Session) -> Option<El> {
    let lang = session.lang.get();
    let unit = |missed: &Missed| missed.seen.first().map(|seen| seen.unit.clone());
    let mut missed = missed::others();
    // One that was just begun is made by opening it.
    missed.retain(|missed| missed.database != session.database());
    let units = missed.iter().filter_map(unit);
    let said: Vec<String> = units.map(|unit| t::other(&unit, lang)).collect();
    if said.is_empty() || session.is_training() {
        return None;
    }
    let look = button("button button--small", t::SEE_MISSED.to(lang), |_| page::go(boot::RAW));
    Some(
        div("div", "notice screen-only")
            .attr("data-tone", "note")
            .attr("role", "note")
            .child(div("p", "notice__text").child(said.join("")))
            .child(look),
    )
}

fn view(seen: &Seen, stage: Stage, lang: Lang) -> GoneView {
    gone((seen, stage), &clock::moment(seen.last_ms, lang), clock::today(), lang)
}
