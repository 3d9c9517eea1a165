//! Texts of 少记.

use super::{Ask, Both, ask, both};

/// Heading.
pub const TITLE: Both = both!("少记一件", "Record by number only");
/// What this is, for a township.
pub const INTRO: Both = both!(
    "检举控告、家庭暴力和性侵害、未成年人受到侵害，只记编号。姓名、内容、具体地点都不写，由有权机关掌握；这里没有能写内容的地方。一封信里另有诉求的，诉求照常登记。",
    "Reports of wrongdoing, domestic or sexual violence and harm to minors are recorded by number only. No name, no content, no place: the competent organs have them, and there is no field for them here. A claim in the same letter is registered as usual."
);
/// What this is, for a village.
pub const INTRO_VILLAGE: Both = both!(
    "家庭暴力和性侵害、未成年人受到侵害，先打110，同日报民政、妇联，这里只记编号，不写姓名、内容、地点。检举控告村里不收：请本人交纪检监察机关（12388）或巡察组；托村里转交的，不拆封，出具密封移交回执。",
    "Domestic or sexual violence, harm to minors: call 110 first and tell civil affairs and the women's federation the same day; only the number is kept here, no name, content or place. A village takes no reports of wrongdoing: they go to discipline inspection (12388) or an inspection team. An envelope to be passed on stays sealed, against a receipt."
);
/// Button.
pub const SUBMIT: Both = both!("记下", "Record");
/// Which kind.
pub const KIND: Ask = ask(both!("是哪一类", "Which kind"));
/// Day received.
pub const ON: Ask = ask(both!("哪天知道的", "Known on which day"));
/// Channel.
pub const CHANNEL: Ask = ask(both!("怎么知道的", "How it came in"));
/// Organ.
pub const ORGAN: Ask = ask(both!("报告或移交给哪个机关", "Reported or handed to which organ"));
/// Day handed over.
pub const HANDED_ON: Ask = ask(both!("哪天报告、移交的", "On which day")).hint(both!(
    "涉及未成年人的，法律要求立即报告。",
    "For minors the law asks for a report at once."
));
/// Further organs.
pub const ALSO: Ask =
    ask(both!("还报告了哪些机关", "Also reported to")).hint(both!("可以多选。", "Any number."));
/// Receipt.
pub const RECEIPT: Ask = ask(both!("回执编号", "Number of the receipt")).hint(both!(
    "只填数字、字母和短横，不写别的；还没有就空着。",
    "Digits, letters and hyphens only; leave empty while there is none."
));
/// Receipt's day.
pub const RECEIPT_ON: Ask = ask(both!("回执日期", "Day of the receipt"));
/// A service to follow up.
pub const SERVICE: Ask = ask(both!("要跟进哪几件事", "What is to be followed up"))
    .hint(both!("可以多选，第二天会提醒。", "Any number; you are reminded."));
/// A service in place.
pub const IN_PLACE: Ask =
    ask(both!("哪些已经落实", "What is in place")).hint(both!("可以多选。", "Any number."));
/// Follow-up.
pub const FOLLOW: Both = both!("补登跟进", "Follow up");
/// Follow-up's button.
pub const FOLLOW_SUBMIT: Both = both!("记下", "Record");
/// Follow-up's day.
pub const FOLLOWED_ON: Ask = ask(both!("哪天的事", "On which day"));
/// Problem: no receipt number.
pub const BAD_RECEIPT: Both = both!(
    "回执编号只填数字、字母和短横，最多24个，不能是身份证号或银行卡号。",
    "A receipt's number is digits, letters and hyphens, at most 24, and no identity or card number."
);
/// Problem: nothing said.
pub const NOTHING: Both = both!(
    "请勾选落实了什么，或填回执编号。",
    "Tick what is in place, or give the receipt's number."
);
