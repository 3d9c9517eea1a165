//! The closed sets of words. Each value's serde name is part of the file format.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Declares an enum whose values are written in snake case, with the list of all
/// values and the code of each, so that forms and texts need no table of their own.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $value:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$vmeta])* $value,)+ }

        impl $name {
            /// Every value, in the order of forms.
            pub const ALL: &'static [Self] = &[$(Self::$value,)+];

            /// The value's code, as stored.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$value => $code,)+ }
            }

            /// Reads a code.
            pub fn from_code(code: &str) -> Option<Self> {
                crate::json::index(&[$($code),+], code).and_then(|at| Self::ALL.get(at).copied())
            }
        }

        crate::reads! { enum $name { $($value = $code),+ } }

        impl crate::json::Write for $name {
            fn write(&self) -> serde_json::Value {
                crate::json::text_value(self.code())
            }
        }

        // By hand, as a text: the derived code reads many forms that nobody writes.
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(self.code())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                const CODES: &[&str] = &[$($code,)+];
                let code = String::deserialize(d)?;
                Self::from_code(&code).ok_or_else(|| D::Error::unknown_variant(&code, CODES))
            }
        }
    };
}

words! {
    /// What the unit is; decides words, forms, actions and clocks (practice P0-4).
    UnitKind {
        /// A village or community and its mediation committee (村、社区及人民调解委员会).
        Village = "village",
        /// A township or subdistrict (乡镇、街道).
        Township = "township",
        /// A department or station (部门、站所).
        Department = "department",
        /// A party or government petition office (党委政府信访部门).
        PetitionOffice = "petition_office",
    }
}

words! {
    /// Whether somebody is in danger or harm is going on (register form 1).
    Danger {
        /// No.
        No = "no",
        /// Yes: 110, 120, 119 first; report the same day.
        Yes = "yes",
        /// Not known yet.
        Unknown = "unknown",
    }
}

words! {
    /// How a matter came in (register form 3, practice P1-6).
    Channel {
        /// 来访
        Visit = "visit",
        /// 来信
        Letter = "letter",
        /// 来电
        Call = "call",
        /// 网上
        Net = "net",
        /// 排查发现
        Sweep = "sweep",
        /// 12345 工单
        Hotline = "hotline",
        /// 110、派出所移交
        Police = "police",
        /// 法院委派、委托调解
        Court = "court",
        /// 村级上报
        FromVillage = "from_village",
        /// 上级转送
        Transferred = "transferred",
        /// 上级交办
        Assigned = "assigned",
        /// 领导下访
        LeaderVisit = "leader_visit",
        /// 两代表一委员转交
        Deputies = "deputies",
    }
}

words! {
    /// How the matter reached this unit, as the fifteen-day clocks tell apart.
    Source {
        /// The citizen came to this unit directly.
        Direct = "direct",
        /// Forwarded by a superior or a petition office (转送).
        Transferred = "transferred",
        /// Assigned with an order (交办).
        Assigned = "assigned",
        /// Found by the unit itself.
        Found = "found",
        /// Handed over by 12345, 110, a court, a deputy.
        HandedOver = "handed_over",
        /// Handed up by a village.
        FromVillage = "from_village",
    }
}

impl Channel {
    /// Groups channels the way the clocks tell them apart.
    pub const fn source(self) -> Source {
        match self {
            Self::Visit | Self::Letter | Self::Call | Self::Net => Source::Direct,
            Self::Transferred => Source::Transferred,
            Self::Assigned => Source::Assigned,
            Self::Sweep | Self::LeaderVisit => Source::Found,
            Self::Hotline | Self::Police | Self::Court | Self::Deputies => Source::HandedOver,
            Self::FromVillage => Source::FromVillage,
        }
    }
}

words! {
    /// Whom a claim is against, as a kind and never a name (practice P0-7).
    CounterParty {
        /// 家庭成员
        Family = "family",
        /// 邻里、村民
        Neighbour = "neighbour",
        /// 用人单位、老板
        Employer = "employer",
        /// 商家、企业、合作社
        Business = "business",
        /// 村「两委」或村集体
        Collective = "collective",
        /// 政府、部门或其工作人员
        Government = "government",
        /// 医院、学校等
        Institution = "institution",
        /// 不清楚
        Unknown = "unknown",
    }
}

words! {
    /// How the citizen wants to be answered (register form 9).
    ReplyBy {
        /// 当面
        InPerson = "in_person",
        /// 电话
        Phone = "phone",
        /// 信函
        Letter = "letter",
        /// 网上
        Net = "net",
        /// 由村转告
        ThroughVillage = "through_village",
        /// 不留联系方式
        NoContact = "no_contact",
    }
}

words! {
    /// What a matter is (practice P1-1).
    Kind {
        /// 矛盾纠纷
        Dispute = "dispute",
        /// 信访事项
        Petition = "petition",
        /// 咨询求助
        Inquiry = "inquiry",
    }
}

words! {
    /// What a petition asks for (条例 29–31).
    Class {
        /// 申诉求决
        Appeal = "appeal",
        /// 建议意见
        Suggestion = "suggestion",
        /// 检举控告
        Accusation = "accusation",
    }
}

