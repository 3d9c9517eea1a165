//! 粘贴旧台账: an old ledger out of a spreadsheet.

use super::forms::Ask;
use super::{Both, Lang, both};
use crate::screens::paste::{Target, Why};

/// Heading.
pub const TITLE: Both = both!("粘贴旧台账", "Paste an old ledger");
/// What it does.
pub const LEAD: Both = both!(
    "把表格里还没办完的事一次登记进来。每一步先给您看，按“登记”之前什么都不写。",
    "Register open matters from a spreadsheet at once. Every step is shown first; nothing is written before you press Register."
);
/// What belongs here and what does not, a line each.
pub const RULES: [Both; 3] = [
    both!(
        "只粘贴还在办的事。旧台账里的“状态”“办结”不搬过来：办完的事留在旧台账里查。",
        "Paste open matters only. The old ledger's status is not taken over; what is finished stays there."
    ),
    both!(
        "不粘贴姓名、身份证号、电话。这本台账记事不记人，联系方式登记以后在事项里单独留。",
        "Leave out names, identity and telephone numbers. This ledger records matters, not persons; contacts are entered on the matter."
    ),
    both!(
        "检举控告、家庭暴力、伤害未成年人的事不粘贴，请直接交有关机关。",
        "Reports of wrongdoing, domestic violence and harm to minors are not pasted; they go straight to the organs concerned."
    ),
];
/// Step one.
pub const STEP_1: Both = both!("一、粘贴", "1. Paste");
/// The box.
pub const BOX: Both = both!("从表格里复制，粘贴到这里", "Copy from the spreadsheet, paste here");
/// Under its label.
pub const BOX_HINT: Both = both!(
    "WPS、Excel、腾讯文档里选中要的行和列，连表头一起复制。CSV文件打开后全选复制也行。",
    "Select rows and columns with their header in any spreadsheet and copy. The text of a CSV file will do as well."
);
/// Reads it.
pub const READ: Both = both!("看看读出了什么", "See what was read");
/// Once read.
pub const READ_AGAIN: Both = both!("改过了，重新看", "Changed; look again");
/// Begins again.
pub const CLEAR: Both = both!("清空，另粘一份", "Clear, paste another");
/// Nothing stands in the box.
pub const EMPTY: Both = both!(
    "框里还没有内容，请先从表格里复制，再粘贴。",
    "The box is empty. Copy from the spreadsheet first, then paste."
);
/// Step two.
pub const STEP_2: Both = both!("二、每一列是什么", "2. What each column is");
/// Under its heading.
pub const STEP_2_HINT: Both = both!(
    "下面按表头先填了建议，请逐列核对，不对的改掉。",
    "Proposed by the header. Check each column and change what is wrong."
);
/// Goes on.
pub const SETTLE: Both = both!("列对好了，逐行看", "Columns are right; show the rows");
/// Step three.
pub const STEP_3: Both = both!("三、逐行核对", "3. Check the rows");
/// Section of words.
pub const WORDS: Both = both!("这几个词要您定一次", "Words to decide once");
/// All unknown places become places.
pub const ALL_NEW: Both = both!("没定的地点都加成新地点", "Add all open places as new places");
/// Names the choice of rows.
pub const SHOWN: Both = both!("看哪些行", "Which rows to show");
/// All rows.
pub const SHOW_ALL: Both = both!("全部", "All");
/// More rows.
pub const MORE: Both = both!("再显示100行", "Show 100 more rows");
/// No row of that kind.
pub const NO_SUCH_ROWS: Both = both!("没有这样的行。", "There are no such rows.");
/// Step four.
pub const STEP_4: Both = both!("四、登记", "4. Register");
/// Under its heading.
pub const STEP_4_HINT: Both = both!(
    "一次写入，要么全部登记，要么一件不登。没登记的行留在上面，改好了可以再登记。",
    "Written in one go: all or none. Rows that are not registered stay above and can be registered later."
);
/// While it is written.
pub const WORKING: Both = both!("正在登记…", "Registering…");
/// Section of today's pastes.
pub const UNDO_TITLE: Both = both!("今天粘贴过的", "Pasted today");
/// Takes one back.
pub const UNDO: Both = both!("撤回这次粘贴", "Take this paste back");
/// Surely.
pub const UNDO_SURE: Both = both!("确定撤回", "Yes, take it back");
/// Not now.
pub const UNDO_NOT: Both = both!("先不撤", "Not now");
/// Written with every strike.
pub const UNDO_WHY: Both =
    both!("整批撤回当天粘贴的旧台账", "The paste of that day was taken back");
