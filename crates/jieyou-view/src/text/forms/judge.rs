//! Questions about facts found out later, verdicts of people, and what the rules propose.

use super::{Ask, Both, ask, both};

/// How a fact is known.
pub const NOTE: Ask = ask(both!("怎么知道的", "How it is known"))
    .hint(both!("谁说的、看了哪份材料。", "Who said it, which paper was seen."));
/// Above the questions.
pub const NOTE_INTRO: Both = both!(
    "只记查明的，不清楚的留着“还不知道”。改了的才会记下。",
    "Note what was found out; leave open what is not known. Only what changed is recorded."
);
/// A question that a decision waits for.
pub const SETTLES: Both = both!("{}还缺这一条。", "Still missing for: {}.");
/// A question that may change a decision.
pub const MAY_CHANGE: Both = both!("会影响：{}。", "May change: {}.");
/// In front of a question about one claim.
pub const OF_CLAIM: Both = both!("诉求{}（{}）：", "Claim {} ({}): ");
/// In front of a question that may be answered for each claim too.
pub const OF_ALL: Both = both!("整件事：", "The whole matter: ");
/// A claim that has no answer of its own.
pub const AS_WHOLE: Both = both!("和整件事一样", "As for the whole matter");
/// Problem: no answer changed.
pub const NOTHING_NEW: Both =
    both!("和已经记的一样，没有要补记的。", "Nothing differs from what is recorded.");
/// Problem: wrongdoing is reported.
pub const REPORT_NOT_HERE: Both = both!(
    "举报违纪违法不在这里记，这一页什么也没有保存：到“少记”另记一个编号（村里不记，给密封移交回执）。登记里写了举报内容的，撤销登记，或者更正登记、删掉这一部分；其他诉求照常办。",
    "A report of wrongdoing is not noted here, and nothing of this page was saved: record a number on its own page (a village gives a receipt for the sealed letter). Where the registration tells of it, take it back, or correct it and leave that part out; other claims go on."
);
/// Beside the class of what is said to be a report of wrongdoing.
pub const REPORT_CLASS: Both = both!(
    "有查明的情况说是举报违纪违法：是的，不在这里定，到“少记”记编号；不是的，选实际的类别。",
    "A fact says that wrongdoing is reported: if so it is not decided here but recorded by number; if not, choose what it is."
);

/// Which decision.
pub const TABLE: Ask = ask(both!("认定哪一项", "Which decision"));
/// What is not decided here, in front of where it is.
pub const ELSEWHERE: Both = both!(
    "性质、类别、办理途径和清单不在这里定，在：",
    "Kind, class, route and list are decided elsewhere: "
);
/// None chosen.
pub const NO_TABLE: Both = both!("请选哪一项", "Choose one");
/// The answer.
pub const ANSWER: Ask = ask(both!("认定为", "Decided as"));
/// The answer is left to the rules.
pub const AS_RULES: Both = both!("按规则判断", "As the rules say");
/// What the rules say, and why.
pub const RULES_SAY: Both = both!("按规则是“{}”：{}。", "By the rules “{}”: {}.");
/// Above a verdict.
pub const JUDGE_INTRO: Both = both!(
    "和规则不同的，页面和打印件上都会注明是谁、为什么这样认定；情况变了可以改回按规则判断。",
    "Where it differs from the rules, page and print say who decided so and why; it can be left to the rules again."
);

/// What the rules propose beside a question of a form.
pub const PROPOSED: Both = both!("建议：{}。{}。", "Proposed: {}. {}.");
/// What was decided already, beside a question of a form.
pub const DECIDED: Both = both!("已认定：{}。{}。", "Decided: {}. {}.");
/// A body that somebody typed, on another route than the proposed one.
pub const BODY_OTHER: Both = both!(
    "途径和建议的不同：核对一下，按这条途径还是不是由它办，不是的改掉。",
    "The route is not the proposed one: check whether this is still the body that handles it."
);
/// Why a classification is not as proposed.
pub const WHY_OTHER: Ask = ask(both!("为什么和建议不同", "Why not as proposed"));
/// Who classified otherwise.
pub const POST_OTHER: Ask = ask(both!("谁定的（岗位）", "Decided by (post)"));
/// Sent here by a superior.
pub const OBJECTION: Both = both!(
    "上级转来、交来的：不属本单位职权的，{}前可以提出异议（在事项页点“提出异议”）。",
    "Sent here by a superior: if it is not within this unit's powers, object by {} (on the matter's page)."
);
/// Above a reply.
pub const REPLY_INTRO: Both = both!(
    "处理意见按事实和依据定。生活有困难、要帮扶的另外转介，不因为答复了就不帮，也不拿帮扶换本人的承诺。",
    "The outcome follows facts and law. Hardship is referred for support apart from it, whatever the outcome, and is never traded for a promise."
);
/// A fall from list 3 waits.
pub const FALL: Both = both!(
    "准则上已够二级（最后一天符合{}是{}）。会诊或包案领导同意下调的，选二级。",
    "By the criteria it is on list 2 (the last day {} was met: {}). Choose list 2 once the consult or the responsible leader agrees."
);
/// How list 3 is left.
pub const LOWER: Both = both!(
    "从三级下调，会诊或包案领导确认了才算；还没有确认的记为申请下调，事项留在三级。有危险的不下调；下调以后又有一条符合的，马上回到三级。",
    "Leaving list 3 counts once the consult or the responsible leader confirms it; until then it is asked for, and the matter stays. Nothing dangerous is lowered, and a criterion met afterwards puts it back at once."
);
/// Until when a decision stands.
pub const UNTIL: Both = both!(
    "改列三级和条件不同的，到{}会诊没有再确认就失效，下调还要确认。",
    "A list 3 that differs from the criteria lapses unless confirmed by the consult of {}; leaving it is to be confirmed too."
);
/// Who confirms that list 3 is left.
pub const CONFIRM: Ask = ask(both!("下调由谁确认", "Who confirms that it leaves list 3"));
/// The consult does.
pub const BY_CONSULT: Both = both!("会诊定的", "The consult");
/// The responsible leader does.
pub const BY_LEADER: Both = both!("包案领导（{}）", "The responsible leader ({})");
/// Nobody yet.
pub const BY_NOBODY: Both = both!("还没有，先申请下调", "Nobody yet: ask for it");
/// Problem: another post than that of the leader.
pub const NOT_LEADER: Both = both!(
    "包案领导是{}；别的岗位定的，选“会诊定的”或者先申请。",
    "The responsible leader is {}; otherwise choose the consult, or ask for it."
);
/// Problem: a danger.
pub const IN_DANGER: Both = both!(
    "危险还在，不下调；险情排除了，先把登记的危险改过来。",
    "The danger stands, so it stays; once it is removed, correct what was registered."
);
