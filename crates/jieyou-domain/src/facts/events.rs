//! The payloads of the events. The civil date of each fact is the entry's `on`.

use super::unit::{Place, Post};
use super::words::*;
use crate::compact::Map;
use crate::ids::{EntryId, Id};
use crate::time::Date;
use serde::{Deserialize, Serialize};

/// Places added or renamed; a place with a known id replaces the old one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacesListed {
    /// The places.
    pub places: Vec<Place>,
}

/// Posts added or renamed; a post with a known id replaces the old one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostsListed {
    /// The posts.
    pub posts: Vec<Post>,
}

/// A rule pack or a calendar taken into use, with its exact text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextAdopted {
    /// Its name, for people: file name and version.
    pub name: String,
    /// Its exact text.
    pub text: String,
}

/// One claim (诉求) as the citizen put it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// What is asked for, one line.
    pub text: String,
    /// Whom it is against, as a kind.
    pub against: CounterParty,
}

/// A number the matter has in another system, so that nothing is kept twice unknowingly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutsideNumber {
    /// The number as printed there.
    pub number: String,
    /// Its date there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
}

/// What a superior ordered with the matter (交办).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// 交办文号
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub doc: String,
    /// The day by which the superior wants the result (指定).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback_by: Option<Date>,
}

/// A day before which something must happen (register form, deciding questions).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MustBy {
    /// The day.
    pub on: Date,
    /// What is lost after it.
    pub what: String,
}

/// A matter registered. The entry's `on` is the day it was received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registered {
    /// The label: unit code, year, running number.
    pub number: String,
    /// The day it was written down, which may be later than the day received.
    pub registered_on: Date,
    /// Whether somebody is in danger.
    pub danger: Danger,
    /// How it came in.
    pub channel: Channel,
    /// Its number elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outside: Option<OutsideNumber>,
    /// What a superior ordered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
    /// The place, by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Where exactly, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub spot: String,
    /// What it is, at most 24 characters.
    pub title: String,
    /// How it came about, at most 500 characters.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub story: String,
    /// The claims; at least one.
    pub claims: Vec<Claim>,
    /// Households concerned; absent when not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub households: Option<u32>,
    /// People concerned, as a number and never a list; absent when not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
    /// How the citizen wants to be answered.
    pub reply_by: ReplyBy,
    /// The kind, where the clerk chose it; else it is proposed by rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// The class of a petition, where chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<Class>,
    /// The subject category, by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// A day before which something must happen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub must_by: Option<MustBy>,
    /// Answers to the deciding questions of the rule pack, by question id. An
    /// absent answer is not known yet.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub answers: Map<String, String>,
    /// The matter that this one was split from (分案).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub split_from: Option<Id>,
}

/// An earlier entry corrected: what it should have said, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrected {
    /// The entry corrected.
    pub entry: EntryId,
    /// The day of the fact as it should have been.
    pub on: Date,
    /// The fact as it should have been; of the same type.
    pub event: Box<crate::ledger::Event>,
    /// Why; may be empty on the day of writing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
}

/// An earlier entry taken back: it never happened, or was written to the wrong matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Struck {
    /// The entry taken back.
    pub entry: EntryId,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// The entry that stands instead, where a person decided between writes that did not
    /// know of each other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stands: Option<EntryId>,
}

impl Struck {
    /// Takes an entry back, and puts no other in its place.
    pub const fn plain(entry: EntryId, why: String) -> Self {
        Self { entry, why, stands: None }
    }
}

/// 即办: handled on the spot and told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandledAtOnce {
    /// What was done.
    pub what: String,
    /// How the citizen was told.
    pub told: Told,
}

/// Danger reported to those who must know (条例 25, 人民调解法 25).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    /// To whom, as an organ or a post.
    pub to: String,
}

/// The citizen notified within the fifteen days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notified {
    /// What the notice says.
    pub notice: NoticeKind,
    /// How it was told.
    pub told: Told,
    /// Document number, receipt, witness; where the paper lies.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub proof: String,
    /// Of 不予受理: the reason.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// Of 不予受理: the article it rests on, with its words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub basis: String,
    /// Of 不予受理: the body that is competent.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub body: String,
}

/// Accepted for handling (受理).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    /// 受理告知书 number, if any.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub doc: String,
}

/// A wrong assignment objected to (条例 23③).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objected {
    /// To whom.
    pub to: String,
    /// Why it is not ours, and whose it is.
    pub why: String,
}

/// What a matter or one claim is and which way it goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Classified {
    /// Which claim, counted from 0.
    #[serde(default)]
    pub claim: u16,
    /// The kind of the matter.
    pub kind: Kind,
    /// The class of a petition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<Class>,
    /// The route of a claim (条例 31).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub route: Option<Route>,
    /// The body that may decide (有权处理机关).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub body: String,
    /// The subject category, by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Whom the claim is against, where that is not what the registration says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<CounterParty>,
    /// Why, where that is not what the tables say.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// The post that decided so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub post: String,
}

