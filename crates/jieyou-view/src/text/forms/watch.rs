//! Hints while typing.

use super::{Both, both};

/// An identity or card number.
pub const MASKED: Both = both!(
    "证件号、银行卡号不留在台账里，已经换成遮盖的字样。",
    "Identity and bank-card numbers do not stay in the ledger; this one was masked."
);
/// A mobile number, where the form asks for a contact.
pub const PHONE: Both =
    both!("电话请写到联系方式里。", "Please put the telephone number into the contact.");
/// A mobile number, where it does not.
pub const PHONE_ELSEWHERE: Both = both!(
    "台账正文不写电话，需要告知时用登记时留的联系方式。",
    "Telephone numbers do not go into the ledger's text; the contact of the matter has them."
);
/// Button: moves the number into the contact.
pub const MOVE: Both = both!("移到联系方式", "Move to the contact");
/// What stands where the number stood.
pub const MOVED: Both = both!("[见联系方式]", "[see contact]");
/// Names the buttons with words for roles.
pub const ROLES_LABEL: Both = both!("称呼", "Words for the parties");
/// Words for roles, which go into the text at the caret.
pub const ROLES: [Both; 3] = [
    both!("反映人", "the citizen"),
    both!("对方", "the other side"),
    both!("第三人", "a third person"),
];
/// Beside a field: a number plate.
pub const PLATE: Both = both!(
    "这里像是有车牌号，不用记。和这件事有关的，写哪天、在哪里、什么车。",
    "This looks like a number plate; it is not recorded. Where a car matters, write when, where and what kind."
);
/// With what a number plate begins.
pub const PROVINCES: Both =
    both!("京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新", "");
