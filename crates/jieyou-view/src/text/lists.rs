//! The three lists on the screen: the criteria, what each reads, and how many matters
//! stand on the heaviest.

use super::{Both, both};

/// The page's name.
pub const TITLE: Both = both!("三级清单标准", "The three lists");
/// What it is.
pub const LEAD: Both = both!(
    "清单看的是事，不看人：一级最轻，三级最重。标准是本地的判断，不是法律，可以在本页改数。",
    "The lists look at matters, never at persons: list 3 is the heaviest. The criteria are local judgement, no law; their numbers are set on this page."
);
/// The lists as the source has them.
pub const TIERS: Both =
    both!("三级清单的来历和要做的事", "Where the lists come from, and what each asks");
/// What a list obliges the office to do.
pub const DUTIES: Both = both!("列在这一级，单位要做：", "On this list the office owes:");
/// The rules that count its days.
pub const RULES: Both = both!("按这些规则算日子：", "Its days are counted by:");
/// A rule among them: what, how long.
pub const DUTY: Both = both!("{}（{}）", "{} ({})");
/// Criteria by part.
pub const NONE: Both = both!("不列清单：符合一条就不列", "On no list: one of these suffices");
/// One of A.
pub const A: Both = both!("三级：A类符合一条", "List 3: one of A");
/// Two of B.
pub const B: Both = both!("三级：B类符合两条", "List 3: two of B");
/// All of these.
pub const ONE: Both = both!("一级：全部符合", "List 1: all of these");
/// What is read.
pub const READS: Both = both!("怎么判断", "What is read");
/// Set otherwise: what it was, source, reason.
pub const SET: Both = both!(
    "本单位改过，原来是“{}”。依据：{}。理由：{}",
    "Set here; it was “{}”. Source: {}. Why: {}"
);
/// Never a ground.
pub const NEVER: Both = both!("这些永远不是列清单的理由", "Never a ground for a list");
/// The consult.
pub const CONSULT: Both = both!("会诊日", "Day of the consult");
/// Its day.
pub const CONSULT_DAY: Both = both!(
    "每月{}日前会诊，逢休息日顺延到下一个工作日。",
    "By the {} of each month, moved to the next working day."
);
/// How many stand on list 3.
pub const SHARE: Both = both!("三级占多少", "How many stand on list 3");
/// Of unresolved matters on a list, how many are on list 3, in per cent.
pub const SHARE_LINE: Both = both!(
    "没有化解、列在清单上的事共{}件，其中三级{}件，占{}%。",
    "Unresolved matters on a list: {}, of these on list 3: {}, that is {} %."
);
/// There are none.
pub const SHARE_NONE: Both =
    both!("现在没有列在清单上、还没有化解的事。", "No unresolved matter stands on a list now.");
/// The question.
pub const SHARE_ASK: Both = both!(
    "三级过多，重点就不成重点；一件没有，也可能是标准太严。标准要不要调？",
    "With too many on list 3 none comes first; with none the criteria may be too strict. Should they be changed?"
);
/// Changes a criterion.
pub const CHANGE: Both = both!("改这一条的数", "Change its number");
/// The section of the form.
pub const FORM: Both = both!("改标准", "Change a criterion");
/// What the form does.
pub const FORM_HINT: Both = both!(
    "只能改数（多少日、几户几人、几次），不能加新的标准，更不能加看人的标准。先看哪些事会换清单，再决定启用不启用。",
    "Only numbers can be changed: days, households, people, times. No criterion is added, and none about persons. It is shown first which matters would change lists."
);
/// What would change lists.
pub const MOVES: Both = both!("启用后，这{}会换清单：", "{} would change lists:");
/// None would.
pub const NO_MOVES: Both = both!("没有哪件事会换清单。", "No matter would change lists.");
/// Old and new words.
pub const FROM_TO: Both = both!("{} → {}", "{} → {}");
/// Source and reason.
pub const BY: Both = both!("依据：{}。理由：{}", "source: {}; why: {}");

/// What tests read.
pub const DANGER: Both =
    both!("登记为有危险，还没有化解", "danger is noted, and it is not resolved");
/// An answer.
pub const ANSWER: Both = both!("“{}”答“{}”", "“{}”: {}");
/// Overdue.
pub const OVERDUE: Both = both!(
    "本单位的法定期限、指定期限有一项过了没办",
    "a statutory or ordered limit of this unit is past and not met"
);
/// A promise.
pub const PROMISE: Both =
    both!("单位答应的事过了约定的日子没有落实", "what an office promised is past its day");
/// A promise from before.
pub const PROMISE_OR: Both = both!(
    "单位答应的事过了约定的日子没有落实，或者“{}”的日子已经过了",
    "what an office promised is past its day, or the day of “{}” is"
);
/// A day that is near.
pub const MUST_BY: Both = both!(
    "离必须赶在的那一天，或离群众还没告知的权利到期≤{}日",
    "days left until it must be done, or until a right that was not told lapses ≤ {}"
);
/// At least so many.
pub const SCALE: Both =
    both!("户数≥{}，或者人数≥{}，还没有化解", "households ≥ {} or people ≥ {}, unresolved");
/// Between.
pub const SCALE_BETWEEN: Both =
    both!("户数{}至{}，或者人数{}至{}", "households {} to {}, or people {} to {}");
/// No duty set.
pub const UNSETTLED: Both = both!(
    "“{}”答“是”，登记后满{}个工作日还没有定属事部门",
    "“{}”: yes, and no body {} working days after the registration"
);
/// Open for long.
pub const OPEN_FOR: Both =
    both!("登记后天数≥{}，还没有化解", "days since registered ≥ {}, unresolved");
/// Moved often.
pub const PLAN_MOVED: Both = both!(
    "措施时限改过的次数≥{}，或者没有兑现的次数≥{}",
    "times the plan's limit was moved ≥ {}, or promises not kept ≥ {}"
);
/// Open again.
pub const REOPENED: Both =
    both!("因没有落实或复发而恢复办理", "reopened because not carried out, or because it recurred");
/// An order.
pub const ORDERED: Both = both!("交办时定了反馈的日子", "assigned with a day for the result");
/// Against.
pub const AGAINST: Both = both!("诉求针对{}", "a claim is against {}");
/// Counter-parties, but not always.
pub const AGAINST_BUT: Both =
    both!("诉求针对{}（除外：{}）", "a claim is against {} (but not: {})");
/// No work.
pub const NO_PROGRESS: Both = both!("最近一次办理到今天的天数≥{}", "days since the last work ≥ {}");
/// Kinds.
pub const IS_A: Both = both!("性质、类别是{}", "its kind or class is {}");
/// At once.
pub const AT_ONCE: Both = both!("记了当场办结", "handled at once is recorded");
/// A stage.
pub const STAGE: Both = both!("进展是{}", "its stage is {}");
/// All told.
pub const ALL_TOLD: Both = both!(
    "每条诉求都有结果，答复送达了，或者签了协议",
    "every claim has an outcome and the answer was delivered, or there is an agreement"
);
/// Nothing late.
pub const NOTHING_LATE: Both =
    both!("约定里没有过了日子没履行的", "nothing agreed is past its day");
/// No danger.
pub const NO_DANGER: Both =
    both!("登记没有危险，或者已经化解", "no danger is noted, or it is resolved");
