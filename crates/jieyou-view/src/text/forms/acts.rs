//! Questions of the acts on a matter, shared with their corrections.

use super::{Ask, Both, ask, both};

/// Button.
pub const SUBMIT: Both = both!("记下", "Record");
/// First question of every act.
pub const ON: Ask = ask(both!("哪天的事", "On which day"))
    .hint(both!("可以补记以前的。", "May be an earlier day."));
/// A post, nothing chosen.
pub const NO_POST: Both = both!("请选岗位", "Choose a post");
/// In front of a question about one claim: its number.
pub const CLAIM: Both = both!("诉求{}：", "Claim {}: ");

/// 即办
pub const DONE_WHAT: Ask = ask(both!("办了什么", "What was done"));
/// Told how.
pub const TOLD: Ask = ask(both!("怎么告知的", "How the citizen was told"));
/// 紧急报告
pub const REPORT_TO: Ask = ask(both!("报告给谁", "Reported to")).hint(both!(
    "写单位或岗位，如“派出所、镇值班领导”。",
    "A body or a post, for example the police station, the leader on duty."
));

/// 分类, where petitions are classed.
pub const CLASSIFY_INTRO: Both = both!(
    "检举控告的内容不写进台账，移送有权机关；同一封信里的诉求照办。",
    "What a report of wrongdoing says is not written here but passed on to the competent body; claims in the same letter are handled."
);
/// 分类
pub const KIND: Ask = ask(both!("是哪一种事", "What kind of matter"));
/// 分类
pub const CATEGORY: Ask = ask(both!("事项分类", "Subject"));
/// 分类: of a claim.
pub const AGAINST: Ask = ask(both!("和谁之间的事", "Against whom")).hint(both!(
    "一封信几件事，对方可以各不相同。",
    "Claims of one letter may be against different parties."
));
/// 分类
pub const CLASS: Ask = ask(both!("类别", "Class"));
/// 分类
pub const ROUTE: Ask = ask(both!("办理途径（条例第31条）", "Route (Regulations, art. 31)")).hint(both!("已有裁判或立案选（一）；劳动、土地承包选（二）；不服决定、要确权或申请许可选（四）；要求查处、履职选（五）；都不是选（六）。", "Ruled or filed: 1. Labour, contract land: 2. Against a decision, for a ruling or a permit: 4. For investigation: 5. None of these: 6."));
/// 分类
pub const BODY: Ask = ask(both!("有权处理机关", "Body that may decide")).hint(both!(
    "途径已告知，欠办的照办。",
    "Pointing out the route does not end what is still owed."
));
/// Nothing chosen yet.
pub const LATER: Both = both!("先不定", "Leave open");

/// 告知
pub const NOTICE: Ask = ask(both!("告知了什么", "What the notice says"));
/// 不予受理
pub const DECLINE_WHY: Ask = ask(both!("为什么不予受理", "Why it is not accepted")).hint(both!(
    "写这件事的具体情况，印在告知书上交反映人。",
    "What is so in this matter; it is printed on the notice for the citizen."
));
/// 不予受理
pub const DECLINE_BASIS: Ask = ask(both!("依据哪一条", "Under which article"));
/// 不予受理: none of those offered.
pub const DECLINE_OWN: Both = both!("另写依据", "Another one");
/// 不予受理: that one.
pub const DECLINE_OWN_BASIS: Ask = ask(both!("写明依据", "The article and its words")).hint(both!(
    "文件名称、第几条、原文，照原件抄。",
    "Instrument, article and words, as they stand there."
));
/// 不予受理
pub const DECLINE_BODY: Ask = ask(both!("请反映人找哪个机关、单位", "Which body is competent"))
    .hint(both!(
        "写有权处理的机关、单位全称；复核已经终结的，写作出复核意见的机关。",
        "Its full name; where the recheck has ended it, the body that gave that opinion."
    ));
