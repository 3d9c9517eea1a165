//! The page of one matter.

use super::alike::of_matter;
use super::between::hand_over;
use super::conflicts::to_decide;
use super::redact::redact_link;
use super::rights::rights;
use super::today::open as open_act;
use crate::browser::{page, task};
use crate::controls::{Child, El, all, boxed, button, div, el, unless_empty};
use crate::parts::{all_who_owe, obligations, say, seal, tag_of, timeline, verdicts};
use crate::routes::Route;
use crate::session::Session;
use crate::state::{State, derived};
use jieyou_domain::{Id, Realm, Subject};
use jieyou_view::screens::matter::{
    BetweenView, BlockedAct, ClaimView, FactRow, LinkView, MatterScreen, PossibleAct, ReportNote,
    matter,
};
use jieyou_view::screens::sheet::papers;
use jieyou_view::screens::today::ActView;
use jieyou_view::text::frame::{self, FrameText};
use jieyou_view::text::{merge, paper};
use leptos::prelude::*;

/// Everything about a matter: facts, claims, duty, deadlines, list, what happened, and
/// what can be done now.
pub(crate) fn matter_page(session: Session, id: Id) -> AnyView {
    let realm = if session.is_training() { Realm::Training } else { Realm::Real };
    let screen = move || {
        let (day, lang) = (session.today.get(), session.lang.get());
        session.assessed.with(|all| session.book.with(|b| matter(b, all, id, day, realm, lang)))
    };
    let hidden = State::new(Vec::new());
    let draw = move || {
        let t = frame::texts(session.lang.get());
        match screen() {
            Some(s) => untrack(|| shown(session, s, hidden, t)),
            None => {
                let home = Route::Ledger(String::new()).href();
                let back = div("a", "button").attr("href", home).child(t.nav_ledger);
                let title = div("h1", "page-head__title").child(t.not_found);
                let gone = el("p").child(say(session, merge::MATTER_GONE));
                vec![title, gone, div("p", "cluster").child(back).child(to_imports(session))].draw()
            }
        }
    };
    draw.draw()
}

/// To the files that were read in, where one that was taken back is let in again.
fn to_imports(session: Session) -> El {
    div("a", "button button--small")
        .attr("href", Route::Imports.href())
        .child(say(session, merge::IMPORTS))
}

pub(super) fn section(id: &'static str, title: &'static str) -> El {
    div("section", "section")
        .attr("aria-labelledby", id)
        .child(div("h2", "section__title").attr("id", id).child(title))
}

