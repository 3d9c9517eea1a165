//! The questions of every fact. Keys are the fact's own fields.

use super::{Spec, Take};
use crate::text::forms::{Ask, acts as t, judge, law};
use crate::text::words as w;
use jieyou_domain::facts::*;
use jieyou_domain::ledger::EventType;

/// A question that needs an answer.
pub(super) const fn need(key: &'static str, ask: Ask, take: Take) -> Spec {
    Spec { key, ask, take, need: true, when: None }
}

/// A question that may stay open.
pub(super) const fn open(key: &'static str, ask: Ask, take: Take) -> Spec {
    Spec { key, ask, take, need: false, when: None }
}

impl Spec {
    /// Asked only when `key` holds one of `values`.
    pub(super) const fn when(self, key: &'static str, values: &'static [&'static str]) -> Self {
        Self { when: Some((key, values)), ..self }
    }
}

/// 条例 34.
const EXTENSION_MAX: u32 = 30;

pub(super) const TOLD: Take = Take::Pick(|lang| w::choices(Told::ALL, Told::code, w::told, lang));
const TRI: Take = Take::Pick(|lang| w::choices(Tri::ALL, Tri::code, w::tri, lang));

/// The questions of a fact of this type, in order. The registration has its own form.
pub(in crate::forms) fn specs(kind: EventType) -> &'static [Spec] {
    match kind {
        EventType::HandledAtOnce => {
            const { &[need("what", t::DONE_WHAT, Take::Area), need("told", t::TOLD, TOLD)] }
        }
        EventType::Reported => const { &[need("to", t::REPORT_TO, Take::Line)] },
        EventType::Classified => CLASSIFIED,
        EventType::Notified => NOTIFIED,
        EventType::Objected => {
            const { &[need("to", t::OBJECT_TO, Take::Line), need("why", t::OBJECT_WHY, Take::Area)] }
        }
        EventType::Accepted => const { &[open("doc", t::ACCEPT_DOC, Take::Line)] },
        EventType::DutySet => DUTY,
        EventType::Planned => {
            const { &[need("measure", t::MEASURE, Take::Area), need("due", t::PLAN_DUE, Take::Due)] }
        }
        EventType::Acted => ACTED,
        EventType::Extended => EXTENDED,
        EventType::Replied => REPLIED,
        EventType::Delivered => DELIVERED,
        EventType::ReviewAsked | EventType::RecheckAsked => {
            const { &[open("note", t::ASK_NOTE, Take::Line)] }
        }
        EventType::ReviewAnswered | EventType::RecheckAnswered => {
            const { &[need("text", t::ANSWER_TEXT, Take::Area), open("doc", t::REPLY_DOC, Take::Line)] }
        }
        EventType::HearingHeld => const { &[need("to", t::HEARING_TO, Take::Until)] },
        EventType::Mediated => MEDIATED,
        EventType::Agreed => AGREED,
        EventType::Performed | EventType::NotPerformed => {
            const { &[open("note", t::KEPT_NOTE, Take::Area)] }
        }
        EventType::HandedUp => {
            const { &[need("to", t::HAND_UP_TO, Take::Line), need("why", t::HAND_UP_WHY, Take::Area)] }
        }
        EventType::Resolved => {
            const { &[need("how", t::HOW, Take::Area), open("evidence", t::EVIDENCE, Take::Line)] }
        }
        EventType::FollowedUp => FOLLOWED_UP,
        EventType::Reopened => REOPENED,
        EventType::TierSet => TIER_SET,
        EventType::ProcedureSet => PROCEDURE,
        EventType::Reexamined => REEXAMINED,
        EventType::UnitProfiled
        | EventType::PlacesListed
        | EventType::PostsListed
        | EventType::PackAdopted
        | EventType::CalendarAdopted
        | EventType::PackDropped
        | EventType::RightNoted
        | EventType::Registered
        | EventType::Corrected
        | EventType::Struck
        | EventType::ContactHanded
        | EventType::SealedRecorded
        | EventType::SealedFollowed
        | EventType::SealedStruck => &[],
        kind => super::life::specs(kind),
    }
}

const CLASSIFIED: &[Spec] = &[
    need("kind", t::KIND, Take::Pick(|lang| w::choices(Kind::ALL, Kind::code, w::kind, lang))),
    open("category", t::CATEGORY, Take::Category),
    open(
        "against",
        t::AGAINST,
        Take::Pick(|lang| {
            w::choices(CounterParty::ALL, CounterParty::code, w::counter_party, lang)
        }),
    )
    .when("kind", &["petition"]),
    open("class", t::CLASS, Take::Pick(|lang| w::choices(Class::ALL, Class::code, w::class, lang)))
        .when("kind", &["petition"]),
    open("route", t::ROUTE, Take::Pick(|lang| w::choices(Route::ALL, Route::code, w::route, lang)))
        .when("class", &["appeal"]),
    open("body", t::BODY, Take::Line).when("class", &["appeal", "accusation"]),
    open("why", judge::WHY_OTHER, Take::Area),
    open("post", judge::POST_OTHER, Take::Post),
];