/// What stays.
pub const UNDO_STAYS: Both =
    both!("这几件登记以后又有记录，留着：", "Something was recorded on these since; they stay:");
/// Leads here, from an empty ledger.
pub const FROM_LEDGER: Both = both!(
    "手里有旧的表格台账，可以一次粘贴进来，不用一件件重打。",
    "An old ledger in a spreadsheet can be pasted at once instead of typed again."
);

/// The name of what a column becomes.
pub fn target(target: Target) -> Both {
    match target {
        Target::Drop => both!("不要", "Leave out"),
        Target::Title => both!("标题（什么事）", "Title"),
        Target::Story => both!("经过", "What happened"),
        Target::On => both!("哪天收到", "Received on"),
        Target::Place => both!("地点", "Place"),
        Target::Claims => both!("诉求", "Claims"),
        Target::Against => both!("和谁之间的事", "Between the citizen and whom"),
        Target::Households => both!("户数", "Households"),
        Target::People => both!("人数", "People"),
        Target::Channel => both!("怎么来的", "How it came in"),
        Target::Outside => both!("原台账编号", "Number in the old ledger"),
        Target::Body => both!("承办（写进经过）", "Handled by (goes into the course)"),
        Target::Note => both!("备注（写进经过）", "Remarks (go into the course)"),
    }
}

/// Why a column is left out.
pub fn why(why: Why) -> Both {
    match why {
        Why::Identity => both!(
            "像是身份证号或卡号：这本台账记事不记人，不留证件号。",
            "Looks like identity or card numbers: this ledger records matters, not persons, and keeps no such number."
        ),
        Why::Phone => both!(
            "像是电话：联系方式登记以后在事项里单独留，和台账分开放。",
            "Looks like telephone numbers: contacts are entered on the matter, apart from the ledger."
        ),
        Why::Name => both!(
            "像是人名或个人情况：这本台账记事不记人，姓名登记以后只在联系方式里留。",
            "Looks like names or personal particulars: this ledger records matters, not persons; a name belongs into the contact of its matter."
        ),
        Why::Status => both!(
            "像是办理状态：状态不搬过来，这里只登记还在办的事。",
            "Looks like the status: it is not taken over; only open matters belong here."
        ),
        Why::Running => both!(
            "像是行号：登记时自动编号。要留旧编号，请选“原台账编号”。",
            "Looks like row numbers: matters are numbered here. To keep the old number, choose that."
        ),
    }
}

/// Words of headers, parted by spaces.
pub const HEAD_TITLE: Both = both!(
    "事项 事项名称 标题 题目 名称 什么事 纠纷事项 矛盾事项 信访事项 问题 反映问题 事由 案由 简要事项",
    "title subject matter"
);
/// The same of the course.
pub const HEAD_STORY: Both = both!(
    "内容 反映内容 经过 事项内容 简要情况 基本情况 案情 主要情况 情况说明 矛盾纠纷情况 问题描述 详情",
    "story course description details"
);
/// The same of the day received.
pub const HEAD_ON: Both = both!(
    "日期 时间 登记时间 登记日期 受理时间 受理日期 收到日期 哪天收到 来访时间 来访日期 反映时间 排查时间 排查日期 上报时间 发生时间 接访时间 接访日期",
    "date day received registered"
);
/// The same of the place.
pub const HEAD_PLACE: Both = both!(
    "地点 村 村屯 所属村 所属村屯 属地 所在村 所在地 村组 村居 社区 发生地 发生地点 屯 区域",
    "place village location"
);
/// The same of the claims.
pub const HEAD_CLAIMS: Both = both!(
    "诉求 主要诉求 反映诉求 当事人诉求 反映人诉求 信访诉求 要求 请求 想要什么",
    "claim claims request demand"
);
/// The same of whom it is against.
pub const HEAD_AGAINST: Both = both!(
    "对方 和谁之间 纠纷对象 被反映单位 被反映对象 矛盾类型 纠纷类型 矛盾纠纷类型",
    "against between"
);
/// The same of households.
pub const HEAD_HOUSEHOLDS: Both = both!("户数 涉及户数 几户 涉及几户", "households");
/// The same of people.
pub const HEAD_PEOPLE: Both =
    both!("人数 涉及人数 信访人数 反映人数 来访人数 当事人数 几人 涉及几人", "people persons");
