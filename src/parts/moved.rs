//! Which days would move, old and new, before something is put into force.

use crate::controls::{Child, El, all, div, el};
use crate::routes::Route;
use jieyou_view::Lang;
use jieyou_view::screens::moved::{self, Moved};
use jieyou_view::text::calendar as t;

/// The list, or that nothing would move.
pub(crate) fn moved_list(rows: Vec<Moved>, lang: Lang) -> El {
    let sum = moved::sum(&rows, lang);
    drawn(sum, rows, lang)
}

/// Which matters would change lists.
pub(crate) fn relisted(rows: Vec<Moved>, lang: Lang) -> El {
    let sum = moved::sum_of_lists(&rows, lang);
    drawn(sum, rows, lang)
}

fn drawn(sum: String, rows: Vec<Moved>, lang: Lang) -> El {
    let sum = el("p").child(sum);
    let side = |name: &'static str, text: String| {
        let name = div("dt", "moved__name").child(name);
        div("div", "moved__side").child(name).child(div("dd", "moved__day").child(text))
    };
    let row = |m: Moved| {
        let link = div("a", "number").attr("href", Route::Matter(m.matter).href()).child(m.name);
        let sides = div("dl", "moved__sides")
            .child(side(t::OLD.to(lang), m.old))
            .child(side(t::NEW.to(lang), m.new));
        div("li", "moved__item")
            .child(el("p").child(link).space().child(m.duty))
            .child(sides.draw())
    };
    div("section", "moved flow").child(sum).child(div("ul", "moved__list").child(all(rows, row)))
}
