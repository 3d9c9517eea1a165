//! Changing a subject: its name, its bodies, what others call it; codes of many at once.

use super::{Ask, Both, ask, both};

/// What is done.
pub const HOW: Ask = ask(both!("怎么改", "How"));
/// Otherwise.
pub const SET: Both = both!("改名称、单位、编码", "Name, bodies, codes");
/// As it was.
pub const BACK: Both = both!("恢复原来的", "As it was");
/// The name.
pub const NAME: Ask = ask(both!("名称", "Name in Chinese"));
/// In English.
pub const NAME_EN: Ask = ask(both!("英文名称", "Name in English"));
/// The bodies.
pub const BODIES: Ask = ask(both!("属事单位", "Competent bodies")).hint(both!(
    "县里的写在“/”前，乡镇的写在后，如“农业农村局/农业服务中心”。",
    "County before the slash, township after it."
));
/// Which list of codes.
pub const LIST: Ask = ask(both!("哪套编码", "Which codes"));
/// The lines.
pub const LINES: Ask = ask(both!("分类和编码", "Subjects and codes"));
/// A line that is none: its number.
pub const BAD_LINE: Both =
    both!("第{}行读不出“分类、制表符、编码”。", "Line {} is not a subject, a tab and a code.");
/// A subject that is not there: the line, what stands there.
pub const NO_SUBJECT: Both =
    both!("第{}行：没有“{}”这个分类。", "Line {}: there is no subject “{}”.");
/// A subject twice.
pub const TWICE: Both = both!("第{}行：“{}”前面已经有了。", "Line {}: “{}” stands above already.");
/// Nothing would change.
pub const SAME: Both = both!("和现在一样，没有要改的。", "Nothing would change.");
/// Taken off.
pub const WHY_BACK: Both = both!("恢复原来的分类", "the subjects as they were");
