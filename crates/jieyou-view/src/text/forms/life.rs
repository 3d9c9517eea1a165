//! Questions of the acts of a matter's later life and of its way between units.

use super::{Ask, Both, ask, both};

/// Which claim.
pub const CLAIM: Ask = ask(both!("哪一条诉求", "Which claim"));
/// 撤回: every claim.
pub const ALL_CLAIMS: Both = both!("全部诉求", "All claims");

/// 转送
pub const FORWARD_HOW: Ask = ask(both!("转送还是交办", "Transferred or assigned"));
/// 转送
pub const FORWARD_TO: Ask = ask(both!("转给哪个单位", "To which body"));
/// 转送
pub const FEEDBACK_BY: Ask = ask(both!("要求哪天前反馈", "Answer wanted by"))
    .hint(both!("没有要求就空着。", "Leave empty if none was set."));
/// 对方答复
pub const ANSWER_FROM: Ask = ask(both!("哪个单位答复的", "Which body answered"));
/// 对方答复
pub const ANSWER_TEXT: Ask = ask(both!("答复说了什么", "What it says"));

/// 法定途径
pub const REFER_INTRO: Both = both!(
    "告知了途径，本单位该办的还要办。有了结果请回来登记；没有落实或没有走成的，会回到本台账接着办。记下以后，在这件事的页面上打印告知书（两联）。",
    "Pointing out the route does not end what is still owed. Record its result here; what is not carried out or not taken up comes back. Once it is recorded, print the notice (two copies) from the matter's page."
);
/// 法定途径
pub const WAY: Ask = ask(both!("走哪条途径", "Which route"));
/// 法定途径
pub const WAY_BODY: Ask = ask(both!("由哪个机关、机构办", "Which body decides there"));
/// 法定途径: the item of article 31, where the way does not tell it.
pub const WAY_ITEM: Ask = ask(both!("属于条例31条哪一项", "Which item of article 31"));
/// 法定途径的结果
pub const ROUTE_RESULT: Ask = ask(both!("结果怎样", "What came of it"));
/// 法定途径的结果
pub const ROUTE_TEXT: Ask =
    ask(both!("什么结论，哪天，还欠什么", "What was decided, when, what is owed"))
        .hint(both!("写文书名称和文号。", "Name and number of the document."));

/// 撤回
pub const WITHDRAW_INTRO: Both = both!(
    "撤回只能是本人自愿提出，照本人的原话记。不写承诺，不附条件；以后可以再来反映。",
    "Only at the citizen's own wish and in the citizen's own words. No promise, no condition; the matter may be brought again."
);
/// 撤回
pub const WORDS: Ask = ask(both!("本人的原话", "The citizen's own words"))
    .hint(both!("本人怎么说就怎么记，不替本人总结。", "As it was said, not summed up."));
/// 撤回
pub const PRESENT: Ask = ask(both!("当时谁在场（岗位）", "Who was present (posts)"));
/// 撤回
pub const MAY_RETURN: Ask = ask(both!(
    "已告知本人：以后可以再来反映",
    "The citizen was told that the matter may be brought again"
));

/// 依法办结
pub const CLOSE_INTRO: Both = both!(
    "依法办结不等于化解：本人不同意，但答复、复查、复核已经走完或期限已过。有新的事实、欠办的事没落实，随时恢复办理；困难帮扶不停。",
    "Lawfully closed is not resolved: the citizen does not agree, and the remedies are used or their days over. New facts or something not carried out reopen it; help with hardship goes on."
);
/// 依法办结
pub const GROUND: Ask = ask(both!("凭什么办结", "On what ground"));
/// 依法办结
pub const CLOSE_TEXT: Ask =
    ask(both!("最后的结论，还有什么要继续办", "What was decided last, and what stays owed"));
/// 依法办结
pub const VISITS: Ask = ask(both!(
    "本人同意半年问一次有没有困难要帮",
    "The citizen agrees to be asked once a half-year whether help is needed"
));

