//! One row of 今日, in words.

mod between;

use super::gather::{About, Candidate, Gap};
use crate::forms::acts;
use crate::text::deadline::{DeadlineView, Frame, deadline, hindered};
use crate::text::terms::{SealView, no_list, seal};
use crate::text::{Both, Lang, both, format, words};
use jieyou_domain::facts::{ActivityKind, Delivery, Owes};
use jieyou_domain::ledger::{self, Action, Event, Matter, Trigger};
use jieyou_domain::rules::{Obligation, Rule};
use jieyou_domain::{EntryId, Id};

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaRow {
    /// Changes whenever the row does.
    pub key: String,
    /// The matter.
    pub matter: Id,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its list.
    pub seal: SealView,
    /// What is owed, or what is missing.
    pub duty: String,
    /// A word beside the duty: 「未告知」, 「已等3天」; may be empty.
    pub note: String,
    /// Why the office says that it cannot be done, and when it looks again; may be empty.
    pub reason: String,
    /// For a citizen's right: whether the citizen was told.
    pub told: Option<bool>,
    /// By when.
    pub deadline: Option<DeadlineView>,
    /// The one main act.
    pub main: Option<ActView>,
    /// 「办不了，因为…」
    pub cannot: Option<ActView>,
    /// What else can be done from here, e.g. return beside sign for.
    pub other: Option<ActView>,
}

/// A button that opens a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActView {
    /// The code of a [`ledger::Action`], or `correct` for 更正 of `entry`.
    pub action: &'static str,
    /// The words on it.
    pub word: &'static str,
    /// Fields filled in beforehand: key and text.
    pub draft: Vec<(&'static str, String)>,
    /// The entry to correct.
    pub entry: Option<EntryId>,
}

impl ActView {
    pub(crate) fn of(action: Action, word: &'static str) -> Self {
        Self { action: action.code(), word, draft: Vec::new(), entry: None }
    }

    pub(crate) fn with(mut self, key: &'static str, text: impl Into<String>) -> Self {
        self.draft.push((key, text.into()));
        self
    }
}

/// Words one row.
pub(super) fn row(c: &Candidate<'_>, frame: Frame<'_>) -> AgendaRow {
    let Frame { book, lang, today, .. } = frame;
    let matter = &c.held.matter;
    let unit = book.unit().map(|u| u.kind);
    let kind = c.held.assessment.as_ref().map(|a| a.kind.answer);
    let allowed = |action: Action| match (unit, kind) {
        (Some(unit), Some(kind)) => {
            ledger::allowed(action, matter, ledger::Frame { unit, kind }).is_ok()
        }
        _ => false,
    };
    let mut row = AgendaRow {
        key: String::new(),
        matter: matter.id,
        number: matter.number().to_owned(),
        title: matter.state.registered.as_ref().map_or_else(String::new, |r| r.title.clone()),
        seal: c.held.assessment.as_ref().map_or(no_list(lang), |a| seal(&a.tier.answer, lang)),
        duty: String::new(),
        note: String::new(),
        reason: String::new(),
        told: None,
        deadline: None,
        main: None,
        cannot: None,
        other: None,
    };
    let id = match &c.about {
        About::Owed(o) => {
            let rule = book.rules().rule(&o.rule);
            row.duty = duty(o, rule, matter, lang);
            row.told = o.told.filter(|_| o.owes == Owes::Citizen);
            row.note = told_word(row.told, lang).to_owned();
            row.main = main_act(o, rule, lang, &allowed);
            row.deadline = Some(deadline(o, matter, frame));
            row.reason = hindered(o, frame);
            row.cannot = cannot(o, frame);
            // Sign for it or send it back: both meet the same day.
            if row.main.as_ref().is_some_and(|m| m.action == Action::SignFor.code()) {
                row.other = Some(ActView::of(Action::Return, both!("退回", "Return").to(lang)));
            }
            if o.elsewhere && row.main.is_none() && allowed(Action::Urge) {
                row.main = Some(urge(lang));
            }
            if let (Some(on), true) = (o.start, waits_for_signature(o, rule)) {
                let to = handed_to(matter).unwrap_or_default();
                row.duty = both!("已上报{}，等签收", "Handed up to {}, not signed for yet")
                    .with(lang, &[to]);
                row.note = waited((today - on).num_days(), lang);
            }
            format!("{}{}", o.rule, o.key)
        }
        About::HandedUp(on) => {
            row.duty = handed_up(matter, lang);
            row.note = waited((today - *on).num_days(), lang);
            row.main = Some(urge(lang)).filter(|_| allowed(Action::Urge));
            "handed-up".to_owned()
        }
        About::Missing(gaps) => {
            row.duty = missing(gaps, lang);
            row.main =
                fill(gaps, lang).filter(|a| Action::from_code(a.action).is_some_and(&allowed));
            "missing".to_owned()
        }
        other => between::fill(other, &mut row, matter, today, lang, &allowed),
    };
    let revision = matter.revision().map(|r| r.to_string()).unwrap_or_default();
    let revision = revision.get(..8).unwrap_or_default().to_owned();
    row.key = format!("{}/{id}/{revision}/{}", matter.id, format::iso(today));
    row
}