fn shown(
    session: Session,
    s: MatterScreen,
    hidden: State<Vec<Id>>,
    t: &'static FrameText,
) -> AnyView {
    let id = s.id;
    let warning = unless_empty("p", "notice__text", s.warning)
        .map(|text| div("div", "notice").attr("data-tone", "act").attr("role", "note").child(text))
        .map(|notice| notice.child(s.is_cut.then(|| to_imports(session))));
    let act = move |act: &ActView| open_act(session, id, act);
    let (open, settled): (Vec<_>, Vec<_>) = s.obligations.into_iter().partition(|o| o.is_open);
    let settled = (!settled.is_empty()).then(|| {
        div("details", "agenda__more")
            .child(el("summary").child(t.m_obligations_done))
            .child(obligations(settled, t.m_why, act))
    });
    let line = div("p", "matter-head__line")
        .child(div("span", "number").child(s.number))
        .space()
        .child(tag_of(&s.stage));
    let text = div("div", "matter-head__text")
        .child(line)
        .child(div("h1", "matter-head__title").child(s.title))
        .child(
            div("p", "matter-head__receipt")
                .child(t.m_receipt)
                .child(div("span", "matter-head__code").child(s.receipt)),
        );
    let print = button("button button--small", t.print, |_| page::print());
    let slip = div("a", "button button--small")
        .attr("href", Route::Slip(id).href())
        .child(paper::texts(session.lang.get_untracked()).slip);
    let papers = session.assessed.with_untracked(|all| {
        let (day, lang) = (session.today.get_untracked(), session.lang.get_untracked());
        session.book.with_untracked(|book| papers(book, all, id, day, lang))
    });
    let papers = all(papers, |link| {
        div("a", "button button--small")
            .attr("href", Route::Paper(id, link.paper).href())
            .child(link.word)
    });
    let head = div("header", "matter-head").child(seal(&s.seal)).child(text).child(
        div("div", "matter-head__actions cluster screen-only")
            .child(slip)
            .child(papers)
            .child(print),
    );
    let owed =
        section("m-owed", t.m_obligations).child(obligations(open, t.m_why, act)).child(settled);
    let on_line = s.line.map(|view| {
        section("m-line", t.m_line).child(all_who_owe(view, t.m_line_later, page::focus))
    });
    // Who decides is this post, as far as this computer knows.
    let decide = Callback::new(move |act: ActView| {
        let draft = act.draft.into_iter().chain([("post", session.post())]).collect();
        open_act(session, id, &ActView { draft, ..act });
    });
    let why = s.report.is_none().then(|| {
        let link = div("a", "button button--small").attr("href", Route::Verdicts(id).href());
        let word = paper::texts(session.lang.get_untracked()).verdicts;
        div("p", "screen-only").child(link.child(word))
    });
    let facts_known =
        section("m-facts", t.m_facts).child(facts(s.facts)).child(contact(session, id, t));
    let duty = section("m-duty", t.m_duty)
        .child(unless_empty("p", "quiet", s.no_duty))
        .child(facts(s.duty))
        .child(facts(s.remedies));
    vec![
        head.draw(),
        warning.draw(),
        to_decide(session, Some(id)),
        s.report.map(|note| report(id, note)).draw(),
        of_matter(session, id, hidden),
        actions(id, s.can, s.seldom, s.cannot, t).draw(),
        between(session, id, s.between, t).draw(),
        owed.draw(),
        rights(session, id, s.rights, s.said, t).draw(),
        on_line.draw(),
        section("m-verdicts", t.m_verdicts)
            .child(why)
            .child(verdicts(s.verdicts, t, decide))
            .draw(),
        facts_known.draw(),
        section("m-claims", t.m_claims)
            .child(div("ol", "claims").child(all(s.claims, claim)))
            .draw(),
        duty.draw(),
        links(s.links, t).draw(),
        section("m-timeline", t.m_timeline)
            .child(timeline(id, s.timeline, t))
            .child(redact_link(session, id))
            .draw(),
    ]
    .draw()
}

/// Where a report of wrongdoing belongs, and how it leaves the open ledger.
fn report(id: Id, note: ReportNote) -> El {
    let link = |class: &'static str, to: Route, word: &'static str| {
        div("a", class).attr("href", to.href()).child(word)
    };
    let away = if note.by_number { Route::SealedNew } else { Route::SealedReceipt };
    let own = note.registration;
    let strike = own.map(|e| link("button button--small", Route::Strike(id, e), note.strike));
    let correct = own.filter(|_| !note.correct.is_empty());
    let correct =
        correct.map(|e| link("button button--small", Route::Correct(id, e), note.correct));
    div("div", "notice")
        .attr("data-tone", "act")
        .attr("role", "note")
        .child(div("p", "notice__text").child(note.text))
        .child(
            div("p", "cluster screen-only")
                .writes()
                .child(link("button button--primary button--small", away, note.away))
                .child(strike)
                .child(correct),
        )
}

fn facts(rows: Vec<FactRow>) -> Option<El> {
    let row = |r: FactRow| {
        div("div", "facts__row")
            .child(div("dt", "facts__name").child(r.label))
            .child(div("dd", "facts__value said").child(r.value))
    };
    (!rows.is_empty()).then(|| div("dl", "facts").child(all(rows, row)))
}

fn claim(c: ClaimView) -> El {
    let outcome = c.outcome.map(|o| div("p", "claim__outcome").child(tag_of(&o)));
    div("li", "claim")
        .child(div("h3", "claim__title").child(c.title))
        .child(all(c.lines, |l| div("p", "claim__line").child(l)))
        .child(outcome)
        .child(unless_empty("p", "claim__line said", c.reply))
}

