//! Texts of the contact of a matter.

use super::{Ask, Both, ask, both};

/// Heading.
pub const TITLE: Both = both!("联系方式", "Contact");
/// What it is for.
pub const INTRO: Both = both!(
    "只用来答复、送达和签协议，单独存放，不进台账正文、列表和搜索，用完可以清除。没填完离开，这一页不留草稿。",
    "Only for answering, delivering and signing; kept apart, in no list and no search, and can be wiped. Nothing is kept of this page when it is left."
);
/// Button.
pub const SUBMIT: Both = both!("存下", "Save");
/// A party: its number.
pub const PARTY: Both = both!("第{}位：", "Party {}: ");
/// Role.
pub const ROLE: Ask = ask(both!("身份", "Role"));
/// Another row.
pub const ADD: Ask = ask(both!("再加一位", "Add a party"));
/// Roles, as stored and shown.
pub const ROLES: [Both; 5] = [
    both!("反映人", "Citizen"),
    both!("对方", "Other side"),
    both!("代表", "Representative"),
    both!("代理人", "Agent"),
    both!("第三人", "Third party"),
];
/// Problem: nothing filled in.
pub const NOTHING: Both =
    both!("请至少填一项；不留联系方式就返回。", "Fill in something, or go back to leave none.");
/// Problem: too many representatives.
pub const TOO_MANY: Both = both!(
    "多人走访推选的代表不超过5人。",
    "Several who visit together send at most five representatives."
);
