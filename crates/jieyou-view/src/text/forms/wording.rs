//! Words that judge or follow a person, and what to write instead about the duty
//! (practice 5 and 14). They are named here and nowhere else: the app never says them.

use super::{Both, both};

/// Some words of one sort. What stands between commas is one word each.
#[derive(Clone, Copy, Debug)]
pub struct Wording {
    /// The words.
    pub words: Both,
    /// Longer words with one of these in them that mean something else; may be empty.
    pub unless: Both,
    /// What a click puts in their place, where a sentence still reads well then; may be
    /// empty.
    pub instead: Both,
    /// What to write, and why.
    pub say: Both,
}

/// Beside a field: the word, and what to write.
pub const HINT: Both = both!("“{}”：{}", "“{}”: {}");
/// Button: puts the neutral word in.
pub const REPLACE: Both = both!("换成“{}”", "Write “{}”");

/// The most specific words first.
pub const TABLE: &[Wording] = &[
    Wording {
        words: both!(
            "缠访老户、上访老户、老上访户、老上访、上访专业户、上访户、老户、刁民",
            "serial petitioner, habitual petitioner, troublemaker"
        ),
        unless: both!("老户主、老户型、老户籍", ""),
        instead: both!("反映人", "the citizen"),
        say: both!(
            "台账记事不记人。写这件事卡在哪一步、该谁哪天办。",
            "The ledger follows matters, not people. Write where the matter is stuck, and who does what by when."
        ),
    },
    Wording {
        words: both!("稳控、管控、盯防、看死盯牢", "keep under control, stability control"),
        unless: both!("管控区、交通管控、管控措施、扬尘管控", ""),
        instead: both!("帮扶", "support"),
        say: both!(
            "写谁、哪天、去帮什么，别人才知道做到没有。",
            "Write who goes when to help with what; then others can see whether it was done."
        ),
    },
    Wording {
        words: both!("维稳", "stability maintenance"),
        unless: Both::NONE,
        instead: both!("安全防范", "safety"),
        say: both!(
            "写有什么安全风险、谁负责、怎么防。",
            "Write which risk there is, who answers for it, and what is done about it."
        ),
    },
    Wording {
        words: both!("缠访、闹访", "pestering, unruly petitioning"),
        unless: Both::NONE,
        instead: both!("来访", "visit"),
        say: both!(
            "写哪天来的、提了什么诉求、怎么答复的。",
            "Write when they came, what they asked for, and how it was answered."
        ),
    },
    Wording {
        words: both!(
            "非正常上访、无理上访、越级上访、非访、无理取闹、胡搅蛮缠",
            "abnormal petition, unreasonable petition"
        ),
        unless: Both::NONE,
        instead: Both::NONE,
        say: both!(
            "怎么来的不影响该怎么办。写收到的日子、诉求、依据够不够、哪天前答复。",
            "How it came in changes no duty. Write the day received, the claim, its grounds, and the day to answer by."
        ),
    },
    Wording {
        words: both!("钉子户", "nail house, holdout"),
        unless: Both::NONE,
        instead: both!("没有达成协议的住户", "household without an agreement"),
        say: both!(
            "写还有哪一条没谈拢、下一步谁去谈。",
            "Write which point is still open, and who talks about it next."
        ),
    },
    Wording {
        words: both!("老赖", "deadbeat"),
        unless: Both::NONE,
        instead: both!("没有按约定履行的一方", "the party that has not performed"),
        say: both!(
            "写约定了什么、哪天到期、还差多少。",
            "Write what was agreed, when it fell due, and how much is missing."
        ),
    },
    Wording {
        words: both!("重点人员、重点人、五失", "key person, person of concern"),
        unless: both!("重点人群", ""),
        instead: Both::NONE,
        say: both!(
            "台账不给人分类。需要帮助的，写需要哪类帮助、谁去帮。",
            "The ledger does not class people. Where help is needed, write which, and who gives it."
        ),
    },
    Wording {
        words: both!(
            "已赴、赴京、赴省、去京、进京、去省、滞留、劝返、接回、截访",
            "went to the capital, brought back, persuaded to return, intercepted"
        ),
        unless: both!("已赴现场、已赴实地、去省会", ""),
        instead: Both::NONE,
        say: both!(
            "不记人去了哪里。写上级哪天转来的、要求哪天前答复、谁来办。",
            "Where people go is not recorded. Write when it came from above, by when it is to be answered, and by whom."
        ),
    },
    Wording {
        words: both!(
            "情绪激动、情绪失控、情绪不稳、情绪稳定、扬言",
            "agitated, emotional, hysterical"
        ),
        unless: Both::NONE,
        instead: Both::NONE,
        say: both!(
            "不记情绪。写说了什么、要什么，现场有没有危险、怎么处理的。",
            "Moods are not recorded. Write what was said and asked for, whether there was danger, and what was done."
        ),
    },
    Wording {
        words: both!("精神、脑子有问题", "mentally ill, insane"),
        unless: both!(
            "精神文明、精神损害、精神抚慰、文件精神、会议精神、讲话精神、全会精神、批示精神、政策精神",
            ""
        ),
        instead: Both::NONE,
        say: both!(
            "不记健康状况。需要帮助的，写需要哪类帮助、谁去帮。",
            "Health is not recorded. Where help is needed, write which, and who gives it."
        ),
    },
    Wording {
        words: both!("前科、两劳、刑满释放、吸毒人员", "criminal record, ex-convict"),
        unless: Both::NONE,
        instead: Both::NONE,
        say: both!(
            "过去的事和这件事无关，不写。写这件事本身、该谁办。",
            "The past has no bearing on this matter. Write the matter itself, and whose duty it is."
        ),
    },
    Wording {
        words: both!(
            "息诉罢访、息诉息访、息诉、息访、罢访、停访",
            "promise not to petition, stop petitioning"
        ),
        unless: Both::NONE,
        instead: Both::NONE,
        say: both!(
            "不要求谁不再反映。写办成了什么、哪天落实；本人自愿撤回的，写本人原话。",
            "Nobody is asked to stay silent. Write what was done and when; for a withdrawal, the citizen's own words."
        ),
    },
    Wording {
        words: both!(
            "多次反映、反复反映、多次上访、反复上访、重复上访",
            "repeated petitions, petitioned repeatedly"
        ),
        unless: Both::NONE,
        instead: Both::NONE,
        say: both!(
            "不数来过几次。写上次哪天答复的、答复的落实了没有。",
            "Visits are not counted. Write when the last answer was given, and whether it was carried out."
        ),
    },
    Wording {
        words: both!(
            "幕后、背后有人、挑头、串联、煽动",
            "ringleader, instigator, behind the scenes"
        ),
        unless: both!("串联电路、串联接", ""),
        instead: Both::NONE,
        say: both!(
            "不写谁在背后。写大家共同的诉求、涉及几户几人。",
            "Who stands behind is not written. Write what all ask for, and how many households it concerns."
        ),
    },
];
