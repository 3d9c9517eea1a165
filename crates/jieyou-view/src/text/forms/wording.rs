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
            "缠访老户、上访老户、信访老户、老上访户、老上访、上访专业户、缠访户、上访户、老户、刁民",
            "serial petitioner, habitual petitioner, professional petitioner, troublemaker"
        ),
        unless: both!("老户主、老户型、老户籍、老户口、晚上访户、早上访户、马上访户", ""),
        instead: both!("反映人", "the citizen"),
        say: both!(
            "台账记事不记人。写这件事卡在哪一步、该谁哪天办。",
            "The ledger follows matters, not people. Write where the matter is stuck, and who does what by when."
        ),
    },
    Wording {
        words: both!(
            "疏导稳控、稳控、管控、盯防、看死盯牢、严防死守、布控",
            "keep under control, stability control, keep watch on"
        ),
        unless: both!("管控区、交通管控、管控措施、扬尘管控、风险管控、质量管控", ""),
        instead: both!("帮扶", "support"),
        say: both!(
            "写谁、哪天、去帮什么，别人才知道做到没有。",
            "Write who goes when to help with what; then others can see whether it was done."
        ),
    },
    Wording {
        words: both!("不稳定因素、不安定因素", "destabilising factor, factor of instability"),
        unless: Both::NONE,
        instead: both!("安全风险", "safety risk"),
        say: both!(
            "写可能出什么危险、危及谁、谁去防、报告了没有。",
            "Write which harm may come, whom it threatens, who prevents it, and whether it was reported."
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
        words: both!("缠访、闹访、缠闹、闹事", "pestering, unruly petitioning, making trouble"),
        unless: both!("热闹事", ""),
        instead: both!("来访", "visit"),
        say: both!(
            "写哪天来的、提了什么诉求、怎么答复的。",
            "Write when they came, what they asked for, and how it was answered."
        ),
    },
    Wording {
        words: both!(
            "信访不上行、信访上行、问题不上交、矛盾不上交、人员不越级、逐级表达、逐级走访、信访秩序",
            "keep petitions local, petition order"
        ),
        unless: Both::NONE,
        instead: Both::NONE,
        say: both!(
            "写本级登记、答复了没有，是不是按时，告知了哪些途径、找谁、期限多长。",
            "Write whether it was registered and answered here, in time, and which ways were explained, with whom and how long."
        ),
    },
    Wording {
        words: both!(
            "非正常上访、无理上访、越级上访、越级走访、越级访、越级、非访、无理取闹、胡搅蛮缠",
            "abnormal petition, unreasonable petition, bypassing levels"
        ),
        unless: both!("越级晋升、越级提拔、非访谈", ""),
        instead: Both::NONE,
        say: both!(
            "怎么来的不影响该怎么办。写收到的日子、诉求、依据够不够、哪天前答复。",
            "How it came in changes no duty. Write the day received, the claim, its grounds, and the day to answer by."
        ),
    },
    Wording {
        words: both!(
            "集体上访、群体上访、群体访、集体访、群访、聚众",
            "mass petition, group petitioning, gathered a crowd"
        ),
        unless: both!("社群访、人群访、集体访谈、集体访问、群访谈", ""),
        instead: both!("多户共同反映", "a joint request of several households"),
        say: both!(
            "写涉及几户几人、共同要什么；来访的，请他们推选代表，不超过5人。",
            "Write how many households and people, and what all ask for; visitors choose at most five to speak."
        ),
    },
    Wording {
        words: both!("钉子案、骨头案", "hard nut, nail case"),
        unless: Both::NONE,
        instead: both!("长期未决事项", "matter long undecided"),
        say: both!(
            "写卡在哪一步、该谁哪天办；办过没办好的，重新研究一遍。",
            "Write where it is stuck and who does what by when; what did not settle it is looked at anew."
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
        words: both!(
            "重点信访人、重点人员、重点群体、重点人、特殊人员、高危人员、涉稳人员、涉访人员、四重研判、五失、黑名单",
            "key person, key individuals, person of concern, blacklist"
        ),
        unless: both!("重点人群、重点群体就业、重点群体创业、重点人才", ""),
        instead: Both::NONE,
        say: both!(
            "台账不给人分类。需要帮助的，写需要哪类帮助、谁去帮。",
            "The ledger does not class people. Where help is needed, write which, and who gives it."
        ),
    },
    Wording {
        words: both!(
            "重复进京、已赴、赴京、赴省、去京、进京、去省、去过北京、到过北京、到过省、打算去北京、准备去北京、要去北京、打算上访、准备上访、还要上访、继续上访、滞留、劝返、接回、截访",
            "went to the capital, going to the capital, brought back, persuaded to return, intercepted"
        ),
        unless: both!(
            "已赴现场、已赴实地、去省会、去省医院、去省城看病、旅客滞留、货物滞留、接回家、接回去、接回孩子、接回老人、接回水管",
            ""
        ),
        instead: Both::NONE,
        say: both!(
            "不记人去了哪里。写上级哪天转来的、要求哪天前答复、谁来办。",
            "Where people go is not recorded. Write when it came from above, by when it is to be answered, and by whom."
        ),
    },
    Wording {
        words: both!(
            "情绪激动、情绪失控、情绪不稳、情绪稳定、情绪低落、情绪波动、闹情绪、扬言、性格、脾气、难缠、难对付、蛮横、偏执、固执、态度恶劣、素质低",
            "agitated, emotional, hysterical, difficult person, stubborn, bad-tempered"
        ),
        unless: Both::NONE,
        instead: Both::NONE,
        say: both!(
            "不记情绪，不评论人。写说了什么、要什么，现场有没有危险、怎么处理的。",
            "Moods and judgements are not recorded. Write what was said and asked for, whether there was danger, and what was done."
        ),
    },
    Wording {
        words: both!(
            "精神、脑子有问题、抑郁、癫痫、艾滋、疯子、傻子、弱智",
            "mentally ill, insane, depression, epilepsy"
        ),
        unless: both!(
            "精神文明、精神损害、精神损失、精神赔偿、精神抚慰、精神慰藉、精神卫生、精神面貌、文件精神、会议精神、讲话精神、全会精神、批示精神、政策精神、通知精神、上级精神、中央精神",
            ""
        ),
        instead: Both::NONE,
        say: both!(
            "不记健康状况。需要帮助的，写需要哪类帮助、谁去帮。",
            "Health is not recorded. Where help is needed, write which, and who gives it."
        ),
    },
    Wording {
        words: both!(
            "前科、两劳、刑满释放、劳改、坐过牢、吸毒",
            "criminal record, ex-convict, served time, drug addict"
        ),
        unless: Both::NONE,
        instead: Both::NONE,
        say: both!(
            "过去的事和这件事无关，不写。写这件事本身、该谁办。",
            "The past has no bearing on this matter. Write the matter itself, and whose duty it is."
        ),
    },
    Wording {
        words: both!(
            "息诉罢访、息诉息访、息诉、息访、罢访、停访、不再上访、不再信访、不再来访、不再反映、悔过书",
            "promise not to petition, stop petitioning, never petition again"
        ),
        unless: Both::NONE,
        instead: Both::NONE,
        say: both!(
            "不要谁作保证。写办成了什么、哪天落实；本人自愿撤回的，写本人原话。",
            "Nobody is asked to stay silent. Write what was done and when; for a withdrawal, the citizen's own words."
        ),
    },
    Wording {
        words: both!(
            "多次反映、反复反映、多次上访、反复上访、重复上访、重复信访、次上访、次来访、次反映、次信访、上访次数、信访次数、反映次数、去过哪里反映",
            "repeated petitions, petitioned repeatedly, number of visits"
        ),
        unless: both!(
            "首次来访、初次来访、本次来访、此次来访、每次来访、这次来访、上次来访、下次来访、再次来访、首次反映、初次反映、本次反映、此次反映、每次反映、这次反映、上次反映、再次反映、首次信访、初次信访、本次信访",
            ""
        ),
        instead: Both::NONE,
        say: both!(
            "不数来过几次。写上次哪天答复的、答复的落实了没有。",
            "Visits are not counted. Write when the last answer was given, and whether it was carried out."
        ),
    },
    Wording {
        words: both!(
            "幕后、背后有人、谁在背后、被人利用、受人指使、受人挑唆、别有用心、操纵、挑头、串联、煽动",
            "ringleader, instigator, behind the scenes, manipulated by"
        ),
        unless: both!("串联电路、串联接、操纵杆、操纵台、操纵室", ""),
        instead: Both::NONE,
        say: both!(
            "不猜是谁的主意。写大家共同的诉求、涉及几户几人。",
            "Who stands behind is not written. Write what all ask for, and how many households it concerns."
        ),
    },
    Wording {
        words: both!(
            "民族、宗教、信教、政治面貌、文化程度、文盲、婚育、婚姻状况、离异、光棍",
            "ethnicity, religion, religious belief, marital status, political affiliation, illiterate"
        ),
        unless: both!(
            "民族乡、民族村、民族路、民族街、民族学校、民族中学、民族小学、民族政策、民族团结、民族事务、民族自治、宗教事务、宗教场所、宗教局、婚育证明",
            "ethnicity affairs"
        ),
        instead: Both::NONE,
        say: both!(
            "和这件事无关的个人情况不记。写这件事本身；需要帮助的，写需要哪类帮助。",
            "What has no bearing on the matter is not recorded. Write the matter itself; where help is needed, which."
        ),
    },
    Wording {
        words: both!(
            "行踪、活动轨迹、行动轨迹、人脸、手机定位、实时定位、定位信息、思想动态、人员动向、思想动向",
            "whereabouts, movements of, phone location, face recognition"
        ),
        unless: Both::NONE,
        instead: Both::NONE,
        say: both!(
            "不看人在哪里、想什么。写上次联系是哪天、约好哪天再谈。",
            "Where people are and what they think is not followed. Write the last contact and the day agreed for the next."
        ),
    },
    Wording {
        words: both!(
            "亲友关系、社会关系、亲属关系、家属工作、微信号、抖音号、快手号、车牌",
            "number plate, licence plate, relatives of, social media account"
        ),
        unless: both!("亲属关系证明、亲属关系公证、车牌坊", ""),
        instead: Both::NONE,
        say: both!(
            "这些不记。要找本人，用联系方式；和这件事有关的另一方，写角色：对方、第三人。",
            "These are not recorded. To reach the citizen use the contact; call others by their part: the other side, a third party."
        ),
    },
    Wording {
        words: both!(
            "涉密、绝密、机密、讯问笔录、询问笔录、审讯笔录、公安笔录、纪检材料",
            "classified document, state secret, police record"
        ),
        unless: both!("不涉密、非涉密、商业机密", ""),
        instead: Both::NONE,
        say: both!(
            "本台账不得录入这类内容。只写哪天收到、哪天交给哪个机关。",
            "Such content must not be entered here. Write only when it came, and when it went to which organ."
        ),
    },
    Wording {
        words: both!(
            "信访量下降、上访量下降、信访量、上访量、零上访、零进京、无信访行为、无上访行为、一票否决、绩效考评、扣减分值",
            "fewer petitions, zero petitions, points deducted"
        ),
        unless: Both::NONE,
        instead: Both::NONE,
        say: both!(
            "来得多少不是成绩。写联系上了没有、答复了没有、是不是按时、落实了没有。",
            "How many come is no merit. Write whether people were reached and answered, in time, and whether it was carried out."
        ),
    },
    Wording {
        words: both!("依法打击、打击处理、处置到位、处置案例、训诫", "crack down, reprimanded"),
        unless: Both::NONE,
        instead: Both::NONE,
        say: both!(
            "不写对人怎么处置。有人身危险的，报110，登记紧急报告；事情本身照办。",
            "What is done to people is not written. Danger is reported to the police and noted as such; the matter goes on."
        ),
    },
    Wording {
        words: both!("舆情、舆论引导、舆论推动、用舆论、公论、感恩", "public opinion, gratitude"),
        unless: both!("办公论、公论坛", ""),
        instead: Both::NONE,
        say: both!(
            "不看别人怎么说，也不要谁感谢。写这件事办到哪一步、下一步谁哪天办。",
            "What others say does not matter, and nobody owes thanks. Write how far it is, and who does what by when."
        ),
    },
];
