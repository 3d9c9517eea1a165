//! What is wrong with a field: what, where, what to do. Never who.

use super::{Both, both};

/// A text is missing; `{}` is the question.
pub const MISSING: Both = both!("“{}”还没填，请填上。", "“{}” is empty. Please fill it in.");
/// A choice is missing.
pub const NOT_CHOSEN: Both = both!("“{}”还没选，请选一项。", "“{}” is open. Please choose one.");
/// A text is too long: question, length, limit.
pub const TOO_LONG: Both = both!(
    "“{}”写了{}字，最多{}字，请删短一些。",
    "“{}” has {} characters; at most {} fit. Please shorten it."
);
/// Not a day.
pub const NO_SUCH_DAY: Both = both!(
    "没有“{}”这一天，请按“年-月-日”改，例如2026-03-05。",
    "There is no day “{}”. Write it like 2026-03-05."
);
/// A date field that holds no date.
pub const NOT_A_DAY: Both = both!(
    "这个日期不存在或没写完整，请改一下。",
    "This is not a whole date that exists; please change it."
);
/// After today: today.
pub const FUTURE: Both = both!(
    "这一天还没到（今天是{}），请写实际发生的那天。",
    "That day has not come yet (today is {}). Write the day it happened."
);
/// Before any sensible year.
pub const TOO_EARLY: Both =
    both!("年份太早，请核对“{}”。", "The year is too early. Please check “{}”.");
/// After any sensible year.
pub const TOO_LATE: Both =
    both!("年份太晚，请核对“{}”。", "The year is too late. Please check “{}”.");
/// Before the day received.
pub const BEFORE_RECEIVED: Both = both!(
    "不能早于收到的那天（{}）。如果收到的日子登错了，先更正登记。",
    "It cannot be before the day received ({}). If that day is wrong, correct the registration first."
);
/// Before the day it follows.
pub const BEFORE_FACT: Both =
    both!("不能早于发生的那天（{}），请改日期。", "It cannot be before {}. Please change the day.");
/// Not a whole number within limits: question, greatest.
pub const NOT_A_NUMBER: Both = both!(
    "“{}”请填1到{}之间的整数，不清楚就空着。",
    "“{}” takes a whole number from 1 to {}; leave it empty when not known."
);
/// The same with an answer needed.
pub const NUMBER_NEEDED: Both =
    both!("“{}”请填1到{}之间的整数。", "“{}” takes a whole number from 1 to {}.");
/// The draft holds a choice that this form does not offer.
pub const NOT_OFFERED: Both =
    both!("“{}”选的这一项现在不能用，请重选。", "“{}”: this choice is not offered. Choose again.");
/// Claims: one is too long.
pub const CLAIM_TOO_LONG: Both = both!(
    "第{}条诉求有{}字，最多{}字，请分成几条或删短。",
    "Claim {} has {} characters; at most {} fit. Split or shorten it."
);
/// No claim.
pub const NO_CLAIM: Both = both!(
    "请至少写一条反映人想要什么，一行一条。",
    "Write at least one thing that is asked for, one a line."
);
/// An outside date without its number.
pub const DATE_WITHOUT_NUMBER: Both =
    both!("写了日期，还要写编号。", "There is a date; give the number as well.");
/// Too many claims: limit.
pub const TOO_MANY_CLAIMS: Both = both!(
    "诉求超过{}条，请分成几件登记。",
    "More than {} claims: please register several matters."
);
