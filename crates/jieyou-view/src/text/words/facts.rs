//! Words of the facts.

use super::{Lang, say};
use jieyou_domain::facts::*;

/// What the unit is.
pub fn unit_kind(v: UnitKind, lang: Lang) -> &'static str {
    let pair = match v {
        UnitKind::Village => {
            ("村（社区）及人民调解委员会", "Village or community, mediation committee")
        }
        UnitKind::Township => ("乡镇（街道）", "Township or subdistrict"),
        UnitKind::Department => ("部门、站所", "Department or station"),
        UnitKind::PetitionOffice => ("党委政府信访部门", "Petition office of party and government"),
    };
    say(pair, lang)
}

/// Whether somebody is in danger.
pub fn danger(v: Danger, lang: Lang) -> &'static str {
    let pair = match v {
        Danger::No => ("没有", "No"),
        Danger::Yes => ("有", "Yes"),
        Danger::Unknown => ("说不清", "Cannot tell"),
    };
    say(pair, lang)
}

/// How a matter came in.
pub fn channel(v: Channel, lang: Lang) -> &'static str {
    let pair = match v {
        Channel::Visit => ("来访", "Visit"),
        Channel::Letter => ("来信", "Letter"),
        Channel::Call => ("来电", "Telephone"),
        Channel::Net => ("网上", "Online"),
        Channel::Sweep => ("排查发现", "Found in a sweep"),
        Channel::Hotline => ("12345工单", "12345 hotline"),
        Channel::Police => ("110移交", "From the police (110)"),
        Channel::Court => ("法院委派", "From a court"),
        Channel::FromVillage => ("村上报", "Handed up by a village"),
        Channel::Transferred => ("上级转送", "Forwarded by a superior"),
        Channel::Assigned => ("上级交办", "Assigned by a superior"),
        Channel::LeaderVisit => ("领导下访", "Leader's visit"),
        Channel::Deputies => ("代表委员转交", "Passed on by a deputy"),
    };
    say(pair, lang)
}

/// How the matter reached this unit.
pub fn source(v: Source, lang: Lang) -> &'static str {
    let pair = match v {
        Source::Direct => ("本人直接提出", "Brought by the citizen"),
        Source::Transferred => ("转送", "Forwarded"),
        Source::Assigned => ("交办", "Assigned"),
        Source::Found => ("本单位发现", "Found by this unit"),
        Source::HandedOver => ("有关单位移交", "Handed over by another body"),
        Source::FromVillage => ("村级上报", "Handed up by a village"),
    };
    say(pair, lang)
}

/// Whom a claim is against.
pub fn counter_party(v: CounterParty, lang: Lang) -> &'static str {
    let pair = match v {
        CounterParty::Family => ("家庭成员", "Family"),
        CounterParty::Neighbour => ("邻里村民", "Neighbours, villagers"),
        CounterParty::Employer => ("用人单位或老板", "Employer"),
        CounterParty::Business => ("商家、企业、合作社", "Business or cooperative"),
        CounterParty::Collective => ("村“两委”或村集体", "Village committees or collective"),
        CounterParty::Government => {
            ("政府、部门或其工作人员", "Government, department or its staff")
        }
        CounterParty::Institution => ("医院、学校等", "Hospital, school or the like"),
        CounterParty::Unknown => ("不清楚", "Not clear"),
    };
    say(pair, lang)
}

/// How the citizen wants to be answered.
pub fn reply_by(v: ReplyBy, lang: Lang) -> &'static str {
    let pair = match v {
        ReplyBy::InPerson => ("当面", "In person"),
        ReplyBy::Phone => ("电话", "By telephone"),
        ReplyBy::Letter => ("信函", "By letter"),
        ReplyBy::Net => ("网上", "Online"),
        ReplyBy::ThroughVillage => ("由村转告", "Through the village"),
        ReplyBy::NoContact => ("不留联系方式", "No contact left"),
    };
    say(pair, lang)
}

