//! Every text, in both languages. One file a screen; a text is a pair, so that one
//! without its other language does not compile.

pub mod alike;
pub mod around;
pub mod audit;
mod both;
#[cfg(any(target_arch = "wasm32", test))]
mod brought;
pub mod calendar;
pub mod copies;
pub mod damaged;
pub mod deadline;
pub mod entry;
pub mod fold;
pub mod format;
pub mod forms;
pub mod frame;
pub mod gone;
#[cfg(any(target_arch = "wasm32", test))]
mod key;
pub mod lists;
pub mod merge;
pub mod paper;
pub mod paste;
pub mod privacy;
pub mod rules;
pub mod safety;
pub mod say;
pub mod sealed_copy;
pub mod subjects;
pub mod tables;
pub mod terms;
pub mod words;

pub use both::Both;
pub(crate) use both::both;
#[cfg(any(target_arch = "wasm32", test))]
pub use brought::bring;

/// The language of the screen. Quotations of law stay Chinese.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Picks one of two.
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        self.pick("zh-CN", "en")
    }
}

/// A text out of a rule pack; Chinese where there is no English one.
pub fn words(words: &jieyou_domain::rules::Words, lang: Lang) -> &str {
    if lang == Lang::En && !words.en.is_empty() { &words.en } else { &words.zh }
}
