//! Setting a number of a rule otherwise, and taking an overlay of rules off.

use super::{Ask, Both, ask, both};

/// What is set.
pub const WHAT: Ask = ask(both!("怎么定", "What is set"));
/// Another number.
pub const NUMBER: Both = both!("改天数", "Another number");
/// None.
pub const OFF: Both = both!("本单位不用这一条", "This unit does without");
/// The number: the rule's own number, its unit.
pub const N: Both = both!("改为多少（原来{}，单位不变）", "The number (was {}; the unit stays)");
/// The same as an ask, for what is missing.
pub const N_ASK: Ask = ask(both!("天数", "The number"));
/// From when.
pub const FROM: Ask = ask(both!("从哪天起", "From")).hint(both!(
    "这一天和以后起算的才按新的数；以前起算的不变。",
    "For terms that start on this day or later; those running stay as they are."
));
/// The source.
pub const INSTRUMENT: Ask = ask(both!("文件名称", "Instrument"))
    .hint(both!("如“青禾镇信访工作办法”。", "For instance the township's own rules."));
/// The article.
pub const ARTICLE: Ask = ask(both!("条款", "Article"))
    .hint(both!("如“8”或者“第三部分”。", "Such as “8”, or the name of a part."));
/// Its words.
pub const QUOTE: Ask = ask(both!("原文", "Its words"))
    .hint(both!("把写明天数的那一句照抄下来。", "Copy the sentence that sets the number."));
/// How well checked.
pub const LEVEL: Ask = ask(both!("这份文件", "The instrument"));
/// A text that was checked.
pub const LEVEL_V1: Both = both!("是正式文件，原文已核对", "was published; the words were checked");
/// A promise.
pub const LEVEL_LOCAL: Both = both!("是本单位的承诺，不是法律", "is this unit's promise, no law");
/// The same number.
pub const SAME: Both = both!("和现在一样，没有要改的。", "It is the present number already.");
