//! Words of the facts.

use crate::text::{Lang, both};
use jieyou_domain::facts::*;

/// What the unit is.
pub fn unit_kind(v: UnitKind, lang: Lang) -> &'static str {
    let text = match v {
        UnitKind::Village => {
            both!("村（社区）及人民调解委员会", "Village or community, mediation committee")
        }
        UnitKind::Township => both!("乡镇（街道）", "Township or subdistrict"),
        UnitKind::Department => both!("部门、站所", "Department or station"),
        UnitKind::PetitionOffice => {
            both!("党委政府信访部门", "Petition office of party and government")
        }
    };
    text.to(lang)
}

/// Whether somebody is in danger.
pub fn danger(v: Danger, lang: Lang) -> &'static str {
    let text = match v {
        Danger::No => both!("没有", "No"),
        Danger::Yes => both!("有", "Yes"),
        Danger::Unknown => both!("说不清", "Cannot tell"),
    };
    text.to(lang)
}

/// How a matter came in.
pub fn channel(v: Channel, lang: Lang) -> &'static str {
    let text = match v {
        Channel::Visit => both!("来访", "Visit"),
        Channel::Letter => both!("来信", "Letter"),
        Channel::Call => both!("来电", "Telephone"),
        Channel::Net => both!("网上", "Online"),
        Channel::Sweep => both!("排查发现", "Found in a sweep"),
        Channel::Hotline => both!("12345工单", "12345 hotline"),
        Channel::Police => both!("110移交", "From the police (110)"),
        Channel::Court => both!("法院委派", "From a court"),
        Channel::FromVillage => both!("村上报", "Handed up by a village"),
        Channel::Transferred => both!("上级转送", "Forwarded by a superior"),
        Channel::Assigned => both!("上级交办", "Assigned by a superior"),
        Channel::LeaderVisit => both!("领导下访", "Leader's visit"),
        Channel::Deputies => both!("代表委员转交", "Passed on by a deputy"),
    };
    text.to(lang)
}

/// How the matter reached this unit.
pub fn source(v: Source, lang: Lang) -> &'static str {
    let text = match v {
        Source::Direct => both!("本人直接提出", "Brought by the citizen"),
        Source::Transferred => both!("转送", "Forwarded"),
        Source::Assigned => both!("交办", "Assigned"),
        Source::Found => both!("本单位发现", "Found by this unit"),
        Source::HandedOver => both!("有关单位移交", "Handed over by another body"),
        Source::FromVillage => both!("村级上报", "Handed up by a village"),
    };
    text.to(lang)
}

/// Whom a claim is against.
pub fn counter_party(v: CounterParty, lang: Lang) -> &'static str {
    let text = match v {
        CounterParty::Family => both!("家庭成员", "Family"),
        CounterParty::Neighbour => both!("邻里村民", "Neighbours, villagers"),
        CounterParty::Employer => both!("用人单位或老板", "Employer"),
        CounterParty::Business => both!("商家、企业、合作社", "Business or cooperative"),
        CounterParty::Collective => both!("村“两委”或村集体", "Village committees or collective"),
        CounterParty::Government => {
            both!("政府、部门或其工作人员", "Government, department or its staff")
        }
        CounterParty::Institution => both!("医院、学校等", "Hospital, school or the like"),
        CounterParty::Unknown => both!("不清楚", "Not clear"),
    };
    text.to(lang)
}

/// How the citizen wants to be answered.
pub fn reply_by(v: ReplyBy, lang: Lang) -> &'static str {
    let text = match v {
        ReplyBy::InPerson => both!("当面", "In person"),
        ReplyBy::Phone => both!("电话", "By telephone"),
        ReplyBy::Letter => both!("信函", "By letter"),
        ReplyBy::Net => both!("网上", "Online"),
        ReplyBy::ThroughVillage => both!("由村转告", "Through the village"),
        ReplyBy::NoContact => both!("不留联系方式", "No contact left"),
    };
    text.to(lang)
}

/// What a matter is.
pub fn kind(v: Kind, lang: Lang) -> &'static str {
    let text = match v {
        Kind::Dispute => both!("矛盾纠纷", "Dispute"),
        Kind::Petition => both!("信访事项", "Petition"),
        Kind::Inquiry => both!("咨询求助", "Question or request for help"),
    };
    text.to(lang)
}

