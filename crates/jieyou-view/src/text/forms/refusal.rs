//! What the ledger says when it records nothing: what is the matter, and what to do.

use super::{Both, both};
use jieyou_domain::ledger::WhyNot;

/// Why an act is not possible now.
pub fn why_not(why: WhyNot) -> Both {
    match why {
        WhyNot::NotAVillageStep => both!(
            "村（社区）没有这一步：村里调解、报告、上报。",
            "A village has no such step: it mediates, reports and hands up."
        ),
        WhyNot::OnlyPetitions => both!(
            "信访事项才有这一步；如果是信访事项，先改分类。",
            "Only a petition has this step. If it is one, classify it first."
        ),
        WhyNot::OnlyAppeals => both!(
            "申诉求决才有这一步；类别不对的话，先改分类。",
            "Only an appeal for a decision has this step. If the class is wrong, classify it first."
        ),
        WhyNot::OnlyVillages => both!("只有村（社区）上报。", "Only a village hands up."),
        WhyNot::OnlyTransferred => both!(
            "上级转送、交办来的才能提异议。",
            "Only what a superior forwarded or assigned can be objected to."
        ),
        WhyNot::NoDanger => both!(
            "登记时没有选“有危险”；如果有，先更正登记。",
            "No danger was recorded. If there is, correct the registration first."
        ),
        WhyNot::AlreadyDone => both!(
            "这一步已经记过；要改，请用“更正”。",
            "This is recorded already. To change it, correct that entry."
        ),
        WhyNot::RouteFirst => {
            both!("还没定办理途径，请先定途径。", "No route is chosen. Choose the route first.")
        }
        WhyNot::NotAccepted => {
            both!("还没受理，请先记受理。", "Not accepted yet. Record that first.")
        }
        WhyNot::NotAllReplied => both!(
            "还有诉求没答复，请先答复完。",
            "A claim is not answered. Answer every claim first."
        ),
        WhyNot::NotReplied => {
            both!("还没答复，请先记答复。", "Not answered yet. Record the answer first.")
        }
        WhyNot::NotDelivered => {
            both!("答复还没送达，请先记送达。", "The answer is not delivered. Record that first.")
        }
        WhyNot::NoReview => both!(
            "还没登记复查，请先登记复查的申请和意见。",
            "No review is recorded. Record its request and answer first."
        ),
        WhyNot::ReviewOpen => both!(
            "复查意见还没送达，请先记送达。",
            "The review's answer is not delivered. Record that first."
        ),
        WhyNot::NoRecheck => both!(
            "还没登记复核，请先登记复核的申请和意见。",
            "No recheck is recorded. Record its request and answer first."
        ),
        WhyNot::SixtyDaysOver => both!(
            "从受理起已满60日，不能再延期，请尽快答复。",
            "Sixty days have passed since acceptance; answer as soon as possible."
        ),
        WhyNot::MediationRefused => both!(
            "一方已明确拒绝调解，请告知其他途径。",
            "A party refused mediation. Point out the other routes."
        ),
        WhyNot::PromisesOpen => both!(
            "还有约定没履行，请先登记履行情况。",
            "A promise is still open. Record its performance first."
        ),
        WhyNot::NoPromises => both!("没有待履行的约定。", "Nothing promised is open."),
        WhyNot::NothingSettled => both!(
            "还没有答复送达，也没有达成协议，请先记其中一样。",
            "Neither an answer delivered nor an agreement. Record one of them first."
        ),
        WhyNot::Settled => both!(
            "已经办结或化解；要再办，请先恢复办理。",
            "The matter is settled or done. To go on, reopen it first."
        ),
        WhyNot::NotSettled => both!(
            "还没办结或化解，现在不能这样记。",
            "The matter is not settled or done, so this cannot be recorded yet."
        ),
        WhyNot::VillageMayNotHandle => both!(
            "涉及村“两委”或村集体，村里不承办，请上报。",
            "It is against the village's own committees or collective. Hand it up."
        ),
        WhyNot::OnNoList => both!(
            "这件事不列清单，没有级别可调。",
            "The matter is on no list, so there is none to set."
        ),
        _ => why_not_later(why),
    }
}

