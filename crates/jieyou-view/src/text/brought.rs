//! The texts that travel beside the wasm: a table from keys to both languages. Natively
//! there is none, but for its tests.

use super::Lang;
use serde_json::Value;
use std::sync::OnceLock;

/// What stands for a text that was not brought: a build whose parts do not fit.
const LOST: &str = "‹?›";

/// Brought once, before anything is drawn.
static TABLE: OnceLock<Table> = OnceLock::new();

/// Takes the texts brought beside the wasm: a list of `[key, "中文", "English"]`, sorted
/// by key. Once: what was drawn stays as it was.
///
/// # Errors
///
/// Returns whether they are missing, or not such a list.
pub fn bring(list: Value) -> Result<(), String> {
    let table = Table::read(list).ok_or_else(|| "texts.json".to_owned())?;
    TABLE.get_or_init(|| table);
    Ok(())
}

/// The text of a key.
pub(super) fn find(key: u32, lang: Lang) -> &'static str {
    TABLE.get().map_or(LOST, |table| table.find(key, lang))
}

/// Rows sorted by key. Texts live as long as the page, so they are never given back.
struct Table(Vec<(u32, [&'static str; 2])>);

impl Table {
    fn read(list: Value) -> Option<Self> {
        let Value::Array(rows) = list else { return None };
        rows.into_iter().map(row).collect::<Option<_>>().map(Self)
    }

    fn find(&self, key: u32, lang: Lang) -> &'static str {
        let at = self.0.binary_search_by_key(&key, |row| row.0);
        at.ok().and_then(|at| self.0.get(at)).map_or(LOST, |row| lang.pick(row.1[0], row.1[1]))
    }
}

fn row(value: Value) -> Option<(u32, [&'static str; 2])> {
    let Value::Array(parts) = value else { return None };
    let [key, zh, en] = <[Value; 3]>::try_from(parts).ok()?;
    let (Value::String(zh), Value::String(en)) = (zh, en) else { return None };
    Some((u32::try_from(key.as_u64()?).ok()?, [zh.leak(), en.leak()]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_text_is_found_by_its_key() {
        let table = Table::read(json!([[3, "甲", "a"], [7, "", ""], [900_000, "丙", "c"]]));
        let table = table.unwrap();
        assert_eq!((table.find(3, Lang::Zh), table.find(3, Lang::En)), ("甲", "a"));
        assert_eq!((table.find(7, Lang::Zh), table.find(900_000, Lang::En)), ("", "c"));
        assert_eq!((table.find(4, Lang::Zh), table.find(u32::MAX, Lang::En)), (LOST, LOST));
    }

    #[test]
    fn what_is_no_such_list_is_refused() {
        assert_eq!(find(1, Lang::Zh), LOST, "nothing was brought yet");
        assert_eq!(bring(json!([[1, "甲", "a"]])), Ok(()));
        assert_eq!(find(1, Lang::Zh), "甲");
        let wrong = [
            json!(null),
            json!({}),
            json!([[1, "甲"]]),
            json!([["1", "甲", "a"]]),
            json!([[-1, "甲", "a"]]),
            json!([[1, "甲", null]]),
        ];
        for list in wrong {
            assert!(bring(list.clone()).is_err(), "{list}");
        }
    }
}