/// Time extended (条例 34), counted on from the sixtieth day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extended {
    /// Days, at most 30.
    pub days: u32,
    /// The reason told to the citizen.
    pub reason: String,
    /// The head who approved, as a post.
    pub approved_by: String,
}

/// The answer to one claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replied {
    /// Which claim, counted from 0.
    #[serde(default)]
    pub claim: u16,
    /// What it came to.
    pub outcome: Outcome,
    /// The opinion in a sentence.
    pub text: String,
    /// Document number of the opinion.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub doc: String,
    /// What the opinion grants is carried out by this day (约定).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carry_out_by: Option<Date>,
}

/// A written answer delivered (送达); the citizen's windows run from here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivered {
    /// What was delivered.
    pub what: Delivery,
    /// How.
    pub told: Told,
    /// Receipt, tracking number, witness; where the paper lies.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub proof: String,
    /// Whether the remedies and their days were told with it.
    pub remedies_told: bool,
}

/// A request that the citizen made: review or recheck.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// A note: number, where it was handed in.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// The superior's answer to a review or recheck.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// What it says: upheld, changed, sent back.
    pub text: String,
    /// Its number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub doc: String,
}

/// A hearing; in the recheck its days do not count (条例 36②). `on` is its first day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HearingHeld {
    /// Its last day.
    pub to: Date,
}

/// A mediation session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mediated {
    /// Who mediated, as a post, and where.
    pub mediator: String,
    /// How it stands.
    pub result: MediationResult,
    /// What was said, without names.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Whether the other remedies were told (人民调解法 26), when it ended.
    #[serde(default)]
    pub remedies_told: bool,
    /// The day mediation was asked for, where that is known: limitation is interrupted
    /// from here (诉讼时效规定 12).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_on: Option<Date>,
}

/// One thing promised in an agreement, with its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Performance {
    /// What is to be done or paid.
    pub what: String,
    /// By when.
    pub due: Date,
    /// Who owes: a party, or the office where it is the payer.
    pub owes: Owes,
}

/// An agreement reached (调解协议、和解协议).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreed {
    /// Oral or written.
    pub form: AgreementForm,
    /// What was agreed.
    pub text: String,
    /// What is to be performed, each with its day; may be empty when all was done at once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<Performance>,
    /// Whether it takes the place of everything promised before and not performed.
    #[serde(default, skip_serializing_if = "is_false")]
    pub replaces: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_false(value: &bool) -> bool {
    !*value
}

/// One term of an agreement, or what a reply grants, was performed or was not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PerformanceChecked {
    /// The key of the promise, as the obligation shows it.
    pub promise: String,
    /// What was seen: receipt, photograph on paper, both parties' word.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Who is responsible for what (责任落实).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutySet {
    /// 承办单位: does the work.
    pub body: String,
    /// 承办岗位.
    pub post: String,
    /// 包案领导, as a post.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub leader: String,
    /// 属事部门; empty while to be fixed (待定).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub competent: String,
    /// Whether a direct interest was asked about (回避, 条例 28③).
    pub no_interest: bool,
}

/// The plan: measure and time limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// What will be done.
    pub measure: String,
    /// Until when.
    pub due: Date,
}

/// Something done about the matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acted {
    /// What kind of activity.
    pub activity: ActivityKind,
    /// What was done and what came of it.
    pub note: String,
}

/// Handed up to the township (上报), with a slip for the citizen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedUp {
    /// To whom.
    pub to: String,
    /// Why the unit cannot do it.
    pub why: String,
    /// The name of the place: the other unit has ids of its own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
}

/// Settled and carried out (化解).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolved {
    /// How it was settled.
    pub how: String,
    /// The evidence: what, date, pages, where the paper lies.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
}

/// A follow-up (回访): three questions, never mood or whereabouts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowedUp {
    /// 方案落实了吗
    pub carried_out: Tri,
    /// 又发生过吗
    pub recurred: Tri,
    /// 还要我们做什么
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub wish: String,
    /// The post that made it; not the handler's.
    pub post: String,
}

/// Open again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reopened {
    /// Why.
    pub reason: ReopenReason,
    /// In words.
    pub note: String,
}

/// A person decided on another list than the criteria say, or confirmed a fall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TierSet {
    /// The list.
    pub tier: Tier,
    /// Why.
    pub why: String,
    /// The post that decided.
    pub post: String,
    /// Whether the consult or the responsible leader decided it, so that nothing is left to
    /// be confirmed: a fall from 三级 by the criteria, or one against them.
    #[serde(default, skip_serializing_if = "is_false")]
    pub confirms: bool,
    /// The criteria of A and B that were met when a lower list was confirmed against them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub despite: Vec<String>,
}

impl TierSet {
    /// Whether the list is only asked for: a lower one, until somebody confirms it.
    pub fn is_asked(&self) -> bool {
        self.tier == Tier::Two && !self.confirms
    }
}
