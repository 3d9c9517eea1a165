//! Fits an act's form to the unit and the matter: which choices there are, and what is
//! said above.

use crate::forms::context::FormContext;
use crate::forms::model::{Control, Draft, Field, Form};
use crate::forms::reader::Reader;
use crate::screens::verdict::objection_day;
use crate::text::format;
use crate::text::forms::{acts as t, judge, life};
use jieyou_domain::classify::assess;
use jieyou_domain::compact::sort_by;
use jieyou_domain::facts::*;
use jieyou_domain::ledger::{Action, Matter, Trigger};

/// Fits the form.
pub(super) fn fit(
    action: Action,
    ctx: &FormContext<'_>,
    matter: &Matter,
    draft: &Draft,
    form: &mut Form,
) {
    let lang = ctx.lang;
    match action {
        Action::Notify => {
            let codes: Vec<&str> = notices(ctx, matter).into_iter().map(NoticeKind::code).collect();
            keep(form, "notice", &codes);
        }
        Action::Deliver => {
            let codes: Vec<&str> = deliverable(matter).into_iter().map(Delivery::code).collect();
            keep(form, "what", &codes);
            // What is delivered is in writing.
            drop_code(form, "told", Told::Phone.code());
            form.intro = remedy(ctx, draft.get("what"));
        }
        // One is where a settled matter is observed; nobody puts an open one there.
        Action::SetTier => {
            keep(form, "tier", &[Tier::Two.code(), Tier::Three.code()]);
            form.intro = super::tier::intro(ctx, matter);
        }
        Action::NoteFacts => form.intro = judge::NOTE_INTRO.to(lang).to_owned(),
        Action::Judge => form.intro = judge::JUDGE_INTRO.to(lang).to_owned(),
        Action::FollowUp => {
            form.intro = t::FOLLOW_UP_INTRO.to(lang).to_owned();
            if let Some((_, duty)) = &matter.state.duty {
                drop_code(form, "post", &duty.post);
            }
        }
        Action::HandUp => {
            let intro =
                if is_against_collective(matter) { t::HAND_UP_OURS } else { t::HAND_UP_INTRO };
            form.intro = intro.to(lang).to_owned();
        }
        Action::Classify if !ctx.is_village() => {
            form.intro = t::CLASSIFY_INTRO.to(lang).to_owned();
            if let Some(day) = objection(ctx, matter) {
                form.intro.push_str(lang.pick("", " "));
                form.intro.push_str(&judge::OBJECTION.with(lang, &[&day]));
            }
        }
        Action::SetDuty => usual_bodies(ctx, matter, form),
        Action::Reply => {
            form.intro = judge::REPLY_INTRO.to(lang).to_owned();
            // Withdrawal has its own act, in the citizen's own words; so has the route.
            let mine = form.fields.iter().filter(|f| f.key.ends_with("outcome"));
            let keys: Vec<String> = mine.map(|f| f.key.clone()).collect();
            for key in keys {
                drop_code(form, &key, Outcome::Withdrawn.code());
                drop_code(form, &key, Outcome::LegalRoute.code());
            }
        }
        Action::Agree if ctx.is_village() && matter.state.open_promises().next().is_some() => {
            no_hint(form, "form");
        }
        // Asked only where something stands open that it could take the place of.
        Action::Agree if matter.state.open_promises().next().is_none() => {
            form.fields.retain(|f| f.key != "replaces");
            if ctx.is_village() {
                no_hint(form, "form");
            }
        }
        Action::Reexamine => form.intro = t::SECOND_INTRO.to(lang).to_owned(),
        Action::SayCannot => form.intro = life::CANNOT_INTRO.to(lang).to_owned(),
        Action::Refer => form.intro = life::REFER_INTRO.to(lang).to_owned(),
        Action::Withdraw => form.intro = life::WITHDRAW_INTRO.to(lang).to_owned(),
        Action::CloseLawfully => form.intro = life::CLOSE_INTRO.to(lang).to_owned(),
        Action::AskDelist => form.intro = life::DELIST_INTRO.to(lang).to_owned(),
        Action::NoteOutside => {
            form.intro = life::OUTSIDE_INTRO.to(lang).to_owned();
            if ctx.is_village() {
                drop_code(form, "system", OutsideSystem::Order.code());
            }
        }
        Action::Join => form.intro = life::JOIN_INTRO.to(lang).to_owned(),
        Action::Split => form.intro = life::SPLIT_INTRO.to(lang).to_owned(),
        Action::SignFor => form.intro = life::SIGN_INTRO.to(lang).to_owned(),
        Action::FeedBack => form.intro = life::FEEDBACK_INTRO.to(lang).to_owned(),
        _ => {}
    }
}

/// The last day of an objection that is still open.
fn objection(ctx: &FormContext<'_>, matter: &Matter) -> Option<String> {
    let assessment = assess(matter, ctx.book, ctx.today)?;
    let day = objection_day(&assessment, ctx.book)?;
    Some(format::date_full(day, ctx.lang))
}

