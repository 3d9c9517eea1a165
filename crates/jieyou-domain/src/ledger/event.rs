//! The events: their names on disk and their payloads.

use crate::facts::*;
use crate::json;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

/// The event's type is not one this program knows; the record is kept, not folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventError {
    /// A type of a newer program.
    UnknownType,
    /// A known type whose data does not read; the parser's words.
    Malformed(String),
}

macro_rules! events {
    ($($(#[$meta:meta])* $name:ident($payload:ty) = $code:literal,)+) => {
        /// A fact of the ledger.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Event { $($(#[$meta])* $name($payload),)+ }

        /// The types of events, without their data.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum EventType { $($(#[$meta])* $name,)+ }

        impl EventType {
            /// Every type.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The type's name in a record's head.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// Reads a name.
            pub fn from_code(code: &str) -> Option<Self> {
                crate::json::index(&[$($code),+], code).and_then(|at| Self::ALL.get(at).copied())
            }
        }

        impl Event {
            /// The event's type.
            pub const fn kind(&self) -> EventType {
                match self { $(Self::$name(_) => EventType::$name,)+ }
            }

            /// Reads the data of an event of type `code`.
            ///
            /// # Errors
            ///
            /// Returns `UnknownType` for a type of a newer program, `Malformed` when
            /// the data does not fit.
            pub fn from_parts(code: &str, data: Value) -> Result<Self, EventError> {
                let kind = EventType::from_code(code).ok_or(EventError::UnknownType)?;
                let read = match kind {
                    $(EventType::$name => json::Read::read(data).map(Self::$name),)+
                };
                read.map_err(|wrong: json::Wrong| EventError::Malformed(wrong.to_string()))
            }

            /// Reads what [`Self::from_parts`] reads, by the derived code.
            #[cfg(test)]
            pub(crate) fn derived(code: &str, data: Value) -> Option<Self> {
                match EventType::from_code(code)? {
                    $(EventType::$name => serde_json::from_value(data).map(Self::$name).ok(),)+
                }
            }

            /// The event's data, as stored in a record's body.
            pub fn data(&self) -> Value {
                match self { $(Self::$name(payload) => json::Write::write(payload),)+ }
            }

            /// What [`Self::data`] gives, by the derived code.
            #[cfg(test)]
            pub(crate) fn derived_data(&self) -> Value {
                let value = match self { $(Self::$name(payload) => serde_json::to_value(payload),)+ };
                value.expect("plain structs with text keys can be written")
            }
        }
    };
}

events! {
    /// The unit's profile was written.
    UnitProfiled(UnitProfile) = "unit.profiled",
    /// Places were listed.
    PlacesListed(PlacesListed) = "place.listed",
    /// Posts were listed.
    PostsListed(PostsListed) = "post.listed",
    /// A rule pack was adopted.
    PackAdopted(TextAdopted) = "pack.adopted",
    /// A calendar was adopted.
    CalendarAdopted(TextAdopted) = "calendar.adopted",
    /// 登记
    Registered(Registered) = "matter.registered",
    /// 更正
    Corrected(Corrected) = "matter.corrected",
    /// 撤销登错的一笔
    Struck(Struck) = "matter.struck",
    /// 即办
    HandledAtOnce(HandledAtOnce) = "matter.handled_at_once",
    /// 紧急报告
    Reported(Reported) = "matter.reported",
    /// 分类
    Classified(Classified) = "matter.classified",
    /// 告知
    Notified(Notified) = "matter.notified",
    /// 异议
    Objected(Objected) = "matter.objected",
    /// 受理
    Accepted(Accepted) = "matter.accepted",
    /// 责任落实
    DutySet(DutySet) = "matter.duty_set",
    /// 方案
    Planned(Planned) = "matter.planned",
    /// 办理记录
    Acted(Acted) = "matter.acted",
    /// 延期
    Extended(Extended) = "matter.extended",
    /// 答复
    Replied(Replied) = "matter.replied",
    /// 送达
    Delivered(Delivered) = "matter.delivered",
    /// 申请复查
    ReviewAsked(Asked) = "matter.review_asked",
    /// 复查意见
    ReviewAnswered(Answered) = "matter.review_answered",
    /// 申请复核
    RecheckAsked(Asked) = "matter.recheck_asked",
    /// 复核听证
    HearingHeld(HearingHeld) = "matter.hearing_held",
    /// 复核意见
    RecheckAnswered(Answered) = "matter.recheck_answered",
    /// 调解
    Mediated(Mediated) = "matter.mediated",
    /// 协议
    Agreed(Agreed) = "matter.agreed",
    /// 已履行
    Performed(PerformanceChecked) = "matter.performed",
    /// 未履行
    NotPerformed(PerformanceChecked) = "matter.not_performed",
    /// 上报
    HandedUp(HandedUp) = "matter.handed_up",
    /// 化解
    Resolved(Resolved) = "matter.resolved",
    /// 回访
    FollowedUp(FollowedUp) = "matter.followed_up",
    /// 恢复办理
    Reopened(Reopened) = "matter.reopened",
    /// 清单改判或确认
    TierSet(TierSet) = "matter.tier_set",
    /// 分案
    Split(Split) = "matter.split",
    /// 并案
    Joined(Joined) = "matter.joined",
    /// 关联
    Linked(Linked) = "matter.linked",
    /// 转送、交办
    Forwarded(Forwarded) = "matter.forwarded",
    /// 收到回复
    AnswerCame(AnswerCame) = "matter.answer_came",
    /// 转入法定途径
    Referred(Referred) = "matter.referred",
    /// 法定途径的结果
    RouteEnded(RouteEnded) = "matter.route_ended",
    /// 撤回
    Withdrawn(Withdrawn) = "matter.withdrawn",
    /// 依法办结
    LawfullyClosed(LawfullyClosed) = "matter.lawfully_closed",
    /// 帮扶救助转介
    SupportReferred(SupportReferred) = "matter.support_referred",
    /// 申请销号
    DelistAsked(DelistAsked) = "matter.delist_asked",
    /// 不予销号
    DelistRefused(DelistRefused) = "matter.delist_refused",
    /// 核准销号
    Delisted(Delisted) = "matter.delisted",
    /// 约日子
    Appointed(Appointed) = "matter.appointed",
    /// 办不了，因为…
    Hindered(Hindered) = "matter.hindered",
    /// 外部编号
    OutsideNoted(OutsideNoted) = "matter.outside_noted",
    /// 签收
    SignedFor(SignedFor) = "matter.signed_for",
    /// 退回
    Returned(Returned) = "matter.returned",
    /// 催办
    Urged(Urged) = "matter.urged",
    /// 反馈
    FedBack(FedBack) = "matter.fed_back",
    /// 转告
    PassedOn(PassedOn) = "matter.passed_on",
    /// 交出联系方式
    ContactHanded(ContactHanded) = "matter.contact_handed",
    /// 查明事实
    FactsNoted(FactsNoted) = "matter.facts_noted",
    /// 人工认定
    Judged(Judged) = "matter.judged",
    /// 三不限三重新
    Reexamined(Reexamined) = "matter.reexamined",
    /// 权利期限
    RightNoted(RightNoted) = "matter.right_noted",
    /// 简易办理
    ProcedureSet(ProcedureSet) = "matter.procedure_set",
    /// 停用本地规则
    PackDropped(PackDropped) = "pack.dropped",
    /// 少记
    SealedRecorded(SealedRecorded) = "sealed.recorded",
    /// 少记跟进
    SealedFollowed(SealedFollowed) = "sealed.followed",
    /// 少记撤销
    SealedStruck(SealedStruck) = "sealed.struck",
}

/// How an event stands inside another (a correction): type and data side by side.
#[derive(Serialize, Deserialize)]
struct Parts {
    #[serde(rename = "type")]
    code: String,
    data: Value,
}

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        Parts { code: self.kind().code().to_owned(), data: self.data() }.serialize(s)
    }
}

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let parts = Parts::deserialize(d)?;
        Self::from_parts(&parts.code, parts.data)
            .map_err(|e| serde::de::Error::custom(format!("{e:?}")))
    }
}

