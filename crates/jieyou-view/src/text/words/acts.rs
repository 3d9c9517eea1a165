//! Words of the ledger: stages, actions, entries.

use super::{Lang, say};
use jieyou_domain::ledger::{Action, EventType, Stage};

/// Where a matter stands.
pub fn stage(v: Stage, lang: Lang) -> &'static str {
    let pair = match v {
        Stage::Open => ("待办", "To do"),
        Stage::Handling => ("办理中", "In hand"),
        Stage::Mediating => ("调解中", "In mediation"),
        Stage::Performing => ("履行中", "Being performed"),
        Stage::Answered => ("已答复", "Answered"),
        Stage::HandedUp => ("已上报，等回音", "Handed up, waiting"),
        Stage::Observing => ("已化解，观察中", "Resolved, observed"),
        Stage::Done => ("当场办结", "Handled at once"),
    };
    say(pair, lang)
}

/// An act, as its button and its form say it.
pub fn action(v: Action, lang: Lang) -> &'static str {
    let pair = match v {
        Action::Act => ("记一次办理", "Record what was done"),
        Action::Report => ("紧急报告", "Report danger"),
        Action::Classify => ("定分类和办理途径", "Classify and choose the route"),
        Action::Notify => ("告知反映人", "Notify the citizen"),
        Action::Object => ("提出异议", "Object to the assignment"),
        Action::Accept => ("受理", "Accept"),
        Action::SetDuty => ("落实责任", "Set responsibility"),
        Action::Plan => ("定化解方案", "Make a plan"),
        Action::Mediate => ("记一次调解", "Record a mediation"),
        Action::Agree => ("达成协议", "Record an agreement"),
        Action::CheckPerformance => ("登记履行情况", "Check performance"),
        Action::Reply => ("答复", "Answer"),
        Action::Deliver => ("送达", "Deliver"),
        Action::Extend => ("延期", "Extend the time"),
        Action::AskReview => ("登记复查申请", "Record a request for review"),
        Action::AnswerReview => ("登记复查意见", "Record the review's answer"),
        Action::AskRecheck => ("登记复核申请", "Record a request for recheck"),
        Action::Hearing => ("登记复核听证", "Record a recheck hearing"),
        Action::AnswerRecheck => ("登记复核意见", "Record the recheck's answer"),
        Action::HandUp => ("上报", "Hand up"),
        Action::HandleAtOnce => ("当场办结", "Handled at once"),
        Action::Resolve => ("化解", "Resolve"),
        Action::FollowUp => ("回访", "Follow up"),
        Action::Reopen => ("恢复办理", "Reopen"),
        Action::SetTier => ("调整清单", "Set the list"),
    };
    say(pair, lang)
}

/// What an entry records.
pub fn event_type(v: EventType, lang: Lang) -> &'static str {
    let pair = match v {
        EventType::UnitProfiled => ("单位资料", "Unit profile"),
        EventType::PlacesListed => ("村、组名单", "Places"),
        EventType::PostsListed => ("岗位名单", "Posts"),
        EventType::PackAdopted => ("启用规则包", "Rule pack adopted"),
        EventType::CalendarAdopted => ("启用节假日历", "Calendar adopted"),
        EventType::Registered => ("登记", "Registered"),
        EventType::Corrected => ("更正", "Corrected"),
        EventType::Struck => ("撤销一笔", "Taken back"),
        EventType::HandledAtOnce => ("当场办结", "Handled at once"),
        EventType::Reported => ("紧急报告", "Danger reported"),
        EventType::Classified => ("分类", "Classified"),
        EventType::Notified => ("告知", "Notified"),
        EventType::Objected => ("异议", "Objected"),
        EventType::Accepted => ("受理", "Accepted"),
        EventType::DutySet => ("责任落实", "Responsibility set"),
        EventType::Planned => ("方案", "Planned"),
        EventType::Acted => ("办理记录", "Work recorded"),
        EventType::Extended => ("延期", "Extended"),
        EventType::Replied => ("答复", "Answered"),
        EventType::Delivered => ("送达", "Delivered"),
        EventType::ReviewAsked => ("申请复查", "Review requested"),
        EventType::ReviewAnswered => ("复查意见", "Review answered"),
        EventType::RecheckAsked => ("申请复核", "Recheck requested"),
        EventType::HearingHeld => ("复核听证", "Recheck hearing"),
        EventType::RecheckAnswered => ("复核意见", "Recheck answered"),
        EventType::Mediated => ("调解", "Mediated"),
        EventType::Agreed => ("协议", "Agreement"),
        EventType::Performed => ("已履行", "Performed"),
        EventType::NotPerformed => ("未履行", "Not performed"),
        EventType::HandedUp => ("上报", "Handed up"),
        EventType::Resolved => ("化解", "Resolved"),
        EventType::FollowedUp => ("回访", "Followed up"),
        EventType::Reopened => ("恢复办理", "Reopened"),
        EventType::TierSet => ("调整清单", "List set"),
    };
    say(pair, lang)
}
