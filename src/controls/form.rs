//! A form, drawn from its description. What was typed stands in the draft and is
//! never lost by drawing again: fields are keyed by their names.

use super::field::FieldView;
use crate::browser::page;
use jieyou_view::Lang;
use jieyou_view::forms::{Draft, Form, Problem, Shelf};
use jieyou_view::text::around;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// What every field shares.
#[derive(Clone, Copy)]
pub(crate) struct FormState {
    pub(crate) form: Memo<Form>,
    pub(crate) draft: RwSignal<Draft>,
    pub(crate) problems: RwSignal<Vec<Problem>>,
    pub(crate) lang: Signal<Lang>,
    /// ISO dates for the buttons beside a date field.
    pub(crate) today: Signal<(String, String)>,
}

/// A whole form. `split_at` names the field that begins the second page of a spread.
#[component]
pub(crate) fn FormView(
    form: Memo<Form>,
    draft: RwSignal<Draft>,
    problems: RwSignal<Vec<Problem>>,
    #[prop(into)] lang: Signal<Lang>,
    #[prop(into)] today: Signal<(String, String)>,
    #[prop(into)] busy: Signal<bool>,
    #[prop(default = "")] split_at: &'static str,
    on_submit: Callback<()>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let state = FormState { form, draft, problems, lang, today };
    let submit = move |ev: SubmitEvent| {
        ev.prevent_default();
        if !busy.get_untracked() {
            on_submit.run(());
        }
    };
    let page = move |second: bool| {
        move || {
            form.with(|f| {
                let cut = f.fields.iter().position(|x| x.key == split_at);
                let open = f.fields.iter().enumerate().filter(|(_, x)| x.shelf == Shelf::Open);
                let mine = open.filter(|(at, _)| cut.is_some_and(|c| *at >= c) == second);
                mine.map(|(_, x)| x.key.clone()).collect::<Vec<_>>()
            })
        }
    };
    let pages = if split_at.is_empty() {
        view! { <div class="form__page"><Fields keys=Signal::derive(page(false)) state/></div> }
            .into_any()
    } else {
        view! {
            <div class="form__spread">
                <div class="form__page"><Fields keys=Signal::derive(page(false)) state/></div>
                <div class="form__page"><Fields keys=Signal::derive(page(true)) state/></div>
            </div>
        }
        .into_any()
    };
    view! {
        <Summary state/>
        <form class="form" novalidate on:submit=submit>
            {pages}
            <Fold state shelf=Shelf::Contact/>
            <Fold state shelf=Shelf::Folded/>
            <div class="form__foot">
                <button
                    class="button button--primary"
                    type="submit"
                    aria-busy=move || busy.get().to_string()
                >
                    {move || {
                        if busy.get() {
                            around::texts(lang.get()).busy.to_owned()
                        } else {
                            form.with(|f| f.submit.clone())
                        }
                    }}
                </button>
                {children.map(|c| c())}
            </div>
        </form>
    }
}

#[component]
fn Fields(#[prop(into)] keys: Signal<Vec<String>>, state: FormState) -> impl IntoView {
    view! {
        <For each=move || keys.get() key=Clone::clone children=move |key| {
            view! { <FieldView field_key=key state/> }
        }/>
    }
}

#[component]
fn Fold(state: FormState, shelf: Shelf) -> impl IntoView {
    let keys = Memo::new(move |_| {
        state.form.with(|f| {
            let mine = f.fields.iter().filter(|x| x.shelf == shelf);
            mine.map(|x| x.key.clone()).collect::<Vec<_>>()
        })
    });
    let title = move || {
        let t = around::texts(state.lang.get());
        if shelf == Shelf::Contact { t.contact } else { t.folded }
    };
    let hint = move || {
        let t = around::texts(state.lang.get());
        if shelf == Shelf::Contact { t.contact_hint } else { t.folded_hint }
    };
    view! {
        <Show when=move || keys.with(|k| !k.is_empty())>
            <details class="form__fold" data-shelf=format!("{shelf:?}")>
                <summary class="form__fold-title">
                    {title} " " <span class="quiet">{hint}</span>
                </summary>
                <div class="form__fold-body flow"><Fields keys=keys state/></div>
            </details>
        </Show>
    }
}

/// What is wrong, at the top, each line leading to its field.
#[component]
fn Summary(state: FormState) -> impl IntoView {
    let problems = state.problems;
    let lines = move || {
        problems
            .get()
            .into_iter()
            .map(|p| {
                let field = p.field.clone();
                view! {
                    <li>
                        <a
                            href="#"
                            on:click=move |ev| {
                                ev.prevent_default();
                                page::focus(&format!("f-{field}"));
                            }
                        >
                            {p.text}
                        </a>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <Show when=move || problems.with(|p| !p.is_empty())>
            <div
                class="error-summary"
                role="alert"
                tabindex="-1"
                id="error-summary"
                aria-labelledby="error-summary-title"
            >
                <h2 class="error-summary__title" id="error-summary-title">
                    {move || around::problems(problems.with(Vec::len), state.lang.get())}
                </h2>
                <ul class="error-summary__list">{lines}</ul>
            </div>
        </Show>
    }
}
