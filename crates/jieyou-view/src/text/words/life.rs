//! Words of a matter's later life and of its way between units.

use crate::text::{Lang, both};
use jieyou_domain::facts::*;

/// How a matter goes on to another body.
pub fn forwarding(v: Forwarding, lang: Lang) -> &'static str {
    let text = match v {
        Forwarding::Transfer => both!("转送", "Transferred"),
        Forwarding::Assign => both!("交办", "Assigned"),
    };
    text.to(lang)
}

/// A statutory route.
pub fn legal_way(v: LegalWay, lang: Lang) -> &'static str {
    let text = match v {
        LegalWay::Court => both!("诉讼", "Court"),
        LegalWay::LabourArbitration => both!("劳动人事争议仲裁", "Labour arbitration"),
        LegalWay::LandArbitration => both!("农村土地承包仲裁", "Land contract arbitration"),
        LegalWay::Reconsideration => both!("行政复议", "Administrative reconsideration"),
        LegalWay::Ruling => both!("行政裁决、确权", "Administrative ruling"),
        LegalWay::Enforcement => both!("行政查处、履行职责", "Administrative enforcement"),
        LegalWay::Police => both!("公安机关处理", "Police"),
        LegalWay::Party => both!("党纪、人事程序", "Party or personnel procedure"),
        LegalWay::Other => both!("其他法定途径", "Another statutory route"),
    };
    text.to(lang)
}

/// What came of a statutory route.
pub fn route_result(v: RouteResult, lang: Lang) -> &'static str {
    let text = match v {
        RouteResult::Settled => both!("有结果，已落实或无需落实", "Decided, and carried out"),
        RouteResult::NotCarriedOut => both!("有结果，没有落实", "Decided, not carried out"),
        RouteResult::NotTaken => both!("没有受理或没有走成", "Not taken up there"),
    };
    text.to(lang)
}

/// Why a matter is closed without the citizen's agreement.
pub fn close_ground(v: CloseGround, lang: Lang) -> &'static str {
    let text = match v {
        CloseGround::RemediesUsed => both!("复查、复核已经用完", "Review and recheck are used"),
        CloseGround::WindowsClosed => both!(
            "复查或复核期限已过，没有申请",
            "The days to ask for review or recheck are over, nothing was asked"
        ),
    };
    text.to(lang)
}

/// What is fed back.
pub fn feedback_kind(v: FeedbackKind, lang: Lang) -> &'static str {
    let text = match v {
        FeedbackKind::Progress => both!("办理进展", "Progress"),
        FeedbackKind::Result => both!("办理结果", "Result"),
    };
    text.to(lang)
}

/// What help is needed.
pub fn need(v: Need, lang: Lang) -> &'static str {
    let text = match v {
        Need::Living => both!("生活救助", "Living"),
        Need::Medical => both!("就医", "Medical care"),
        Need::LegalAid => both!("法律援助", "Legal aid"),
        Need::Housing => both!("住房", "Housing"),
        Need::Work => both!("就业", "Work"),
        Need::School => both!("就学", "School"),
        Need::Other => both!("其他", "Other"),
    };
    text.to(lang)
}

/// What people meet for.
pub fn meeting_kind(v: MeetingKind, lang: Lang) -> &'static str {
    let text = match v {
        MeetingKind::Reception => both!("接访", "Reception"),
        MeetingKind::SiteVisit => both!("现场查看", "Visit on site"),
        MeetingKind::Mediation => both!("调解", "Mediation"),
        MeetingKind::FollowUp => both!("回访", "Follow-up"),
        MeetingKind::Consult => both!("会商、会诊", "Consult"),
        MeetingKind::Other => both!("其他", "Other"),
    };
    text.to(lang)
}

/// What is in the way.
pub fn hindrance(v: Hindrance, lang: Lang) -> &'static str {
    let text = match v {
        Hindrance::OtherBody => both!("等别的单位", "Waiting for another body"),
        Hindrance::Absent => both!("当事人没到场或联系不上", "A party is away or not reached"),
        Hindrance::Conditions => {
            both!("条件不具备（天气、农时、鉴定等）", "Conditions (weather, season, appraisal)")
        }
        Hindrance::Money => both!("资金没有到位", "The money is not there yet"),
        Hindrance::NotNeeded => both!("已经不需要办", "No longer needed"),
        Hindrance::Other => both!("其他", "Something else"),
    };
    text.to(lang)
}

