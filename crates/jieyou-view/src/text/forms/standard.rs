//! Setting the number of a criterion of the lists, or the day of the consult, otherwise.

use super::{Ask, Both, ask, both};

/// What is done.
pub const HOW: Ask = ask(both!("怎么改", "How"));
/// Another number.
pub const SET: Both = both!("改数", "Another number");
/// The old one.
pub const BACK: Both = both!("恢复原来的数", "The old number again");
/// Labels of numbers.
pub const DAYS: Ask = ask(both!("多少日", "Days"));
/// Working days.
pub const WORKING_DAYS: Ask = ask(both!("多少个工作日", "Working days"));
/// Times.
pub const TIMES: Ask = ask(both!("多少次", "Times"));
/// Households from.
pub const HOUSEHOLDS: Ask = ask(both!("多少户起", "Households, from"));
/// Households to.
pub const HOUSEHOLDS_TO: Ask = ask(both!("到多少户", "Households, to"));
/// People from.
pub const PEOPLE: Ask = ask(both!("多少人起", "People, from"));
/// People to.
pub const PEOPLE_TO: Ask = ask(both!("到多少人", "People, to"));
/// The day of the month.
pub const CONSULT: Ask = ask(both!("每月几日前（1至28）", "Day of the month (1 to 28)"));
/// Who decided.
pub const SOURCE: Ask = ask(both!("依据", "Source")).hint(both!(
    "哪份文件、哪次会议定的，如“4月会诊纪要”。",
    "The document or meeting that decided it."
));
/// Why.
pub const WHY: Ask = ask(both!("理由", "Why"))
    .hint(both!("只写事情本身，不写人。", "About matters only, not about persons."));
/// From and to the wrong way round.
pub const ORDER: Both =
    both!("“起”比“到”大，请对调。", "The first number is larger than the last.");
/// What the numbers are now.
pub const NOW: Both = both!("现在：{}", "Now: {}");
