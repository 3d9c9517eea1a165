//! The text that is adopted, as the ledger keeps it, and what its entry is called.

use crate::text::{Lang, both};
use jieyou_domain::json::Object;
use jieyou_domain::time::CalendarText;

/// What the entry is called in the ledger.
pub(super) fn name(text: &CalendarText, lang: Lang) -> String {
    let years: Vec<String> =
        text.years().iter().map(|(number, year)| format!("{number} {}", year.source)).collect();
    let years = years.join("，");
    match text {
        CalendarText::Local(local) if years.is_empty() => {
            both!("取消地方假日：{}", "Taken off: {}").with(lang, &[&local.name])
        }
        CalendarText::Local(local) => format!("{} {years}", local.name),
        CalendarText::Whole(_) | CalendarText::Years(_) => years,
    }
}

/// The text that is adopted.
pub(super) fn write(text: &CalendarText) -> String {
    let mut days = Object::default();
    for (number, year) in text.years() {
        let mut object = Object::default();
        object.put("off", &year.off);
        object.put("work", &year.work);
        object.put("source", &year.source);
        days.set(&number.to_string(), object.done());
    }
    let mut file = Object::default();
    if let CalendarText::Local(local) = text {
        file.put("kind", &"local".to_owned());
        file.put("id", &local.id);
        file.put("name", &local.name);
    } else {
        file.put("kind", &"years".to_owned());
    }
    file.set("days", days.done());
    serde_json::to_string(&file.done()).unwrap_or_default()
}
