//! Words for matters that may be the same.

use super::{Both, Lang, both};

/// In front of the reasons: one place.
pub const IN_PLACE: Both = both!("同在{}", "both in {}");
/// One spot, no listed place.
pub const ONE_SPOT: Both = both!("写的是同一个位置", "both at one spot");
/// One thing.
pub const BOTH_SAY: Both = both!("都写了“{}”", "both say “{}”");
/// One subject.
pub const BOTH_ARE: Both = both!("都是{}", "both: {}");
/// The day received.
pub const RECEIVED: Both = both!("{}收到", "received {}");
/// Answered before.
pub const ANSWERED: Both = both!(
    "{}有过答复或者约定，先查落实没有。",
    "Answered or agreed on {}: see first whether it was carried out."
);
/// Inside a matter: look at the last answer first.
pub const LOOK_FIRST: Both = both!(
    "先查上次答复落实没有：{} {}，{}有过答复或者约定。",
    "First see whether the last answer was carried out: {} {}, answered or agreed on {}."
);
/// The same where the citizen said so.
pub const SAID_FIRST: Both = both!(
    "先查上次答复落实没有：反映人说这件事以前答复过。",
    "First see whether the last answer was carried out: the citizen says that there was one."
);
/// A matter to choose: number and title, and what else.
pub const LINE: Both = both!("{}（{}）", "{} ({})");

/// The fixed ones.
#[derive(Debug)]
pub struct AlikeText {
    /// Heading.
    pub title: &'static str,
    /// What it is.
    pub hint: &'static str,
    /// To the other matter.
    pub look: &'static str,
    /// While registering: it is the same.
    pub same: &'static str,
    /// While registering: said so; takes it back.
    pub marked: &'static str,
    /// On a matter's page: it is the same.
    pub link: &'static str,
    /// On a matter's page: it is not.
    pub not: &'static str,
    /// Above what is looked at first.
    pub first: &'static str,
}

/// The texts in a language.
pub fn texts(lang: Lang) -> AlikeText {
    AlikeText {
        title: both!("可能是同一件事", "It may be the same matter").to(lang),
        hint: both!(
            "按地点、东西和分类找的，不按人找；不是同一件就照常登记。",
            "Found by place, thing and subject, never by person. If it is not the same, just go on."
        )
        .to(lang),
        look: both!("看看那一件", "Look at it").to(lang),
        same: both!("就是同一件：登记后关联", "The same: link it when registering").to(lang),
        marked: both!("登记后关联（再点一次取消）", "Will be linked (press again to undo)")
            .to(lang),
        link: both!("就是同一件", "It is the same").to(lang),
        not: both!("不是", "It is not").to(lang),
        first: both!("先查上次答复落实没有", "Look at the last answer first").to(lang),
    }
}