fn between(
    session: Session,
    id: Id,
    view: Option<BetweenView>,
    t: &'static FrameText,
) -> Option<El> {
    let view = view?;
    let file = view.file.map(|file| hand_over(session, id, file));
    Some(section("m-between", t.m_between).child(facts(view.rows)).child(file))
}

fn links(links: Vec<LinkView>, t: &'static FrameText) -> Option<El> {
    let row = |l: LinkView| {
        let text = match l.matter {
            Some(id) => div("a", "agenda__link").attr("href", Route::Matter(id).href()),
            None => el("span"),
        };
        el("li").child(l.how).child(" · ").child(text.child(l.text))
    };
    (!links.is_empty())
        .then(|| section("m-links", t.m_links).child(div("ul", "flow").child(all(links, row))))
}

fn actions(
    id: Id,
    can: Vec<PossibleAct>,
    seldom: Vec<PossibleAct>,
    cannot: Vec<BlockedAct>,
    t: &FrameText,
) -> El {
    let offer = |act: PossibleAct| {
        let class = if act.is_main { "button button--primary" } else { "button" };
        let href = Route::Act(id, act.action).href();
        div("li", "actions__item").child(div("a", class).attr("href", href).child(act.word))
    };
    let more = (!seldom.is_empty()).then(|| {
        div("details", "actions__blocked")
            .child(el("summary").child(t.m_seldom))
            .child(div("ul", "actions__list").child(all(seldom, offer)))
    });
    let possible = all(can, offer);
    let blocked = (!cannot.is_empty()).then(|| {
        let n = cannot.len().to_string();
        let rows = all(cannot, |act| {
            div("li", "actions__item")
                .child(div("span", "actions__name").child(act.word))
                .space()
                .child(div("span", "actions__why").child(act.why))
        });
        div("details", "actions__blocked")
            .child(el("summary").child(t.m_blocked).child(" · ").child(n))
            .child(div("ul", "actions__list").child(rows))
    });
    div("section", "actions screen-only")
        .writes()
        .attr("aria-labelledby", "m-actions")
        .child(div("h2", "actions__title").attr("id", "m-actions").child(t.m_actions))
        .child(div("ul", "actions__list").child(possible))
        .child(more)
        .child(blocked)
}

/// The contact: on the screen only, never printed, wiped for good when asked twice.
fn contact(session: Session, id: Id, t: &'static FrameText) -> El {
    let subject = Subject::matter(id);
    let contact = State::new(session.contact(subject));
    let asked = State::new(false);
    let wipe = move |_| {
        if !asked.get_untracked() {
            asked.set(true);
            return;
        }
        task::start(async move {
            match session.wipe_contact(subject).await {
                Ok(()) => {
                    contact.set(None);
                    session.say(t.contact_wiped);
                }
                Err(why) => session.say_not_stored(&why),
            }
        });
    };
    let parties = move || {
        all(contact.get().map(|c| c.parties).unwrap_or_default(), |p| {
            let known = [p.role, p.name, p.phone, p.address];
            let known: Vec<String> = known.into_iter().filter(|x| !x.is_empty()).collect();
            div("p", "said").child(known.join(" · "))
        })
    };
    let word = move || if asked.get() { t.contact_wipe_sure } else { t.contact_wipe };
    let is_known = derived(boxed(move || contact.with(Option::is_some)));
    let edit = move |word: &'static str| {
        div("a", "button button--small").attr("href", Route::Contact(id).href()).child(word)
    };
    let shown = move || {
        if is_known.get() {
            let wipe = button("button button--grave button--small", word, wipe);
            let act = div("p", "cluster").writes().child(edit(t.contact_edit)).child(wipe);
            vec![parties.draw(), act.draw()].draw()
        } else {
            let none = div("p", "quiet").child(t.contact_none);
            vec![none, el("p").writes().child(edit(t.contact_add))].draw()
        }
    };
    div("div", "flow screen-only")
        .child(div("h3", "verdict__subtitle").child(t.contact))
        .child(shown)
}