/// The same of how it came.
pub const HEAD_CHANNEL: Both = both!(
    "来源 渠道 来源渠道 怎么来的 信访形式 反映方式 反映渠道 信访渠道 受理方式",
    "channel source came"
);
/// The same of the old number.
pub const HEAD_OUTSIDE: Both =
    both!("编号 原编号 台账编号 案号 登记号 登记编号 事项编号 信访件编号 工单号", "number no.");
/// The same of who handles it.
pub const HEAD_BODY: Both = both!(
    "承办 承办单位 责任单位 办理单位 责任部门 承办部门 牵头单位 主办单位",
    "handled department responsible"
);
/// The same of remarks.
pub const HEAD_NOTE: Both = both!("备注 说明 其他", "remark remarks note notes");
/// The same of identity numbers.
pub const HEAD_IDENTITY: Both =
    both!("身份证 身份证号 身份证号码 证件号 证件号码 银行卡 银行卡号 卡号", "identity idcard");
/// The same of telephones.
pub const HEAD_PHONE: Both =
    both!("电话 联系电话 联系方式 手机 手机号 手机号码 微信", "phone telephone mobile contact");
/// The same of names and particulars.
pub const HEAD_NAME: Both = both!(
    "姓名 反映人 反映人姓名 信访人 信访人姓名 当事人 当事人姓名 当事人双方 上访人 来访人 申请人 户主 承办人 责任人 包案领导 包案人 联系人 经办人 调解员 填表人 性别 年龄 民族 出生 住址 家庭住址 政治面貌",
    "name sex age address person"
);
/// The same of the status.
pub const HEAD_STATUS: Both = both!(
    "状态 进展 办理状态 办理情况 办理结果 化解情况 化解状态 是否办结 是否化解 办结 办结时间 办结日期 化解时间 满意 满意度 处理结果 调解结果 办理时限",
    "status state result closed"
);
/// The same of row numbers.
pub const HEAD_RUNNING: Both = both!("序号 顺序号 行号", "row index");
/// Cells that say that there is nothing, parted by spaces.
pub const NOTHING: Both =
    both!("- — —— / 、 无 不详 不清 不清楚 未知 暂无", "- — / none unknown n/a");
/// Units behind a number.
pub const UNITS: Both = both!("户人名件个口", "");
/// Usual surnames.
pub const SURNAMES: Both = both!(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边",
    ""
);
/// How names of places end.
pub const PLACE_ENDS: Both = both!("村屯组镇乡区街路队沟庄店堡场社户室所院局厅委会厂矿站", "");

/// How much was pasted.
pub fn lead(rows: usize, columns: usize, lang: Lang) -> String {
    both!("读出{}行、{}列。", "{} rows and {} columns were read.")
        .with(lang, &[&rows.to_string(), &columns.to_string()])
}

/// How many numbers were masked.
pub fn masked(cells: usize, lang: Lang) -> String {
    both!(
        "有{}个格子里有身份证号或银行卡号，已经遮盖，不会存下来。",
        " Identity or card numbers in {} cells were masked and will not be stored."
    )
    .with(lang, &[&cells.to_string()])
}

/// Where the header is.
pub const HEADER: Both = both!("表头在哪一行", "Which row is the header");
/// Nowhere.
pub const NO_HEADER: Both = both!("没有表头，第一行就是内容", "No header; rows begin at once");
/// A row: its number, its first cell.
pub const HEADER_ROW: Both = both!("第{}行：{}", "Row {}: {}");
/// A column without a header: its number.
pub const COLUMN: Both = both!("第{}列", "Column {}");
/// A cell empty because of merging.
pub const FILL: Both =
    both!("空格沿用上面一格（合并单元格）", "Empty cells repeat the one above (merged cells)");
