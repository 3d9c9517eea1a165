//! The questions of the facts of a matter's later life and of its way between units.

use super::table::{TOLD, need, open};
use super::{Spec, Take};
use crate::text::forms::{acts, judge, life as t};
use crate::text::words as w;
use jieyou_domain::facts::*;
use jieyou_domain::ledger::EventType;

/// The questions of a fact of this type, in order. What only the matter knows (its
/// claims, other matters) the acts ask themselves.
pub(super) fn specs(kind: EventType) -> &'static [Spec] {
    match kind {
        EventType::Split | EventType::Joined => const { &[open("why", t::WHY, Take::Area)] },
        EventType::Linked => const { &[open("note", t::LINK_NOTE, Take::Area)] },
        EventType::Forwarded => FORWARDED,
        EventType::AnswerCame => {
            const {
                &[
                    need("from", t::ANSWER_FROM, Take::Line),
                    need("text", t::ANSWER_TEXT, Take::Area),
                ]
            }
        }
        EventType::Referred => REFERRED,
        EventType::RouteEnded => ROUTE_ENDED,
        EventType::Withdrawn => WITHDRAWN,
        EventType::LawfullyClosed => CLOSED,
        EventType::SupportReferred => SUPPORT,
        EventType::DelistAsked => {
            const {
                &[
                    need("post", t::DELIST_POST, Take::Post),
                    need("evidence", t::DELIST_EVIDENCE, Take::Line),
                ]
            }
        }
        EventType::DelistRefused => {
            const { &[need("post", t::APPROVE_POST, Take::Line), need("why", t::REFUSE_WHY, Take::Area)] }
        }
        EventType::Delisted => {
            const {
                &[
                    need("post", t::APPROVE_POST, Take::Line),
                    open("note", t::APPROVE_NOTE, Take::Area),
                ]
            }
        }
        EventType::Appointed => APPOINTED,
        EventType::Hindered => HINDERED,
        EventType::OutsideNoted => OUTSIDE,
        EventType::SignedFor => const { &[open("place", t::SIGN_PLACE, Take::Place)] },
        EventType::Returned => const { &[need("why", t::RETURN_WHY, Take::Area)] },
        EventType::Urged => {
            const { &[need("to", t::URGE_TO, Take::Line), open("text", t::URGE_TEXT, Take::Area)] }
        }
        EventType::FedBack => FED_BACK,
        EventType::PassedOn => {
            const { &[need("text", t::PASS_ON_TEXT, Take::Area), need("told", acts::TOLD, TOLD)] }
        }
        _ => &[],
    }
}

const FORWARDED: &[Spec] = &[
    need(
        "how",
        t::FORWARD_HOW,
        Take::Pick(|lang| w::choices(Forwarding::ALL, Forwarding::code, w::forwarding, lang)),
    ),
    need("to", t::FORWARD_TO, Take::Line),
    open("doc", acts::REPLY_DOC, Take::Line),
    open("feedback_by", t::FEEDBACK_BY, Take::Due),
];

const REFERRED: &[Spec] = &[
    need(
        "way",
        t::WAY,
        Take::Pick(|lang| w::choices(LegalWay::ALL, LegalWay::code, w::legal_way, lang)),
    ),
    need("body", t::WAY_BODY, Take::Line),
    need("told", acts::TOLD, TOLD),
    open("proof", acts::PROOF, Take::Line),
    open(
        "route",
        t::WAY_ITEM,
        Take::Pick(|lang| w::choices(&STATUTORY, Route::code, w::route, lang)),
    )
    .when("way", &["other"]),
    open("why", judge::WHY_OTHER, Take::Area),
    open("post", judge::POST_OTHER, Take::Post),
];

/// The items of article 31 that lead elsewhere.
const STATUTORY: [Route; 5] = [Route::R1, Route::R2, Route::R3, Route::R4, Route::R5];

const ROUTE_ENDED: &[Spec] = &[
    need(
        "result",
        t::ROUTE_RESULT,
        Take::Pick(|lang| w::choices(RouteResult::ALL, RouteResult::code, w::route_result, lang)),
    ),
    need("text", t::ROUTE_TEXT, Take::Area),
];

const WITHDRAWN: &[Spec] = &[
    need("words", t::WORDS, Take::Area),
    need("present", t::PRESENT, Take::Line),
    open("told_may_return", t::MAY_RETURN, Take::Tick),
];

const CLOSED: &[Spec] = &[
    need(
        "ground",
        t::GROUND,
        Take::Pick(|lang| w::choices(CloseGround::ALL, CloseGround::code, w::close_ground, lang)),
    ),
    need("text", t::CLOSE_TEXT, Take::Area),
    need("told", acts::TOLD, TOLD),
    open("visits", t::VISITS, Take::Tick),
];

const SUPPORT: &[Spec] = &[
    need("to", t::SUPPORT_TO, Take::Line),
    need("need", t::NEED, Take::Pick(|lang| w::choices(Need::ALL, Need::code, w::need, lang))),
    open("consent", t::CONSENT, Take::Tick),
    open("note", t::SUPPORT_NOTE, Take::Line),
];

const APPOINTED: &[Spec] = &[
    need(
        "what",
        t::MEETING,
        Take::Pick(|lang| w::choices(MeetingKind::ALL, MeetingKind::code, w::meeting_kind, lang)),
    ),
    need("day", t::MEETING_DAY, Take::Due),
    open("time", t::MEETING_TIME, Take::Line),
    open("place", t::MEETING_PLACE, Take::Line),
    open("who", t::MEETING_WHO, Take::Line),
];

const HINDERED: &[Spec] = &[
    need(
        "cause",
        t::CAUSE,
        Take::Pick(|lang| w::choices(Hindrance::ALL, Hindrance::code, w::hindrance, lang)),
    ),
    need("why", t::CANNOT_WHY, Take::Area),
    open("again_by", t::AGAIN_BY, Take::Due),
    need("post", t::CANNOT_POST, Take::Post),
];

const OUTSIDE: &[Spec] = &[
    need(
        "system",
        t::SYSTEM,
        Take::Pick(|lang| {
            w::choices(OutsideSystem::ALL, OutsideSystem::code, w::outside_system, lang)
        }),
    ),
    need(
        "mark",
        t::MARK,
        Take::Pick(|lang| w::choices(OutsideMark::ALL, OutsideMark::code, w::outside_mark, lang)),
    ),
    need("number", t::OUTSIDE, Take::Line).when("mark", &["entered"]),
];

const FED_BACK: &[Spec] = &[
    need(
        "kind",
        t::FEEDBACK_KIND,
        Take::Pick(|lang| {
            w::choices(FeedbackKind::ALL, FeedbackKind::code, w::feedback_kind, lang)
        }),
    ),
    need("text", t::FEEDBACK_TEXT, Take::Area),
];