/// 帮扶
pub const SUPPORT_TO: Ask = ask(both!("转到哪个单位", "To which organ"));
/// 帮扶
pub const NEED: Ask = ask(both!("需要哪类帮助", "What help"));
/// 帮扶
pub const CONSENT: Ask = ask(both!("本人同意", "The citizen agreed"));
/// 帮扶
pub const SUPPORT_NOTE: Ask = ask(both!("说明", "Note"))
    .hint(both!("只写要帮什么，不写病情和家事。", "What help, nothing about health or family."));

/// 销号
pub const DELIST_INTRO: Both = both!(
    "观察期满、约定都落实了才申请销号；由另一个岗位核准。",
    "Once the observation is over and all is carried out; another post approves."
);
/// 销号
pub const DELIST_POST: Ask = ask(both!("申请岗位", "Post that applies"));
/// 销号
pub const DELIST_EVIDENCE: Ask = ask(both!("凭据", "Evidence")).hint(both!(
    "什么材料、哪天、几页、放在哪儿（卷号、盒号）。",
    "What, of which day, how many pages, where it lies."
));
/// 销号
pub const APPROVE_POST: Ask = ask(both!("核准岗位", "Post that decides")).hint(both!(
    "不能是申请的岗位。村里申请的由乡镇核准。",
    "Not the post that applied. A village's application is decided by the township."
));
/// 销号
pub const APPROVE_NOTE: Ask = ask(both!("说明", "Note"));
/// 不予销号
pub const REFUSE_WHY: Ask = ask(both!("为什么不销，还差什么", "Why not, and what is missing"));

/// 约日子
pub const MEETING: Ask = ask(both!("约的什么事", "What for"));
/// 约日子
pub const MEETING_DAY: Ask = ask(both!("约在哪天", "On which day"));
/// 约日子
pub const MEETING_TIME: Ask = ask(both!("几点", "At what time"))
    .hint(both!("没定就空着，如“9:30”。", "Leave empty if not fixed; for example 9:30."));
/// 约日子
pub const MEETING_PLACE: Ask = ask(both!("在哪儿", "Where"));
/// 约日子
pub const MEETING_WHO: Ask = ask(both!("谁来（岗位、角色）", "Who comes (posts, roles)"))
    .hint(both!("如“司法所、反映人、对方”。", "For example: justice office, both parties."));
/// 约日子: on which day it was made.
pub const MADE_ON: Ask = ask(both!("哪天约的", "Made on which day"));

/// 办不了
pub const CANNOT_INTRO: Both = both!(
    "如实写明卡在哪儿。约定、承诺和例行的，说明后不再计；法定和指定的期限不因此改变，超期仍是超期。能办了照常登记。",
    "Say plainly what is in the way. An agreed day, a promise or a habit is then no longer counted; a day set by law or by a superior stays, and overdue stays overdue. Once it can be done, record it as usual."
);
/// 办不了: which duty.
pub const OWED: Ask = ask(both!("哪一件办不了", "Which duty cannot be done"));
/// 办不了: nothing chosen yet.
pub const NOTHING_CHOSEN: Both = both!("请选一件", "Choose one");
/// 办不了
pub const CAUSE: Ask = ask(both!("卡在哪儿", "What is in the way"));
/// 办不了
pub const CANNOT_WHY: Ask = ask(both!("办不了，因为", "It cannot be done, because")).hint(both!(
    "写清缺什么、等谁、已经做了什么。",
    "What is missing, who is waited for, what was tried."
));
/// 办不了
pub const AGAIN_BY: Ask =
    ask(both!("哪天办，或者再看一次", "On which day it is done or looked at again")).hint(both!(
        "到那天会回到“今日”上面。定不下来就空着。",
        "It comes back to the top of Today then. Leave empty if there is no such day."
    ));
/// 办不了
pub const CANNOT_POST: Ask = ask(both!("说明的岗位", "Post that says so"));

/// 外部编号
pub const OUTSIDE_INTRO: Both = both!(
    "本台账不替代信访信息系统和人民调解系统。在那边录过的，把编号记在这里，免得两头找。",
    "This ledger replaces neither the petition system nor the mediation system. Note the number it has there."
);
/// 外部编号
pub const SYSTEM: Ask = ask(both!("哪个系统", "Which system"));
/// 外部编号
pub const MARK: Ask = ask(both!("录入了吗", "Entered there?"));
/// 外部编号
pub const OUTSIDE: Ask = ask(both!("那边的编号", "The number there"));

