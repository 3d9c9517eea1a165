//! Rules on the screen: their effects and terms in words, and the pages about them.

use super::{Both, Lang, both};
use jieyou_domain::facts::DeadlineKind;
use jieyou_domain::rules::{Effect, Lint, RuleTerm, SpecialTerm};
use jieyou_domain::time::Unit;

/// What a rule does; nothing to say of an ordinary term.
pub fn effect(effect: Effect, lang: Lang) -> &'static str {
    let text = match effect {
        Effect::Clock => Both::NONE,
        Effect::Extends => both!("延长期限", "lengthens a term"),
        Effect::Suspends => both!("期间扣除", "days that do not count"),
        Effect::Interrupts => both!("期限重新起算", "starts a term anew"),
        Effect::Stays => both!("期限中止", "a term stands still"),
        Effect::Excuses => both!("不适用某个期限", "a term is not owed"),
        Effect::Says => both!("提示，不算日子", "to know; no day"),
        Effect::Counts => both!("计算办法", "how days are counted"),
        Effect::Listed => both!("列出备查，不逐件算", "for reference; not computed"),
    };
    text.to(lang)
}

/// How long: `15日`, `5个工作日`, `按交办函`; empty where a rule has none.
pub fn term(term: RuleTerm, kind: DeadlineKind, lang: Lang) -> String {
    let (n, text) = match term {
        RuleTerm::Count { n, unit } => (n, unit_of(unit, n == 1)),
        RuleTerm::Special(SpecialTerm::SameDay) => (0, both!("当天", "the same day")),
        RuleTerm::Special(SpecialTerm::AsGiven) => (0, given(kind)),
        RuleTerm::Special(SpecialTerm::NextConsult) => {
            (0, both!("到下次会诊", "until the next consult"))
        }
        RuleTerm::Special(SpecialTerm::None) => (0, Both::NONE),
    };
    text.with(lang, &[&n.to_string()])
}

fn given(kind: DeadlineKind) -> Both {
    match kind {
        DeadlineKind::Ordered => both!("按交办函", "as the order says"),
        DeadlineKind::Agreed => both!("按约定的日子", "as agreed"),
        DeadlineKind::Statutory | DeadlineKind::Promised | DeadlineKind::Routine => {
            both!("按定下的日子", "as set")
        }
    }
}

fn unit_of(unit: Unit, one: bool) -> Both {
    match unit {
        Unit::CalendarDays if one => both!("{}日", "{} day"),
        Unit::CalendarDays => both!("{}日", "{} days"),
        Unit::WorkingDays if one => both!("{}个工作日", "{} working day"),
        Unit::WorkingDays => both!("{}个工作日", "{} working days"),
        Unit::Months if one => both!("{}个月", "{} month"),
        Unit::Months => both!("{}个月", "{} months"),
        Unit::Years if one => both!("{}年", "{} year"),
        Unit::Years => both!("{}年", "{} years"),
    }
}

/// What a careful reader would ask about a pack.
pub fn lint(lint: &Lint, lang: Lang) -> String {
    let (text, about) = match lint {
        Lint::Gap(ids) => (
            both!(
                "{}：前一条失效到后一条施行之间有空档。",
                "{}: there are days between the end of one and the start of the next."
            ),
            ids,
        ),
        Lint::NoExample(id) => (both!("{}没有例子。", "{} has no example."), id),
        Lint::Shadowed(id) => (
            both!(
                "{}这一行永远轮不到，上面的行已经把它的情形都占了。",
                "Row {} never counts: those above it take every case."
            ),
            id,
        ),
        Lint::Scales(ids) => (
            both!(
                "{}两条的户数、人数接不上：中间有几户几人哪条都不算，或者两条都算。",
                "{}: their numbers of households and people do not meet; some count in neither, or in both."
            ),
            ids,
        ),
        Lint::Loosens(id) => (
            both!(
                "{}会放宽本单位的一项期限，请核对依据。",
                "{} makes a duty of this unit easier; check its source."
            ),
            id,
        ),
    };
    text.with(lang, &[about])
}