/// The head of the columns' table.
pub const COLUMN_HEADS: [Both; 3] =
    [both!("列名", "Column"), both!("前几格", "First cells"), both!("登记成", "Becomes")];
/// No rows.
pub const NO_ROWS: Both = both!(
    "表头下面没有内容，请把行也一起复制过来。",
    "There is nothing below the header. Copy the rows as well."
);
/// Too many: limit.
pub const TOO_MANY: Both = both!(
    "一次最多{}行，请分几次粘贴。",
    "At most {} rows at a time; paste them in several parts."
);
/// One thing chosen twice.
pub const TWICE: Both = both!(
    "“{}”选了不止一列，请只留一列，别的改成别的或者“不要”。",
    "More than one column is “{}”. Keep one."
);
/// Something is not chosen.
pub const NEEDED: Both =
    both!("还没有哪一列是“{}”，请选一列。", "No column is “{}” yet. Please choose one.");
/// A question for all rows.
pub const DANGER: Ask = Ask {
    label: both!(
        "这些事里，现在有没有人身危险或正在发生的损害？",
        "Is anybody in danger, or is harm going on, in any of these?"
    ),
    hint: both!(
        "有的那一件不要粘贴：先打110、120、119并报告，再单独登记。",
        "Do not paste such a matter: call 110, 120 or 119, report it, and register it by itself."
    ),
};
/// For every row.
pub const FOR_ALL: Both =
    both!("用在每一件上，以后可以单件改。", "For every row; can be corrected on each matter.");
/// For rows that do not say.
pub const FOR_SILENT: Both = both!("用在没有写的那些行上。", "For the rows that do not say.");
/// The year.
pub const YEAR: Ask = Ask {
    label: both!("只写了月和日的，是哪一年", "The year of days without one"),
    hint: both!(
        "选了才补上年份；不选，这些行要逐行改。",
        "Added only when chosen; else correct those rows one by one."
    ),
};
/// No year.
pub const NO_YEAR_CHOSEN: Both = both!("不补年份", "Add no year");
/// Day numbers.
pub const SERIAL: Both = both!(
    "日期列里的五位数（如46086）是表格的日期序号",
    "Five digits in the day column (like 46086) are a spreadsheet's day numbers"
);
/// Claims are the title.
pub const CLAIMS_TITLE: Both =
    both!("没写诉求的行，用标题作诉求", "Rows without claims take the title as the claim");
/// Not chosen.
pub const NOT_CHOSEN: Both = both!("请选", "Choose");
/// A new place.
pub const NEW_PLACE: Both = both!("加成新地点", "Add as a new place");
/// No place.
pub const IN_WORDS: Both =
    both!("不选地点，文字写进具体位置", "No place; keep the words as the exact spot");

/// A word that is not known.
pub fn unknown(target: Target, text: &str, rows: usize, lang: Lang) -> String {
    let n = rows.to_string();
    match target {
        Target::Place => both!("地点“{}”（{}行）", "Place “{}” ({} rows)"),
        Target::Against => both!("和谁之间：“{}”（{}行）", "Between: “{}” ({} rows)"),
        _ => both!("怎么来的：“{}”（{}行）", "How it came in: “{}” ({} rows)"),
    }
    .with(lang, &[text, &n])
}

/// Nothing stands in the day's cell.
pub const NO_DAY: Both = both!(
    "没有写哪天收到，请补上，如2026-03-05。",
    "The day is missing. Write it like 2026-03-05."
);
/// No year.
pub const NO_YEAR: Both = both!(
    "“{}”没有年份，请补上，或者在上面选年份。",
    "“{}” has no year. Add it, or choose the year above."
);
/// A bare number.
pub const SERIAL_OPEN: Both = both!(
    "“{}”可能是表格的日期序号：是的话在上面打勾，不是就改成日期。",
    "“{}” may be a spreadsheet's day number: tick that above, or write the day."
);
/// Which comes first.
pub const DAY_ORDER: Both = both!(
    "“{}”看不出哪个是年、哪个是月、哪个是日，请改成2026-03-05这样。",
    "“{}” does not say which is year, month and day. Write it like 2026-03-05."
);
/// No day.
pub const DAY_UNREAD: Both =
    both!("“{}”不是日期，请改成2026-03-05这样。", "“{}” is not a day. Write it like 2026-03-05.");
