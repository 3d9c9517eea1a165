//! More closed sets of words: of a matter's later life and of its way between units.

use super::words::Route;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

words! {
    /// How a matter goes on to another body (条例 22、23).
    Forwarding {
        /// 转送
        Transfer = "transfer",
        /// 交办
        Assign = "assign",
    }
}

words! {
    /// A statutory route outside this office (practice P0-9, 条例 31).
    LegalWay {
        /// 诉讼
        Court = "court",
        /// 劳动人事争议仲裁
        LabourArbitration = "labour_arbitration",
        /// 农村土地承包仲裁
        LandArbitration = "land_arbitration",
        /// 行政复议
        Reconsideration = "reconsideration",
        /// 行政裁决、确权
        Ruling = "ruling",
        /// 行政查处、履行职责
        Enforcement = "enforcement",
        /// 公安机关处理
        Police = "police",
        /// 党纪、人事程序
        Party = "party",
        /// 其他法定途径
        Other = "other",
    }
}

impl LegalWay {
    /// The item of article 31 that it stands under, where it is only one.
    pub const fn route(self) -> Option<Route> {
        match self {
            Self::Court | Self::Police => Some(Route::R1),
            Self::LabourArbitration | Self::LandArbitration => Some(Route::R2),
            Self::Party => Some(Route::R3),
            Self::Reconsideration | Self::Ruling => Some(Route::R4),
            Self::Enforcement => Some(Route::R5),
            Self::Other => None,
        }
    }
}

words! {
    /// What came of a statutory route.
    RouteResult {
        /// 有结果，已落实或无需落实
        Settled = "settled",
        /// 有结果，没有落实
        NotCarriedOut = "not_carried_out",
        /// 没有受理或没有走成
        NotTaken = "not_taken",
    }
}

words! {
    /// Why a matter is closed without the citizen's agreement (practice P0-8).
    CloseGround {
        /// 复查、复核已经用完
        RemediesUsed = "remedies_used",
        /// 复查或复核期限已过，没有申请
        WindowsClosed = "windows_closed",
    }
}

words! {
    /// What a unit feeds back on a matter handed up to it.
    FeedbackKind {
        /// 办理进展
        Progress = "progress",
        /// 办理结果
        Result = "result",
    }
}

words! {
    /// What help is needed (practice 3.3): with consent, and nothing about health or persons.
    Need {
        /// 生活救助
        Living = "living",
        /// 就医
        Medical = "medical",
        /// 法律援助
        LegalAid = "legal_aid",
        /// 住房
        Housing = "housing",
        /// 就业
        Work = "work",
        /// 就学
        School = "school",
        /// 其他
        Other = "other",
    }
}

words! {
    /// What people meet for.
    MeetingKind {
        /// 接访
        Reception = "reception",
        /// 现场查看
        SiteVisit = "site_visit",
        /// 调解
        Mediation = "mediation",
        /// 回访
        FollowUp = "follow_up",
        /// 会商、会诊
        Consult = "consult",
        /// 其他
        Other = "other",
    }
}

words! {
    /// What is in the way of a duty (practice 10, 11: 「没办的，卡在哪儿」).
    Hindrance {
        /// 等别的单位
        OtherBody = "other_body",
        /// 当事人没到场、联系不上
        Absent = "absent",
        /// 条件不具备：天气、农时、鉴定
        Conditions = "conditions",
        /// 资金没有到位
        Money = "money",
        /// 已经不需要办
        NotNeeded = "not_needed",
        /// 其他
        Other = "other",
    }
}

words! {
    /// How two matters belong together.
    LinkKind {
        /// 同一件事
        Same = "same",
        /// 同一原因
        Cause = "cause",
        /// 分案
        Split = "split",
        /// 并案
        Merged = "merged",
    }
}

words! {
    /// A system outside this ledger in which a matter has a number (practice P1-7).
    OutsideSystem {
        /// 信访信息系统
        Petition = "petition",
        /// 12345 工单
        Hotline = "hotline",
        /// 交办文号
        Order = "order",
        /// 人民调解系统
        Mediation = "mediation",
        /// 其他
        Other = "other",
    }
}

words! {
    /// Whether a matter still has to be written into that system.
    OutsideMark {
        /// 已录入
        Entered = "entered",
        /// 不需要
        NotNeeded = "not_needed",
        /// 还没录入
        ToDo = "to_do",
    }
}