/// How an example stands, from the code of what was found.
pub fn standing(code: &str, lang: Lang) -> &'static str {
    let text = match code {
        "running" => both!("在期限内", "running"),
        "suspended" => both!("暂停计日", "suspended"),
        "overdue" => both!("已过期限，没有办", "overdue"),
        "closed" => both!("已过期", "expired"),
        "ended" => both!("不再计", "no longer owed"),
        "not started" => both!("尚未起算", "not started"),
        "said" => both!("有这条提示", "it is said"),
        "nothing" => both!("没有这一项", "not owed"),
        _ => Both::NONE,
    };
    text.to(lang)
}

/// The page's name.
pub const TITLE: Both = both!("规则", "Rules");
/// What it is, and what it is not.
pub const LEAD: Both = both!(
    "台账按下面这些规则算日子。每条都写明出处、原文和核对程度。这是工作参考，不是法律意见；有出入的，以正式公布的文本为准。",
    "Days are counted by these rules, each with its source, words and how well they were checked. Working notes, not legal advice; the official text decides."
);
/// To the page.
pub const OPEN: Both =
    both!("看规则、判断表、清单标准、分类和规则包", "Rules, tables, criteria, subjects and packs");
/// The packs.
pub const PACKS: Both = both!("在用的规则包", "Packs in force");
/// A base pack: name, edition, number of rules.
pub const BASE: Both = both!("{}，{}版，{}条规则", "{}, edition {}, {} rules");
/// An overlay: name, edition, number of rules, numbers, rules not used.
pub const OVERLAY: Both = both!(
    "{}，{}版：新增规则{}条，另定天数{}处，不用{}条",
    "{}, edition {}: rules added {}, numbers set {}, not used {}"
);
/// Saves a pack.
pub const SAVE: Both = both!("另存规则包", "Save the pack");
/// Takes an overlay off.
pub const DROP: Both = both!("停用", "Take off");
/// What levels mean.
pub const LEVELS: Both = both!("核对程度", "How well checked");
/// The box to search in.
pub const SEARCH: Both =
    both!("找规则：编号、事项、文件、原文", "Find: id, duty, instrument, words");
/// How many are shown.
pub const FOUND: Both = both!("{}条规则", "rules: {}");
/// None is found.
pub const NONE_FOUND: Both = both!("没有找到这样的规则。", "No such rule.");
/// No pack.
pub const NO_RULES: Both =
    both!("还没有启用规则包，期限算不出来。", "No pack is in force; no day can be counted.");
