//! The app: Leptos and the browser. No decisions, no sentences.

#![allow(unreachable_pub, reason = "the component macro makes items pub")]

mod app;
mod backend;
mod boot;
mod browser;
mod controls;
mod drafts;
mod missed;
mod pages;
mod parts;
mod routes;
mod session;
mod state;

fn main() {
    browser::crash::watch();
    app::start();
}
