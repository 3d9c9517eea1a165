//! Texts of the forms. A text is a pair, so that one without its other language does
//! not compile. `{}` stands for what the code fills in.

pub mod acts;
pub mod correct;
pub mod problem;
pub mod refusal;
pub mod register;
pub mod setup;
pub mod watch;

use super::Lang;

/// A text: Chinese, English.
#[derive(Clone, Copy, Debug)]
pub struct Both(pub &'static str, pub &'static str);

impl Both {
    /// The text in one language.
    pub fn to(self, lang: Lang) -> &'static str {
        lang.pick(self.0, self.1)
    }

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

/// No text.
pub const NONE: Both = Both("", "");

/// A question: its label and the help under it.
#[derive(Clone, Copy, Debug)]
pub struct Ask {
    /// The label.
    pub label: Both,
    /// The help; may be empty.
    pub hint: Both,
}

/// A question without help.
const fn ask(zh: &'static str, en: &'static str) -> Ask {
    Ask { label: Both(zh, en), hint: NONE }
}

impl Ask {
    /// The question with help.
    const fn hint(self, zh: &'static str, en: &'static str) -> Self {
        Self { hint: Both(zh, en), ..self }
    }
}