/// Examples.
pub const EXAMPLES: Both = both!("例子", "Examples");
/// Runs all.
pub const RUN_ALL: Both = both!("全部运行", "Run them all");
/// What came of it: how many agree, of how many.
pub const RAN: Both = both!("{}个例子相符，共{}个。", "{} of {} examples agree.");
/// Why one may not agree.
pub const IS_SET: Both = both!("本单位另定了天数", "the number is set otherwise here");
/// Runs one.
pub const RUN: Both = both!("运行", "Run");
/// An example does not read: why.
pub const BROKEN: Both = both!("这个例子读不了（{}）", "it does not read ({})");
/// Agrees.
pub const AGREES: Both = both!("相符", "agrees");
/// Does not.
pub const DIFFERS: Both = both!("不符", "differs");
/// Heads of the looks.
pub const LOOK_HEADS: [Both; 4] = [
    both!("哪天看", "Day"),
    both!("应当", "Expected"),
    both!("算出", "Found"),
    both!("结果", "Result"),
];
/// The clock over an example.
pub const CLOCK: Both = both!("拨日子看", "Move the day");
/// One day back.
pub const BEFORE: Both = both!("前一天", "Day before");
/// One day on.
pub const AFTER: Both = both!("后一天", "Day after");
/// To the next change.
pub const NEXT: Both = both!("到下一次变化", "Next change");
/// A day.
pub const DAY: Both = both!("日子", "Day");
/// None.
pub const NO_EXAMPLES: Both = both!("这条规则没有例子。", "This rule has no example.");
/// Taking a pack in.
pub const LOAD: Both = both!("读入规则包", "Read a pack in");
/// What that does.
pub const LOAD_HINT: Both = both!(
    "先核对，列出和现在的差别、哪些事的日子会变，再决定启用不启用。",
    "It is checked first: what differs, and which days would move. Nothing changes until it is put into force."
);
/// The box.
pub const BOX: Both = both!("规则包的内容", "The pack");
/// A file instead.
pub const FILE: Both = both!("或者从文件读入（.json）", "Or from a file (.json)");
/// Checks.
pub const CHECK: Both = both!("核对，看有什么变化", "Check, and see what changes");
/// Puts into force.
pub const ADOPT: Both = both!("启用", "Put into force");
/// Leaves it.
pub const LEAVE: Both = both!("先不启用", "Not now");
/// Done.
pub const DONE: Both =
    both!("好了，期限都按现在的规则算。", "Done; all days are counted by these rules now.");
/// Nothing pasted.
pub const NO_TEXT: Both = both!("还没有贴规则包的内容。", "Nothing is pasted yet.");
/// A pack that replaces the base: name, edition.
pub const AS_BASE: Both =
    both!("“{}”{}版，替换现在的基本规则包。", "“{}”, edition {}: takes the place of the base.");
/// A pack laid over: name, edition.
pub const AS_OVERLAY: Both =
    both!("“{}”{}版，叠加在基本规则包上。", "“{}”, edition {}: laid over the base.");
/// An overlay taken off: name, edition.
pub const AS_DROPPED: Both = both!("停用“{}”{}版。", "“{}”, edition {}: taken off.");
/// What differs.
pub const CHANGES: Both = both!("和现在相比", "Compared with now");
/// Nothing.
pub const SAME: Both = both!("规则没有变化。", "No rule differs.");
/// To look at before adopting.
pub const LINTS: Both = both!("请留意", "To look at");
/// The text that is written.
pub const TEXT: Both = both!("要写入的规则包", "The pack as it is written");
/// The line of a text that an error is about.
pub const AT_LINE: Both = both!("（第{}行）", " (line {})");
/// Why an overlay is taken off.
pub const WHY: Both = both!("为什么停用", "Why");
/// A number of the unit's own.
pub const LOCAL: Both = both!("本单位的规定", "What this unit sets itself");
/// One that is stricter: button.
pub const SHORTEN: Both = both!("按本地规定改短", "Set a shorter number");
/// Any number: button.
pub const CHANGE: Both = both!("改天数，或者不用", "Set another number, or do without");
/// What may be set.
pub const SHORTEN_HINT: Both = both!(
    "法定、指定的期限只能按正式文件改短，不能改长，原文要逐字核对过；过了本地的日子也算超期。",
    "A term of law may be shortened by a published document whose words were checked, never lengthened; past the local day it is overdue."
);
/// A local number beside the law's: number, from when, source.
pub const SET: Both = both!("本单位定为{}，{}起：{}", "Set to {} here from {}: {}");
/// In a list of changes: old, new, from when, source, words.
pub const SET_NEW: Both = both!("{} → {}，{}起，{}：“{}”", "{} → {} from {}, {}: “{}”");
/// No longer set.
pub const SET_GONE: Both = both!("{} → {}，恢复原来的天数", "{} → {}: the old number again");
/// Marks of changes.
pub const ADDED: Both = both!("新增", "Added");
/// Left out.
pub const GONE: Both = both!("去掉", "Left out");
/// Changed.
pub const CHANGED: Both = both!("改动", "Changed");