/// How two matters belong together.
pub fn link_kind(v: LinkKind, lang: Lang) -> &'static str {
    let text = match v {
        LinkKind::Same => both!("同一件事", "The same matter"),
        LinkKind::Cause => both!("同一原因", "The same cause"),
        LinkKind::Split => both!("分案", "Split"),
        LinkKind::Merged => both!("并案", "Joined"),
    };
    text.to(lang)
}

/// A system outside this ledger.
pub fn outside_system(v: OutsideSystem, lang: Lang) -> &'static str {
    let text = match v {
        OutsideSystem::Petition => both!("信访信息系统", "Petition system"),
        OutsideSystem::Hotline => both!("12345工单", "12345 hotline"),
        OutsideSystem::Order => both!("交办文号", "Order of a superior"),
        OutsideSystem::Mediation => both!("人民调解系统", "Mediation system"),
        OutsideSystem::Other => both!("其他", "Other"),
    };
    text.to(lang)
}

/// Whether it still has to be written there.
pub fn outside_mark(v: OutsideMark, lang: Lang) -> &'static str {
    let text = match v {
        OutsideMark::Entered => both!("已录入", "Entered"),
        OutsideMark::NotNeeded => both!("不需要", "Not needed"),
        OutsideMark::ToDo => both!("还没录入", "Not entered yet"),
    };
    text.to(lang)
}

/// Why a matter is recorded by number only.
pub fn sealed_kind(v: SealedKind, lang: Lang) -> &'static str {
    let text = match v {
        SealedKind::Accusation => both!("检举控告", "Report of wrongdoing"),
        SealedKind::Violence => both!("家庭暴力、性侵害", "Domestic or sexual violence"),
        SealedKind::Minor => both!("未成年人受到侵害", "Harm to a minor"),
    };
    text.to(lang)
}

/// An organ.
pub fn organ(v: Organ, lang: Lang) -> &'static str {
    let text = match v {
        Organ::Police => both!("公安机关（110）", "Police (110)"),
        Organ::Discipline => both!("纪检监察机关（12388）", "Discipline inspection (12388)"),
        Organ::Inspection => both!("巡察组", "Inspection team"),
        Organ::Procuratorate => both!("检察机关（12309）", "Procuratorate (12309)"),
        Organ::CivilAffairs => both!("民政部门", "Civil affairs"),
        Organ::Education => both!("教育部门", "Education"),
        Organ::Women => both!("妇联（12338）", "Women's federation (12338)"),
        Organ::Petition => both!("信访部门", "Petition office"),
    };
    text.to(lang)
}

/// A service to follow up.
pub fn service(v: Service, lang: Lang) -> &'static str {
    let text = match v {
        Service::Shelter => both!("临时住处", "A place to stay"),
        Service::Medical => both!("就医", "Medical care"),
        Service::School => both!("上学", "School"),
        Service::LegalAid => both!("法律援助", "Legal aid"),
        Service::Protection => both!("人身安全保护令", "Protection order"),
        Service::Living => both!("生活救助", "Living"),
    };
    text.to(lang)
}

/// Why a matter qualifies for the simplified procedure.
pub fn simple_ground(v: SimpleGround, lang: Lang) -> &'static str {
    let text = match v {
        SimpleGround::Clear => both!(
            "事实清楚、责任明确、争议不大、易于解决",
            "Clear facts and responsibility, little in dispute"
        ),
        SimpleGround::Answerable => both!(
            "咨询、意见建议、表示感谢，可以即时反馈",
            "A question, a suggestion or thanks, answered at once"
        ),
        SimpleGround::Daily => {
            both!("涉及日常生产生活、时效性强", "Daily life and work, pressing by its nature")
        }
        SimpleGround::Promised => {
            both!("有关机关、单位已有明确承诺或结论", "A body has promised or decided it already")
        }
        SimpleGround::Other => both!("其他", "Other"),
    };
    text.to(lang)
}
