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
/// Problem: no answer changed.
pub const NOTHING_NEW: Both =
    both!("和已经记的一样，没有要补记的。", "Nothing differs from what is recorded.");

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
/// Until when a decision stands.
pub const UNTIL: Both = both!(
    "和条件不同的，到{}会诊没有再确认就失效。",
    "Where it differs from the criteria it lapses unless confirmed by the consult of {}."
);