/// What a matter is.
pub fn kind(v: Kind, lang: Lang) -> &'static str {
    let pair = match v {
        Kind::Dispute => ("矛盾纠纷", "Dispute"),
        Kind::Petition => ("信访事项", "Petition"),
        Kind::Inquiry => ("咨询求助", "Question or request for help"),
    };
    say(pair, lang)
}

/// What a petition asks for.
pub fn class(v: Class, lang: Lang) -> &'static str {
    let pair = match v {
        Class::Appeal => ("申诉求决", "Appeal for a decision"),
        Class::Suggestion => ("建议意见", "Suggestion"),
        Class::Accusation => ("检举控告", "Report of wrongdoing"),
    };
    say(pair, lang)
}

/// 办理途径, with the item of 条例 31.
pub fn route(v: Route, lang: Lang) -> &'static str {
    let pair = match v {
        Route::R1 => ("第（一）项 法院、检察院、公安程序", "Item 1: courts, prosecutors, police"),
        Route::R2 => ("第（二）项 仲裁", "Item 2: arbitration"),
        Route::R3 => ("第（三）项 党员申诉、人事复审", "Item 3: party appeal, personnel review"),
        Route::R4 => ("第（四）项 复议、裁决、许可等行政程序", "Item 4: administrative procedures"),
        Route::R5 => ("第（五）项 申请查处、履行职责", "Item 5: investigation and protection"),
        Route::R6 => ("第（六）项 听取陈述后作出处理意见", "Item 6: heard and answered here"),
    };
    say(pair, lang)
}

/// Who owes.
pub fn owes(v: Owes, lang: Lang) -> &'static str {
    let pair = match v {
        Owes::Office => ("政府、部门或集体", "Government, department or collective"),
        Owes::Citizen => ("反映人的权利", "The citizen's right"),
        Owes::Party => ("反映人或对方", "One of the parties"),
    };
    say(pair, lang)
}

/// The five kinds of deadline.
pub fn deadline_kind(v: DeadlineKind, lang: Lang) -> &'static str {
    let pair = match v {
        DeadlineKind::Statutory => ("法定", "by law"),
        DeadlineKind::Ordered => ("指定", "by order"),
        DeadlineKind::Agreed => ("约定", "agreed"),
        DeadlineKind::Promised => ("承诺", "promised"),
        DeadlineKind::Routine => ("例行", "routine"),
    };
    say(pair, lang)
}

/// What a claim came to.
pub fn outcome(v: Outcome, lang: Lang) -> &'static str {
    let pair = match v {
        Outcome::SupportedDone => ("支持并已落实", "Supported and carried out"),
        Outcome::SupportedPending => ("支持待落实", "Supported, to be carried out"),
        Outcome::Explained => ("解释说明", "Explained"),
        Outcome::NotSupported => ("不予支持", "Not supported"),
        Outcome::Settled => ("调解或和解达成", "Settled by agreement"),
        Outcome::LegalRoute => ("转法定途径", "Referred to a legal route"),
        Outcome::Withdrawn => ("本人撤回", "Withdrawn by the citizen"),
    };
    say(pair, lang)
}

/// How a matter ends.
pub fn ending(v: Ending, lang: Lang) -> &'static str {
    let pair = match v {
        Ending::Resolved => ("化解", "Resolved"),
        Ending::LawfullyClosed => ("依法办结", "Lawfully closed"),
        Ending::LegalRoute => ("转入法定途径", "Moved to a legal route"),
        Ending::Merged => ("并案", "Joined with another matter"),
        Ending::Mistake => ("登记有误", "Registered by mistake"),
    };
    say(pair, lang)
}

/// The three lists, number and name.
pub fn tier(v: Tier, lang: Lang) -> &'static str {
    let pair = match v {
        Tier::One => ("一级·一般管理", "List 1, routine care"),
        Tier::Two => ("二级·特殊管理", "List 2, special care"),
        Tier::Three => ("三级·重点管理", "List 3, priority care"),
    };
    say(pair, lang)
}

