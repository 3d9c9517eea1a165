//! One field of a form: label, hint, error, control.
//!
//! While a Chinese input method composes, the draft is left alone: writing back then
//! would break the composition, and Enter belongs to the input method.

use super::form::FormState;
use crate::browser::page;
use jieyou_view::forms::{BAD_DATE, Control, Field, watch};
use jieyou_view::text::around;
use leptos::ev::{CompositionEvent, Event};
use leptos::prelude::*;

type Choices = Vec<(String, String)>;

/// A field by its key; draws nothing once the form no longer asks it.
#[component]
pub(crate) fn FieldView(field_key: String, state: FormState) -> impl IntoView {
    let key = StoredValue::new(field_key);
    let field = Memo::new(move |_| {
        key.with_value(|k| state.form.with(|f| f.fields.iter().find(|x| x.key == *k).cloned()))
    });
    let problem = Memo::new(move |_| {
        let all = state.problems.get();
        key.with_value(|k| all.into_iter().find(|p| p.field == *k).map(|p| p.text))
    });
    let label = move || field.with(|f| f.as_ref().map(|f| f.label.clone()));
    let hint = move || field.with(|f| f.as_ref().map(|f| f.hint.clone()).unwrap_or_default());
    let id = key.with_value(|k| format!("f-{k}"));
    let about = StoredValue::new(id.clone());
    let hints = move || {
        view! {
            <Show when=move || !hint().is_empty()>
                <p class="field__hint" id=format!("{}-h", about.get_value())>{hint}</p>
            </Show>
            <Show when=move || problem.with(Option::is_some)>
                <p class="field__error" id=format!("{}-e", about.get_value())>
                    {move || problem.get()}
                </p>
            </Show>
        }
    };
    let is_invalid = move || problem.with(Option::is_some);
    let Some(first) = field.get_untracked() else { return ().into_any() };
    let part = Part { key, field, state, id: about, problem };
    match first.control {
        Control::Choice(_) => view! {
            <fieldset class="field" id=id data-invalid=is_invalid>
                <legend class="field__label">{label}</legend>
                {hints()}
                <Chips part/>
            </fieldset>
        }
        .into_any(),
        Control::Tick => {
            view! { <div class="field" data-invalid=is_invalid>{hints()}<Tick part/></div> }
                .into_any()
        }
        Control::AddRow => view! { <AddRow part/> }.into_any(),
        _ => view! {
            <div class="field" data-invalid=is_invalid>
                <label class="field__label" for=id>{label}</label>
                {hints()}
                <Typed part control=first.control/>
            </div>
        }
        .into_any(),
    }
}

#[derive(Clone, Copy)]
struct Part {
    key: StoredValue<String>,
    field: Memo<Option<Field>>,
    state: FormState,
    id: StoredValue<String>,
    problem: Memo<Option<String>>,
}

impl Part {
    fn value(self) -> String {
        self.key.with_value(|k| self.state.draft.with(|d| d.get(k).to_owned()))
    }