/// The same, of the later life and the way between units.
fn why_not_later(why: WhyNot) -> Both {
    match why {
        WhyNot::SignFirst => both!(
            "还没签收，请先签收；不归本单位办的，请退回。",
            "Not signed for yet. Sign for it first, or return it."
        ),
        WhyNot::NotHandedToUs => {
            both!("这件事不是下级报上来的。", "It was not handed up to this unit.")
        }
        WhyNot::NothingToUrge => both!("没有在等谁的回音。", "Nothing is waited for."),
        WhyNot::NothingToPassOn => both!(
            "还没有收到办理结果的反馈，读入反馈文件后再记。",
            "No result has come back yet. Read in the file with the feedback first."
        ),
        WhyNot::NotOurs => both!(
            "这一笔是另一个单位写的，只能由那个单位更正。",
            "Another unit wrote this entry; only that unit corrects it."
        ),
        WhyNot::HearFirst => both!(
            "按31条（六）项办理的，答复前应当听取陈述，请先记“听取陈述”。",
            "Under 31(6) the citizen is heard before the answer. Record that first."
        ),
        WhyNot::ByNumberOnly => both!(
            "检举控告和只记编号的事，内容不写进本台账：到“少记”另记一个编号（村里不记，给密封移交回执）。这里已经写下的，撤销登记，或者更正登记、删掉这一部分；其他诉求照常办。",
            "A report of wrongdoing, and what is recorded by number only, is not written here: record a number on its own page (a village gives a receipt for the sealed letter). What stands here already: take the registration back, or correct it and leave that part out; other claims go on."
        ),
        WhyNot::NoRoute => both!("没有正在走法定途径的诉求。", "No claim is on a statutory route."),
        WhyNot::ClaimGone => both!(
            "这条诉求已分案、撤回或转入法定途径，本件不再办它。",
            "This claim was split off, withdrawn or referred; it is not worked on here."
        ),
        WhyNot::NotForwarded => both!("没有转出去等答复的。", "Nothing was sent on."),
        WhyNot::RemediesOpen => both!(
            "反映人还可以申请复查或复核，或者还没告知期限，现在不能依法办结。",
            "Review or recheck may still be asked for, or its days were not told; it cannot be closed yet."
        ),
        WhyNot::NotObserved => {
            both!("化解并观察期满的才销号。", "Only what is resolved and was observed is delisted.")
        }
        WhyNot::StillObserving => both!(
            "观察期还没满，满期后再申请销号。",
            "The observation is not over. Apply when it is."
        ),
        WhyNot::NotAsked => both!("还没有申请销号。", "Delisting was not applied for."),
        WhyNot::SamePost => both!(
            "申请和核准不能是同一个岗位，请换一个岗位。",
            "The post that applied cannot decide. Choose another post."
        ),
        WhyNot::ConsentFirst => both!(
            "帮扶转介要本人同意，请先征求本人意见。",
            "Support needs the citizen's consent. Ask first."
        ),
        WhyNot::TellMayReturn => both!(
            "撤回要告知本人以后可以再来反映，告知后请勾选。",
            "Tell the citizen that the matter may be brought again, then tick it."
        ),
        WhyNot::Interest => both!(
            "请先问回避：有直接利害关系或作出原决定的人不能承办，请换一个岗位，再勾选已问过。",
            "Ask about interests first: nobody with a direct interest, nor who made the decision, handles it. Choose another post, then tick it."
        ),
        WhyNot::LastClaim => both!("至少留一条诉求在本件。", "At least one claim stays here."),
        WhyNot::NotAgreed => both!(
            "有诉求不予支持，本人没有接受，不是化解。谈成了先记协议；复查、复核走完或期限过后，用“依法办结”。",
            "A claim was refused and nothing agreed, so it is not resolved. Record an agreement if there is one; once the remedies are used or their days over, close it lawfully."
        ),
        WhyNot::OnlyFirst => both!(
            "简易办理只用于初次信访事项，这件事以前反映过或已恢复办理。",
            "The simplified procedure is for matters brought for the first time; this one was brought before."
        ),
        WhyNot::OnlyOrdinaryRoute => both!(
            "有诉求走31条（一）至（五）项的途径，不适用简易办理。",
            "A claim goes one of the routes 31(1) to (5); the simplified procedure does not apply."
        ),
        WhyNot::NotAssigned => both!(
            "上级交办的事项不适用简易办理。",
            "What a superior assigned is not handled by the simplified procedure."
        ),
        WhyNot::SeveralBodies => both!(
            "涉及多个责任主体，不适用简易办理。",
            "Several bodies are responsible; the simplified procedure does not apply."
        ),
        WhyNot::SameProcedure => {
            both!("现在用的就是这种程序，不用再记。", "It is handled by this procedure already.")
        }
        WhyNot::NothingOwed => both!(
            "本单位现在没有这一项要办的，不用说明；群众的权利和当事人的约定不在此列。",
            "This unit owes no such thing now. A citizen's right or a party's promise is not answered so."
        ),
        WhyNot::NoOtherMatter => both!(
            "没有这样一件可以关联的事，请核对编号。",
            "There is no such other matter; check the number."
        ),
        // Worded above; listed so that a new reason does not go without words.
        WhyNot::NotAVillageStep
        | WhyNot::OnlyPetitions
        | WhyNot::OnlyAppeals
        | WhyNot::OnlyVillages
        | WhyNot::OnlyTransferred
        | WhyNot::NoDanger
        | WhyNot::AlreadyDone
        | WhyNot::RouteFirst
        | WhyNot::NotAccepted
        | WhyNot::NotAllReplied
        | WhyNot::NotReplied
        | WhyNot::NotDelivered
        | WhyNot::NoReview
        | WhyNot::ReviewOpen
        | WhyNot::NoRecheck
        | WhyNot::SixtyDaysOver
        | WhyNot::MediationRefused
        | WhyNot::PromisesOpen
        | WhyNot::NoPromises
        | WhyNot::NothingSettled
        | WhyNot::Settled
        | WhyNot::NotSettled
        | WhyNot::VillageMayNotHandle
        | WhyNot::OnNoList => Both::NONE,
    }
}

