//! One field of a form: label, hint, error, control.
//!
//! While a Chinese input method composes, the draft is left alone: writing back then
//! would break the composition, and Enter belongs to the input method.

use super::beside::{below, roles};
use super::el::{Child, all as all_of, button, div, each, el, entry, nothing, when};
use super::el_render::El;
use super::form::FormState;
use super::proposals::proposals;
use crate::browser::page;
use jieyou_view::forms::{BAD_DATE, Control, Field, masked};
use jieyou_view::text::around;
use leptos::prelude::*;

/// A field by its key; draws nothing once the form no longer asks it.
pub(super) fn field(key: String, state: FormState) -> AnyView {
    let part = Part { key: StoredValue::new(key), state };
    // A field keeps its kind for as long as it is asked.
    let Some(first) = untrack(|| part.asked()) else { return nothing() };
    match first.control {
        Control::Choice(_) | Control::Many(_) => {
            let is_many = matches!(first.control, Control::Many(_));
            let draw = if is_many { tick_of } else { chip };
            let legend = div("legend", "field__label").child(move || part.label());
            let fieldset = part.frame("fieldset").attr("id", part.id("")).child(legend);
            hinted(fieldset, part).child(div("div", "choice").child(choices(part, draw)))
        }
        Control::Tick => hinted(part.frame("div"), part).child(tick(part)),
        Control::AddRow => add_row(part),
        control => {
            let label =
                div("label", "field__label").attr("for", part.id("")).child(move || part.label());
            hinted(part.frame("div").child(label), part).child(typed(part, &control))
        }
    }
    .draw()
}

/// A field on its form.
#[derive(Clone, Copy)]
pub(super) struct Part {
    key: StoredValue<String>,
    pub(super) state: FormState,
}

impl Part {
    /// The field as the form asks it now.
    pub(super) fn asked(self) -> Option<Field> {
        let key = self.key.get_value();
        self.state.form.with(|f| f.fields.iter().find(|x| x.key == key).cloned())
    }

    fn label(self) -> String {
        self.asked().map(|f| f.label).unwrap_or_default()
    }

    fn hint(self) -> String {
        self.asked().map(|f| f.hint).unwrap_or_default()
    }

    /// What is wrong with it.
    fn problem(self) -> Option<String> {
        let key = self.key.get_value();
        self.state.problems.with(|all| all.iter().find(|p| p.field == key).map(|p| p.text.clone()))
    }

    fn is_wrong(self) -> bool {
        self.problem().is_some()
    }

    /// What stands in it.
    pub(super) fn value(self) -> String {
        let key = self.key.get_value();
        self.state.draft.with(|d| d.get(&key).to_owned())
    }

    /// Puts a text into it.
    pub(super) fn set(self, value: String) {
        let key = self.key.get_value();
        // Without a problem here nothing changes for the other fields.
        self.state.problems.maybe_update(|all| {
            let before = all.len();
            all.retain(|p| p.field != key);
            all.len() != before
        });
        self.state.draft.update(|d| d.set(key, value));
        // What the form puts there by itself goes in before anything is drawn.
        let fills = self.state.form.with_untracked(|f| f.fills.clone());
        if !fills.is_empty() {
            self.state.draft.update(|d| d.0.extend(fills));
        }
    }

    /// Notes that the field holds a day that does not exist: the browser gives an empty
    /// text then, and an empty text alone would say that nothing was typed.
    fn mark_bad(self, is_bad: bool) {
        let key = format!("{}{BAD_DATE}", self.key.get_value());
        self.state.draft.update(|d| match is_bad {
            true => d.set(key, "yes"),
            false => drop(d.0.remove(&key)),
        });
    }

    /// The id of the control, or of what stands around it.
    pub(super) fn id(self, end: &str) -> String {
        format!("f-{}{end}", self.key.get_value())
    }

    /// Puts a text into another field of the form.
    pub(super) fn set_other(self, key: &str, value: String) {
        Self { key: StoredValue::new(key.to_owned()), ..self }.set(value);
    }

    fn described_by(self) -> Option<String> {
        let hint = (!self.hint().is_empty()).then(|| self.id("-h"));
        let error = self.is_wrong().then(|| self.id("-e"));
        match (hint, error) {
            (Some(hint), Some(error)) => Some(format!("{hint} {error}")),
            (hint, error) => hint.or(error),
        }
    }

