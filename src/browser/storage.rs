//! How safe the browser's storage is, and asking for more.

use super::js;
use wasm_bindgen::JsValue;

/// What the browser says about its storage. `None` where it does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Safety {
    /// Whether it promised not to clear it by itself.
    pub(crate) persisted: Option<bool>,
    /// Bytes used, and the most it allows.
    pub(crate) used: Option<(f64, f64)>,
}

async fn ask(method: &str) -> Option<JsValue> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    js::ask(&js::get(&navigator, "storage"), method, &[]).await.ok()
}

/// Asks how things stand.
pub(crate) async fn safety() -> Safety {
    let persisted = ask("persisted").await.map(|v| v.is_truthy());
    let estimate = ask("estimate").await;
    let number = |key: &str| js::get(estimate.as_ref()?, key).as_f64();
    Safety { persisted, used: number("usage").zip(number("quota")) }
}

/// Asks the browser to keep the data. Firefox may wait for the person: never await this
/// before the screen is drawn.
pub(crate) async fn ask_to_keep() -> bool {
    ask("persist").await.is_some_and(|v| v.is_truthy())
}

/// Where the page was opened from and by what, as far as its address and the browser's own
/// name tell.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Host {
    /// Opened from a file.
    pub(crate) is_file: bool,
    /// A Chromium: local files share one storage there.
    pub(crate) is_chromium: bool,
    /// A messenger's own browser.
    pub(crate) in_app: bool,
}

/// Parts of the names by which browsers inside other programs call themselves.
const APPS: [&str; 10] = [
    "MicroMessenger",
    "wxwork",
    "DingTalk",
    "Lark/",
    "Feishu",
    " QQ/",
    "AlipayClient",
    "Weibo",
    "baiduboxapp",
    "TaurusApp",
];

/// Looks at both.
pub(crate) fn host() -> Host {
    let Some(window) = web_sys::window() else {
        return Host { is_file: false, is_chromium: false, in_app: false };
    };
    let agent = window.navigator().user_agent().unwrap_or_default();
    Host {
        is_file: window.location().protocol().is_ok_and(|p| p == "file:"),
        is_chromium: agent.contains("Chrome/"),
        in_app: APPS.iter().any(|app| agent.contains(app)),
    }
}
