//! The register form, in the order and the words of practice 3.1 and 3.2.

use super::{Ask, Both, ask, both};

/// Before the list it would stand on.
pub const LIST: Both = both!("三级清单", "List");
/// Its heading.
pub const TITLE: Both = both!("登记一件事", "Register a matter");
/// What must not be written, and where it goes instead.
pub const INTRO: Both = both!(
    "不录涉密、纪检、公安笔录内容。家庭暴力、性侵害、未成年人受侵害先报110、民政、妇联，检举控告交纪检监察机关（12388）或巡察组：都不在这里写内容，只记编号。",
    "No state secrets, no material of discipline inspection, no police statements. Domestic or sexual violence and harm to minors go to 110, civil affairs and the women's federation first, reports of wrongdoing to discipline inspection (12388) or an inspection team; they are not described here but recorded by number only."
);
/// Button.
pub const SUBMIT: Both = both!("登记", "Register");

/// 1
pub const DANGER: Ask = ask(both!(
    "现在有没有人身危险、正在发生的损害？",
    "Is anybody in danger, or harm going on, right now?"
))
.hint(both!(
    "有的话先打110、120、119，同时报值班领导，再来登记。",
    "If so, call 110, 120 or 119 and the leader on duty first; then register."
));
/// 2
pub const ON: Ask = ask(both!("哪天收到的", "Received on")).hint(both!(
    "可以补记以前收到的，时限从这天算。",
    "May be earlier; time limits run from this day."
));
/// 3
pub const CHANNEL: Ask = ask(both!("怎么来的", "How it came in"));
/// With 3: its number elsewhere.
pub const OUTSIDE: Ask = ask(both!("外部编号", "Number in another system")).hint(both!(
    "信访系统编号、12345工单号、警情号、案号等，没有就空着。",
    "Petition system, hotline, police or case number; leave empty if none."
));
/// With 3: the date there.
pub const OUTSIDE_ON: Ask = ask(both!("外部编号的日期", "Date of that number"));
/// With 3, assigned.
pub const ORDER_DOC: Ask = ask(both!("交办（转送）文号", "Document number of the order"));
/// With 3, assigned.
pub const FEEDBACK_BY: Ask = ask(both!("要求哪天前反馈", "Result wanted by")).hint(both!(
    "按交办单上写的日子，没写就空着。",
    "As the order says; leave empty if it does not."
));
/// 4
pub const PLACE: Ask = ask(both!("在哪儿", "Where"));
/// 4, in words.
pub const SPOT: Ask = ask(both!("具体位置", "Where exactly"))
    .hint(both!("如“东头水塘边”，不写门牌和姓名。", "In words, without names or house numbers."));
/// 4, nothing chosen.
pub const NO_PLACE: Both = both!("没列出来，或说不清", "Not listed, or not clear");
/// 5
pub const MATTER: Ask = ask(both!("什么事", "What it is about")).hint(both!("一句话，24字以内。写事不写人，用“反映人、对方”。", "One line, at most 24 characters. Write the matter, not people: “the citizen”, “the other side”."));
/// 5, the course.
pub const STORY: Ask = ask(both!("经过", "What happened"))
    .hint(both!("500字以内，可以先不写。", "At most 500 characters; may wait."));
/// 6
pub const AGAINST: Ask = ask(both!("和谁之间的事", "Between the citizen and whom"));
/// 6, in a village, when it is against the committees or the collective.
pub const AGAINST_US: Both = both!(
    "涉及村“两委”或村集体的，村里不承办，登记后当天上报。",
    "Against the village's own committees or collective: the village does not handle it; hand it up the same day."
);
/// 7
pub const CLAIMS: Ask = ask(both!("想要什么（可加几条）", "What is asked for (one or more)"))
    .hint(both!("一行一条，尽量用原话。", "One a line, in the citizen's own words if possible."));
/// 7, handled at once.
pub const CLAIMS_DONE: Both = both!(
    "一行一条。当场办好的可以不写。",
    "One a line. May stay empty when it was done on the spot."
);
/// 8
pub const HOUSEHOLDS: Ask = ask(both!("涉及几户", "Households concerned"))
    .hint(both!("不清楚就空着。", "Leave empty when not known."));
/// 8
pub const PEOPLE: Ask = ask(both!("涉及几人", "People concerned")).hint(both!(
    "只记数，不列名单；不清楚就空着。",
    "A number, never a list; leave empty when not known."
));
/// 9
pub const REPLY_BY: Ask = ask(both!("怎么答复", "How to answer"));
/// 9, contact.
pub const NAME: Ask = ask(both!("称呼或姓名", "Name, or how to address them")).hint(both!(
    "只用来答复和送达，不进台账正文，可以不填。",
    "Only for answering and delivery; kept apart from the ledger; may stay empty."
));
/// The role under which the register form keeps a contact.
pub const CITIZEN: Both = both!("反映人", "Citizen");
/// 9, contact.
pub const ADDRESS: Ask = ask(both!("地址", "Address"));
/// 9, contact.
pub const PHONE: Ask = ask(both!("电话", "Telephone"));
/// 10
pub const DONE: Ask = ask(both!("当场办了吗", "Was it done on the spot?"));
/// 10: answers.
pub const DONE_NO: Both = both!("还没办", "Not yet");
/// 10: answers.
pub const DONE_YES: Both = both!("已办好并告知", "Done, and the citizen was told");
/// 10: answers.
pub const DONE_AGREED: Both = both!("约了日子", "A day was agreed");
/// 10, done.
pub const DONE_WHAT: Ask = ask(both!("办了什么", "What was done"));
/// 10, done.
pub const DONE_TOLD: Ask = ask(both!("怎么告知的", "How the citizen was told"));
/// 10, done or agreed, when received earlier.
pub const DONE_ON: Ask = ask(both!("哪天办的（约的）", "Done or agreed on"))
    .hint(both!("不填就按收到那天。", "The day received when left empty."));