    fn frame(self, tag: &'static str) -> El {
        div(tag, "field").live("data-invalid", move || self.is_wrong())
    }

    /// Keeps the text in a box, and what is read out with it.
    fn bind(self, control: El) -> El {
        control
            .attr("id", self.id(""))
            .live("aria-invalid", move || self.is_wrong().then_some("true"))
            .live("aria-describedby", move || self.described_by())
            .prop("value", move || self.value())
    }

    /// Like `bind`, for what may be required.
    fn bind_required(self, control: El) -> El {
        let is_required = move || self.asked().is_some_and(|f| f.required).then_some("true");
        self.bind(control).live("aria-required", is_required)
    }
}

/// Adds hint and error.
fn hinted(frame: El, part: Part) -> El {
    let hint = move || div("p", "field__hint").attr("id", part.id("-h")).child(move || part.hint());
    let error =
        move || div("p", "field__error").attr("id", part.id("-e")).child(move || part.problem());
    frame
        .child(when(move || !part.hint().is_empty(), hint))
        .child(when(move || part.is_wrong(), error))
}

/// What there is to choose from; a choice stays itself while others come and go.
fn choices(part: Part, draw: fn(Part, String, String) -> El) -> AnyView {
    each(move || {
        let all = match part.asked().map(|f| f.control) {
            Some(Control::Choice(all) | Control::Many(all) | Control::Select(all)) => all,
            _ => Vec::new(),
        };
        let entries = all
            .into_iter()
            .map(|(code, text)| entry(format!("{code}\n{text}"), move || draw(part, code, text)));
        entries.collect()
    })
}

fn chip(part: Part, code: String, text: String) -> El {
    let (name, value) = (part.id(""), code.clone());
    let input = div("input", "choice__input")
        .attr("type", "radio")
        .attr("name", name)
        .attr("value", code.clone())
        .prop("checked", move || part.value() == code)
        .live("aria-describedby", move || part.described_by())
        .on("change", move |_| part.set(value.clone()));
    item(input).child(div("span", "choice__text").child(text))
}

/// One of several to tick: the field holds the codes that are.
fn tick_of(part: Part, code: String, text: String) -> El {
    let value = code.clone();
    let is_in = move |code: &str| part.value().split(' ').any(|known| known == code);
    let input = div("input", "choice__input")
        .attr("type", "checkbox")
        .attr("value", code.clone())
        .prop("checked", move || is_in(&code))
        .live("aria-describedby", move || part.described_by())
        .on("change", move |ev| {
            let held = part.value();
            let others = held.split(' ').filter(|known| !known.is_empty() && *known != value);
            let mut codes: Vec<&str> = others.collect();
            if event_target_checked(&ev) {
                codes.push(&value);
            }
            part.set(codes.join(" "));
        });
    item(input).child(div("span", "choice__text").child(text))
}

fn item(input: El) -> El {
    div("label", "choice__item").child(input)
}

fn tick(part: Part) -> El {
    let input = div("input", "choice__input")
        .attr("type", "checkbox")
        .attr("id", part.id(""))
        .prop("checked", move || part.value() == "yes")
        .live("aria-describedby", move || part.described_by())
        .on("change", move |ev| {
            part.set(if event_target_checked(&ev) { "yes" } else { "" }.to_owned());
        });
    let text = div("span", "choice__text").child(move || part.label());
    div("div", "choice choice--stacked").child(item(input).child(text))
}

fn option(part: Part, code: String, text: String) -> El {
    let option = el("option").attr("value", code.clone());
    option.live("selected", move || part.value() == code).child(text)
}

/// A list in groups; a group stays itself while its heading does.
fn groups(part: Part) -> AnyView {
    each(move || {
        let Some(Control::Groups(all)) = part.asked().map(|f| f.control) else {
            return Vec::new();
        };
        let entries = all.into_iter().map(|(heading, choices)| {
            let first = choices.first().map_or("", |(_, text)| text.as_str());
            entry(format!("{heading}\n{first}"), move || group(part, heading, choices))
        });
        entries.collect()
    })
}

fn group(part: Part, heading: String, choices: Vec<(String, String)>) -> AnyView {
    let options = all_of(choices, |(code, text)| option(part, code, text)).draw();
    if heading.is_empty() {
        return options;
    }
    el("optgroup").attr("label", heading).child(options).draw()
}

