//! 转入法定途径: beside the way stands what is proposed or decided for the claim; who sends
//! it another way says why, as in a classification, since that decides its route.

use super::life;
use crate::forms::build::Build;
use crate::forms::context::FormContext;
use crate::forms::fact::{self, Section, Spec};
use crate::forms::model::{Control, Draft};
use crate::forms::reader::Reader;
use crate::screens::verdict::{answer_of, why_of};
use crate::text::forms::{judge, life as t, problem};
use jieyou_domain::classify::{self, Verdict};
use jieyou_domain::facts::{Kind, LegalWay, Route};
use jieyou_domain::ledger::{Event, EventType, Matter, TEXT_MAX};
use jieyou_domain::time::Date;
use serde_json::Value;

/// Asked only of petitions, and of who goes another way.
const DECIDES: [&str; 3] = ["route", "why", "post"];

/// What the tables, or a person, say of the way of the claim that is sent.
fn verdict(ctx: &FormContext<'_>, matter: &Matter, draft: &Draft) -> Option<Verdict> {
    let claim = life::claim_of(EventType::Referred, matter, draft)?;
    let mut all = super::verdict::decisions(ctx, matter);
    let place = all.iter().position(|v| {
        matches!(v.table.as_str(), "route" | "fallback") && v.claim == Some(usize::from(claim))
    })?;
    Some(all.swap_remove(place))
}

/// The item that the draft's way stands under; `None` while that is not said.
fn item(draft: &Draft) -> Option<Route> {
    let way = LegalWay::from_code(draft.get("way"))?;
    way.route().or_else(|| Route::from_code(draft.get("route")))
}

/// Whether the draft decides otherwise than what stands there. The parties to a dispute
/// choose their way, and give no reasons for it.
fn differs(verdict: &Verdict, draft: &Draft) -> bool {
    let item = item(draft).filter(|_| verdict.table == "route");
    item.is_some_and(|item| item.code() != verdict.decision.answer)
}

/// Whether a referral of the matter decides a route: of a petition outside a village.
pub(in crate::forms) fn decides(ctx: &FormContext<'_>, matter: &Matter) -> bool {
    let kind = classify::kind(&matter.state, ctx.unit(), ctx.book).answer;
    !ctx.is_village() && kind == Kind::Petition
}

/// Asks what a correction of a referral may change: of a dispute only where it goes.
pub(in crate::forms) fn ask_again(build: &mut Build<'_>, matter: &Matter, draft: &Draft) {
    let which: fn(&Spec) -> bool =
        if decides(build.ctx, matter) { |_| true } else { |s| !DECIDES.contains(&s.key) };
    fact::ask_some(build, EventType::Referred, Section::WHOLE, draft, which);
}

/// Asks which way and where; why, where it is another one.
pub(super) fn ask(build: &mut Build<'_>, matter: &Matter, draft: &Draft) {
    let ctx = *build.ctx;
    let found = verdict(&ctx, matter, draft);
    fact::ask_some(build, EventType::Referred, Section::WHOLE, draft, |s| {
        !DECIDES.contains(&s.key)
    });
    let Some(verdict) = found else { return };
    let hint = proposed(&ctx, &verdict);
    if let (Some(field), Some(hint)) = (build.by_key("way"), hint) {
        field.hint = hint;
    }
    if verdict.table != "route" {
        return;
    }
    fact::ask_some(build, EventType::Referred, Section::WHOLE, draft, |s| s.key == "route");
    if let Some(field) = build.by_key("route") {
        field.required = true;
        if let Control::Choice(options) = &mut field.control {
            options.retain(|(code, _)| !code.is_empty());
        }
    }
    if differs(&verdict, draft) {
        build.need("why", &judge::WHY_OTHER, Control::Area(TEXT_MAX));
        fact::ask_post(build, "post", &judge::POST_OTHER, draft.get("post"));
    }
}

/// What is proposed, and why; or what a person decided.
fn proposed(ctx: &FormContext<'_>, verdict: &Verdict) -> Option<String> {
    let table = ctx.book.rules().table(&verdict.table)?;
    let decision = &verdict.decision;
    let answer = answer_of(table, &decision.answer, ctx.lang);
    let why = match &decision.overridden_by {
        Some(by) => by.why.trim_end_matches('。').to_owned(),
        None => why_of(&decision.because, ctx.book, ctx.lang),
    };
    let text = if verdict.is_confirmed { judge::DECIDED } else { judge::PROPOSED };
    Some(text.with(ctx.lang, &[&answer, &why]))
}

/// Reads the referral of a claim; a reason that is not asked is none.
pub(super) fn read(
    reader: &mut Reader<'_>,
    matter: &Matter,
    on: Option<Date>,
    base: Value,
) -> Option<Event> {
    let found = verdict(reader.ctx, matter, reader.draft);
    let is_route = found.as_ref().is_some_and(|v| v.table == "route");
    let mut draft = reader.draft.clone();
    if found.is_some_and(|v| differs(&v, &draft)) {
        reader.needed("why", &judge::WHY_OTHER, TEXT_MAX);
        reader.needed("post", &judge::POST_OTHER, TEXT_MAX);
    } else {
        draft.set("why", "");
        draft.set("post", "");
    }
    if !is_route {
        draft.set("route", "");
    } else if draft.get("way") == LegalWay::Other.code() && draft.get("route").is_empty() {
        reader.wrong("route", problem::NOT_CHOSEN, &[t::WAY_ITEM.label.to(reader.ctx.lang)]);
    }
    reader.with(&draft, |reader| fact::read(reader, EventType::Referred, Section::WHOLE, on, base))
}