/// Proof of a notice or a delivery.
pub const PROOF: Ask = ask(both!("凭证", "Proof")).hint(both!(
    "文号、回执、快递单号、见证人，原件放在哪儿。",
    "Number, receipt, tracking number, witness; where the paper lies."
));
/// 异议
pub const OBJECT_TO: Ask = ask(both!("向谁提出", "To whom"));
/// 异议
pub const OBJECT_WHY: Ask =
    ask(both!("为什么不属本单位，该归谁", "Why it is not this unit's, and whose it is"));
/// 受理
pub const ACCEPT_DOC: Ask = ask(both!("受理告知书文号", "Number of the acceptance notice"));

/// 责任
pub const DUTY_BODY: Ask = ask(both!("承办单位", "Handling body"));
/// 责任
pub const DUTY_POST: Ask = ask(both!("承办岗位", "Handling post"));
/// 责任
pub const DUTY_LEADER: Ask = ask(both!("包案领导（岗位）", "Responsible leader (post)"))
    .hint(both!("三级要有，其他可以空着。", "Needed on list 3; else may stay empty."));
/// 责任
pub const DUTY_COMPETENT: Ask = ask(both!("属事部门", "Competent department"))
    .hint(both!("还没定就空着。", "Leave empty while it is open."));
/// 责任; the departments usual for the subject.
pub const DUTY_USUAL: Both =
    both!("常见：{}。还没定就空着。", "Usually: {}. Leave empty while it is open.");
/// 责任
pub const NO_INTEREST: Ask = ask(both!(
    "已问过回避：承办人与这件事没有直接利害关系，也不是作出原决定的人",
    "Asked: the handler has no direct interest and did not make the decision complained of"
));
/// 方案
pub const MEASURE: Ask = ask(both!("打算怎么办", "What will be done"));
/// 方案
pub const PLAN_DUE: Ask = ask(both!("办到哪天", "By which day"));
/// 办理
pub const ACTIVITY: Ask = ask(both!("做了哪类事", "What kind of work"));
/// 办理
pub const ACT_NOTE: Ask = ask(both!("做了什么，结果怎样", "What was done, and what came of it"))
    .hint(both!("写事不写人，用“反映人、对方”。", "Write the matter, not people."));
/// 延期
pub const DAYS: Ask = ask(both!("延长几天", "Days"))
    .hint(both!("最多30天，从第60天接着算。", "At most 30, counted on from the sixtieth day."));
/// 延期
pub const EXTEND_REASON: Ask = ask(both!("延期理由", "Reason"))
    .hint(both!("就是告知反映人的那个理由。", "The reason the citizen is told."));
/// 延期
pub const APPROVED_BY: Ask = ask(both!("谁批准的（岗位）", "Approved by (post)"));

/// 答复
pub const OUTCOME: Ask = ask(both!("处理意见", "Outcome"));
/// 答复
pub const REPLY_TEXT: Ask = ask(both!("意见和理由", "Opinion and reasons"));
/// 答复
pub const REPLY_DOC: Ask = ask(both!("文号", "Document number"));
/// 答复
pub const CARRY_OUT_BY: Ask = ask(both!("最晚哪天落实", "Carried out by"))
    .hint(both!("到这天会提醒核对。", "You are reminded on that day."));
/// 送达
pub const DELIVERED: Ask = ask(both!("送达了什么", "What was delivered"));
/// 送达
pub const DELIVERED_HOW: Ask = ask(both!("怎么送达的", "How"));
/// 送达, mediation
pub const REMEDIES: Ask =
    ask(both!("已告知不服怎么办、最晚哪天", "The remedies and their days were told"));
/// 送达: the answer; the body that reviews.
pub const REMEDY_REVIEW: Both = both!(
    "收到书面答复之日起30日内，可以请求{}复查。",
    "Within 30 days of receiving the written answer, {} may be asked for review."
);
/// 送达: the review; the body that rechecks.
pub const REMEDY_RECHECK: Both = both!(
    "收到复查意见之日起30日内，可以请求{}复核。",
    "Within 30 days of receiving the review's answer, {} may be asked for recheck."
);
/// 送达: a body the profile does not name.
pub const UPPER_BODY: Both = both!("上一级机关、单位", "the next higher body");
/// 复查、复核申请
pub const ASK_NOTE: Ask = ask(both!("备注", "Note"))
    .hint(both!("编号、在哪儿递交的。", "Its number, where it was handed in."));
