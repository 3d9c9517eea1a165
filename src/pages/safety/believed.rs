//! What can be believed of a damaged ledger, saved as a file that restores elsewhere. It is
//! never called a copy.

use crate::browser::{files, task};
use crate::controls::{El, button, div, el};
use crate::parts::say;
use crate::session::Session;
use jieyou_view::text::{damaged, frame};

/// The button that saves it, and what the file is.
pub(crate) fn save_believed(session: Session) -> El {
    let press = move |_| {
        task::start(async move {
            let whole = match session.export().await {
                Ok(whole) => whole,
                Err(why) => return session.say_not_stored(&why),
            };
            let lang = session.lang.get_untracked();
            let name = session.file_name("believed", "json");
            match files::download_parts(&name, "application/json", &whole.parts) {
                Ok(()) => session.say(frame::handed_over(&name, lang)),
                Err(why) => session.say_bad(why),
            }
        });
    };
    let save = button("button", say(session, damaged::SAVE_BELIEVED), press);
    div("div", "flow")
        .child(el("p").child(save))
        .child(el("p").child(say(session, damaged::BELIEVED_HINT)))
}
