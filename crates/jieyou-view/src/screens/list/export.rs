//! Any list as a table: printed, copied to the clipboard or saved as CSV. Contacts are never in
//! it, and there is no switch to add them; the course of events is left out as well.

use super::query::ListQuery;
use super::select::{Found, select};
use crate::screens::Assessments;
use crate::screens::verdict::answer_of;
use crate::text::{Lang, both, format, terms, words};
use jieyou_domain::Date;
use jieyou_domain::classify::Verdict;
use jieyou_domain::ledger::Book;
use jieyou_domain::rules::Codes;

/// A column of the exported table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// 编号
    Number,
    /// 收到日期
    Received,
    /// 来源
    Channel,
    /// 外部编号
    Outside,
    /// 地点
    Place,
    /// 事项
    Title,
    /// 诉求
    Claims,
    /// 性质
    Kind,
    /// 类别
    Category,
    /// 司法所调解统计口径
    Mediation,
    /// 全国信访系统内容分类
    Petitions,
    /// 12345分类
    Hotline,
    /// 户数
    Households,
    /// 人数
    People,
    /// 级
    Tier,
    /// 办理途径, of a dispute where it goes when mediation fails
    Route,
    /// 化解路径
    Track,
    /// 协调层级
    Rung,
    /// 积案
    Pending,
    /// 进展
    Stage,
    /// 下一个期限
    Due,
    /// 期限事由
    Duty,
    /// 承办单位
    Body,
    /// 承办岗位
    Post,
    /// 包案领导
    Leader,
    /// 措施
    Measure,
    /// 措施时限
    Limit,
    /// 化解日期
    Resolved,
}

impl Column {
    /// Every column, in the order of a usual 台账.
    pub const ALL: [Self; 28] = [
        Self::Number,
        Self::Received,
        Self::Channel,
        Self::Outside,
        Self::Place,
        Self::Title,
        Self::Claims,
        Self::Kind,
        Self::Category,
        Self::Mediation,
        Self::Petitions,
        Self::Hotline,
        Self::Households,
        Self::People,
        Self::Tier,
        Self::Route,
        Self::Track,
        Self::Rung,
        Self::Pending,
        Self::Stage,
        Self::Due,
        Self::Duty,
        Self::Body,
        Self::Post,
        Self::Leader,
        Self::Measure,
        Self::Limit,
        Self::Resolved,
    ];

    /// What fits on A4 across and is asked for most.
    pub const USUAL: [Self; 12] = [
        Self::Number,
        Self::Received,
        Self::Channel,
        Self::Place,
        Self::Title,
        Self::Kind,
        Self::Tier,
        Self::Stage,
        Self::Due,
        Self::Duty,
        Self::Body,
        Self::Post,
    ];