fn add_row(part: Part) -> El {
    let add = move |_| {
        let rows = part.value().parse::<u32>().unwrap_or(0);
        part.set((rows + 1).to_string());
    };
    let button = button("button button--small", move || part.label(), add)
        .attr("type", "button")
        .attr("id", part.id(""));
    div("p", "field").child(button)
}

/// Controls one types into, and lists.
fn typed(part: Part, control: &Control) -> AnyView {
    match control {
        Control::Area(max) => {
            let area = div("textarea", "field__input").attr("rows", "4");
            vec![text_box(part, area), roles(part), below(part, Some(*max))].draw()
        }
        Control::Lines => {
            let area = div("textarea", "field__input field__input--lines").attr("rows", "3");
            vec![text_box(part, area), roles(part), below(part, None)].draw()
        }
        Control::Select(_) => part
            .bind_required(div("select", "field__input"))
            .on("change", move |ev| part.set(event_target_value(&ev)))
            .child(choices(part, option))
            .draw(),
        Control::Groups(_) => {
            let select = part
                .bind_required(div("select", "field__input"))
                .on("change", move |ev| part.set(event_target_value(&ev)))
                .child(groups(part));
            vec![select.draw(), proposals(part)].draw()
        }
        Control::Date => date_box(part, &[(0, |t| t.today), (-1, |t| t.yesterday)]).draw(),
        Control::Due => {
            let days: &[Quick] = &[(0, |t| t.today), (1, |t| t.tomorrow), (7, |t| t.in_a_week)];
            date_box(part, days).draw()
        }
        control => {
            let (class, mode, max) = match control {
                Control::Number => ("field__input field__input--number", Some("numeric"), None),
                Control::Line(max) => ("field__input", None, Some(*max)),
                _ => ("field__input", None, None),
            };
            let line = div("input", class)
                .attr("type", "text")
                .attr("inputmode", mode)
                .attr("autocomplete", "off");
            vec![text_box(part, line), below(part, max)].draw()
        }
    }
}

/// A box that takes text, but not while an input method composes it. Numbers that must
/// not be stored are masked as they are typed; what may still grow, when it is left.
fn text_box(part: Part, control: El) -> AnyView {
    let composing = StoredValue::new(false);
    part.bind_required(control)
        .on("input", move |ev| {
            if !composing.get_value() {
                take(part, event_target_value(&ev), page::is_keystroke(&ev));
            }
        })
        .on("compositionstart", move |_| composing.set_value(true))
        .on("compositionend", move |ev| {
            composing.set_value(false);
            take(part, event_target_value(&ev), true);
        })
        .on("change", move |ev| take(part, event_target_value(&ev), false))
        .draw()
}

/// Takes over what stands in a box; `goes_on` when somebody types there right now.
fn take(part: Part, text: String, goes_on: bool) {
    // A box that is taken off the page while it has the focus says so, too late.
    if part.key.try_get_value().is_none() {
        return;
    }
    let id = part.id("");
    let caret = page::selection(&id).filter(|_| goes_on).map(|at| at.end);
    match masked(&text, caret) {
        Some((text, caret)) => {
            page::put_text(&id, &text, page::is_focused(&id).then_some(caret));
            part.set(text);
        }
        None if text != untrack(|| part.value()) => part.set(text),
        None => {}
    }
}

/// A day that one press fills in: so many days from today, and the words.
type Quick = (i64, fn(&around::AroundText) -> &'static str);

fn date_box(part: Part, days: &[Quick]) -> El {
    let state = part.state;
    let t = move || around::texts(state.lang.get());
    let input = div("input", "field__input date-field__input").attr("type", "date");
    let input = part.bind(input).on("input", move |ev| {
        part.mark_bad(page::is_bad_input(&ev));
        part.set(event_target_value(&ev));
    });
    let quick = days.iter().map(|&(from, word)| {
        let class = "button button--small";
        let word = (move || word(&t())).draw();
        button(class, word, move |_| part.set(state.day.run(from))).attr("type", "button").draw()
    });
    let quick = div("span", "date-field__quick cluster").child(quick.collect::<Vec<_>>());
    let weekday = move || around::weekday(&part.value(), state.lang.get());
    div("div", "date-field")
        .child(input)
        .child(div("span", "date-field__weekday").child(weekday))
        .child(quick)
}