/// 复查、复核意见
pub const ANSWER_TEXT: Ask = ask(both!("意见说了什么", "What it says"))
    .hint(both!("维持、变更，还是退回重办。", "Upheld, changed, or sent back."));
/// 听证
pub const HEARING_TO: Ask = ask(both!("听证到哪天结束", "Last day of the hearing")).hint(both!(
    "上面填第一天；听证的日子不计入期限。",
    "Above goes the first day; days of the hearing do not count."
));

/// 调解
pub const MEDIATOR: Ask = ask(both!("谁调解的、在哪儿", "Who mediated, and where")).hint(both!(
    "写岗位，如“村调委会主任，村部”。",
    "A post, for example: chair of the mediation committee, village office."
));
/// 调解
pub const RESULT: Ask = ask(both!("调得怎样", "How it stands"));
/// 调解
pub const MEDIATION_NOTE: Ask = ask(both!("双方说了什么", "What was said"))
    .hint(both!("写事不写人，可以空着。", "Without names; may stay empty."));
/// 调解
pub const REMEDIES_ENDED: Ask = ask(both!(
    "已告知可以去仲裁、行政、司法途径",
    "Arbitration, administrative and court routes were pointed out"
));
/// 协议
pub const FORM: Ask = ask(both!("口头还是书面", "Oral or written")).hint(both!(
    "信访事项里的调解、和解要做成书面。",
    "Within a petition a settlement must be in writing."
));
/// 协议
pub const AGREED: Ask = ask(both!("约定了什么", "What was agreed"));
/// 协议
pub const TERMS: Ask = ask(both!("加一条约定的日子", "Add a day agreed")).hint(both!(
    "一笔一条，分期就加几条；当场办完的不用加。",
    "One each; none when all was done at once."
));
/// 协议
pub const REPLACES: Ask = ask(both!(
    "以前没履行的约定作废，以这次的为准",
    "What was promised before and not performed no longer holds; this takes its place"
));
/// 协议, a row: its number.
pub const TERM: Both = both!("约定{}：", "Term {}: ");
/// 协议, a row.
pub const TERM_WHAT: Ask = ask(both!("做什么、付多少", "What is to be done or paid"));
/// 协议, a row.
pub const TERM_DUE: Ask = ask(both!("哪天前", "By which day"));
/// 协议, a row.
pub const TERM_OWES: Ask = ask(both!("该谁做", "Who owes it"));
/// 履行
pub const PROMISE: Ask = ask(both!("哪一条约定", "Which promise"));
/// 履行, nothing chosen.
pub const NO_PROMISE: Both = both!("请选哪一条", "Choose one");
/// 履行
pub const KEPT: Ask = ask(both!("履行了吗", "Was it performed?"));
/// 履行
pub const KEPT_YES: Both = both!("已履行", "Performed");
/// 履行
pub const KEPT_NO: Both = both!("到期没履行", "Not performed");
/// 履行
pub const KEPT_NOTE: Ask = ask(both!("看到了什么", "What was seen")).hint(both!(
    "收条、现场、双方的说法；纸质材料放在哪儿。",
    "A receipt, the site, both sides' word; where the paper lies."
));