/// What a petition asks for.
pub fn class(v: Class, lang: Lang) -> &'static str {
    let text = match v {
        Class::Appeal => both!("申诉求决", "Appeal for a decision"),
        Class::Suggestion => both!("建议意见", "Suggestion"),
        Class::Accusation => both!("检举控告", "Report of wrongdoing"),
    };
    text.to(lang)
}

/// 办理途径, with the item of 条例 31.
pub fn route(v: Route, lang: Lang) -> &'static str {
    let text = match v {
        Route::R1 => {
            both!("第（一）项 法院、检察院、公安程序", "Item 1: courts, prosecutors, police")
        }
        Route::R2 => both!("第（二）项 仲裁", "Item 2: arbitration"),
        Route::R3 => {
            both!("第（三）项 党员申诉、人事复审", "Item 3: party appeal, personnel review")
        }
        Route::R4 => {
            both!("第（四）项 复议、裁决、许可等行政程序", "Item 4: administrative procedures")
        }
        Route::R5 => both!("第（五）项 申请查处、履行职责", "Item 5: investigation and protection"),
        Route::R6 => both!("第（六）项 听取陈述后作出处理意见", "Item 6: heard and answered here"),
    };
    text.to(lang)
}

/// Who owes.
pub fn owes(v: Owes, lang: Lang) -> &'static str {
    let text = match v {
        Owes::Office => both!("政府、部门或集体", "Government, department or collective"),
        Owes::Citizen => both!("反映人的权利", "The citizen's right"),
        Owes::Party => both!("反映人或对方", "One of the parties"),
    };
    text.to(lang)
}

/// Who owes, as the head of a lane.
pub fn lane(v: Owes, lang: Lang) -> &'static str {
    let text = match v {
        Owes::Office => both!("办理单位", "Offices"),
        Owes::Citizen => both!("群众", "Citizen"),
        Owes::Party => both!("当事人", "Parties"),
    };
    text.to(lang)
}

/// The five kinds of deadline.
pub fn deadline_kind(v: DeadlineKind, lang: Lang) -> &'static str {
    let text = match v {
        DeadlineKind::Statutory => both!("法定", "by law"),
        DeadlineKind::Ordered => both!("指定", "by order"),
        DeadlineKind::Agreed => both!("约定", "agreed"),
        DeadlineKind::Promised => both!("承诺", "promised"),
        DeadlineKind::Routine => both!("例行", "routine"),
    };
    text.to(lang)
}

/// What a claim came to.
pub fn outcome(v: Outcome, lang: Lang) -> &'static str {
    let text = match v {
        Outcome::SupportedDone => both!("支持并已落实", "Supported and carried out"),
        Outcome::SupportedPending => both!("支持待落实", "Supported, to be carried out"),
        Outcome::Explained => both!("解释说明", "Explained"),
        Outcome::NotSupported => both!("不予支持", "Not supported"),
        Outcome::Settled => both!("调解或和解达成", "Settled by agreement"),
        Outcome::LegalRoute => both!("转法定途径", "Referred to a legal route"),
        Outcome::Withdrawn => both!("本人撤回", "Withdrawn by the citizen"),
    };
    text.to(lang)
}

/// How a matter ends.
pub fn ending(v: Ending, lang: Lang) -> &'static str {
    let text = match v {
        Ending::Resolved => both!("化解", "Resolved"),
        Ending::LawfullyClosed => both!("依法办结", "Lawfully closed"),
        Ending::LegalRoute => both!("转入法定途径", "Moved to a legal route"),
        Ending::Merged => both!("并案", "Joined with another matter"),
        Ending::Mistake => both!("登记有误", "Registered by mistake"),
    };
    text.to(lang)
}

/// The three lists, number and name.
pub fn tier(v: Tier, lang: Lang) -> &'static str {
    let text = match v {
        Tier::One => both!("一级·一般管理", "List 1, routine care"),
        Tier::Two => both!("二级·特殊管理", "List 2, special care"),
        Tier::Three => both!("三级·重点管理", "List 3, priority care"),
    };
    text.to(lang)
}

