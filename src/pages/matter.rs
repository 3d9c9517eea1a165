//! The page of one matter.

use crate::browser::{page, task};
use crate::parts::{Obligations, Reasons, Seal, Tag, Timeline};
use crate::routes::Route;
use crate::session::Session;
use jieyou_domain::{Id, Realm, Subject};
use jieyou_view::screens::matter::{ClaimView, FactRow, MatterScreen, matter};
use jieyou_view::text::frame::{self, FrameText};
use jieyou_view::text::say;
use leptos::prelude::*;

/// Everything about a matter: facts, claims, duty, deadlines, list, what happened, and
/// what can be done now.
#[component]
pub(crate) fn MatterPage(id: Id) -> impl IntoView {
    let session = Session::get();
    let realm = if session.is_training() { Realm::Training } else { Realm::Real };
    let screen = Memo::new(move |_| {
        let (day, lang) = (session.today.get(), session.lang.get());
        session.assessed.with(|all| session.book.with(|b| matter(b, all, id, day, realm, lang)))
    });
    move || {
        let t = frame::texts(session.lang.get());
        match screen.get() {
            Some(s) => view! { <Shown s t/> }.into_any(),
            None => view! {
                <h1 class="page-head__title">{t.not_found}</h1>
                <p><a class="button" href=Route::Ledger(String::new()).href()>{t.nav_ledger}</a></p>
            }
            .into_any(),
        }
    }
}

#[component]
fn Shown(s: MatterScreen, t: &'static FrameText) -> impl IntoView {
    let id = s.id;
    let warning = (!s.warning.is_empty()).then(|| {
        view! {
            <div class="notice" data-tone="act" role="note">
                <p class="notice__text">{s.warning}</p>
            </div>
        }
    });
    let (open, settled): (Vec<_>, Vec<_>) = s.obligations.into_iter().partition(|o| o.is_open);
    let settled = (!settled.is_empty()).then(|| {
        view! {
            <details class="agenda__more">
                <summary>{t.m_obligations_done}</summary>
                <Obligations all=settled why=t.m_why/>
            </details>
        }
    });
    let claims = s.claims.into_iter().map(|c| view! { <Claim c/> });
    let no_duty = (!s.no_duty.is_empty()).then(|| view! { <p class="quiet">{s.no_duty}</p> });
    view! {
        <header class="matter-head">
            <Seal view=s.seal/>
            <div class="matter-head__text">
                <p class="matter-head__line">
                    <span class="number">{s.number}</span>
                    " "
                    <Tag text=s.stage.word state=s.stage.state/>
                </p>
                <h1 class="matter-head__title">{s.title}</h1>
            </div>
            <div class="matter-head__actions cluster screen-only">
                <button class="button button--small" on:click=move |_| page::print()>
                    {t.print}
                </button>
            </div>
        </header>
        {warning}
        <Actions id can=s.can cannot=s.cannot t/>
        <section class="section" aria-labelledby="m-owed">
            <h2 class="section__title" id="m-owed">{t.m_obligations}</h2>
            <Obligations all=open why=t.m_why/>
            {settled}
        </section>
        <section class="section" aria-labelledby="m-tier">
            <h2 class="section__title" id="m-tier">{t.m_tier}</h2>
            <Reasons tier=s.tier kind=s.kind t/>
        </section>
        <section class="section" aria-labelledby="m-facts">
            <h2 class="section__title" id="m-facts">{t.m_facts}</h2>
            <Facts rows=s.facts/>
            <Contact id t/>
        </section>
        <section class="section" aria-labelledby="m-claims">
            <h2 class="section__title" id="m-claims">{t.m_claims}</h2>
            <ol class="claims">{claims.collect_view()}</ol>
        </section>
        <section class="section" aria-labelledby="m-duty">
            <h2 class="section__title" id="m-duty">{t.m_duty}</h2>
            {no_duty}
            <Facts rows=s.duty/>
            <Facts rows=s.remedies/>
        </section>
        <section class="section" aria-labelledby="m-timeline">
            <h2 class="section__title" id="m-timeline">{t.m_timeline}</h2>
            <Timeline id items=s.timeline t/>
        </section>
    }
}