/// No such matter.
pub const NO_SUCH_MATTER: Both = both!(
    "台账里没有这件事，可能登记已撤销，或者带来它的文件已撤回导入，请回列表查看。",
    "There is no such matter; its registration, or the file it came with, may have been taken back. Look in the list."
);
/// The id is taken.
pub const ID_TAKEN: Both =
    both!("这次没记上，请再点一次。", "Nothing was recorded. Please try once more.");
/// Records of a newer program.
pub const NEWER: Both = both!(
    "这里有新版程序写的记录，本机程序读不了。数据没有动，请更新程序再记。",
    "A newer program wrote something here that this one cannot read. The data is untouched; update the program first."
);
/// A text is missing.
pub const MISSING: Both =
    both!("有一项必填的还空着，请填上。", "Something that is needed is empty. Please fill it in.");
/// Claims: none, or one that something hangs on is gone.
pub const CLAIMS: Both = both!(
    "至少要有一条诉求；已经答复或分类的诉求不能删，可以改文字。",
    "There must be a claim; one that was answered or classified cannot go, but its words may change."
);
/// A claim that is not there.
pub const CLAIM: Both =
    both!("没有这条诉求，请重新打开这件事。", "There is no such claim. Open the matter again.");
/// A promise that is not there.
pub const PROMISE: Both = both!(
    "这条约定已经不在了，请重新打开这件事。",
    "That promise is no longer there. Open the matter again."
);
/// A promise that something was said about.
pub const KEPT: Both = both!(
    "登记过履行情况的约定不能删，可以改内容和日子。",
    "A promise whose performance was recorded cannot go; its words and day may change."
);
/// Too long: length, limit.
pub const TOO_LONG: Both =
    both!("写了{}字，最多{}字，请删短。", "{} characters; at most {} fit. Please shorten it.");
/// Too many: number, limit.
pub const TOO_MANY: Both =
    both!("有{}个，最多{}个，请改少。", "{} are too many; at most {}. Please reduce.");
/// Received after another fact: its day.
pub const RECEIVED_LATE: Both = both!(
    "后面有{}的记录，收到的日子不能晚于这天。",
    "Something is recorded on {}; the matter cannot be received after that."
);
/// No such entry.
pub const NO_ENTRY: Both = both!(
    "这一笔不在了，或已经撤销，请重新打开这件事。",
    "That entry is not there, or was taken back. Open the matter again."
);
/// Another type.
pub const OTHER_TYPE: Both = both!(
    "更正不能换成另一种记录；请撤销这一笔，再重新记。",
    "A correction cannot change what kind of entry it is. Take it back and record anew."
);
/// A pack does not read: why.
pub const BAD_PACK: Both = both!(
    "规则包没有启用，原来的照用。原因：{}。请找发包的人核对。",
    "The rule pack was not adopted; the old one stays. Reason: {}. Ask whoever made it."
);
/// A calendar does not read: why.
pub const BAD_CALENDAR: Both = both!(
    "节假日历没有启用，原来的照用。原因：{}。请核对文件。",
    "The calendar was not adopted; the old one stays. Reason: {}. Please check the file."
);
/// Not recordable this way.
pub const NOT_RECORDABLE: Both = both!(
    "这一笔不能这样记，请从事项页面上的按钮进入。",
    "This cannot be recorded this way. Use the buttons on the matter's page."
);

