//! Words around what is printed: the buttons that lead to a sheet, and the picker of
//! columns. What stands on a sheet belongs to its screen model.

use super::{Lang, both};

/// The fixed ones.
#[derive(Debug)]
pub struct PaperText {
    /// To the slip of a matter; also the page's name.
    pub slip: &'static str,
    /// To the decisions about a matter, with their reasons; also the page's name.
    pub verdicts: &'static str,
    /// Above them on the screen.
    pub pages: &'static str,
    /// A paper of a matter: the page's name.
    pub paper: &'static str,
    /// Above papers of two copies on the screen.
    pub two_copies: &'static str,
    /// Where a matter has no such paper.
    pub no_paper: &'static str,
    /// To the printed list; also the page's name.
    pub ledger: &'static str,
    /// To the blank receipt for sealed letters; also the page's name.
    pub sealed: &'static str,
    /// In front of that, where matters are registered.
    pub sealed_why: &'static str,
    /// Section of the settings with blank forms.
    pub blanks: &'static str,
    /// Back to the page before.
    pub back: &'static str,
    /// Prints.
    pub print: &'static str,
    /// Above a sheet on the screen.
    pub one_page: &'static str,
    /// Above the printed list on the screen.
    pub across: &'static str,
    /// On what is printed out of a training ledger.
    pub training: &'static str,
    /// In the picker of columns.
    pub columns_hint: &'static str,
    /// Sets the usual columns.
    pub columns_usual: &'static str,
}

/// The texts in a language.
pub fn texts(lang: Lang) -> PaperText {
    PaperText {
        slip: both!("事项回执", "Slip").to(lang),
        verdicts: both!("认定说明", "Decisions and reasons").to(lang),
        pages: both!(
            "印出来是A4纸，不印姓名和联系方式，可以交给检查的人或者反映人。",
            "A4, without names and contacts, for an inspector or the citizen."
        )
        .to(lang),
        paper: both!("打印文书", "Paper of a matter").to(lang),
        two_copies: both!(
            "A4纸，每联一页：一联交反映人，一联存卷。姓名不印，签名和日期手写。",
            "A4, a page for each copy: one for the petitioner, one for the file. No name is printed; signed and dated by hand."
        )
        .to(lang),
        no_paper: both!(
            "这件事还没有可以印的这份文书。",
            "There is no such paper of this matter yet."
        )
        .to(lang),
        ledger: both!("打印台账", "Print the ledger").to(lang),
        sealed: both!("密封移交回执（空白）", "Receipt for sealed letters (blank)").to(lang),
        sealed_why: both!(
            "有人交来检举、控告材料的：不拆封，不登记内容，原样移交，给交件人一张",
            "Somebody brings a report of wrongdoing: do not open it or record what it says; pass it on and give a"
        )
        .to(lang),
        blanks: both!("空白表", "Blank forms").to(lang),
        back: both!("返回", "Back").to(lang),
        print: both!("打印", "Print").to(lang),
        one_page: both!(
            "印出来是一页A4纸。姓名不印，签名和日期手写。",
            "One page of A4. No name is printed; it is signed and dated by hand."
        )
        .to(lang),
        across: both!(
            "印出来是A4横向。列和顺序在“建账”的“选列”里定。",
            "A4 across. Columns and their order are chosen on the ledger's page."
        )
        .to(lang),
        training: both!("演练，不作依据。", "Training only. ").to(lang),
        columns_hint: both!(
            "打印、复制、存成CSV都用这些列，按这个顺序；选定后一直记着。",
            "Print, copy and CSV use these columns in this order; the choice is remembered."
        )
        .to(lang),
        columns_usual: both!("用常用的列", "Usual columns").to(lang),
    }
}
