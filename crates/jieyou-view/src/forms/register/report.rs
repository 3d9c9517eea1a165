//! A report of wrongdoing among what is to be registered: it is not written here, and what
//! was typed is not kept (practice P0-2). A claim in the same letter is registered.

use crate::forms::context::FormContext;
use crate::forms::model::Draft;
use crate::text::forms::register as t;

/// The question what is wanted, as the form's key.
pub(super) const AIM: &str = "q-aim";
/// Its answer for a report of wrongdoing.
const REPORT: &str = "report";
/// Its answer for a claim of one's own.
const OWN: &str = "own";

/// What is said where wrongdoing is reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportView {
    /// Where it goes instead.
    pub text: &'static str,
    /// The button that leaves the form, and drops what was typed.
    pub leave: &'static str,
    /// Whether that leads to recording by number; else to the blank receipt.
    pub by_number: bool,
    /// What becomes of another claim in the same letter.
    pub mixed: &'static str,
    /// The button that goes on with that claim.
    pub stay: &'static str,
}

/// Whether the draft says that wrongdoing is reported.
pub fn is_report(draft: &Draft) -> bool {
    draft.get(AIM) == REPORT
}

/// What is to be said; nothing where no wrongdoing is reported.
pub fn report(ctx: &FormContext<'_>, draft: &Draft) -> Option<ReportView> {
    let is_village = ctx.is_village();
    let (text, leave) = match is_village {
        true => (t::REPORT_VILLAGE, t::REPORT_RECEIPT),
        false => (t::REPORT_OFFICE, t::REPORT_LEAVE),
    };
    is_report(draft).then(|| ReportView {
        text: text.to(ctx.lang),
        leave: leave.to(ctx.lang),
        by_number: !is_village,
        mixed: t::REPORT_MIXED.to(ctx.lang),
        stay: t::REPORT_STAY.to(ctx.lang),
    })
}

/// Goes on with the claim in the same letter.
pub fn go_on(draft: &mut Draft) {
    draft.set(AIM, OWN);
}
