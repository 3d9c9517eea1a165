//! The question for the subject, and what is proposed for it.

use super::{Both, both};

/// An open choice that a later day fills.
pub const LATER: Both = both!("先不选", "Leave open");
/// A group by itself, where no subject in it fits.
pub const WHOLE: Both = both!("{}（不细分）", "{} (as a whole)");
/// Above the proposals.
pub const LEAD: Both = both!(
    "按写的内容可能是下面几类，点一下就选上，再点一下取消：",
    "By what is written it may be one of these. A tap chooses one, another takes it back:"
);
/// A proposal: its group and its name.
pub const PLACE: Both = both!("{} · {}", "{} · {}");
/// Why: the words, each quoted.
pub const BECAUSE: Both = both!("（因为写了{}）", " (because of {})");
/// Why, where no word of the pack was written.
pub const BY_LEANS: Both =
    both!("（按写法相近的事项推测）", " (guessed from how such matters are told)");
/// One of the words.
pub const QUOTED: Both = both!("“{}”", "“{}”");