words! {
    /// 办理途径: the items of 条例 31.
    Route {
        /// (一) courts, prosecutors, police
        R1 = "r1",
        /// (二) arbitration
        R2 = "r2",
        /// (三) party appeal, personnel review
        R3 = "r3",
        /// (四) administrative procedures
        R4 = "r4",
        /// (五) investigation and protection
        R5 = "r5",
        /// (六) none of these: heard, investigated, answered
        R6 = "r6",
    }
}

words! {
    /// Who owes.
    Owes {
        /// The office.
        Office = "office",
        /// The citizen, whose right runs out.
        Citizen = "citizen",
        /// A party who promised to perform.
        Party = "party",
    }
}

words! {
    /// The five kinds of deadline, never mixed (practice P0-1).
    DeadlineKind {
        /// 法定
        Statutory = "statutory",
        /// 指定
        Ordered = "ordered",
        /// 约定
        Agreed = "agreed",
        /// 承诺
        Promised = "promised",
        /// 例行
        Routine = "routine",
    }
}

words! {
    /// What a claim came to (practice P0-9).
    Outcome {
        /// 支持并已落实
        SupportedDone = "supported_done",
        /// 支持待落实
        SupportedPending = "supported_pending",
        /// 解释说明
        Explained = "explained",
        /// 不予支持
        NotSupported = "not_supported",
        /// 调解或和解达成
        Settled = "settled",
        /// 转法定途径
        LegalRoute = "legal_route",
        /// 本人撤回
        Withdrawn = "withdrawn",
    }
}

words! {
    /// How a matter ends (practice P0-8, P0-9).
    Ending {
        /// 化解
        Resolved = "resolved",
        /// 依法办结
        LawfullyClosed = "lawfully_closed",
        /// 转入法定途径
        LegalRoute = "legal_route",
        /// 并案
        Merged = "merged",
        /// 登记有误
        Mistake = "mistake",
    }
}

words! {
    /// The three lists of source `001`; the third is the heaviest.
    Tier {
        /// 一级·一般管理
        One = "1",
        /// 二级·特殊管理
        Two = "2",
        /// 三级·重点管理
        Three = "3",
    }
}

words! {
    /// How something was told or handed over.
    Told {
        /// 当面
        InPerson = "in_person",
        /// 电话
        Phone = "phone",
        /// 书面送达
        Written = "written",
        /// 邮寄
        Post = "post",
        /// 网上
        Net = "net",
        /// 由村转告
        ThroughVillage = "through_village",
    }
}

words! {
    /// What a notice within fifteen days says.
    NoticeKind {
        /// 接收情况、处理途径和程序
        Received = "received",
        /// 受理
        Accepted = "accepted",
        /// 不予受理并告知去向
        Declined = "declined",
        /// 转送、交办去向
        Forwarded = "forwarded",
        /// 姓名、住址不清,无法告知
        Unreachable = "unreachable",
    }
}

words! {
    /// What was delivered.
    Delivery {
        /// 处理意见、答复
        Reply = "reply",
        /// 复查意见
        Review = "review",
        /// 复核意见
        Recheck = "recheck",
    }
}

words! {
    /// How a mediation stands after a session.
    MediationResult {
        /// 继续调解
        Ongoing = "ongoing",
        /// 一方明确拒绝
        Refused = "refused",
        /// 调解不成,终止
        Failed = "failed",
    }
}

words! {
    /// The form of an agreement.
    AgreementForm {
        /// 口头协议
        Oral = "oral",
        /// 书面协议
        Written = "written",
    }
}

words! {
    /// What kind of activity was recorded.
    ActivityKind {
        /// 联系反映人
        Contact = "contact",
        /// 听取陈述
        Hear = "hear",
        /// 现场查看
        SiteVisit = "site_visit",
        /// 调查取证
        Investigate = "investigate",
        /// 会商、协调
        Meeting = "meeting",
        /// 告知进展
        Progress = "progress",
        /// 落实、执行
        Execute = "execute",
        /// 提醒履行
        Remind = "remind",
        /// 包案领导听取意见
        LeaderHeard = "leader_heard",
        /// 其他
        Other = "other",
    }
}

words! {
    /// Why a matter is open again.
    ReopenReason {
        /// 约定或意见没有落实
        NotCarriedOut = "not_carried_out",
        /// 问题复发
        Recurred = "recurred",
        /// 有新的事实
        NewFacts = "new_facts",
        /// 化解认定有误
        WrongClosing = "wrong_closing",
    }
}

words! {
    /// An answer to a yes-or-no question that may also be open.
    Tri {
        /// 是
        Yes = "yes",
        /// 否
        No = "no",
        /// 还不知道
        Unknown = "unknown",
    }
}

words! {
    /// Why a matter qualifies for the simplified procedure (简易办理办法 4).
    SimpleGround {
        /// 事实清楚、责任明确、争议不大、易于解决
        Clear = "clear",
        /// 咨询、意见建议、感谢,可即时反馈
        Answerable = "answerable",
        /// 涉及日常生产生活、时效性强
        Daily = "daily",
        /// 有关机关、单位已有明确承诺或结论
        Promised = "promised",
        /// 其他
        Other = "other",
    }
}
