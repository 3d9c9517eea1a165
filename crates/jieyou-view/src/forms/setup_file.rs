//! The file by which a township gives a village its code (practice P1-15): two villages
//! would both choose the first letters of their names. It holds no case data.

use super::build::Build;
use super::context::FormContext;
use super::model::{Control, Draft, Form, Problem};
use super::reader::Reader;
use super::setup::is_code;
use crate::text::forms::setup as t;
use jieyou_domain::compact::Map;
use jieyou_domain::facts::UnitKind;
use jieyou_domain::json::{Object, read as read_json};
use jieyou_domain::reads;

/// The name of the file's format.
const FORMAT: &str = "jieyou-setup";

/// What the file says.
struct SetupFile {
    format: String,
    name: String,
    code: String,
    upper: String,
    help: String,
    addresses: Map<String, String>,
}

reads!(SetupFile { format, name, code; upper, help, addresses });

/// A village and the code it was given.
pub type Given = (String, String);

/// What the township is asked for one file.
pub fn form(ctx: &FormContext<'_>, given: &[Given]) -> Form {
    let mut build = Build::of_unit(ctx);
    build.need("name", &t::CODES_NAME, Control::Line(60));
    build.need("code", &t::CODES_CODE, Control::Line(8));
    let mut intro = t::CODES_INTRO.to(ctx.lang).to_owned();
    if !given.is_empty() {
        let all: Vec<String> = given.iter().map(|(name, code)| format!("{name} {code}")).collect();
        let list = crate::text::format::listed(&all, ctx.lang);
        intro.push_str(ctx.lang.pick("", " "));
        intro.push_str(&t::CODES_GIVEN.with(ctx.lang, &[&list]));
    }
    build.form(t::CODES_TITLE.to(ctx.lang), intro, t::CODES_SUBMIT)
}

/// The file for one village: who, and the file's text.
///
/// # Errors
///
/// Returns every problem: no name, no code, or one that another unit has.
pub fn write(
    ctx: &FormContext<'_>,
    draft: &Draft,
    given: &[Given],
) -> Result<(Given, String), Vec<Problem>> {
    let mut reader = Reader::new(ctx, draft);
    let name = reader.needed("name", &t::CODES_NAME, 60);
    let code = reader.raw("code").to_ascii_uppercase();
    if !is_code(&code) {
        reader.wrong("code", t::BAD_CODE, &[]);
    }
    let unit = ctx.book.unit();
    let own = unit.map(|u| (u.name.clone(), u.code.clone()));
    let taken = given.iter().chain(own.as_ref()).find(|(n, c)| *c == code && *n != name);
    if let Some((by, _)) = taken {
        reader.wrong("code", t::CODE_TAKEN, &[by]);
    }
    let mut file = Object::default();
    file.put("format", &FORMAT.to_owned());
    file.put("name", &name);
    file.put("code", &code);
    file.put_said("upper", &unit.map(|u| u.name.clone()).unwrap_or_default());
    file.put_said("help", &unit.map(|u| u.help.clone()).unwrap_or_default());
    file.put_said("addresses", &unit.map(|u| u.addresses.clone()).unwrap_or_default());
    // A value of texts: writing it cannot fail.
    let text = serde_json::to_string(&file.done()).unwrap_or_default();
    reader.finish(Some(((name, code), text)))
}

/// What a file fills in on the first page, and who gave it; nothing when it is no such
/// file.
pub fn read(text: &str) -> Option<(Vec<(&'static str, String)>, String)> {
    let file: SetupFile = read_json(text.trim_start_matches('\u{feff}')).ok()?;
    if file.format != FORMAT || !is_code(&file.code) {
        return None;
    }
    let village = UnitKind::Village.code().to_owned();
    let mut fields = vec![
        ("kind", village),
        ("name", file.name),
        ("code", file.code),
        ("upper", file.upper.clone()),
        ("help", file.help),
    ];
    for (key, code, _) in t::ADDRESSES {
        if let Some(text) = file.addresses.get(&code.to_owned()) {
            fields.push((key, text.clone()));
        }
    }
    Some((fields, file.upper))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;
    use crate::forms::samples::{Desk, assert_english, with};

    #[test]
    fn a_village_gets_its_code_and_no_two_are_alike() {
        let desk = Desk::new(UnitKind::Township);
        let ctx = desk.ctx();
        let draft = with(&Draft::default(), &[("name", "柳树屯村"), ("code", "lst")]);
        let (given, text) = write(&ctx, &draft, &[]).unwrap();
        assert_eq!(given, ("柳树屯村".to_owned(), "LST".to_owned()));
        let (fields, upper) = read(&text).unwrap();
        assert_eq!(upper, ctx.book.unit().unwrap().name);
        assert!(fields.contains(&("code", "LST".to_owned())));
        let other = with(&draft, &[("name", "柳河屯村")]);
        assert_eq!(write(&ctx, &other, std::slice::from_ref(&given)).unwrap_err()[0].field, "code");
        assert!(
            write(&ctx, &draft, std::slice::from_ref(&given)).is_ok(),
            "the same village again"
        );
        let own = with(&draft, &[("code", &ctx.book.unit().unwrap().code)]);
        assert_eq!(write(&ctx, &own, &[]).unwrap_err()[0].field, "code");
        assert_eq!(read(r#"{"format":"jieyou-ledger","name":"","code":"A"}"#), None);
        assert_english(&form(&FormContext { lang: Lang::En, ..ctx }, &[]));
    }
}