/// A text does not read: the parser's words.
pub const UNREADABLE: Both = both!("格式读不了（{}）", "it does not read ({})");
/// Another format.
pub const OTHER_FORMAT: Both =
    both!("不是本程序的规则包，或版本更新", "not a pack of this program, or a newer version");
/// An id twice.
pub const TWICE: Both = both!("编号{}用了两次", "the id {} stands twice");
/// No words.
pub const WORDLESS: Both = both!("{}缺文字", "{} lacks words");
/// A word that leads to a subject is not one.
pub const BAD_SIGN: Both = both!(
    "{}：这个提示词写法不对。两个字以上写成“词”，几个都要有写成“词+词”，后面可加“*1”到“*9”，前面加“-”表示不是这一类",
    "{}: this is not how a word that leads to a subject is written; write a word, or several with +, then perhaps *1 to *9, and - in front where it speaks against"
);
/// No source.
pub const UNCITED: Both = both!(
    "{}没有写全出处（文件名称、条款、原文）",
    "{} does not name its instrument, article and quotation"
);
/// A ground or a day of one that is not there.
pub const NO_GROUND: Both =
    both!("{}引用了没有的权利起算日", "{} starts from a day that no ground asks for");
/// A rule that is not there.
pub const NO_RULE: Both = both!("{}引用了没有的规则", "{} names a rule that is not there");
/// No start or no term.
pub const NO_CLOCK: Both =
    both!("{}没有写起算的事，或没有写期限", "{} names nothing that starts it, or no term");
/// Two on the same days.
pub const OVERLAP: Both = both!("{}在同一段日子里重复规定", "{} stands twice for the same days");
/// Unverified law.
pub const NOT_LAW: Both = both!(
    "{}称为法定或指定，但原文没有核对过（核对程度须为V1以上）",
    "{} is called law, and its words were not verified (V1 or better)"
);
/// Longer than the law.
pub const NOT_STRICTER: Both = both!(
    "{}改得比法定期限长，或换了计算单位；本地规定只能更短",
    "{} is longer than the law, or in another unit; a local number may only be shorter"
);
/// Law switched off.
pub const LAW_STAYS: Both = both!("{}是法定期限，不能停用", "{} is law and cannot be switched off");
/// A table names what it does not have.
pub const BAD_TABLE: Both = both!(
    "判断表里有写错的地方：{}；列、取值、结果都要是本规则包里有的，只能引用排在前面的表",
    "a decision table is wrong at {}: inputs, values and answers must be the pack's own, and a table reads only those above it"
);
/// A table leaves a case open.
pub const TABLE_GAP: Both = both!(
    "判断表有空档，这种情形没有哪一行管：{}；请补一行，或者在最后加一行兜底",
    "a decision table leaves a case open: {}; add a row, or a last row for everything else"
);
/// Two rows answer one case in two ways.
pub const TABLE_OVERLAP: Both = both!(
    "判断表有重叠，同一种情形有两行、结果不一样：{}；请改条件，让它们不再重叠",
    "two rows of a decision table answer one case in two ways: {}; change their conditions"
);
/// A right shortened.
pub const RIGHT_STAYS: Both =
    both!("{}是群众的法定权利，不能改短", "{} is a citizen's right by law and cannot be shortened");
/// Not over what is in force.
pub const NOT_OVER: Both = both!(
    "它要叠加在“{}”上，而现在用的不是这个规则包",
    "it is laid over “{}”, which is not the pack in force"
);
/// A question that is not there.
pub const NO_QUESTION: Both = both!("{}引用了没有的问题", "{} names a question that is not there");
/// Ends before it begins.
pub const BACKWARDS: Both = both!("{}的截止日早于起始日", "{} ends before it begins");