/// 关联
pub const OTHER: Ask = ask(both!(
    "另一件事的编号，或者标题里的字",
    "Number of the other matter, or words of its title"
))
.hint(both!(
    "填了字，下面列出找到的；不按人找。",
    "What is found stands below; people are not searched for."
));
/// 关联, 并案: chosen out of what was found.
pub const PICK: Ask = ask(both!("是哪一件", "Which matter"));
/// The same, while nothing was typed.
pub const PICK_PROPOSED: Both = both!(
    "按地点、东西和分类，可能是同一件的。",
    "By place, thing and subject these may be the same."
);
/// 关联
pub const LINK_HOW: Ask = ask(both!("什么关系", "How they belong together"));
/// 关联
pub const LINK_NOTE: Ask = ask(both!("说明", "Note"));
/// 并案
pub const JOIN_INTRO: Both = both!(
    "这件事并到另一件里接着办，这里不再计期限。反映人和期限写在保留的那件里。",
    "The matter goes on in another one, and no days run here any more."
);
/// 并案
pub const JOIN_OTHER: Ask = ask(both!(
    "并到哪一件（编号，或者标题里的字）",
    "Into which matter (number, or words of its title)"
))
.hint(both!(
    "填了字，下面列出找到的；不按人找。",
    "What is found stands below; people are not searched for."
));
/// 分案
pub const SPLIT_INTRO: Both = both!(
    "一封信几件事，办法不同，就分开办。分出去的收到日期不变，期限照原来的日子算。",
    "Claims that go different ways become matters of their own. The day received stays, and so do the days that run from it."
);
/// 分案, a claim: its words.
pub const SPLIT_CLAIM: Both = both!("分出：{}", "Split off: {}");
/// 分案
pub const SPLIT_TITLE: Ask = ask(both!("分出去的叫什么", "Title of the new matter"))
    .hint(both!("24字以内，写事不写人。", "At most 24 characters, the matter and not people."));
/// 分案
pub const WHY: Ask = ask(both!("理由", "Why"));

/// 签收
pub const SIGN_INTRO: Both = both!(
    "签收后由本单位承办，期限从签收那天算。编号自动给；不归本单位办的，用“退回”写明理由。",
    "Once signed for, this unit handles it and its days run from that day. The number is given. What is not this unit's is returned with the reason."
);
/// 签收
pub const SIGN_PLACE: Ask = ask(both!("在哪个村", "In which village"));
/// 退回
pub const RETURN_WHY: Ask =
    ask(both!("为什么退回，应当怎么办", "Why, and what should be done instead"));
/// 催办
pub const URGE_TO: Ask = ask(both!("催的是谁", "Whom"));
/// 催办
pub const URGE_TEXT: Ask = ask(both!("怎么说的", "What was said"));
/// 反馈
pub const FEEDBACK_INTRO: Both = both!(
    "写给报上来的单位，由他们告知反映人：办成了什么，没办成的为什么、下一步怎么办。记下以后存反馈文件带回去。",
    "For the unit that handed it up, which tells the citizen: what was done, what was not and why, what comes next. Then save the file to take back."
);
/// 反馈
pub const FEEDBACK_KIND: Ask = ask(both!("反馈什么", "What is fed back"));
/// 反馈
pub const FEEDBACK_TEXT: Ask = ask(both!("告诉反映人的话", "What the citizen is to be told"));
/// 告知反馈
pub const PASS_ON_TEXT: Ask = ask(both!("告知了什么", "What was told"));

/// Problem: no matter with that number.
pub const NO_SUCH_NUMBER: Both = both!(
    "台账里没有编号“{}”，请照列表里的编号填。",
    "There is no matter with the number “{}”; see the list."
);
/// Problem: this very matter.
pub const SAME_NUMBER: Both = both!(
    "这就是本件，请填另一件的编号。",
    "This is the matter itself; give the other one's number."
);
/// Problem: nothing split off.
pub const NONE_SPLIT: Both = both!("请勾选要分出去的诉求。", "Tick the claims to split off.");
/// Problem: all split off.
pub const ALL_SPLIT: Both = both!("至少留一条诉求在本件。", "At least one claim stays here.");