#[component]
fn Facts(rows: Vec<FactRow>) -> impl IntoView {
    let rows = rows.into_iter().map(|r| {
        view! {
            <div class="facts__row">
                <dt class="facts__name">{r.label}</dt>
                <dd class="facts__value keep">{r.value}</dd>
            </div>
        }
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| view! { <dl class="facts">{rows}</dl> })
}

#[component]
fn Claim(c: ClaimView) -> impl IntoView {
    let lines = c.lines.into_iter().map(|l| view! { <p class="claim__line">{l}</p> });
    let outcome = c.outcome.map(|o| {
        view! { <p class="claim__outcome"><Tag text=o.word state=o.state/></p> }
    });
    let reply = (!c.reply.is_empty()).then(|| view! { <p class="claim__line keep">{c.reply}</p> });
    view! {
        <li class="claim">
            <h3 class="claim__title">{c.title}</h3>
            {lines.collect_view()}
            {outcome}
            {reply}
        </li>
    }
}

#[component]
fn Actions(
    id: Id,
    can: Vec<jieyou_view::screens::matter::PossibleAct>,
    cannot: Vec<jieyou_view::screens::matter::BlockedAct>,
    t: &'static FrameText,
) -> impl IntoView {
    let can = can.into_iter().map(|act| {
        let class = if act.is_main { "button button--primary" } else { "button" };
        let href = Route::Act(id, act.action).href();
        view! {
            <li class="actions__item"><a class=class href=href>{act.word}</a></li>
        }
    });
    let blocked = (!cannot.is_empty()).then(|| {
        let n = cannot.len();
        let rows = cannot.into_iter().map(|act| {
            view! {
                <li class="actions__item">
                    <span class="actions__name">{act.word}</span>
                    " "
                    <span class="actions__why">{act.why}</span>
                </li>
            }
        });
        view! {
            <details class="actions__blocked">
                <summary>{t.m_blocked} " · " {n}</summary>
                <ul class="actions__list">{rows.collect_view()}</ul>
            </details>
        }
    });
    view! {
        <section class="actions screen-only" aria-labelledby="m-actions">
            <h2 class="actions__title" id="m-actions">{t.m_actions}</h2>
            <ul class="actions__list">{can.collect_view()}</ul>
            {blocked}
        </section>
    }
}

/// The contact: on the screen only, never printed, wiped for good when asked twice.
#[component]
fn Contact(id: Id, t: &'static FrameText) -> impl IntoView {
    let session = Session::get();
    let subject = Subject::matter(id);
    let contact = RwSignal::new(session.contact(subject));
    let asked = RwSignal::new(false);
    let wipe = move |_| {
        if !asked.get_untracked() {
            asked.set(true);
            return;
        }
        task::start(async move {
            match session.wipe_contact(subject).await {
                Ok(()) => {
                    let _gone = contact.try_set(None);
                    session.say(t.contact_wiped);
                }
                Err(why) => {
                    let lang = session.lang.get_untracked();
                    session.say_bad(say::store_error(&why, lang).line(lang));
                }
            }
        });
    };
    let parties = move || {
        let parties = contact.get().map(|c| c.parties).unwrap_or_default();
        parties
            .into_iter()
            .map(|p| {
                let all = [p.role, p.name, p.phone, p.address];
                let all: Vec<String> = all.into_iter().filter(|x| !x.is_empty()).collect();
                view! { <p class="keep">{all.join(" · ")}</p> }
            })
            .collect_view()
    };
    view! {
        <div class="flow screen-only">
            <h3 class="reasons__subtitle">{t.contact}</h3>
            <Show
                when=move || contact.with(Option::is_some)
                fallback=move || view! { <p class="quiet">{t.contact_none}</p> }
            >
                {parties}
                <button class="button button--grave button--small" on:click=wipe>
                    {move || if asked.get() { t.contact_wipe_sure } else { t.contact_wipe }}
                </button>
            </Show>
        </div>
    }
}