/// What is owed in words; of a promise, what was promised.
pub(crate) fn duty(o: &Obligation, rule: Option<&Rule>, matter: &Matter, lang: Lang) -> String {
    duty_of(&o.rule, &o.key, rule, matter, lang)
}

/// [`duty`] by the rule's id and the key under it.
pub(crate) fn duty_of(
    id: &str,
    key: &str,
    rule: Option<&Rule>,
    matter: &Matter,
    lang: Lang,
) -> String {
    let verb = rule.map_or(id, |r| words(&r.duty, lang));
    match matter.state.promises.iter().find(|p| !key.is_empty() && p.key == key) {
        Some(promise) => format!("{verb}{}{}", lang.pick("：", ": "), promise.what),
        None => verb.to_owned(),
    }
}

fn told_word(told: Option<bool>, lang: Lang) -> &'static str {
    match told {
        Some(true) => both!("已告知", "told").to(lang),
        Some(false) => both!("未告知", "not told yet").to(lang),
        None => "",
    }
}

/// Whether another unit is to sign for what this one handed up.
fn waits_for_signature(o: &Obligation, rule: Option<&Rule>) -> bool {
    o.elsewhere && rule.is_some_and(|r| r.starts.contains(&Trigger::HandedUp))
}

fn waited(days: i64, lang: Lang) -> String {
    match days {
        ..=0 => both!("今天开始等", "since today").to(lang).to_owned(),
        _ => both!("已等{}", "waiting {}").with(lang, &[&format::days(days, lang)]),
    }
}

fn handed_to(matter: &Matter) -> Option<&str> {
    matter.entries().iter().rev().find_map(|e| match &e.event {
        Some(Event::HandedUp(h)) => Some(h.to.as_str()),
        _ => None,
    })
}

fn handed_up(matter: &Matter, lang: Lang) -> String {
    let to = handed_to(matter).unwrap_or(both!("上级", "the superior").to(lang));
    both!("已上报{}，等回音", "Handed up to {}, waiting for word").with(lang, &[to])
}

fn urge(lang: Lang) -> ActView {
    ActView::of(Action::Urge, both!("催办", "Ask again").to(lang))
}

fn missing(gaps: &[Gap], lang: Lang) -> String {
    let parts: Vec<&str> = gaps
        .iter()
        .map(|gap| match gap {
            Gap::Duty => both!("承办单位和岗位", "handling body and post").to(lang),
            Gap::Competent => both!("属事部门", "competent body").to(lang),
            Gap::Leader => both!("包案领导", "responsible leader").to(lang),
            Gap::Plan => both!("措施和时限", "measure and limit").to(lang),
        })
        .collect();
    let list = format::listed(&parts, lang);
    both!("还没有定：{}", "Not settled yet: {}").with(lang, &[&list])
}

fn fill(gaps: &[Gap], lang: Lang) -> Option<ActView> {
    Some(match gaps.first()? {
        Gap::Duty | Gap::Competent | Gap::Leader => {
            ActView::of(Action::SetDuty, both!("定责任", "Settle the duty").to(lang))
        }
        Gap::Plan => ActView::of(Action::Plan, both!("定方案", "Make the plan").to(lang)),
    })
}

/// 「办不了，因为…」, where the office owes it.
pub(crate) fn cannot(o: &Obligation, frame: Frame<'_>) -> Option<ActView> {
    let word = both!("办不了，因为…", "Cannot, because…").to(frame.lang);
    o.may_be_hindered(frame.book.rules())
        .then(|| ActView::of(Action::SayCannot, word).with("owed", acts::duty_code(o)))
}

/// The act that meets the duty: the first that is possible now.
pub(crate) fn main_act(
    o: &Obligation,
    rule: Option<&Rule>,
    lang: Lang,
    allowed: &dyn Fn(Action) -> bool,
) -> Option<ActView> {
    if o.owes == Owes::Citizen && o.told == Some(false) {
        // Whether remedies were told is part of the delivery, so it is put right there.
        let word = both!("告知了", "Told now").to(lang);
        return Some(ActView { action: "correct", word, draft: Vec::new(), entry: o.start_entry });
    }
    let met_by = rule.map_or(&[][..], |r| r.met_by.as_slice());
    met_by
        .iter()
        .filter_map(|t| meets(*t, o, lang))
        .find(|act| Action::from_code(act.action).is_some_and(allowed))
}

