//! The dated facts that rules start from, are met by and end with.

use crate::ids::EntryId;
use crate::time::Date;
use serde::{Deserialize, Serialize};

/// What a rule may start from, be met by, be suspended by or end with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    /// The matter was received.
    Received,
    /// The matter was written down.
    Registered,
    /// Danger was ticked.
    Danger,
    /// Danger was reported.
    Reported,
    /// A superior gave a day for the result; carries it.
    Ordered,
    /// Somebody spoke with the citizen.
    Contacted,
    /// The citizen was notified (or notice is not owed and that is recorded).
    Notified,
    /// A wrong assignment was objected to.
    Objected,
    /// Accepted.
    Accepted,
    /// The citizen was heard.
    Heard,
    /// Time was extended; carries the days.
    Extended,
    /// A plan was made.
    Planned,
    /// The plan's own limit; carries the day.
    PlanLimit,
    /// A claim was answered.
    Replied,
    /// Every claim is answered.
    AllReplied,
    /// The answer was delivered.
    Delivered,
    /// Review was asked for.
    ReviewAsked,
    /// Review was answered.
    ReviewAnswered,
    /// The review's answer was delivered.
    ReviewDelivered,
    /// Recheck was asked for.
    RecheckAsked,
    /// Recheck was answered.
    RecheckAnswered,
    /// First day of a hearing; carries the last.
    Hearing,
    /// A mediation session.
    Mediated,
    /// A mediation ended without agreement.
    MediationEnded,
    /// An agreement was reached.
    Agreed,
    /// A party promised to perform by a day; carries it.
    PartyPromise,
    /// The office or a paying body promised to perform by a day; carries it.
    OfficePromise,
    /// A promise was performed.
    Performed,
    /// A promise was found not performed.
    NotPerformed,
    /// A deciding question was answered with a day; names the question.
    Answer,
    /// A day of a confirmed ground; names both, and carries the last day of a span.
    Right,
    /// A ground was confirmed, ruled out or told of.
    RightNoted,
    /// Mediation was asked for.
    MediationAsked,
    /// Taken into the simplified procedure.
    Simplified,
    /// Taken out of it again.
    Converted,
    /// A responsible leader was named.
    LeaderSet,
    /// The responsible leader heard the parties.
    LeaderHeard,
    /// A later agreement took a promise's place; names the promise.
    Replaced,
    /// A duty was set.
    DutySet,
    /// Anything was done.
    Activity,
    /// The citizen was told how it stands.
    Progress,
    /// Handed up.
    HandedUp,
    /// Handled at once.
    HandledAtOnce,
    /// Resolved.
    Resolved,
    /// Followed up.
    FollowedUp,
    /// Open again.
    Reopened,
    /// Handed up to this unit by another.
    Arrived,
    /// Signed for by the unit it was handed up to.
    Signed,
    /// Returned by the unit it was handed up to.
    Returned,
    /// The result came back from the unit it was handed up to.
    FedBack,
    /// What came back was told to the citizen.
    PassedOn,
    /// An answer that is waited for was asked for again.
    Urged,
    /// Sent on to another body; carries the day an answer is wanted.
    Forwarded,
    /// That body answered.
    AnswerCame,
    /// A claim goes a statutory route.
    Referred,
    /// The statutory route of a claim has a result.
    RouteEnded,
    /// Closed without the citizen's agreement.
    LawfullyClosed,
    /// The citizen agreed to be asked about help once a half-year.
    Visits,
    /// Off this desk: by a statutory route, 依法办结, withdrawal, joining, telling.
    Ended,
    /// Delisting was applied for.
    DelistAsked,
    /// Delisted.
    Delisted,
    /// Referred for support.
    SupportReferred,
    /// A person put it on a list, or confirmed one.
    TierSet,
    /// Looked at anew (三不限三重新).
    Reexamined,
}

crate::reads! { enum Trigger {
    Received = "received",
    Registered = "registered",
    Danger = "danger",
    Reported = "reported",
    Ordered = "ordered",
    Contacted = "contacted",
    Notified = "notified",
    Objected = "objected",
    Accepted = "accepted",
    Heard = "heard",
    Extended = "extended",
    Planned = "planned",
    PlanLimit = "plan_limit",
    Replied = "replied",
    AllReplied = "all_replied",
    Delivered = "delivered",
    ReviewAsked = "review_asked",
    ReviewAnswered = "review_answered",
    ReviewDelivered = "review_delivered",
    RecheckAsked = "recheck_asked",
    RecheckAnswered = "recheck_answered",
    Hearing = "hearing",
    Mediated = "mediated",
    MediationEnded = "mediation_ended",
    Agreed = "agreed",
    PartyPromise = "party_promise",
    OfficePromise = "office_promise",
    Performed = "performed",
    NotPerformed = "not_performed",
    Answer = "answer",
    Right = "right",
    RightNoted = "right_noted",
    MediationAsked = "mediation_asked",
    Simplified = "simplified",
    Converted = "converted",
    LeaderSet = "leader_set",
    LeaderHeard = "leader_heard",
    Replaced = "replaced",
    DutySet = "duty_set",
    Activity = "activity",
    Progress = "progress",
    HandedUp = "handed_up",
    HandledAtOnce = "handled_at_once",
    Resolved = "resolved",
    FollowedUp = "followed_up",
    Reopened = "reopened",
    Arrived = "arrived",
    Signed = "signed",
    Returned = "returned",
    FedBack = "fed_back",
    PassedOn = "passed_on",
    Urged = "urged",
    Forwarded = "forwarded",
    AnswerCame = "answer_came",
    Referred = "referred",
    RouteEnded = "route_ended",
    LawfullyClosed = "lawfully_closed",
    Visits = "visits",
    Ended = "ended",
    DelistAsked = "delist_asked",
    Delisted = "delisted",
    SupportReferred = "support_referred",
    TierSet = "tier_set",
    Reexamined = "reexamined",
} }

/// A dated fact, as rules read it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What happened.
    pub trigger: Trigger,
    /// On which day.
    pub on: Date,
    /// A day that the fact itself carries.
    pub due: Option<Date>,
    /// A number that the fact itself carries.
    pub n: Option<u32>,
    /// Which of several: a promise's key or a claim's number.
    pub key: Option<String>,
    /// Whether remedies were told with it.
    pub told: Option<bool>,
    /// The entry that wrote it.
    pub entry: EntryId,
}