/// An unknown place.
pub const PLACE_OPEN: Both = both!(
    "地点“{}”不在列表里，请在上面定一次，或者在这里改。",
    "The place “{}” is not listed. Decide above, or change it here."
);
/// An unknown word.
pub const WORD_OPEN: Both = both!(
    "“{}”还没定，请在上面定一次，或者在这里改。",
    "“{}” is open. Decide above, or change it here."
);
/// The title is cut: length, limit, what is left.
pub const CUT: Both = both!(
    "标题有{}字，超过{}字：登记成“{}”，全文放进经过。",
    "The title has {} characters, more than {}: registered as “{}”, the whole goes into the course."
);
/// In the course: who handled it.
pub const KEPT_BODY: Both = both!("原台账承办：{}", "Handled by, in the old ledger: {}");
/// In the course: remarks.
pub const KEPT_NOTE: Both = both!("原台账备注：{}", "Remarks in the old ledger: {}");
/// How many are ready.
pub const SUM_READY: Both = both!("件可以登记", "ready to register");
/// How many are wrong.
pub const SUM_WRONG: Both = both!("行要先改", "to be corrected");
/// How many stand twice.
pub const SUM_TWICE: Both =
    both!("行重复或已登记过，不登记", "double or registered already, left out");
/// How many are left out.
pub const SUM_OUT: Both = both!("行您选了不登记", "left out by you");

/// What becomes of a row, by its `data-row`.
pub fn mark(code: &str) -> Both {
    match code {
        "new" => both!("可以登记", "Ready"),
        "conflict" => both!("要先改", "To correct"),
        _ => both!("不登记", "Left out"),
    }
}

/// Like an earlier row: its number.
pub const TWICE_HERE: Both =
    both!("和第{}行的标题、日期、地点都一样", "Title, day and place as in row {}");
/// In the ledger: its number.
pub const TWICE_THERE: Both = both!("台账里已有：{}", "In the ledger already: {}");
/// A row.
pub const ROW: Both = both!("第{}行", "Row {}");
/// Registers it.
pub const TAKE: Both = both!("登记第{}行", "Register row {}");
/// Corrects it.
pub const CORRECT: Both = both!("改第{}行", "Correct row {}");
/// A question is open.
pub const OPEN_FIRST: Both = both!("请先回答：{}", "Please answer first: {}");

/// The button.
pub fn submit(n: usize, lang: Lang) -> String {
    both!("登记{}件", "Register {}").with(lang, &[&n.to_string()])
}

/// It is on disk: how many, from which number to which, and the words of the disk.
pub fn done(n: usize, first: &str, last: &str, saved: &str, lang: Lang) -> String {
    let n = n.to_string();
    both!("已登记{}件，编号{}到{}。{}", "{} matters registered, {} to {}. {}")
        .with(lang, &[&n, first, last, saved])
}

/// A paste of today.
pub fn pasted(time: &str, n: usize, first: &str, last: &str, lang: Lang) -> String {
    both!("{}粘贴，现有{}件，编号{}到{}。", "Pasted at {}; {} matters stand, {} to {}.")
        .with(lang, &[time, &n.to_string(), first, last])
}

/// What taking back would do.
pub fn undo_asks(n: usize, stays: usize, lang: Lang) -> String {
    let (n, stays) = (n.to_string(), stays.to_string());
    both!(
        "会撤销{}件登记，留下{}件。编号不再重用，加进来的地点留着。",
        "{} registrations are taken back, {} stay. Their numbers are not used again; places that were added stay."
    )
    .with(lang, &[&n, &stays])
}

/// Taken back.
pub fn undone(n: usize, saved: &str, lang: Lang) -> String {
    both!("已撤回{}件登记。{}", "{} registrations were taken back. {}")
        .with(lang, &[&n.to_string(), saved])
}
