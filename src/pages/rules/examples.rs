//! The examples of a rule: run, and a clock to move over each.

use crate::controls::{Child, El, all, button, div, el, unless_empty};
use crate::parts::{day_strip, part, say, tag};
use crate::session::Session;
use crate::state::State;
use jieyou_domain::Date;
use jieyou_domain::rules::Example;
use jieyou_domain::time::parse_date;
use jieyou_view::screens::rules::{
    Basis, ClockView, ExampleView, LookView, clock, example, next_change, run,
};
use jieyou_view::text::{Both, rules as t};
use leptos::prelude::*;

/// One example on the page.
#[derive(Clone, Copy)]
struct Play {
    session: Session,
    example: StoredValue<Example>,
    at: usize,
    /// What came of running it.
    looks: State<Option<Vec<LookView>>>,
    /// The day of its clock.
    day: State<Date>,
}

impl Play {
    fn with<T>(self, act: impl FnOnce(&Example, Basis<'_>) -> T) -> T {
        let lang = self.session.lang.get();
        self.session.book.with(|book| self.example.with_value(|e| act(e, Basis::of(book, lang))))
    }

    fn run(self) {
        let looks = untrack(|| self.with(run));
        self.looks.set(Some(looks));
    }

    fn go(self, day: Option<Date>) {
        if let Some(day) = day {
            self.day.set(day);
        }
    }
}

/// The section; all of them run at once.
pub(super) fn examples(session: Session, rule: &str) -> El {
    let own = session.examples().into_iter().filter(|e| e.rule == rule);
    let plays: Vec<Play> = own.enumerate().map(|(at, e)| play(session, at, e)).collect();
    let section = part(session, "rule-examples", t::EXAMPLES);
    if plays.is_empty() {
        return section.child(el("p").child(say(session, t::NO_EXAMPLES)));
    }
    let runs = plays.clone();
    let run_all = move |_| runs.iter().for_each(|play| play.run());
    let button = button("button", say(session, t::RUN_ALL), run_all);
    section
        .child(div("p", "screen-only").child(button))
        .child(div("ol", "examples").child(all(plays, drawn)))
}

fn play(session: Session, at: usize, example: Example) -> Play {
    let first = example.looks.first().and_then(|look| look.on).or(example.on);
    let day = State::new(first.unwrap_or(session.today.get_untracked()));
    Play { session, example: StoredValue::new(example), at, looks: State::new(None), day }
}

fn drawn(play: Play) -> El {
    let session = play.session;
    let shown = move || {
        let ExampleView { title, unit, facts } = play.with(example);
        let fact = |(day, text): (String, String)| {
            div("li", "example__fact")
                .child(div("b", "example__day").child(day))
                .space()
                .child(text)
        };
        vec![
            div("h3", "example__title").child(title).draw(),
            unless_empty("p", "quiet", unit).draw(),
            div("ul", "example__facts").child(all(facts, fact)).draw(),
        ]
    };
    let is_count = play.example.with_value(|e| e.count.is_some());
    let run = button("button button--small", say(session, t::RUN), move |_| play.run());
    let looks = move || {
        let looks = play.looks.get();
        looks.map(|looks| div("ul", "example__looks").child(all(looks, |l| look(session, l))))
    };
    div("li", "example flow")
        .child(shown)
        .child(div("p", "screen-only").child(run))
        .child(el("div").attr("role", "status").child(looks))
        .child((!is_count).then(|| moved_clock(play)))
}

fn look(session: Session, look: LookView) -> El {
    let [_, expected, found, _] = t::LOOK_HEADS;
    let pair = |name: Both, text: String| {
        let name = div("span", "example__name").child(say(session, name));
        div("span", "example__pair").child(name).space().child(text)
    };
    let (word, state) = if look.agrees { (t::AGREES, "met") } else { (t::DIFFERS, "overdue") };
    div("li", "example__look")
        .child(unless_empty("b", "example__day", look.day))
        .space()
        .child(pair(expected, look.expected))
        .space()
        .child(pair(found, look.found))
        .space()
        .child(tag(word.to(session.lang.get_untracked()), state))
}

/// The clock over an example: a day back and on, the next change, any day.
fn moved_clock(play: Play) -> El {
    let session = play.session;
    let field = format!("clock-{}", play.at);
    let step = |word: Both, to: fn(&Example, Basis<'_>, Date) -> Option<Date>| {
        let go = move |_| {
            let day = play.day.get_untracked();
            play.go(untrack(|| play.with(|e, basis| to(e, basis, day))));
        };
        button("button button--small", say(session, word), go).attr("type", "button")
    };
    let label =
        div("label", "visually-hidden").attr("for", field.clone()).child(say(session, t::DAY));
    let input = div("input", "field__input example__date")
        .attr("type", "date")
        .attr("id", field)
        .prop("value", move || play.day.get().to_string())
        .on("change", move |ev| play.go(parse_date(&event_target_value(&ev))));
    let buttons = div("div", "cluster")
        .child(step(t::BEFORE, |_, _, day| day.pred_opt()))
        .child(label)
        .child(input)
        .child(step(t::AFTER, |_, _, day| day.succ_opt()))
        .child(step(t::NEXT, |e, basis, day| next_change(e, day, basis)));
    let state = move || {
        let ClockView { line, sum, strip, .. } =
            play.with(|e, basis| clock(e, play.day.get(), basis));
        let none = div("div", "example__law");
        vec![
            div("p", "example__state").attr("role", "status").child(line).draw(),
            unless_empty("p", "day-strip__sum", sum).draw(),
            strip.map(|strip| day_strip(strip, none)).draw(),
        ]
    };
    div("details", "example__clock screen-only")
        .child(el("summary").child(say(session, t::CLOCK)))
        .child(div("div", "flow").child(buttons).child(state))
}