    fn set(self, value: String) {
        let key = self.key.get_value();
        self.state.problems.update(|all| all.retain(|p| p.field != key));
        self.state.draft.update(|d| d.set(key, value));
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

    fn choices(self) -> Choices {
        self.field.with(|f| match f.as_ref().map(|f| &f.control) {
            Some(Control::Choice(all) | Control::Select(all)) => all.clone(),
            _ => Vec::new(),
        })
    }

    fn described_by(self) -> Option<String> {
        let id = self.id.get_value();
        let mut ids = Vec::new();
        if self.field.with(|f| f.as_ref().is_some_and(|f| !f.hint.is_empty())) {
            ids.push(format!("{id}-h"));
        }
        if self.problem.with(Option::is_some) {
            ids.push(format!("{id}-e"));
        }
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

#[component]
fn Chips(part: Part) -> impl IntoView {
    let name = part.id.get_value();
    let chip = move |(code, text): (String, String)| {
        let (name, value) = (name.clone(), code.clone());
        let checked = move || part.value() == code;
        view! {
            <label class="choice__item">
                <input
                    class="choice__input"
                    type="radio"
                    name=name
                    value=value.clone()
                    prop:checked=checked
                    aria-describedby=move || part.described_by()
                    on:change=move |_| part.set(value.clone())
                />
                <span class="choice__text">{text}</span>
            </label>
        }
    };
    view! {
        <div class="choice">
            <For each=move || part.choices() key=|c| c.clone() children=chip/>
        </div>
    }
}

#[component]
fn Tick(part: Part) -> impl IntoView {
    let label = move || part.field.with(|f| f.as_ref().map(|f| f.label.clone()));
    view! {
        <div class="choice choice--stacked">
            <label class="choice__item">
                <input
                    class="choice__input"
                    type="checkbox"
                    id=part.id.get_value()
                    prop:checked=move || part.value() == "yes"
                    aria-describedby=move || part.described_by()
                    on:change=move |ev| {
                        part.set(if event_target_checked(&ev) { "yes" } else { "" }.to_owned());
                    }
                />
                <span class="choice__text">{label}</span>
            </label>
        </div>
    }
}

#[component]
fn AddRow(part: Part) -> impl IntoView {
    let add = move |_| {
        let rows = part.value().parse::<u32>().unwrap_or(0);
        part.set((rows + 1).to_string());
    };
    let label = move || part.field.with(|f| f.as_ref().map(|f| f.label.clone()));
    view! {
        <p class="field">
            <button class="button button--small" type="button" id=part.id.get_value() on:click=add>
                {label}
            </button>
        </p>
    }
}

/// Controls one types into, and lists.
#[component]
fn Typed(part: Part, control: Control) -> impl IntoView {
    let composing = StoredValue::new(false);
    let take = move |value: String| {
        if !composing.get_value() {
            part.set(value);
        }
    };
    let on_start = move |_: CompositionEvent| composing.set_value(true);
    let on_end = move |ev: CompositionEvent| {
        composing.set_value(false);
        take(event_target_value(&ev));
    };
    let on_input = move |ev: Event| take(event_target_value(&ev));
    let id = part.id.get_value();
    let invalid = move || part.problem.with(|p| p.is_some().then_some("true"));
    let described = move || part.described_by();
    let required =
        move || part.field.with(|f| f.as_ref().is_some_and(|f| f.required).then_some("true"));
    match control {
        Control::Area(_) | Control::Lines => {
            let rows = if control == Control::Lines { "3" } else { "4" };
            view! {
                <textarea
                    class="field__input"
                    class:field__input--lines=control == Control::Lines
                    id=id
                    rows=rows
                    aria-invalid=invalid
                    aria-required=required
                    aria-describedby=described
                    prop:value=move || part.value()
                    on:input=on_input
                    on:compositionstart=on_start
                    on:compositionend=on_end
                ></textarea>
                <Below part control/>
            }
            .into_any()
        }
        Control::Select(_) => view! {
            <select
                class="field__input"
                id=id
                aria-invalid=invalid
                aria-required=required
                aria-describedby=described
                prop:value=move || part.value()
                on:change=move |ev| part.set(event_target_value(&ev))
            >
                <For each=move || part.choices() key=|c| c.clone() children=move |(code, text)| {
                    let value = code.clone();
                    view! { <option value=value selected=move || part.value() == code>{text}</option> }
                }/>
            </select>
        }
        .into_any(),
        Control::Date => view! { <DateBox part id invalid=Signal::derive(invalid)/> }.into_any(),
        _ => {
            let is_number = control == Control::Number;
            view! {
                <input
                    class="field__input"
                    class:field__input--number=is_number
                    type="text"
                    inputmode=is_number.then_some("numeric")
                    autocomplete="off"
                    id=id
                    aria-invalid=invalid
                    aria-required=required
                    aria-describedby=described
                    prop:value=move || part.value()
                    on:input=on_input
                    on:compositionstart=on_start
                    on:compositionend=on_end
                />
                <Below part control/>
            }
            .into_any()
        }
    }
}

/// Under a text: how much room is left, and what stands out in it.
#[component]
fn Below(part: Part, control: Control) -> impl IntoView {
    let max = match control {
        Control::Line(max) | Control::Area(max) => Some(max),
        _ => None,
    };
    let left = move || {
        let used = part.value().chars().count();
        let max = max.filter(|max| used * 3 > max * 2)?;
        Some(around::left(used, max, part.state.lang.get()))
    };
    let seen =
        Memo::new(move |_| watch(&part.value()).map_or("", |seen| seen.say(part.state.lang.get())));
    view! {
        <Show when=move || left().is_some()>
            <p class="field__count">{left}</p>
        </Show>
        <Show when=move || seen.with(|s| !s.is_empty())>
            <p class="notice" data-tone="note" role="status">{move || seen.get()}</p>
        </Show>
    }
}

#[component]
fn DateBox(
    part: Part,
    id: String,
    #[prop(into)] invalid: Signal<Option<&'static str>>,
) -> impl IntoView {
    let weekday = move || around::weekday(&part.value(), part.state.lang.get());
    let today = move || around::texts(part.state.lang.get()).today;
    let yesterday = move || around::texts(part.state.lang.get()).yesterday;
    view! {
        <div class="date-field">
            <input
                class="field__input date-field__input"
                type="date"
                id=id
                aria-invalid=move || invalid.get()
                aria-describedby=move || part.described_by()
                prop:value=move || part.value()
                on:input=move |ev| {
                    part.mark_bad(page::is_bad_input(&ev));
                    part.set(event_target_value(&ev));
                }
            />
            <span class="date-field__weekday">{weekday}</span>
            <span class="date-field__quick cluster">
                <button
                    class="button button--small"
                    type="button"
                    on:click=move |_| part.set(part.state.today.get_untracked().0)
                >
                    {today}
                </button>
                <button
                    class="button button--small"
                    type="button"
                    on:click=move |_| part.set(part.state.today.get_untracked().1)
                >
                    {yesterday}
                </button>
            </span>
        </div>
    }
}