/// How something was told.
pub fn told(v: Told, lang: Lang) -> &'static str {
    let text = match v {
        Told::InPerson => both!("当面", "In person"),
        Told::Phone => both!("电话", "By telephone"),
        Told::Written => both!("书面送达", "Handed over in writing"),
        Told::Post => both!("邮寄", "By post"),
        Told::Net => both!("网上", "Online"),
        Told::ThroughVillage => both!("由村转告", "Through the village"),
    };
    text.to(lang)
}

/// What a notice within fifteen days says.
pub fn notice_kind(v: NoticeKind, lang: Lang) -> &'static str {
    let text = match v {
        NoticeKind::Received => {
            both!("接收情况、处理途径和程序", "Received; which way and procedure")
        }
        NoticeKind::Accepted => both!("受理", "Accepted"),
        NoticeKind::Declined => both!("不予受理，并告知去向", "Not accepted; where to go instead"),
        NoticeKind::Forwarded => {
            both!("已转送、交办，告知去向", "Forwarded or assigned, and to whom")
        }
        NoticeKind::Unreachable => {
            both!("姓名、住址不清，无法告知", "Name or address unclear, cannot be told")
        }
    };
    text.to(lang)
}

/// What was delivered.
pub fn delivery(v: Delivery, lang: Lang) -> &'static str {
    let text = match v {
        Delivery::Reply => both!("处理意见（答复）", "The answer"),
        Delivery::Review => both!("复查意见", "The review's answer"),
        Delivery::Recheck => both!("复核意见", "The recheck's answer"),
    };
    text.to(lang)
}

/// How a mediation stands.
pub fn mediation_result(v: MediationResult, lang: Lang) -> &'static str {
    let text = match v {
        MediationResult::Ongoing => both!("继续调解", "Goes on"),
        MediationResult::Refused => both!("一方明确拒绝", "One party refuses"),
        MediationResult::Failed => both!("调解不成，终止", "Failed, ended"),
    };
    text.to(lang)
}

/// The form of an agreement.
pub fn agreement_form(v: AgreementForm, lang: Lang) -> &'static str {
    let text = match v {
        AgreementForm::Oral => both!("口头协议", "Oral agreement"),
        AgreementForm::Written => both!("书面协议", "Written agreement"),
    };
    text.to(lang)
}

/// What was done.
pub fn activity_kind(v: ActivityKind, lang: Lang) -> &'static str {
    let text = match v {
        ActivityKind::Contact => both!("联系反映人", "Spoke with the citizen"),
        ActivityKind::Hear => both!("听取陈述", "Heard the citizen"),
        ActivityKind::SiteVisit => both!("现场查看", "Looked on site"),
        ActivityKind::Investigate => both!("调查取证", "Investigated"),
        ActivityKind::Meeting => both!("会商、协调", "Met and coordinated"),
        ActivityKind::Progress => both!("告知进展", "Told how it stands"),
        ActivityKind::Execute => both!("落实、执行", "Carried out"),
        ActivityKind::LeaderHeard => {
            both!("包案领导听取意见", "The responsible leader heard the parties")
        }
        ActivityKind::Remind => both!("提醒履行", "Reminder to perform"),
        ActivityKind::Other => both!("其他", "Other"),
    };
    text.to(lang)
}

/// Why a matter is open again.
pub fn reopen_reason(v: ReopenReason, lang: Lang) -> &'static str {
    let text = match v {
        ReopenReason::NotCarriedOut => {
            both!("约定或意见没有落实", "An agreement or answer was not carried out")
        }
        ReopenReason::Recurred => both!("问题复发", "It happened again"),
        ReopenReason::NewFacts => both!("有新的事实", "New facts"),
        ReopenReason::WrongClosing => both!("化解认定有误", "It was not really settled"),
    };
    text.to(lang)
}

/// Yes, no, or not known.
pub fn tri(v: Tri, lang: Lang) -> &'static str {
    let text = match v {
        Tri::Yes => both!("是", "Yes"),
        Tri::No => both!("否", "No"),
        Tri::Unknown => both!("还不知道", "Not known yet"),
    };
    text.to(lang)
}