fn meets(trigger: Trigger, o: &Obligation, lang: Lang) -> Option<ActView> {
    let act = |action, text: Both| Some(ActView::of(action, text.to(lang)));
    let doing = |kind: ActivityKind, text: Both| {
        Some(ActView::of(Action::Act, text.to(lang)).with("activity", kind.code()))
    };
    match trigger {
        Trigger::Reported => act(Action::Report, both!("报告了", "Reported")),
        Trigger::Contacted => doing(ActivityKind::Contact, both!("联系了", "Contacted")),
        Trigger::Heard => doing(ActivityKind::Hear, both!("听取了", "Heard")),
        Trigger::LeaderHeard => doing(ActivityKind::LeaderHeard, both!("听取了", "Heard")),
        Trigger::Progress => doing(ActivityKind::Progress, both!("告知了", "Told")),
        Trigger::Activity => doing(ActivityKind::Other, both!("办了", "Done")),
        Trigger::Notified => act(Action::Notify, both!("告知了", "Told")),
        Trigger::Objected => act(Action::Object, both!("提异议", "Object")),
        Trigger::Accepted => act(Action::Accept, both!("受理了", "Accepted")),
        Trigger::DutySet => act(Action::SetDuty, both!("定责任", "Settle the duty")),
        Trigger::Planned => act(Action::Plan, both!("定方案", "Make the plan")),
        Trigger::Mediated | Trigger::MediationEnded => {
            act(Action::Mediate, both!("调解了", "Mediated"))
        }
        Trigger::Agreed => act(Action::Agree, both!("谈成了", "Agreed")),
        Trigger::Performed | Trigger::NotPerformed => {
            let check = ActView::of(Action::CheckPerformance, both!("查看履行", "Check").to(lang));
            Some(check.with("promise", o.key.clone()))
        }
        Trigger::Replied | Trigger::AllReplied => act(Action::Reply, both!("答复了", "Answered")),
        Trigger::Delivered => Some(
            ActView::of(Action::Deliver, both!("送达了", "Delivered").to(lang))
                .with("what", Delivery::Reply.code()),
        ),
        Trigger::ReviewAsked => act(Action::AskReview, both!("已申请", "Asked for")),
        Trigger::ReviewAnswered => act(Action::AnswerReview, both!("收到了", "Received")),
        Trigger::ReviewDelivered => Some(
            ActView::of(Action::Deliver, both!("送达了", "Delivered").to(lang))
                .with("what", Delivery::Review.code()),
        ),
        Trigger::RecheckAsked => act(Action::AskRecheck, both!("已申请", "Asked for")),
        Trigger::RecheckAnswered => act(Action::AnswerRecheck, both!("收到了", "Received")),
        Trigger::HandedUp => act(Action::HandUp, both!("上报了", "Handed up")),
        Trigger::HandledAtOnce => act(Action::HandleAtOnce, both!("办了", "Done")),
        Trigger::Resolved => act(Action::Resolve, both!("化解了", "Resolved")),
        Trigger::FollowedUp => act(Action::FollowUp, both!("回访了", "Followed up")),
        Trigger::Extended => act(Action::Extend, both!("延期", "Extend")),
        Trigger::Hearing => act(Action::Hearing, both!("听证了", "Hearing held")),
        Trigger::Reopened => act(Action::Reopen, both!("恢复办理", "Reopen")),
        Trigger::Signed => act(Action::SignFor, both!("签收", "Sign for")),
        Trigger::Returned => act(Action::Return, both!("退回", "Return")),
        Trigger::FedBack => act(Action::FeedBack, both!("反馈", "Feed back")),
        Trigger::PassedOn => act(Action::PassOn, both!("告知了", "Told")),
        Trigger::Forwarded => act(Action::Forward, both!("转出了", "Sent on")),
        Trigger::AnswerCame => act(Action::TakeAnswer, both!("收到了", "Received")),
        Trigger::RouteEnded => act(Action::EndRoute, both!("有结果了", "Decided")),
        Trigger::DelistAsked => act(Action::AskDelist, both!("申请销号", "Apply to delist")),
        Trigger::Delisted => act(Action::Delist, both!("核准销号", "Approve")),
        Trigger::RightNoted => act(Action::NoteRight, both!("问清登记", "Note it")),
        Trigger::SupportReferred => act(Action::ReferSupport, both!("转介了", "Referred")),
        Trigger::TierSet => act(Action::SetTier, both!("定清单", "Decide the list")),
        Trigger::Reexamined => act(Action::Reexamine, both!("重新研究了", "Looked anew")),
        Trigger::Arrived
        | Trigger::Urged
        | Trigger::Referred
        | Trigger::LawfullyClosed
        | Trigger::Visits
        | Trigger::Replaced
        | Trigger::Answer
        | Trigger::Right
        | Trigger::MediationAsked
        | Trigger::Simplified
        | Trigger::Converted
        | Trigger::LeaderSet
        | Trigger::Ended => None,
        // Facts of a registration or of another act: no button of their own.
        Trigger::Received
        | Trigger::Registered
        | Trigger::Danger
        | Trigger::Ordered
        | Trigger::PlanLimit
        | Trigger::PartyPromise
        | Trigger::OfficePromise => None,
    }
}
