//! A text in both languages. Natively it is the two texts; in the browser it is a key,
//! and the texts come beside the wasm (ADR 17).

use super::Lang;
#[cfg(target_arch = "wasm32")]
use super::{brought, key};

/// A text: Chinese, English. Made by `both!`, so that one without its other language does
/// not compile. `{}` stands for what the code fills in, in the same order in both.
#[derive(Clone, Copy, Debug)]
pub struct Both {
    #[cfg(not(target_arch = "wasm32"))]
    zh: &'static str,
    #[cfg(not(target_arch = "wasm32"))]
    en: &'static str,
    #[cfg(target_arch = "wasm32")]
    key: u32,
}

/// A text out of two literals: `both!("中文", "English")`.
///
/// xtask finds the texts by this name and these literals. The block is constant, so that
/// the literals are gone when the wasm is made.
macro_rules! both {
    ($zh:literal, $en:literal $(,)?) => {
        const { $crate::text::Both::new($zh, $en) }
    };
}
pub(crate) use both;

#[cfg(not(target_arch = "wasm32"))]
impl Both {
    /// For `both!` only.
    pub(crate) const fn new(zh: &'static str, en: &'static str) -> Self {
        Self { zh, en }
    }

    /// The text in one language.
    pub fn to(self, lang: Lang) -> &'static str {
        lang.pick(self.zh, self.en)
    }
}

#[cfg(target_arch = "wasm32")]
impl Both {
    /// For `both!` only.
    pub(crate) const fn new(zh: &'static str, en: &'static str) -> Self {
        Self { key: key::key(zh, en) }
    }

    /// The text in one language.
    #[inline(never)]
    pub fn to(self, lang: Lang) -> &'static str {
        brought::find(self.key, lang)
    }
}

impl Both {
    /// No text.
    pub const NONE: Self = both!("", "");

    /// The text with each `{}` replaced in order.
    pub fn with(self, lang: Lang, parts: &[&str]) -> String {
        let mut rest = self.to(lang).split("{}");
        let mut out = rest.next().unwrap_or_default().to_owned();
        for (at, piece) in rest.enumerate() {
            out.push_str(parts.get(at).copied().unwrap_or_default());
            out.push_str(piece);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::key::key;

    #[test]
    fn pieces_are_filled_in_in_order() {
        let text = both!("{}年下面有{}", "{} holds {}");
        assert_eq!(text.to(Lang::En), "{} holds {}");
        assert_eq!(text.with(Lang::Zh, &["2026", "四月"]), "2026年下面有四月");
        assert_eq!(text.with(Lang::En, &["2026", "{}", "more"]), "2026 holds {}");
        assert_eq!(text.with(Lang::En, &["2026"]), "2026 holds ");
        assert_eq!(Both::NONE.with(Lang::Zh, &["x"]), "");
    }

    #[test]
    fn a_key_is_the_same_when_compiling_and_when_running() {
        const KEY: u32 = key("登记", "Register");
        assert_eq!(KEY, key(&String::from("登记"), &String::from("Register")));
        assert_ne!(KEY, key("Register", "登记"));
        assert_ne!(key("ab", "c"), key("a", "bc"));
    }
}
