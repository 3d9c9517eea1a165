//! Hints while typing.

use super::{Both, both};

/// An identity or card number.
pub const MASKED: Both = both!(
    "看着像证件号或卡号，将以遮盖形式保存。",
    "This looks like an identity or card number; it will be stored masked."
);
/// A mobile number.
pub const PHONE: Both =
    both!("电话请写到联系方式里。", "Please put the telephone number into the contact.");
