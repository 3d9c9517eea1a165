//! Questions about rights that may run out, and about the simplified procedure.

use super::Ask;
use crate::text::{Both, both};

/// The day it was asked about.
pub const NOTED_ON: Ask = Ask {
    label: both!("哪天问清的", "The day it was asked about"),
    hint: both!("起算的日子在下面填，可以早于登记的日子。", "The days it runs from come below."),
};
/// The day of a delivery.
pub const DELIVERED_ON: Ask = Ask {
    label: both!("哪天送达的", "The day of delivery"),
    hint: both!(
        "期限从本人收到那天起算：邮寄的填签收那天，不填寄出那天。",
        "The time runs from the day of receipt: by post the day it was signed for, not sent."
    ),
};
/// Which right.
pub const GROUND: Ask = Ask {
    label: both!("哪一种权利期限", "Which right"),
    hint: both!(
        "标“建议”的是按登记的情况提出来的，要由您确认；没有登记的日子，台账不替人推算。",
        "Those proposed follow from what is recorded and are yours to confirm; a day that nobody named is never assumed."
    ),
};
/// Nothing chosen.
pub const CHOOSE: Both = both!("请选择", "Please choose");
/// A ground that is proposed: its name, why.
pub const PROPOSED: Both = both!("{}（建议：{}）", "{} (proposed: {})");
/// Whether it applies.
pub const APPLIES: Ask =
    Ask { label: both!("这件事适用吗", "Does it apply"), hint: Both::NONE };
/// It does.
pub const APPLIES_YES: Both = both!("适用，登记起算的日子", "Yes: note its days");
/// It does not.
pub const APPLIES_NO: Both = both!("不适用", "No");
/// Why not.
pub const WHY_NOT: Ask = Ask { label: both!("为什么不适用", "Why not"), hint: Both::NONE };
/// A day noted before.
pub const KNOWN: Both = both!("已登记：{}。", "Noted: {}.");
/// A day answered at the registration.
pub const ANSWERED: Both = both!("登记时说的是{}。", "Said at registration: {}.");
/// First day of a span: the question.
pub const SPAN_FROM: Both = both!("{}（从哪天）", "{} (from)");
/// Last day of a span: the question.
pub const SPAN_TO: Both = both!("{}（到哪天）", "{} (until)");
/// Told how.
pub const TOLD: Ask = Ask {
    label: both!("期限告知本人了吗", "Was the citizen told of the day"),
    hint: both!(
        "告知了选方式；打印事项回执交给本人，就是书面告知。",
        "How, if so; the printed slip is a written notice."
    ),
};
/// Not told yet.
pub const NOT_TOLD: Both = both!("还没告知", "Not yet");
/// Proof.
pub const NOTE: Ask = Ask {
    label: both!("凭据和说明", "Proof and note"),
    hint: both!(
        "比如欠条、送达回证、通话记录，原件在哪里。",
        "For instance a note of debt, a receipt; where the paper lies."
    ),
};
/// Neither a day nor a notice.
pub const ONE_DAY: Both = both!(
    "至少填一个日子；说不准的先问清楚再登记。",
    "At least one day is needed; ask first where it is not known."
);
/// After the day of noting.
pub const LATER_THAN_NOTED: Both = both!(
    "这是已经发生的日子，不能晚于登记的{}。",
    "This has happened already; it cannot lie after the {} of this note."
);
/// A span with one end.
pub const LAST_TOO: Both = both!("请把起止两天都填上。", "Please give both days.");

/// Which procedure.
pub const SIMPLE: Ask = Ask {
    label: both!("按简易办理程序办", "By the simplified procedure"),
    hint: both!(
        "简易办理的条件见2022年《信访事项简易办理办法》第4、5条；转普通程序的，60日仍从原来受理那天算。",
        "See articles 4 and 5 of the 2022 rules; taken out again, the 60 days still run from the first acceptance."
    ),
};
/// Simplified.
pub const SIMPLE_YES: Both = both!("简易办理", "Simplified");
/// Ordinary.
pub const SIMPLE_NO: Both = both!("转普通程序", "Ordinary");
/// Why it qualifies.
pub const SIMPLE_GROUND: Ask =
    Ask { label: both!("属于哪一种情形", "Which case"), hint: Both::NONE };
/// Why.
pub const SIMPLE_WHY: Ask = Ask { label: both!("理由", "Reason"), hint: Both::NONE };
/// The day mediation was asked for.
pub const MEDIATION_ASKED: Ask = Ask {
    label: both!("当事人哪天提出调解请求", "The day mediation was asked for"),
    hint: both!(
        "提出请求那天诉讼时效中断，留作凭据；说不准的不填。",
        "Limitation is interrupted on that day; leave it empty where it is not known."
    ),
};