    /// Its code in the remembered order.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Received => "received",
            Self::Channel => "channel",
            Self::Outside => "outside",
            Self::Place => "place",
            Self::Title => "title",
            Self::Claims => "claims",
            Self::Kind => "kind",
            Self::Category => "category",
            Self::Mediation => "mediation",
            Self::Petitions => "petitions",
            Self::Hotline => "hotline",
            Self::Households => "households",
            Self::People => "people",
            Self::Tier => "tier",
            Self::Route => "route",
            Self::Track => "track",
            Self::Rung => "rung",
            Self::Pending => "pending",
            Self::Stage => "stage",
            Self::Due => "due",
            Self::Duty => "duty",
            Self::Body => "body",
            Self::Post => "post",
            Self::Leader => "leader",
            Self::Measure => "measure",
            Self::Limit => "limit",
            Self::Resolved => "resolved",
        }
    }

    /// Its head.
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Number => both!("编号", "Number").to(lang),
            Self::Received => both!("收到日期", "Received").to(lang),
            Self::Channel => both!("来源", "Channel").to(lang),
            Self::Outside => both!("外部编号", "Outside number").to(lang),
            Self::Place => both!("地点", "Place").to(lang),
            Self::Title => both!("事项", "Matter").to(lang),
            Self::Claims => both!("诉求", "Claims").to(lang),
            Self::Kind => both!("性质", "Kind").to(lang),
            Self::Category => both!("类别", "Category").to(lang),
            Self::Mediation => both!("调解统计编码", "Code, mediation").to(lang),
            Self::Petitions => both!("信访系统编码", "Code, petitions").to(lang),
            Self::Hotline => both!("12345编码", "Code, 12345").to(lang),
            Self::Households => both!("户数", "Households").to(lang),
            Self::People => both!("人数", "People").to(lang),
            Self::Tier => both!("级", "List").to(lang),
            Self::Route => both!("办理途径", "Route").to(lang),
            Self::Track => both!("化解路径", "Track").to(lang),
            Self::Rung => both!("协调层级", "Coordination").to(lang),
            Self::Pending => both!("积案", "Long pending").to(lang),
            Self::Stage => both!("进展", "Stage").to(lang),
            Self::Due => both!("下一个期限", "Next deadline").to(lang),
            Self::Duty => both!("该做什么", "What is owed").to(lang),
            Self::Body => both!("承办单位", "Handling body").to(lang),
            Self::Post => both!("承办岗位", "Post").to(lang),
            Self::Leader => both!("包案领导", "Responsible leader").to(lang),
            Self::Measure => both!("措施", "Measure").to(lang),
            Self::Limit => both!("措施时限", "Limit").to(lang),
            Self::Resolved => both!("化解日期", "Resolved").to(lang),
        }
    }
}

/// A table of texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The heads.
    pub head: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// With a last row that says something about the table, where there is something to say.
    #[must_use]
    pub fn noted(mut self, note: Option<String>) -> Self {
        self.rows.extend(note.map(|note| {
            let mut row = vec![String::new(); self.head.len().max(1)];
            row[0] = note;
            row
        }));
        self
    }
}

/// Every matter that the query finds, with the columns chosen. The window is ignored.
pub fn export(
    book: &Book,
    all: &Assessments,
    today: Date,
    query: &ListQuery,
    columns: &[Column],
    lang: Lang,
) -> Table {
    let found = select(book, all, today, query);
    let decides = columns.iter().any(|c| !c.tables().is_empty());
    let row = |f: &Found<'_>| {
        let verdicts = if decides { f.held.verdicts(book, today) } else { Vec::new() };
        let cell = |column: &Column| match column.tables() {
            [] => cell(*column, f, book, lang),
            tables => decided(*column, tables, &verdicts, book, lang),
        };
        columns.iter().map(cell).collect()
    };
    let rows = found.iter().map(row);
    Table { head: columns.iter().map(|c| c.label(lang)).collect(), rows: rows.collect() }
}

impl Column {
    /// The tables it says the answers of.
    const fn tables(self) -> &'static [&'static str] {
        match self {
            Self::Route => &["route", "fallback"],
            Self::Track => &["track"],
            Self::Rung => &["rung"],
            Self::Pending => &["pending"],
            _ => &[],
        }
    }
}

/// What was decided, each answer once; what nobody has settled yet says so.
fn decided(
    column: Column,
    tables: &[&str],
    verdicts: &[Verdict],
    book: &Book,
    lang: Lang,
) -> String {
    let mut said: Vec<String> = Vec::new();
    for v in verdicts.iter().filter(|v| tables.contains(&v.table.as_str())) {
        let Some(table) = book.rules().table(&v.table) else { continue };
        let answer = v.decision.answer.as_str();
        let text = match (column, v.is_confirmed) {
            (Column::Pending, _) if answer != "pending" => continue,
            (Column::Pending, _) | (_, true) => answer_of(table, answer, lang),
            _ => {
                both!("{}（建议）", "{} (proposed)").with(lang, &[&answer_of(table, answer, lang)])
            }
        };
        if !said.contains(&text) {
            said.push(text);
        }
    }
    said.join(lang.pick("；", "; "))
}

