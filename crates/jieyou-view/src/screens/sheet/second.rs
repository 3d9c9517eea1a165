//! 三不限三重新复核表: what was found, opined and said before, and what is found now.

use super::{BLANK_DAY, Grid, Sheet, SheetLine, Size, day};
use crate::text::{Both, Lang, both};
use jieyou_domain::facts::Second;
use jieyou_domain::ledger::{Book, Matter};

pub(super) const TITLE: Both = both!("三不限三重新复核表", "Looked at anew");

/// The rows, in the words of the county's method.
const ROWS: [Both; 3] = [
    both!(
        "不限原调查结论：重新研究案情，找差距",
        "Not bound by the findings: the facts anew, for gaps"
    ),
    both!(
        "不限原处理意见：重新调查核实，找突破口",
        "Not bound by the opinion: investigated anew, for an opening"
    ),
    both!(
        "不限原领导表态：重新听取诉求，找合理成份",
        "Not bound by what leaders said: heard anew, for what is reasonable"
    ),
];

/// The sheet; `None` where there was no such look.
pub(super) fn second(book: &Book, matter: &Matter, at: usize, lang: Lang) -> Option<Sheet> {
    let (on, looked) = matter.state.reexamined.get(at)?;
    let title = matter.state.registered.as_ref().map_or("", |r| r.title.as_str());
    let of = |label: Both, text: String| SheetLine::of(label.to(lang), text);
    let mut head = vec![
        of(both!("编号", "Number"), matter.number().to_owned()),
        of(both!("事项", "Matter"), title.to_owned()),
    ];
    if let Some((back, _)) = matter.state.reopened.iter().rev().find(|(back, _)| back <= on) {
        head.push(of(both!("恢复办理", "Reopened"), day(*back, lang)));
    }
    head.push(of(both!("复核日期", "Looked at on"), day(*on, lang)));
    head.push(of(both!("复核岗位", "By the post"), looked.post.clone()));
    let row = |(name, second): (&Both, &Second)| {
        [name.to(lang).to_owned(), second.old.clone(), second.new.clone()]
    };
    let rows = ROWS.iter().zip([&looked.findings, &looked.opinion, &looked.stance]).map(row);
    let heads = [
        both!("看什么", "What"),
        both!("原来", "Before"),
        both!("现在：差距、突破口、合理成份", "Now: gap, opening, what is reasonable"),
    ];
    let signs = [
        (both!("复核人签名", "Signature"), Both::NONE),
        (both!("分管领导签名", "Responsible leader"), Both::NONE),
        (both!("日期", "Date"), BLANK_DAY),
    ];
    Some(Sheet {
        size: Size::Plain,
        title: TITLE.to(lang),
        unit: book.unit()?.name.clone(),
        head,
        grid: Some(Grid { heads: heads.map(|h| h.to(lang)), rows: rows.collect() }),
        signs: super::named(&signs, lang),
        ..Sheet::default()
    })
}