impl json::Write for Event {
    fn write(&self) -> Value {
        let mut parts = json::Object::default();
        parts.set("type", json::text_value(self.kind().code()));
        parts.set("data", self.data());
        parts.done()
    }
}

impl json::Read for Event {
    fn read(value: Value) -> Result<Self, json::Wrong> {
        let mut fields = json::Fields::of(value)?;
        let code: String = fields.take("type")?;
        let data = fields.raw("data")?;
        Self::from_parts(&code, data).map_err(|e| json::Wrong::new(format!("{e:?}")))
    }
}

impl Event {
    /// Returns the event with identity and card numbers masked in every text.
    ///
    /// Packs and calendars are texts of their own and pass unchanged.
    pub fn masked(self) -> Self {
        if matches!(self, Self::PackAdopted(_) | Self::CalendarAdopted(_)) {
            return self;
        }
        let mut data = self.data();
        if !mask_value(&mut data) {
            return self;
        }
        // Masking changes texts only, so the shape still reads.
        Self::from_parts(self.kind().code(), data).unwrap_or(self)
    }
}

/// Fields that name entries: hashes, in which a card number may stand by chance.
const NAMES: [&str; 7] = ["entry", "promise", "key", "into", "other", "split_from", "stands"];

/// Masks every text in `value`; says whether anything changed.
fn mask_value(value: &mut Value) -> bool {
    match value {
        Value::String(text) => {
            let masked = match crate::mask::mask(text) {
                std::borrow::Cow::Owned(masked) => masked,
                std::borrow::Cow::Borrowed(_) => return false,
            };
            *text = masked;
            true
        }
        Value::Array(items) => items.iter_mut().fold(false, |any, v| mask_value(v) | any),
        Value::Object(map) => map
            .iter_mut()
            .filter(|(key, _)| !NAMES.contains(&key.as_str()))
            .fold(false, |any, (_, v)| mask_value(v) | any),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}
