//! The app: Leptos and the browser. No decisions, no sentences.

use leptos::prelude::*;

fn main() {
    mount_to_body(|| view! { <main><h1>"解忧台账"</h1></main> });
}