/// How something was told.
pub fn told(v: Told, lang: Lang) -> &'static str {
    let pair = match v {
        Told::InPerson => ("当面", "In person"),
        Told::Phone => ("电话", "By telephone"),
        Told::Written => ("书面送达", "Handed over in writing"),
        Told::Post => ("邮寄", "By post"),
        Told::Net => ("网上", "Online"),
        Told::ThroughVillage => ("由村转告", "Through the village"),
    };
    say(pair, lang)
}

/// What a notice within fifteen days says.
pub fn notice_kind(v: NoticeKind, lang: Lang) -> &'static str {
    let pair = match v {
        NoticeKind::Received => ("接收情况、处理途径和程序", "Received; which way and procedure"),
        NoticeKind::Accepted => ("受理", "Accepted"),
        NoticeKind::Declined => ("不予受理，并告知去向", "Not accepted; where to go instead"),
        NoticeKind::Forwarded => ("已转送、交办，告知去向", "Forwarded or assigned, and to whom"),
        NoticeKind::Unreachable => {
            ("姓名、住址不清，无法告知", "Name or address unclear, cannot be told")
        }
    };
    say(pair, lang)
}

/// What was delivered.
pub fn delivery(v: Delivery, lang: Lang) -> &'static str {
    let pair = match v {
        Delivery::Reply => ("处理意见（答复）", "The answer"),
        Delivery::Review => ("复查意见", "The review's answer"),
        Delivery::Recheck => ("复核意见", "The recheck's answer"),
    };
    say(pair, lang)
}

/// How a mediation stands.
pub fn mediation_result(v: MediationResult, lang: Lang) -> &'static str {
    let pair = match v {
        MediationResult::Ongoing => ("继续调解", "Goes on"),
        MediationResult::Refused => ("一方明确拒绝", "One party refuses"),
        MediationResult::Failed => ("调解不成，终止", "Failed, ended"),
    };
    say(pair, lang)
}

/// The form of an agreement.
pub fn agreement_form(v: AgreementForm, lang: Lang) -> &'static str {
    let pair = match v {
        AgreementForm::Oral => ("口头协议", "Oral agreement"),
        AgreementForm::Written => ("书面协议", "Written agreement"),
    };
    say(pair, lang)
}

/// What was done.
pub fn activity_kind(v: ActivityKind, lang: Lang) -> &'static str {
    let pair = match v {
        ActivityKind::Contact => ("联系反映人", "Spoke with the citizen"),
        ActivityKind::Hear => ("听取陈述", "Heard the citizen"),
        ActivityKind::SiteVisit => ("现场查看", "Looked on site"),
        ActivityKind::Investigate => ("调查取证", "Investigated"),
        ActivityKind::Meeting => ("会商、协调", "Met and coordinated"),
        ActivityKind::Progress => ("告知进展", "Told how it stands"),
        ActivityKind::Execute => ("落实、执行", "Carried out"),
        ActivityKind::Other => ("其他", "Other"),
    };
    say(pair, lang)
}

/// Why a matter is open again.
pub fn reopen_reason(v: ReopenReason, lang: Lang) -> &'static str {
    let pair = match v {
        ReopenReason::NotCarriedOut => {
            ("约定或意见没有落实", "An agreement or answer was not carried out")
        }
        ReopenReason::Recurred => ("问题复发", "It happened again"),
        ReopenReason::NewFacts => ("有新的事实", "New facts"),
        ReopenReason::WrongClosing => ("化解认定有误", "It was not really settled"),
    };
    say(pair, lang)
}

/// Yes, no, or not known.
pub fn tri(v: Tri, lang: Lang) -> &'static str {
    let pair = match v {
        Tri::Yes => ("是", "Yes"),
        Tri::No => ("否", "No"),
        Tri::Unknown => ("还不知道", "Not known yet"),
    };
    say(pair, lang)
}