fn cell(column: Column, found: &Found<'_>, book: &Book, lang: Lang) -> String {
    let matter = &found.held.matter;
    let state = &matter.state;
    let Some(r) = &state.registered else { return String::new() };
    let assessment = found.held.assessment.as_deref();
    let iso = |day: Option<Date>| day.map(format::iso).unwrap_or_default();
    let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    let code = |of: fn(&Codes) -> &String| {
        let category = state.category.as_deref().and_then(|id| book.rules().category(id));
        category.map_or_else(String::new, |c| of(&c.codes).clone())
    };
    let next = found.held.next_due();
    let duty = state.duty.as_ref().map(|(_, d)| d);
    let plan = state.plans.last().map(|(_, p)| p);
    match column {
        Column::Number => r.number.clone(),
        Column::Received => iso(state.received_on),
        Column::Channel => words::channel(r.channel, lang).to_owned(),
        Column::Outside => r.outside.as_ref().map_or_else(String::new, |o| o.number.clone()),
        Column::Place => {
            let place = r.place.as_deref().and_then(|id| book.place(id));
            place.map_or_else(String::new, |p| p.name.clone())
        }
        Column::Title => r.title.clone(),
        Column::Claims => {
            let claims: Vec<&str> = state.claims.iter().map(|c| c.claim.text.as_str()).collect();
            claims.join(lang.pick("；", "; "))
        }
        Column::Kind => assessment.map_or("", |a| words::kind(a.kind.answer, lang)).to_owned(),
        Column::Category => {
            let category = state.category.as_deref().and_then(|id| book.rules().category(id));
            category.map_or_else(String::new, |c| crate::text::words(&c.words, lang).to_owned())
        }
        Column::Mediation => code(|codes| &codes.mediation),
        Column::Petitions => code(|codes| &codes.petitions),
        Column::Hotline => code(|codes| &codes.hotline),
        Column::Households => number(r.households),
        Column::People => number(r.people),
        Column::Tier => {
            assessment.map_or_else(String::new, |a| terms::seal(&a.tier.answer, lang).line(lang))
        }
        // Said by the tables.
        Column::Route | Column::Track | Column::Rung | Column::Pending => String::new(),
        Column::Stage => words::stage(matter.stage(), lang).to_owned(),
        Column::Due => iso(next.and_then(|o| o.due.day())),
        Column::Duty => next.map_or_else(String::new, |o| {
            crate::screens::today::duty(o, book.rules().rule(&o.rule), matter, lang)
        }),
        Column::Body => duty.map_or_else(String::new, |d| d.body.clone()),
        Column::Post => duty.map_or_else(String::new, |d| d.post.clone()),
        Column::Leader => duty.map_or_else(String::new, |d| d.leader.clone()),
        Column::Measure => plan.map_or_else(String::new, |p| p.measure.clone()),
        Column::Limit => iso(plan.map(|p| p.due)),
        Column::Resolved => iso(state.resolved_on),
    }
}

/// Tab-separated, for pasting into a spreadsheet. Breaks and tabs become blanks.
pub fn to_tsv(table: &Table) -> String {
    write(table, "\t", "\n", &|text| guarded(&text.replace(['\t', '\n', '\r'], " ")))
}

/// CSV with a byte-order mark, so that spreadsheets read it as UTF-8. Every field is
/// quoted; quotes are doubled.
pub fn to_csv(table: &Table) -> String {
    let body =
        write(table, ",", "\r\n", &|text| format!("\"{}\"", guarded(text).replace('"', "\"\"")));
    format!("\u{feff}{body}")
}

fn write(table: &Table, comma: &str, end: &str, field: &dyn Fn(&str) -> String) -> String {
    let mut out = String::new();
    let head = table.head.iter().map(|h| field(h)).collect::<Vec<_>>();
    out.push_str(&head.join(comma));
    out.push_str(end);
    for row in &table.rows {
        let fields = row.iter().map(|text| field(text)).collect::<Vec<_>>();
        out.push_str(&fields.join(comma));
        out.push_str(end);
    }
    out
}

/// A spreadsheet runs a field that begins with one of these as a formula; an
/// apostrophe in front makes it text.
fn guarded(text: &str) -> String {
    let first = text.trim_start().chars().next();
    if matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'))
        || text.starts_with(['\t', '\r', '\n'])
    {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
