//! One page for paper: a slip, a blank receipt. Drawn the same on the screen.

use crate::controls::{Child, El, all, div, el, unless_empty};
use jieyou_view::screens::sheet::{Grid, Sheet, SheetLine};

/// A sheet; `realm` says that it comes out of a training ledger, or is empty.
pub(crate) fn sheet(s: Sheet, realm: &'static str) -> El {
    let head = div("header", "slip__head")
        .child(unless_empty("p", "slip__copy", s.copy))
        .child(unless_empty("p", "slip__unit", s.unit))
        .child(div("h1", "slip__title").child(s.title))
        .child(unless_empty("p", "slip__realm", realm));
    let parts = all(s.parts, |part| {
        div("section", "slip__part")
            .child(div("h2", "slip__subtitle").child(part.title))
            .child(div("ul", "slip__lines").child(all(part.lines, line)))
    });
    div("article", "slip")
        .attr("data-size", s.size.code())
        .attr("data-draft", !s.draft.is_empty())
        .child(head)
        .child(div("dl", "slip__rows").child(all(s.head, row)))
        .child(unless_empty("p", "slip__lead", s.lead))
        .child(parts)
        .child(s.grid.map(grid))
        .child(div("dl", "slip__sign").child(all(s.signs, row)))
        .child(unless_empty("p", "slip__foot", s.foot))
}

/// A table; the first cell of a row names it.
fn grid(grid: Grid) -> El {
    let head = all(grid.heads, |word| el("th").attr("scope", "col").child(word));
    let row = |[name, old, new]: [String; 3]| {
        el("tr")
            .child(el("th").attr("scope", "row").child(name))
            .child(el("td").child(old))
            .child(el("td").child(new))
    };
    div("table", "slip__grid")
        .child(el("thead").child(el("tr").child(head)))
        .child(el("tbody").child(all(grid.rows, row)))
}

/// A name and what stands there; a line to write on when nothing does.
fn row(line: SheetLine) -> El {
    let class = match (line.is_number, line.text.is_empty()) {
        (_, true) => "slip__value slip__value--blank",
        (true, _) => "slip__value slip__value--number",
        _ => "slip__value",
    };
    div("div", "slip__row")
        .child(div("dt", "slip__name").child(line.label))
        .child(div("dd", class).child(line.text))
}

fn line(line: SheetLine) -> El {
    let value = match line.text.is_empty() {
        true => div("span", "slip__blank").draw(),
        false => line.text.draw(),
    };
    div("li", "slip__line")
        .child(unless_empty("strong", "slip__label", line.label).map(|l| l.space()))
        .child(value)
}