const NOTIFIED: &[Spec] = &[
    need(
        "notice",
        t::NOTICE,
        Take::Pick(|lang| w::choices(NoticeKind::ALL, NoticeKind::code, w::notice_kind, lang)),
    ),
    need("why", t::DECLINE_WHY, Take::Area).when("notice", DECLINED),
    need("basis", t::DECLINE_BASIS, Take::Area).when("notice", DECLINED),
    need("body", t::DECLINE_BODY, Take::Line).when("notice", DECLINED),
    need("told", t::TOLD, TOLD),
    open("proof", t::PROOF, Take::Line),
];

/// 不予受理 says why, on what it rests, and who is competent (条例 23①).
const DECLINED: &[&str] = &["declined"];

const DUTY: &[Spec] = &[
    need("body", t::DUTY_BODY, Take::Line),
    need("post", t::DUTY_POST, Take::Post),
    open("leader", t::DUTY_LEADER, Take::Post),
    open("competent", t::DUTY_COMPETENT, Take::Line),
    open("no_interest", t::NO_INTEREST, Take::Tick),
];

const ACTED: &[Spec] = &[
    need(
        "activity",
        t::ACTIVITY,
        Take::Pick(|lang| {
            w::choices(ActivityKind::ALL, ActivityKind::code, w::activity_kind, lang)
        }),
    ),
    need("note", t::ACT_NOTE, Take::Area),
];

const EXTENDED: &[Spec] = &[
    need("days", t::DAYS, Take::Count(EXTENSION_MAX)),
    need("reason", t::EXTEND_REASON, Take::Area),
    need("approved_by", t::APPROVED_BY, Take::Post),
];

const REPLIED: &[Spec] = &[
    need(
        "outcome",
        t::OUTCOME,
        Take::Pick(|lang| w::choices(Outcome::ALL, Outcome::code, w::outcome, lang)),
    ),
    need("text", t::REPLY_TEXT, Take::Area),
    open("doc", t::REPLY_DOC, Take::Line),
    need("carry_out_by", t::CARRY_OUT_BY, Take::Due).when("outcome", &["supported_pending"]),
];

const DELIVERED: &[Spec] = &[
    need(
        "what",
        t::DELIVERED,
        Take::Pick(|lang| w::choices(Delivery::ALL, Delivery::code, w::delivery, lang)),
    ),
    need("told", t::DELIVERED_HOW, TOLD),
    open("proof", t::PROOF, Take::Line),
    open("remedies_told", t::REMEDIES, Take::Tick),
];

const MEDIATED: &[Spec] = &[
    need("mediator", t::MEDIATOR, Take::Line),
    need(
        "result",
        t::RESULT,
        Take::Pick(|lang| {
            w::choices(MediationResult::ALL, MediationResult::code, w::mediation_result, lang)
        }),
    ),
    open("note", t::MEDIATION_NOTE, Take::Area),
    open("asked_on", law::MEDIATION_ASKED, Take::Earlier),
    open("remedies_told", t::REMEDIES_ENDED, Take::Tick).when("result", &["refused", "failed"]),
];

const PROCEDURE: &[Spec] = &[
    open("simple", law::SIMPLE, Take::Tick),
    need(
        "ground",
        law::SIMPLE_GROUND,
        Take::Pick(|lang| {
            w::choices(SimpleGround::ALL, SimpleGround::code, w::simple_ground, lang)
        }),
    )
    .when("simple", &["yes"]),
    need("why", law::SIMPLE_WHY, Take::Area).when("simple", &[""]),
];

const AGREED: &[Spec] = &[
    need(
        "form",
        t::FORM,
        Take::Pick(|lang| {
            w::choices(AgreementForm::ALL, AgreementForm::code, w::agreement_form, lang)
        }),
    ),
    need("text", t::AGREED, Take::Area),
    open("replaces", t::REPLACES, Take::Tick),
    open("terms", t::TERMS, Take::Terms),
];

const FOLLOWED_UP: &[Spec] = &[
    need("carried_out", t::CARRIED_OUT, TRI),
    need("recurred", t::RECURRED, TRI),
    open("wish", t::WISH, Take::Area),
    need("post", t::FOLLOW_UP_POST, Take::Post),
];

const REOPENED: &[Spec] = &[
    need(
        "reason",
        t::REOPEN_REASON,
        Take::Pick(|lang| {
            w::choices(ReopenReason::ALL, ReopenReason::code, w::reopen_reason, lang)
        }),
    ),
    need("note", t::REOPEN_NOTE, Take::Area),
];

const TIER_SET: &[Spec] = &[
    need("tier", t::TIER, Take::Pick(|lang| w::choices(Tier::ALL, Tier::code, w::tier, lang))),
    need("why", t::TIER_WHY, Take::Area),
    need("post", t::TIER_POST, Take::Post),
];

const REEXAMINED: &[Spec] = &[
    need("findings.old", t::FINDINGS_OLD, Take::Area),
    need("findings.new", t::FINDINGS_NEW, Take::Area),
    need("opinion.old", t::OPINION_OLD, Take::Area),
    need("opinion.new", t::OPINION_NEW, Take::Area),
    need("stance.old", t::STANCE_OLD, Take::Area),
    need("stance.new", t::STANCE_NEW, Take::Area),
    need("post", t::SECOND_POST, Take::Post),
];
