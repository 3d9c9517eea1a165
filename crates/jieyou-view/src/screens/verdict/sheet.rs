//! 认定说明: every decision about one matter with its reasons, on paper, for an inspector
//! or the citizen. Neither a contact, nor the course of events, nor what the office still
//! has to tick off stands on it.

use super::{VerdictView, VerdictsView, verdict_views};
use crate::screens::Assessments;
use crate::screens::matter::FactRow;
use crate::text::deadline::Frame;
use crate::text::{Lang, both, format};
use jieyou_domain::classify::{Wrongdoing, wrongdoing};
use jieyou_domain::ledger::Book;
use jieyou_domain::{Date, Id};

/// The printed page.
#[derive(Clone, Debug, PartialEq)]
pub struct VerdictSheet {
    /// Its title.
    pub title: &'static str,
    /// Who gives it.
    pub unit: String,
    /// What it is about.
    pub head: Vec<FactRow>,
    /// A sentence under the rows.
    pub lead: &'static str,
    /// The decisions; what is the same of several claims is said once.
    pub verdicts: Vec<VerdictView>,
    /// What is not known yet, and what is a mere no, in a line each.
    pub rest: Vec<String>,
}

/// Builds it; `None` for a matter that is not registered or reports wrongdoing, or before
/// the unit is known.
pub fn verdict_sheet(
    book: &Book,
    all: &Assessments,
    id: Id,
    today: Date,
    lang: Lang,
) -> Option<VerdictSheet> {
    let matter = book.matter(id).filter(|m| m.is_registered())?;
    let assessment = all.get(id)?.assessment.as_deref()?;
    // What reports wrongdoing goes on no paper that is handed around.
    if wrongdoing(&matter.state, book.rules()) != Wrongdoing::None {
        return None;
    }
    let registered = matter.state.registered.as_ref()?;
    let row = |label: crate::text::Both, value: String| FactRow {
        label: label.to(lang).to_owned(),
        value,
    };
    let received = matter.received_on().map(|on| format::date_full(on, lang));
    let claims: Vec<&str> = matter.state.claims.iter().map(|c| c.claim.text.as_str()).collect();
    let views = verdict_views(matter, assessment, Frame { book, today, lang, with_year: true });
    Some(VerdictSheet {
        title: both!("认定说明", "What was decided, and why").to(lang),
        unit: book.unit().map(|u| u.name.clone()).unwrap_or_default(),
        head: vec![
            row(both!("编号", "Number"), matter.number().to_owned()),
            row(both!("事项", "Matter"), registered.title.clone()),
            row(both!("诉求", "Claims"), claims.join(lang.pick("；", "; "))),
            row(both!("收到", "Received"), received.unwrap_or_default()),
            row(both!("截至", "As of"), format::date_full(today, lang)),
        ],
        lead: both!(
            "下面逐项写明认定的结论、理由、依据的原文和用到的事实，以及什么情况会改变它。按规则得出的，人可以另行认定，要写明理由。",
            "Each decision with its reasons, the words it rests on, the facts used, and what would change it. A person may decide otherwise, and says why."
        )
        .to(lang),
        rest: rest(&views, lang),
        verdicts: said_once(views.shown),
    })
}

/// What is not known yet and what is a mere no, in a line each.
fn rest(views: &VerdictsView, lang: Lang) -> Vec<String> {
    let mut open: Vec<&str> = Vec::new();
    for view in views.shown.iter().filter(|v| v.is_open) {
        if !open.contains(&view.title.as_str()) {
            open.push(&view.title);
        }
    }
    let text = both!("还没弄清，没有认定：{}。", "Not known yet, and not decided: {}.");
    let open = (!open.is_empty()).then(|| text.with(lang, &[&open.join(lang.pick("、", ", "))]));
    let others = both!("其余：{}。", "Others: {}.");
    let quiet = (!views.quiet_line.is_empty()).then(|| others.with(lang, &[&views.quiet_line]));
    open.into_iter().chain(quiet).collect()
}

/// The decisions without what the office ticks off; of several claims that come out alike
/// one, which names them all.
fn said_once(views: Vec<VerdictView>) -> Vec<VerdictView> {
    let mut all: Vec<VerdictView> = Vec::new();
    for mut view in views.into_iter().filter(|v| !v.is_open) {
        view.needs = Vec::new();
        // Nothing is asked for on paper, and of which claim it is asked differs.
        view.change.iter_mut().for_each(|change| change.ask = None);
        let of_another = |v: &&mut VerdictView| {
            let VerdictView { id, of, acts, .. } = (**v).clone();
            VerdictView { id, of, acts, ..view.clone() } == **v
        };
        match all.iter_mut().find(of_another) {
            Some(same) => {
                same.of.push('\n');
                same.of.push_str(&view.of);
            }
            None => all.push(view),
        }
    }
    all
}