/// 10, agreed.
pub const PROMISE: Ask = ask(both!("约的什么", "What was agreed"))
    .hint(both!("如“清沟复原”“付清800元”。", "For example: pay 800 yuan."));
/// 10, agreed.
pub const DUE: Ask = ask(both!("约的哪天", "By which day"));
/// 10, agreed.
pub const OWES: Ask = ask(both!("该谁做", "Who owes it"));

/// Folded.
pub const KIND: Ask = ask(both!("是哪一种事", "What kind of matter")).hint(both!(
    "不选就按规则先定，以后可以改。",
    "Proposed by rule when open; can be changed later."
));
/// Folded.
pub const CLASS: Ask = ask(both!("信访事项的类别", "Class of the petition"));
/// Folded.
pub const CATEGORY: Ask = ask(both!("事项分类", "Subject"));
/// An open choice that a rule or a later day fills.
pub const LATER: Both = both!("先不选", "Leave open");
/// An open answer to a deciding question.
pub const NOT_KNOWN: Both = both!("还不知道", "Not known yet");
/// Under a deciding question that is not a choice.
pub const OPEN_HINT: Both = both!("还不知道就空着。", "Leave empty when not known yet.");
/// Beside a question that may be answered for each of several claims.
pub const EACH_LATER: Both = both!(
    "这里对整件事答；几项诉求不同的，登记后在“补充查明的情况”里分别补充。",
    "For the whole matter here; where the claims differ, note it for each after registering."
);
/// Words that a matter recorded by number only is told with, one space between.
pub const SEALED_WORDS: Both = both!(
    "贪污 受贿 行贿 挪用公款 以权谋私 违纪 家暴 家庭暴力 打老婆 打媳妇 打孩子 虐待 猥亵 强奸 性侵 性骚扰",
    "embezzle bribe domestic violence molest rape abuse"
);
/// Asked where such words stand.
pub const NOT_SEALED: Ask = ask(both!(
    "看过了：这件事不是检举控告、家庭暴力、性侵害，也不涉及未成年人受侵害",
    "Looked at: this is no report of wrongdoing, no domestic or sexual violence, no harm to a minor"
))
.hint(both!(
    "写的内容像是要少记的事。是的话，不要在这里写，退出去到“少记”只记编号。",
    "This reads like something that is recorded by number only. If so, do not write it here; record it there."
));
/// Problem: such words, and nobody has looked.
pub const SEALED_FIRST: Both = both!(
    "内容像是检举控告、家庭暴力、性侵害或未成年人受侵害，不在这里登记，请到“少记”只记编号；不是的话请勾选看过。",
    "This reads like a report of wrongdoing, violence or harm to a minor, which is recorded by number only. If it is not, tick that you have looked."
);
/// Problem: a class that is not written here.
pub const NO_ACCUSATION: Both = both!(
    "检举控告不在这里登记，请本人交12388、纪检监察机关或巡察组。",
    "Reports of wrongdoing are not registered here; they go to 12388, discipline inspection or an inspection team."
);
/// Wrongdoing is reported, at an office.
pub const REPORT_OFFICE: Both = both!(
    "举报违纪违法的内容不写在这里，只记编号，材料密封移交。离开这一页，上面写的都不保存。",
    "A report of wrongdoing is not written here: only a number is kept, and the letter is passed on sealed. Nothing typed above is saved when you leave."
);
/// Wrongdoing is reported, in a village.
pub const REPORT_VILLAGE: Both = both!(
    "举报违纪违法的，村里不收、不记：请本人交纪检监察机关（12388）或巡察组。托村里转交的，不拆封，给一张密封移交回执。离开这一页，上面写的都不保存。",
    "A village neither takes nor records reports of wrongdoing: they go to discipline inspection (12388) or an inspection team. An envelope to be passed on stays sealed, against a receipt. Nothing typed above is saved when you leave."
);
/// Leaves for recording by number.
pub const REPORT_LEAVE: Both =
    both!("不保存这里写的，去少记", "Save nothing of this, record by number");
/// Leaves for the blank receipt.
pub const REPORT_RECEIPT: Both =
    both!("不保存这里写的，打印密封移交回执", "Save nothing of this, print the receipt");
/// A letter with both.
pub const REPORT_MIXED: Both = both!(
    "一封信里另有自己的诉求的：举报的部分不记在这里，请删掉；另一件诉求照常登记。",
    "Where the same letter holds a claim of one's own: take the report out of what is typed; the claim is registered as usual."
);
/// Goes on with the claim.
pub const REPORT_STAY: Both = both!("只登记另一件诉求", "Register the claim only");
/// Problem: wrongdoing is reported.
pub const REPORT_NOT_HERE: Both = both!(
    "举报违纪违法不在这里登记，请到“少记”只记编号；信里另有诉求的，改选“解决自己的事”，把举报的话删掉再登记。",
    "A report of wrongdoing is not registered here but recorded by number only. If the letter holds a claim too, choose that, take the report out and register the claim."
);
