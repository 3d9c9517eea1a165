//! The frame around every page: navigation, training, safety, settings, and the pages
//! that stand instead of the app.

use super::{Lang, both, format};
use jieyou_domain::Date;
use std::sync::OnceLock;

macro_rules! texts {
    ($($(#[$meta:meta])* $name:ident: $text:expr;)+) => {
        /// The texts of the frame.
        #[derive(Debug)]
        pub struct FrameText { $($(#[$meta])* pub $name: &'static str,)+ }

        fn look_up(lang: Lang) -> FrameText {
            FrameText { $($name: $text.to(lang),)+ }
        }
    };
}

texts! {
    /// The program's name.
    app: both!("解忧台账", "Jieyou");
    /// The page of matters recorded by number only.
    sealed: both!("少记", "By number only");
    /// To that page, from the register form.
    sealed_link: both!("去少记一件", "Record by number only");
    /// To that page, from the reminder.
    sealed_look: both!("去看", "Look");
    /// A new one.
    sealed_new: both!("少记一件", "Record one");
    /// None yet.
    sealed_none: both!("还没有少记的事项。", "None is recorded.");
    /// Follow up.
    sealed_follow: both!("补登跟进", "Follow up");
    /// Take back.
    sealed_strike: both!("登错了，撤销", "Recorded by mistake: take back");
    /// Asked again before taking back.
    sealed_strike_sure: both!("再点一次就撤销", "Press again to take it back");
    /// Between two units.
    m_between: both!("上报与反馈", "Handed up and back");
    /// Contacts travel only where this is ticked.
    m_between_contact: both!("把联系方式也带给对方（会记下一笔）", "Take the contact along (this is recorded)");
    /// What for.
    m_between_purpose: both!("由对方答复、送达", "For answering and delivering there");
    /// Related matters.
    m_links: both!("有关的事项", "Related matters");
    /// Rarely used acts.
    m_seldom: both!("其他办理", "More");
    /// To the contact's own page.
    contact_add: both!("填联系方式", "Add a contact");
    /// To the contact's own page.
    contact_edit: both!("改联系方式", "Change the contact");
    /// Codes of villages.
    set_codes: both!("给村里的设置文件", "Set-up files for villages");
    /// To the text.
    skip: both!("跳到正文", "Skip to the text");
    /// Names the navigation.
    nav_label: both!("主要页面", "Main pages");
    /// 今日
    nav_today: both!("今日", "Today");
    /// 建账
    nav_ledger: both!("建账", "Ledger");
    /// 设置
    nav_settings: both!("设置", "Settings");
    /// The main button.
    register: both!("登记一件事", "Register a matter");
    /// No such page.
    not_found: both!("没有这一页", "No such page");
    /// Only my post's rows.
    my_post: both!("我这个岗位", "My post");
    /// 三级 and 包案 only.
    leader_view: both!("领导看", "Leader's view");
    /// Prints today's list.
    print_today: both!("打印今日清单", "Print today's list");
    /// Prints a page.
    print: both!("打印", "Print");
    /// The word for training.
    training: both!("演练", "Training");
    /// Names the trainer's bar.
    trainer_label: both!("演练时钟", "Training clock");
    /// In front of the trainer's day.
    trainer_day: both!("演练日期", "Training day");
    /// Names the group of moves.
    trainer_moves: both!("拨动日期", "Move the day");
    /// One day on.
    trainer_next_day: both!("下一天", "Next day");
    /// To the next Monday.
    trainer_monday: both!("跳到下周一", "To next Monday");
    /// To the day before the next deadline.
    trainer_due: both!("跳到到期前一天", "To the day before a deadline");
    /// Past the next Spring Festival.
    trainer_festival: both!("跳过春节", "Past Spring Festival");
    /// Nothing is due ahead.
    trainer_no_due: both!("后面没有到期的事。", "Nothing is due ahead.");
    /// The calendar has no further festival.
    trainer_no_festival: both!("日历里后面没有春节放假安排。", "The calendar has no further Spring Festival.");
    /// Names the group of units.
    trainer_units: both!("切换单位", "Switch unit");
    /// The village's ledger.
    trainer_village: both!("村", "Village");
    /// The township's ledger.
    trainer_township: both!("镇", "Township");
    /// Starts the training ledger over.
    trainer_reset: both!("重新开始", "Start over");
    /// Leaves training.
    trainer_leave: both!("退出演练", "Leave training");
    /// A newer version waits.
    update_waits: both!("有新版本，换上以后页面会刷新，没写完的会留着。", "A new version is here. Taking it reloads the page.");
    /// Takes it.
    update_take: both!("换上新版本", "Take the new version");
    /// The connection to the database was closed.
    closed: both!("这一页和本机数据断开了（别处打开了新版本，或者清了数据）。这一页上看得到的，要紧的先打印或者存成CSV，再刷新，看台账还在不在。", "This page lost its connection to the data here: a newer version is open elsewhere, or data was cleared. Print what matters of what you see, or save it as CSV; then reload and see whether the ledger is there.");
    /// Loads anew.
    reload: both!("刷新页面", "Reload");
    /// The table is on the clipboard.
    copied: both!("已复制，到表格里粘贴即可。", "Copied; paste it into a spreadsheet.");
    /// The clipboard refused.
    copy_failed: both!("浏览器不让复制。请改用“存成CSV”。", "The browser refused to copy. Save as CSV instead.");
    /// Copies the list.
    copy_table: both!("复制成表格", "Copy as a table");
    /// Saves the list.
    save_csv: both!("存成CSV", "Save as CSV");
    /// Chooses columns.
    columns: both!("选列", "Columns");
    /// Or bring a file.
    setup_import: both!("已有台账文件？从文件恢复", "Have a ledger file? Restore it");
    /// Or train.
    setup_train: both!("先演练一遍", "Train first");
    /// Two more ways to begin.
    setup_other: both!("也可以", "Or");
    /// Section of the unit.
    set_unit: both!("单位", "Unit");
    /// Changes the unit.
    set_unit_change: both!("改单位信息", "Change the unit");
    /// Section of the places.
    set_places: both!("地点", "Places");
    /// Section of the posts.
    set_posts: both!("岗位", "Posts");
    /// Which post sits here.
    set_my_post: both!("这台电脑上是哪个岗位在记", "Which post writes on this computer");
    /// None.
    set_my_post_none: both!("不指定", "None");
    /// Section of file copies.
    set_files: both!("文件：存出和读入", "Files: save and read");
    /// Saves the ledger.
    export: both!("存一份完整的台账文件", "Save the whole ledger as a file");
    /// What it is for.
    export_hint: both!("备份用，也用来搬到自己的另一台电脑。没有加封，里面有联系方式，请放好。", "For backup and your own second computer. It is not sealed and holds contacts; keep it safe.");
    /// Reads a file.
    import: both!("读入台账文件", "Read a ledger file");
    /// What happens.
    import_hint: both!("先看清会发生什么，再决定。读入只会增加记录，不会替换；联系方式不一样的，先问再改。加封副本（.age）也从这里读入。", "You see what would happen first. Reading a file only adds entries, it never replaces any; where contacts differ you are asked. Sealed copies (.age) too.");
    /// Carries it out.
    import_apply: both!("读入", "Read it in");
    /// Does not.
    import_cancel: both!("不读入", "Leave it");
    /// Done.
    imported: both!("读入好了，已存到本机。", "Read in and saved here.");
    /// Being read.
    reading: both!("正在读…", "Reading…");
    /// Being saved.
    saving: both!("正在存…", "Saving…");
    /// Stops opening a large ledger.
    open_stop: both!("先不打开了", "Stop");
    /// Section of the language.
    set_lang: both!("语言", "Language");
    /// Section of training.
    set_training: both!("演练台账", "Training ledger");
    /// What it is.
    set_training_hint: both!("在单独的数据里练手，和正式台账互不相通，日期可以拨动。", "A separate ledger to practise in; nothing of it can enter the real one, and its clock can be moved.");
    /// Opens it.
    set_training_open: both!("打开演练台账", "Open the training ledger");
    /// Section of rules.
    set_rules: both!("规则和日历", "Rules and calendar");
    /// A newer pack is here.
    set_rules_newer: both!("程序带来了新的规则或日历。", "The program brings newer rules or a newer calendar.");
    /// Adopts it.
    set_rules_adopt: both!("采用", "Adopt");
    /// Section of findings.
    set_findings: both!("核查提示", "Findings");
    /// Section about the program.
    set_about: both!("关于", "About");
    /// Which ledger to open.
    choose_title: both!("这台电脑上有这些台账", "Ledgers on this computer");
    /// Why it asks.
    choose_why: both!("这个文件第一次在这里打开。本机的网页文件共用一处数据，请选是哪一本，程序不会自己替您打开。", "This file is opened here for the first time. Local files share one storage; say which ledger it is.");
    /// Opens one.
    choose_open: both!("打开这本", "Open this one");
    /// A new one.
    choose_new: both!("另立一本新账", "Start a new ledger");
    /// An unnamed one.
    choose_unnamed: both!("还没写单位的空账", "An empty ledger without a unit");
    /// When it was last written.
    choose_last: both!("最后一笔：", "Last entry: ");
    /// The ledger is damaged.
    damaged_title: both!("台账读不通，没有动它", "The ledger cannot be read; it was not touched");
    /// What to do.
    damaged_text: both!("存着的内容里有对不上的地方，程序没有改也没有清。请先把原始数据存成文件，再从最近的备份文件恢复，或者把文件交给懂的人看。", "Something stored does not add up. Nothing was changed or cleared. Save the raw data first, then restore from a copy or ask for help.");
    /// It cannot be opened.
    not_opened_title: both!("台账没有打开", "The ledger was not opened");
    /// The matter's contact.
    contact: both!("联系方式", "Contact");
    /// Wipes it.
    contact_wipe: both!("清除联系方式", "Wipe the contact");
    /// Asks once more.
    contact_wipe_sure: both!("确定清除，不能恢复", "Yes, wipe it for good");
    /// Not kept.
    contact_none: both!("没有留联系方式。", "No contact was left.");
    /// Was wiped.
    contact_wiped: both!("联系方式已清除。", "The contact was wiped.");
    /// In front of the number with its check character.
    m_receipt: both!("回执编号：", "Receipt number: ");
    /// Section of facts.
    m_facts: both!("事实", "Facts");
    /// Section of rights that may run out.
    m_rights: both!("群众的权利期限", "Rights that may run out");
    /// What they are.
    m_rights_hint: both!(
        "信访不停住这些期限；申请调解、主张权利会不会中断，按规则计算。起算的日子问清楚了再登记，没登记的不推算。",
        "Petitioning stops none of these; whether asking for mediation or for one's due interrupts them, the rules say. Note their days once they are known; nothing is assumed."
    );
    /// What else is to be known.
    m_said: both!("还要知道", "Also to know");
    /// Section of claims.
    m_claims: both!("诉求", "Claims");
    /// Section of the duty.
    m_duty: both!("责任", "Duty");
    /// Section of obligations.
    m_obligations: both!("期限", "Deadlines");
    /// Settled ones, folded.
    m_obligations_done: both!("已办的和不再计的", "Met and no longer owed");
    /// Section of the line.
    m_line: both!("时限一览", "All days on one line");
    /// The line, below: what has no day yet.
    m_line_later: both!("尚未起算", "Not started yet");
    /// Section of the decisions.
    m_verdicts: both!("认定", "Decisions");
    /// Those that are a mere no, in one line.
    v_quiet: both!("其余：", "Others: ");
    /// What follows for the office.
    v_then: both!("接下来", "What follows");
    /// What the answer asks.
    v_needs: both!("要做到", "What it asks");
    /// Why.
    v_because: both!("理由和依据", "Why");
    /// What would change it.
    v_change: both!("什么会改变它", "What would change it");
    /// Why the rules say what they say, where a person decided.
    v_because_rules: both!("按规则：理由和依据", "By the rules: why");
    /// What would change what the rules say, where a person decided.
    v_change_rules: both!("按规则：什么会改变规则的结论", "By the rules: what would change it");
    /// In front of a fact that is not known.
    v_unknown: both!("还不知道：", "Not known yet: ");
    /// Section of the timeline.
    m_timeline: both!("经过", "What happened");
    /// What is possible.
    m_actions: both!("现在可以做", "Possible now");
    /// What is not.
    m_blocked: both!("现在还不能做", "Not possible now");
    /// Why that day.
    m_why: both!("为什么是这天", "Why that day");
    /// Corrects an entry.
    m_correct: both!("更正", "Correct");
    /// Changes an entry on the day of writing.
    m_change: both!("改", "Change");
    /// Takes an entry back.
    m_strike: both!("撤销这一笔", "Take back");
    /// What is missing.
    m_missing: both!("还差什么", "What is missing");
    /// What is never a ground, folded.
    m_never: both!("什么永远不是理由", "What is never a ground");
}

/// The names of the languages, each in its own.
pub const LANGUAGES: [&str; 2] = ["中文", "English"];

/// The texts in a language, looked up once.
pub fn texts(lang: Lang) -> &'static FrameText {
    static ZH: OnceLock<FrameText> = OnceLock::new();
    static EN: OnceLock<FrameText> = OnceLock::new();
    lang.pick(&ZH, &EN).get_or_init(|| look_up(lang))
}

/// The window's title.
pub fn title(page: &str, unit: &str, is_training: bool, lang: Lang) -> String {
    let t = texts(lang);
    let mut title = page.to_owned();
    for part in [unit, t.app] {
        if !part.is_empty() {
            title.push_str(" · ");
            title.push_str(part);
        }
    }
    if is_training { format!("【{}】{title}", t.training) } else { title }
}

/// On top of printed pages.
pub fn printed(today: Date, is_training: bool, lang: Lang) -> String {
    let day = format::date_full(today, lang);
    let realm = if is_training {
        both!("演练，不作依据。", "Training only. ").to(lang)
    } else {
        ""
    };
    both!("{}打印于{}", "{}Printed {}").with(lang, &[realm, &day])
}

/// The name of a file handed to the browser: of a kind, of a ledger and of a moment, so that
/// the copies of two units or of one day are told apart. `whose` is the unit and whether it
/// is training.
pub fn file_name(
    what: &str,
    whose: (&str, bool),
    (day, time): (Date, &str),
    ending: &str,
    lang: Lang,
) -> String {
    let (unit, is_training) = whose;
    let mut name = match what {
        "copy" => both!("解忧台账-备份", "jieyou-copy").to(lang),
        "sealed" => both!("解忧台账-加封副本", "jieyou-sealed").to(lang),
        "hand-up" => both!("上报", "hand-up").to(lang),
        "feedback" => both!("反馈", "feedback").to(lang),
        "quarantine" => both!("隔离的记录", "quarantine").to(lang),
        "setup" => both!("设置", "setup").to(lang),
        "believed" => both!("解忧台账-不完整-能相信的部分", "jieyou-incomplete").to(lang),
        "part-list" => both!("解忧台账-清单-不完整", "jieyou-list-incomplete").to(lang),
        "raw" => both!("解忧台账-原始数据", "jieyou-raw").to(lang),
        _ => both!("解忧台账-清单", "jieyou-list").to(lang),
    }
    .to_owned();
    if is_training {
        name.push('-');
        name.push_str(texts(lang).training);
    }
    let unit = unit.trim_matches(['.', ' ']);
    if !unit.is_empty() {
        name.push('-');
        name.extend(unit.chars().take(UNIT).map(in_file_name));
    }
    let time = time.replace(':', "");
    format!("{name}-{day}-{time}.{ending}")
}

/// So many characters of a unit's name fit into the name of a file on every disk.
const UNIT: usize = 40;

/// What Windows and Android allow in a file name.
fn in_file_name(c: char) -> char {
    if c.is_control() || r#"\/:*?"<>|"#.contains(c) { '_' } else { c }
}

/// How far opening a large ledger is; `step`: 0 reading, 1 folding, 2 computing; 3 computing
/// anew in one that is open.
pub fn opening(step: usize, done: usize, all: usize, lang: Lang) -> String {
    let words = [
        both!("正在打开台账：读了{}条，共{}条。", "Opening: {} of {} records read."),
        both!("正在打开台账：理了{}件，共{}件。", "Opening: {} of {} matters put together."),
        both!("正在打开台账：算了{}件的时限，共{}件。", "Opening: deadlines of {} of {} matters."),
        both!("正在重算时限：算了{}件，共{}件。", "Deadlines of {} of {} matters computed anew."),
    ];
    let words = &words[step.min(words.len() - 1)];
    words.with(lang, &[&done.to_string(), &all.to_string()])
}

/// The browser has the file; whether it was kept is not known here.
pub fn handed_over(name: &str, lang: Lang) -> String {
    both!(
        "已交给浏览器下载：{}。请到下载文件夹看一眼在不在。",
        "Handed to the browser as a download: {}. Check that it is there."
    )
    .with(lang, &[name])
}

/// Why a file gives no text.
#[derive(Clone, Debug)]
pub enum NotText {
    /// A line of it is none, counted from 1.
    Line(usize),
    /// It was not read at all: the browser's words.
    Unread(String),
}

/// A file gives no text.
pub fn not_text(why: &NotText, lang: Lang) -> super::say::Notice {
    super::say::Notice {
        title: both!("这个文件读不出来。", "This file cannot be read.").to(lang).to_owned(),
        detail: match why {
            NotText::Line(line) => both!(
                "它不是文本文件，或者第{}行坏了。台账没有变。",
                "It is not text, or line {} is broken. The ledger is unchanged."
            )
            .with(lang, &[&line.to_string()]),
            NotText::Unread(words) => both!(
                "浏览器没能读出它：{}。台账没有变。",
                "The browser could not read it: {}. The ledger is unchanged."
            )
            .with(lang, &[words]),
        },
        next: both!(
            "请选从本程序存出的 .json 文件，或者加封副本（.age 文件）。选的就是它，那多半没有拷好：重新拷贝一次。",
            "Choose a .json file saved by this program, or a sealed copy (.age). If it is one, copy it again."
        )
        .to(lang)
        .to_owned(),
        code: "import/not-json",
    }
}

/// About the program, line by line.
pub fn about(version: &str, lang: Lang) -> Vec<String> {
    let texts = [
        both!(
            "数据只在这台电脑的这个浏览器里，以及您自己存出的文件里。没有服务器，页面不向任何地方发送数据。",
            "The data is only in this browser on this computer and in the files you save. There is no server; the page sends nothing anywhere."
        ),
        both!(
            "记事不记人：按事项和责任登记，不建人员名册，不给人贴标签。",
            "It records matters and duties, never persons: no list of people, no labels."
        ),
        both!(
            "不录涉密、纪检、公安笔录内容；检举控告、家庭暴力、伤害未成年人的事，请按页面提示直接交有关机关。",
            "No state secrets, disciplinary or police records; reports of wrongdoing, domestic violence and harm to minors go straight to the organs named on the page."
        ),
        both!(
            "期限按规则包和国务院办公厅放假通知逐日计算，每条规则都写明出处和核对程度；本程序不代替法律意见。",
            "Deadlines are counted day by day by the rule pack and the official notices of days off; each rule names its source and how well it was verified. This is no legal advice."
        ),
    ];
    let mut lines: Vec<String> = texts.iter().map(|t| t.to(lang).to_owned()).collect();
    lines.push(
        both!(
            "版本 {}。许可证 MIT 或 Apache-2.0，任选。",
            "Version {}. Licensed MIT or Apache-2.0."
        )
        .with(lang, &[version]),
    );
    lines
}

/// What a crash page says, in both languages at once: nothing can be asked then.
#[derive(Debug)]
pub struct CrashText {
    /// Heading.
    pub title: &'static str,
    /// What happened, whether data is safe, what to do.
    pub lines: [&'static str; 2],
    /// Loads anew.
    pub reload: &'static str,
    /// The fold with the program's words.
    pub details: &'static str,
}

/// The crash page.
pub fn crash() -> CrashText {
    CrashText {
        title: "程序出错停住了 · The program stopped",
        lines: [
            "说过“已存到本机”的都在本机，没有丢。刷新页面接着用；没写完的一般也还在，联系方式要重填。",
            "Everything reported as saved is on this computer. Reload to go on; what was being typed is usually there again, but for the contact.",
        ],
        reload: "刷新页面 · Reload",
        details: "给维护人员看的 · For maintainers",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_says_training_first() {
        assert_eq!(title("今日", "柳树屯村", true, Lang::Zh), "【演练】今日 · 柳树屯村 · 解忧台账");
        assert_eq!(title("Today", "", false, Lang::En), "Today · Jieyou");
    }

    #[test]
    fn files_of_two_ledgers_and_of_one_day_have_two_names() {
        let day = jieyou_domain::time::parse_date("2026-04-16").unwrap();
        let copy = |unit, is_training, time| {
            file_name("copy", (unit, is_training), (day, time), "json", Lang::Zh)
        };
        assert_eq!(copy("柳树屯村", false, "09:05"), "解忧台账-备份-柳树屯村-2026-04-16-0905.json");
        assert_eq!(
            copy("柳树屯村", true, "14:30"),
            "解忧台账-备份-演练-柳树屯村-2026-04-16-1430.json"
        );
        assert_eq!(copy("", false, "00:00"), "解忧台账-备份-2026-04-16-0000.json");
        assert_eq!(
            copy(" 村/1:\"a\"\n. ", false, "00:00"),
            "解忧台账-备份-村_1__a__-2026-04-16-0000.json"
        );
        assert!(copy(&"村".repeat(200), true, "00:00").len() < 255);
    }
}