/// 上报
pub const HAND_UP_TO: Ask = ask(both!("上报到哪儿", "Handed up to"));
/// 上报
pub const HAND_UP_WHY: Ask = ask(both!("村里为什么办不了", "Why the village cannot do it"));
/// 上报: against the committees or the collective.
pub const HAND_UP_OURS: Both = both!(
    "涉及村“两委”或村集体，村里不承办，当天上报。",
    "Against the village's own committees or collective: hand it up the same day."
);
/// 上报: else.
pub const HAND_UP_INTRO: Both = both!(
    "上报以后，请把回执交给反映人，有了回音再告知本人。",
    "Give the citizen the slip, and tell them when an answer comes."
);
/// 化解
pub const HOW: Ask = ask(both!("怎么解决、落实的", "How it was settled and carried out"));
/// 化解
pub const EVIDENCE: Ask = ask(both!("凭据", "Evidence")).hint(both!(
    "什么材料、哪天、几页、放在哪儿（卷号、盒号）。",
    "What, of which day, how many pages, where it lies."
));
/// 回访
pub const FOLLOW_UP_INTRO: Both = both!(
    "只问三件事，对方可以不答。不问心情、打算和去向。",
    "Three questions only, and they may be left unanswered. Nothing about mood, plans or whereabouts."
);
/// 回访
pub const CARRIED_OUT: Ask = ask(both!("方案落实了吗", "Was the plan carried out?"));
/// 回访
pub const RECURRED: Ask = ask(both!("又发生过吗", "Did it happen again?"));
/// 回访
pub const WISH: Ask = ask(both!("还要我们做什么", "What else should we do?"));
/// 回访
pub const FOLLOW_UP_POST: Ask = ask(both!("回访岗位", "Post that followed up"))
    .hint(both!("由承办人以外的岗位回访。", "Another post than the handler's."));
/// 恢复
pub const REOPEN_REASON: Ask = ask(both!("为什么恢复办理", "Why it is open again"));
/// 恢复
pub const REOPEN_NOTE: Ask = ask(both!("具体情况", "In words"));
/// 清单
pub const TIER: Ask = ask(both!("列入哪个清单", "On which list"));
/// 清单
pub const TIER_WHY: Ask = ask(both!("理由", "Why"));
/// 清单
pub const TIER_POST: Ask = ask(both!("谁决定的（岗位）", "Decided by (post)"));
/// 清单: what is never a ground.
pub const NEVER: Both = both!("下列情形不得作为理由：{}", "Never a ground: {}");

/// Problem: nothing filled in for any claim.
pub const NO_REPLY: Both = both!("请至少对一条诉求写上处理意见。", "Answer at least one claim.");
/// Problem: no route for any claim.
pub const NO_ROUTE: Both = both!(
    "受理前要先定办理途径，请至少为一条诉求选一项。",
    "Choose a route for at least one claim before accepting."
);
/// Problem: the handler follows up on their own work.
pub const OWN_WORK: Both = both!(
    "承办岗位是“{}”，请换一个岗位回访。",
    "“{}” handles this matter. Choose another post for the follow-up."
);

/// 三不限三重新
pub const SECOND_INTRO: Both = both!(
    "换一个岗位，从头看一遍：原来怎么查的、怎么定的、怎么说的，和现在看到的，两边都写。原来的从本事项的记录带出来，可以改。",
    "Another post looks from the beginning: what was found, decided and said, and what is seen now. What was before comes out of this matter's own records and may be changed."
);
/// 三不限三重新
pub const FINDINGS_OLD: Ask = ask(both!("原调查结论", "What was found before"))
    .hint(both!("没有就写“没有”。", "Write “none” if there is none."));
/// 三不限三重新
pub const FINDINGS_NEW: Ask = ask(both!(
    "不限原调查结论，重新研究案情：找到的差距",
    "Not bound by it, the facts anew: gaps found"
));
/// 三不限三重新
pub const OPINION_OLD: Ask = ask(both!("原处理意见", "What was decided before"))
    .hint(both!("没有就写“没有”。", "Write “none” if there is none."));
/// 三不限三重新
pub const OPINION_NEW: Ask = ask(both!(
    "不限原处理意见，重新调查核实：找到的突破口",
    "Not bound by it, investigated anew: an opening"
));
/// 三不限三重新
pub const STANCE_OLD: Ask = ask(both!("原领导表态", "What leaders said before"))
    .hint(both!("没有就写“没有”。", "Write “none” if there is none."));
/// 三不限三重新
pub const STANCE_NEW: Ask = ask(both!(
    "不限原领导表态，重新听取诉求：找到的合理成份",
    "Not bound by it, heard anew: what is reasonable"
));
/// 三不限三重新
pub const SECOND_POST: Ask = ask(both!("复核的岗位", "Post that looks"))
    .hint(both!("最好不是原来承办的岗位。", "Rather not the post that handled it."));