/// What one act asks beyond its fields.
pub(super) fn check(action: Action, matter: &Matter, reader: &mut Reader<'_>) {
    if action == Action::FollowUp
        && let Some((_, duty)) = &matter.state.duty
        && duty.post.trim() == reader.raw("post")
    {
        reader.wrong("post", t::OWN_WORK, &[&duty.post]);
    }
}

fn is_against_collective(matter: &Matter) -> bool {
    matter.state.claims.iter().any(|c| c.claim.against == CounterParty::Collective)
}

/// The notices a unit gives, the one that fits first. A petition office does not accept;
/// it says where the matter went (条例 22).
pub(super) fn notices(ctx: &FormContext<'_>, matter: &Matter) -> Vec<NoticeKind> {
    use NoticeKind as N;
    let state = &matter.state;
    let mut kinds = match ctx.unit() {
        UnitKind::PetitionOffice => vec![N::Forwarded, N::Received, N::Unreachable],
        UnitKind::Village => vec![N::Received, N::Unreachable],
        UnitKind::Township | UnitKind::Department => {
            vec![N::Received, N::Accepted, N::Declined, N::Forwarded, N::Unreachable]
        }
    };
    let no_contact = state.registered.as_ref().is_some_and(|r| r.reply_by == ReplyBy::NoContact);
    let first = if no_contact {
        N::Unreachable
    } else if state.accepted_on.is_some() {
        N::Accepted
    } else {
        return kinds;
    };
    if let Some(at) = kinds.iter().position(|k| *k == first) {
        kinds[..=at].rotate_right(1);
    }
    kinds
}

/// What may be delivered now: an answer or opinion that was not delivered since.
pub(super) fn deliverable(matter: &Matter) -> Vec<Delivery> {
    let state = &matter.state;
    let mut what = Vec::new();
    if state.all_replied() && state.delivered_on.is_none() {
        what.push(Delivery::Reply);
    }
    let answered = state.last(Trigger::ReviewAnswered);
    if answered.is_some() && state.last(Trigger::ReviewDelivered) < answered {
        what.push(Delivery::Review);
    }
    let recheck = |told: bool| {
        let mut facts = state.facts.iter();
        facts.any(|f| f.trigger == Trigger::RecheckAnswered && (!told || f.told.is_some()))
    };
    if recheck(false) && !recheck(true) {
        what.push(Delivery::Recheck);
    }
    what
}

/// What the citizen must be told with a delivery, with the body out of the profile.
fn remedy(ctx: &FormContext<'_>, what: &str) -> String {
    let unit = ctx.book.unit();
    let (text, body) = match Delivery::from_code(what) {
        Some(Delivery::Reply) => (t::REMEDY_REVIEW, unit.map(|u| u.review_body.as_str())),
        Some(Delivery::Review) => (t::REMEDY_RECHECK, unit.map(|u| u.recheck_body.as_str())),
        Some(Delivery::Recheck) | None => return String::new(),
    };
    let body = body.filter(|b| !b.is_empty()).unwrap_or(t::UPPER_BODY.to(ctx.lang));
    text.with(ctx.lang, &[body])
}

/// Names the departments usual for the subject.
fn usual_bodies(ctx: &FormContext<'_>, matter: &Matter, form: &mut Form) {
    let category = matter.state.category.as_deref().and_then(|id| ctx.book.rules().category(id));
    let bodies = category.map_or("", |c| c.bodies.as_str());
    if let Some(field) = field(form, "competent").filter(|_| !bodies.is_empty()) {
        field.hint = t::DUTY_USUAL.with(ctx.lang, &[bodies]);
    }
}

fn field<'a>(form: &'a mut Form, key: &str) -> Option<&'a mut Field> {
    form.fields.iter_mut().find(|f| f.key == key)
}

fn options<'a>(form: &'a mut Form, key: &str) -> Option<&'a mut Vec<(String, String)>> {
    match &mut field(form, key)?.control {
        Control::Choice(options) | Control::Select(options) => Some(options),
        _ => None,
    }
}

/// Leaves only these choices, in this order.
fn keep(form: &mut Form, key: &str, codes: &[&str]) {
    if let Some(options) = options(form, key) {
        let place = |code: &str| codes.iter().position(|c| *c == code);
        options.retain(|(code, _)| place(code).is_some());
        sort_by(options, |a, b| place(&a.0).cmp(&place(&b.0)));
    }
}

/// What the hint says is not for this unit.
fn no_hint(form: &mut Form, key: &str) {
    if let Some(field) = field(form, key) {
        field.hint.clear();
    }
}

fn drop_code(form: &mut Form, key: &str, code: &str) {
    if let Some(options) = options(form, key) {
        options.retain(|(c, _)| c != code);
    }
}
