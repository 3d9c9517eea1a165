//! Corrections and strikes.

use super::{Ask, Both, ask, both};

/// Heading; what is corrected.
pub const TITLE: Both = both!("更正：{}", "Correct: {}");
/// Heading on the day of writing.
pub const TITLE_TODAY: Both = both!("改：{}", "Change: {}");
/// Above the form on the day of writing.
pub const INTRO_TODAY: Both = both!(
    "今天写的，直接改就行，不用写理由。",
    "Written today: just change it, no reason is needed."
);
/// Button on the day of writing.
pub const SUBMIT_TODAY: Both = both!("改好了", "Save the change");
/// Heading of a strike.
pub const STRIKE_TITLE: Both = both!("撤销：{}", "Take back: {}");
/// Above the form.
pub const INTRO: Both = both!(
    "原来的一笔不会删掉，台账按更正后的算。",
    "The old entry stays; the ledger counts by the corrected one."
);
/// Above a strike.
pub const STRIKE_INTRO: Both = both!(
    "撤销以后，这一笔不再算数；原来的字还留着备查。",
    "The entry no longer counts; what it said stays on record."
);
/// Heads the entry that a strike takes back.
pub const STRIKE_WHICH: Both = both!("要撤销的这一笔", "The entry to take back");
/// Above the strike of a registration.
pub const STRIKE_MATTER: Both = both!(
    "撤销登记，就是这件事整个不再列入台账；原来的字还留着备查。",
    "Taking back the registration takes the whole matter off the ledger; what was written stays on record."
);
/// Above a form for what cannot be corrected.
pub const GONE_INTRO: Both = both!(
    "这一笔已经撤销，或是新版程序写的，这里改不了。",
    "This entry was taken back, or a newer program wrote it; it cannot be corrected here."
);
/// Button.
pub const SUBMIT: Both = both!("更正", "Correct");
/// Button.
pub const STRIKE: Both = both!("撤销这一笔", "Take it back");
/// Why.
pub const WHY: Ask = ask(both!("为什么更正", "Why it is corrected"));
/// Why.
pub const STRIKE_WHY: Ask = ask(both!("为什么撤销", "Why it is taken back"));
/// Under why, on the day of writing.
pub const WHY_TODAY: Both = both!("今天写的，可以不填。", "Written today: may stay empty.");
/// Problem.
pub const SAME: Both =
    both!("和原来一样，没有要更正的。", "Nothing is different; there is nothing to correct.");
