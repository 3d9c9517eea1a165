//! What `--help` says. The contract of each command stands here.

/// The help of a command; of the program for anything else.
pub fn of(command: &str) -> &'static str {
    match command {
        "due" => DUE,
        "check" => CHECK,
        "classify" => CLASSIFY,
        "sample" => SAMPLE,
        _ => ALL,
    }
}

const ALL: &str = "\
jieyou: the ledger's core without a browser

  jieyou due     [--calendar FILE] < questions > answers
                 count terms by the official calendar, one JSON object a line
  jieyou check   [--head CODES] FILE...
                 check exported ledgers
  jieyou classify FILE [--today DATE] [--json] [--calendar FILE] [--pack FILE]
                 say of each matter what it is, which way it goes, on which
                 list it stands, and why
  jieyou sample  --matters N --seed S --on DATE > ledger.json
                 write an invented ledger of a township

  jieyou COMMAND --help     more about a command
  jieyou --version

Exit status: 0 all is well, 1 something in the input or a file is not well,
2 the command line is wrong.
";

const DUE: &str = "\
jieyou due [--calendar FILE]

Reads one question a line from standard input and writes one answer a line, in
the same order. Lines without anything on them are skipped.

Question:
  {\"id\": ANY, \"start\": \"2026-02-12\", \"kind\": \"working_days\", \"n\": 3, \"roll\": false}

  id     any JSON value; echoed as written
  start  the day of the fact; it is not counted (Civil Code art. 201)
  kind   calendar_days, working_days, months or years
  n      an integer from 0, written without a point or an exponent
  roll   true: a last day that is a rest day moves to the next working day
         false, null or left out: it stays. Ignored for working_days.
  Any other field, or a field given twice, makes the line malformed.

Answer:
  {\"id\": ANY, \"due\": \"2026-02-24\", \"steps\": [{\"kind\", \"from\", \"to\", \"n\"}, ...]}
  {\"id\": ANY, \"error\": {\"code\": CODE, \"message\": TEXT}}
  {\"id\": ANY, \"line\": N, \"error\": {\"code\": \"input/...\", \"message\": TEXT}}

  steps  every run of days from the start to the end: start, counted, make_up,
         weekend, off, corresponding, month_end, rolled, due; n is how many
         are counted by the end of the run
  notes  only where there are any: {\"code\": \"year_end_may_move\", \"year\": 2026}
         says that the count used 20 to 31 December of the last published
         year, which the next notice may still change

Codes without a day:
  calendar/year-not-published  the answer needs the days off of a year that the
                               calendar does not hold; no day is guessed
  date/out-of-range            the term ends after the year 9999
Codes of malformed lines; the line's number stands in the answer, the id where
it can be read, and the run goes on:
  input/not-json  input/fields  input/missing  input/start  input/kind
  input/n  input/roll  input/too-long (over 1 MiB)

--calendar FILE  another calendar, of the form of rules/calendar/cn.json

Exit status: 0, or 1 if a line was malformed. A year that is not published is an
answer and leaves the status at 0.
";

const CHECK: &str = "\
jieyou check [--head CODES] FILE...

Reads exported ledgers and says for each whether its format is known, its chains
hold, every record replays, and what an audit finds. One line a finding: the file,
a stable code, and what it is about. A file that is well has one line with `ok`.

--head CODES  head codes printed on reports, as `3f2a 91bc 07de 44a1 (37)`; spaces and
              capitals do not matter, several may be given, a whole printed line too.
              Each is looked for in each file:
  head/known    it is the record with that number and day; all before it is unchanged
  head/number   it is here, unchanged, but beside it stood another number than its own
  head/broken   it is here, and a record before it is not as it was; the first is named
  head/other    it is not here; under its number stands another record
  head/ends     it is not here; the chain ends before its number
  head/unknown  it is not here, and nothing more can be said
              Every record that does not verify is then named, not only the first.

Exit status: 0 only if nothing was found in any file.
";

const CLASSIFY: &str = "\
jieyou classify FILE [--today DATE] [--json] [--calendar FILE] [--pack FILE]

Reads an exported ledger, or facts of one matter a line, and writes one line a
matter, in the order of their numbers or of the lines. FILE may be - for standard
input. Matters recorded by number only are not classified.

Columns, separated by tabs; - where a decision is for other matters:
  number, kind, class, route, list, track, rung, subject, reasons
  class, route   claim by claim, as 1: … 2: …, where there are several; of a
                 dispute, the way where mediation fails
  *              behind what a person decided otherwise than the rules
  subject        what the words of the matter speak of, and those words: a
                 proposal, whatever subject was chosen
  reasons        the rows of the decision tables and the criteria, each with its
                 id and why, in the pack's words
A column of a decision for which the rules in force have no table is -.

Facts of a matter, a JSON object on a line:
  {\"received_on\": \"2026-03-02\", \"title\": TEXT, \"claims\": [{\"text\": TEXT,
   \"against\": \"employer\"}], \"households\": 7, \"answers\": {\"livelihood\": \"yes\"}}

  received_on  the day it was received; the only field that must be there
  unit         village, township, department or petition_office; else township
  number       else the number of the line
  claims       each with text and against; else one, against unknown
  danger       no, yes or unknown; else unknown
  channel      visit, letter, call, net, sweep …; else visit
  reply_by     else phone
  registered_on, outside, order, place, spot, title, story, households, people,
  kind, class, category, must_by, answers
               as in matter.registered of docs/data-format.md; may be left out
  Any other field makes the line malformed.

--today DATE     the day of the decision; else the day of the export, or for
                 facts the day each was received
--json           each matter as a JSON object: every decision with answer,
                 what the rules alone say, reasons, what would change it, and
                 who decided otherwise; the subject chosen and those proposed
--calendar FILE  another calendar than that of the ledger, or the built-in one
--pack FILE      another rule pack than those of the ledger, or the built-in one;
                 a pack over the built-in one is laid over it

What is wrong stands on standard error: file, line, field, and a code:
  input/not-json  input/fields  input/missing  input/value  input/no-unit
  and of a ledger the codes of jieyou check. The run goes on with the next line.

Exit status: 0, or 1 if a line or a ledger was not well.
";

const SAMPLE: &str = "\
jieyou sample --matters N --seed S --on DATE

Writes an invented training ledger of a township with N matters to standard
output: invented places, no people, matters of every stage spread over the
months before DATE. The same arguments give the same bytes. Every record went
through the same checks as a clerk's.

  --matters N  from 0 to 100000
  --seed S     an integer from 0; another seed is another ledger
  --on DATE    the last day of the ledger, as 2026-04-16
";
