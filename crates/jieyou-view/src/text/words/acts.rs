//! Words of the ledger: stages, actions, entries.

use crate::text::{Lang, both};
use jieyou_domain::ledger::{Action, EventType, Stage};

/// Where a matter stands.
pub fn stage(v: Stage, lang: Lang) -> &'static str {
    let text = match v {
        Stage::Open => both!("待办", "To do"),
        Stage::Handling => both!("办理中", "In hand"),
        Stage::Mediating => both!("调解中", "In mediation"),
        Stage::Performing => both!("履行中", "Being performed"),
        Stage::Answered => both!("已答复", "Answered"),
        Stage::HandedUp => both!("已上报，等回音", "Handed up, waiting"),
        Stage::Observing => both!("已化解，观察中", "Resolved, observed"),
        Stage::Done => both!("当场办结", "Handled at once"),
    };
    text.to(lang)
}

/// An act, as its button and its form say it.
pub fn action(v: Action, lang: Lang) -> &'static str {
    let text = match v {
        Action::Act => both!("记一次办理", "Record what was done"),
        Action::Report => both!("紧急报告", "Report danger"),
        Action::Classify => both!("定分类和办理途径", "Classify and choose the route"),
        Action::Notify => both!("告知反映人", "Notify the citizen"),
        Action::Object => both!("提出异议", "Object to the assignment"),
        Action::Accept => both!("受理", "Accept"),
        Action::SetDuty => both!("落实责任", "Set responsibility"),
        Action::Plan => both!("定化解方案", "Make a plan"),
        Action::Mediate => both!("记一次调解", "Record a mediation"),
        Action::Agree => both!("达成协议", "Record an agreement"),
        Action::CheckPerformance => both!("登记履行情况", "Check performance"),
        Action::Reply => both!("答复", "Answer"),
        Action::Deliver => both!("送达", "Deliver"),
        Action::Extend => both!("延期", "Extend the time"),
        Action::AskReview => both!("登记复查申请", "Record a request for review"),
        Action::AnswerReview => both!("登记复查意见", "Record the review's answer"),
        Action::AskRecheck => both!("登记复核申请", "Record a request for recheck"),
        Action::Hearing => both!("登记复核听证", "Record a recheck hearing"),
        Action::AnswerRecheck => both!("登记复核意见", "Record the recheck's answer"),
        Action::HandUp => both!("上报", "Hand up"),
        Action::HandleAtOnce => both!("当场办结", "Handled at once"),
        Action::Resolve => both!("化解", "Resolve"),
        Action::FollowUp => both!("回访", "Follow up"),
        Action::Reopen => both!("恢复办理", "Reopen"),
        Action::SetTier => both!("调整清单", "Set the list"),
    };
    text.to(lang)
}

/// What an entry records.
pub fn event_type(v: EventType, lang: Lang) -> &'static str {
    let text = match v {
        EventType::UnitProfiled => both!("单位资料", "Unit profile"),
        EventType::PlacesListed => both!("村、组名单", "Places"),
        EventType::PostsListed => both!("岗位名单", "Posts"),
        EventType::PackAdopted => both!("启用规则包", "Rule pack adopted"),
        EventType::CalendarAdopted => both!("启用节假日历", "Calendar adopted"),
        EventType::Registered => both!("登记", "Registered"),
        EventType::Corrected => both!("更正", "Corrected"),
        EventType::Struck => both!("撤销一笔", "Taken back"),
        EventType::HandledAtOnce => both!("当场办结", "Handled at once"),
        EventType::Reported => both!("紧急报告", "Danger reported"),
        EventType::Classified => both!("分类", "Classified"),
        EventType::Notified => both!("告知", "Notified"),
        EventType::Objected => both!("异议", "Objected"),
        EventType::Accepted => both!("受理", "Accepted"),
        EventType::DutySet => both!("责任落实", "Responsibility set"),
        EventType::Planned => both!("方案", "Planned"),
        EventType::Acted => both!("办理记录", "Work recorded"),
        EventType::Extended => both!("延期", "Extended"),
        EventType::Replied => both!("答复", "Answered"),
        EventType::Delivered => both!("送达", "Delivered"),
        EventType::ReviewAsked => both!("申请复查", "Review requested"),
        EventType::ReviewAnswered => both!("复查意见", "Review answered"),
        EventType::RecheckAsked => both!("申请复核", "Recheck requested"),
        EventType::HearingHeld => both!("复核听证", "Recheck hearing"),
        EventType::RecheckAnswered => both!("复核意见", "Recheck answered"),
        EventType::Mediated => both!("调解", "Mediated"),
        EventType::Agreed => both!("协议", "Agreement"),
        EventType::Performed => both!("已履行", "Performed"),
        EventType::NotPerformed => both!("未履行", "Not performed"),
        EventType::HandedUp => both!("上报", "Handed up"),
        EventType::Resolved => both!("化解", "Resolved"),
        EventType::FollowedUp => both!("回访", "Followed up"),
        EventType::Reopened => both!("恢复办理", "Reopened"),
        EventType::TierSet => both!("调整清单", "List set"),
    };
    text.to(lang)
}
