// Compares `jieyou due` with npm's chinese-days on random terms, and the kind of every day
// of the calendar: `node due.mjs PROGRAM [SEED]`, where PROGRAM is the built `jieyou`.
// Months and years are counted here by the corresponding day, written plainly. A
// disagreement is either explained in docs/rules/calendar.md and below, or it fails.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { count, report } from "./lib/flow.mjs";

// chinese-days reads a date as UTC and writes it by the computer's zone: west of Greenwich
// it is a day off. The zone must be set before the package is read.
process.env.TZ = "UTC";
const { default: theirs } = await import("chinese-days");

const [program = "../../target/debug/jieyou", seed = "20261122"] = process.argv.slice(2);
const CASES = 24_000;
const AT_THE_END = 4_000;
const FIRST = "2010-01-01";
const LAST = "2026-12-31";
/** The last year whose days off are published. */
const YEAR = 2026;

/** Days that are no working day for both, and that the two call otherwise. */
const EXPLAINED = {
  "2011-06-05": "a Sunday inside the break of 4 to 6 June, which theirs lists without it",
  "2012-06-23": "a Saturday inside the break of 22 to 24 June, which theirs lists without it",
  "2015-09-05": "a Saturday inside the break of 3 to 5 September, which theirs lists without it",
  "2023-12-30": "a Saturday joined to New Year 2024 by the notice for 2024, not in theirs",
  "2023-12-31": "a Sunday joined to New Year 2024 by the notice for 2024, not in theirs",
};

/** How long a term is, as a rule and in a tenth of the cases. */
const LENGTHS = {
  calendar_days: [90, 1500],
  working_days: [60, 700],
  months: [24, 150],
  years: [3, 12],
};
const UNITS = Object.keys(LENGTHS);

/** Mulberry32: the same cases on every machine. */
function dice(state) {
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const DAY = 86_400_000;
const number = (iso) => Date.parse(`${iso}T00:00:00Z`) / DAY;
const iso = (number) => new Date(number * DAY).toISOString().slice(0, 10);
const yearOf = (iso) => Number(iso.slice(0, 4));

/** Random questions whose term starts between two days. */
function questions(amount, from, to, random, id) {
  const span = number(to) - number(from) + 1;
  return Array.from({ length: amount }, (_, at) => {
    const kind = UNITS[random(UNITS.length)];
    const most = LENGTHS[kind][random(10) === 0 ? 1 : 0];
    const start = iso(number(from) + random(span));
    return { id: id + at, start, kind, n: random(most + 1), roll: random(2) === 0 };
  });
}

/** The day of a later month that corresponds, or the last one it has. */
function corresponding(start, months) {
  const [year, month, day] = start.split("-").map(Number);
  const all = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(all / 12), (all % 12) + 1];
  const isLeap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const longest = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1];
  return [y, m, Math.min(day, longest)].map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * The one question that the two read otherwise: no working days at all. Here nothing is
 * counted and the term ends where it starts; theirs takes 0 for "this day, or the next
 * working day", and that is the roll.
 */
const isNothing = (kind, n) => kind === "working_days" && n === 0;

/** The last day by chinese-days, or the year without which there is none. */
function expected({ start, kind, n, roll }) {
  if (kind === "working_days") {
    const due = isNothing(kind, n) ? start : theirs.findWorkday(n, start);
    // They know no year as unpublished and take every weekday of it for a working day.
    return due > LAST ? { year: YEAR + 1 } : { due };
  }
  const months = kind === "years" ? 12 * n : n;
  const due = kind === "calendar_days" ? iso(number(start) + n) : corresponding(start, months);
  if (!roll) return { due };
  if (due > LAST) return { year: yearOf(due) };
  const rolled = theirs.findWorkday(0, due);
  return rolled > LAST ? { year: YEAR + 1 } : { due: rolled };
}

/** What the program answers to all questions, in one run. */
function ask(questions) {
  const input = questions.map((q) => JSON.stringify(q)).join("\n");
  const run = spawnSync(resolve(program), ["due"], { input, encoding: "utf8", maxBuffer: 1 << 30 });
  if (run.error) throw run.error;
  const answers = run.stdout.trim().split("\n").map((line) => JSON.parse(line));
  if (answers.length !== questions.length) throw new Error(`${answers.length} answers; ${run.stderr}`);
  return answers;
}

/** An answer in the terms of `expected`; null where the program says something else. */
function got({ due, error }) {
  if (due) return { due };
  const year = error?.code === "calendar/year-not-published" && /days off of (\d{4})/.exec(error.message);
  return year ? { year: Number(year[1]) } : null;
}

const say = (answer) => answer?.due ?? (answer?.year ? `refused for ${answer.year}` : "no answer");

/** Compares the cases; counts and prints by unit. */
function compare(what, cases) {
  const sums = new Map();
  const answers = ask(cases);
  for (const [at, question] of cases.entries()) {
    const [ours, right] = [got(answers[at]), expected(question)];
    const key = `${question.kind}${question.roll ? ", rolled" : ""}`;
    const sum = sums.get(key) ?? { agree: 0, refused: 0, explained: 0, differ: 0 };
    sums.set(key, sum);
    if (answers[at].id !== question.id || say(ours) !== say(right)) {
      sum.differ += 1;
      console.log(`  ${JSON.stringify(question)}: jieyou ${say(ours)}, chinese-days ${say(right)}`);
    } else if (right.year) {
      sum.refused += 1;
    } else if (isNothing(question.kind, question.n) && !theirs.isWorkday(question.start)) {
      sum.explained += 1;
    } else {
      sum.agree += 1;
    }
  }
  const total = { agree: 0, refused: 0, explained: 0, differ: 0 };
  for (const [key, sum] of [...sums].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const part of Object.keys(total)) total[part] += sum[part];
    const line = `${what}, ${key}: ${sum.agree} agree, ${sum.refused} refused as they must be`;
    if (sum.explained) console.log(`  ${sum.explained} times no working days from a rest day: jieyou stays, chinese-days rolls`);
    report(`due: ${line}`, sum.differ ? `${sum.differ} differ` : undefined);
  }
  return total;
}

/** What chinese-days calls a day. */
function kindOf(day) {
  const { work, name } = theirs.getDayDetail(day);
  // The name is that of a feast, with commas, or of a weekday.
  if (name.includes(",")) return work ? "make_up" : "off";
  return work ? "counted" : "weekend";
}

/** Compares what every day of the calendar is, as one long count of working days says it. */
function everyDay() {
  let n = 0;
  for (let day = number(FIRST); day <= number(LAST); day += 1) n += theirs.isWorkday(iso(day)) ? 1 : 0;
  const before = iso(number(FIRST) - 1);
  const [{ steps = [], due }] = ask([{ id: 0, start: before, kind: "working_days", n }]);
  const seen = new Map();
  for (const { kind, from, to } of steps.filter((s) => s.kind !== "start" && s.kind !== "due")) {
    for (let day = number(from); day <= number(to); day += 1) seen.set(iso(day), kind);
  }
  const left = new Set(Object.keys(EXPLAINED));
  let differ = 0;
  for (let at = number(FIRST); at <= number(LAST); at += 1) {
    const day = iso(at);
    const [ours, right] = [seen.get(day), kindOf(day)];
    if (ours === right) continue;
    // What is explained is a rest day that one of us calls an ordinary weekend day.
    const isExplained = day in EXPLAINED && ours === "off" && right === "weekend";
    if (isExplained) left.delete(day);
    else differ += 1;
    console.log(`  ${day}: jieyou ${ours}, chinese-days ${right}: ${isExplained ? EXPLAINED[day] : "NOT EXPLAINED"}`);
  }
  const days = number(LAST) - number(FIRST) + 1;
  const wrong = differ || due !== LAST ? `${differ} days differ; the count ends on ${due}` : undefined;
  report(`due: each of ${days} days is of one kind, but for those explained`, wrong);
  report("due: every explanation is still needed", left.size ? [...left].join(", ") : undefined);
}

const random = dice(Number(seed));
console.log(`seed ${seed}, chinese-days in zone ${process.env.TZ}`);
try {
  everyDay();
  const sum = compare("2010 to 2026", questions(CASES, FIRST, "2026-11-30", random, 0));
  const end = compare("late in 2026", questions(AT_THE_END, "2026-06-01", "2026-11-30", random, CASES));
  const all = CASES + AT_THE_END;
  const [agree, refused, explained, differ] = Object.keys(sum).map((part) => sum[part] + end[part]);
  console.log(`${all} cases: ${agree} agree, ${refused} refused, ${explained} explained, ${differ} differ`);
  report("due: at least 20,000 days were compared", agree >= 20_000 ? undefined : `${agree} were`);
  report("due: some were refused", refused > 500 ? undefined : `${refused} were`);
} catch (error) {
  report("due: runs to its end", error);
}
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed === 0 ? 0 : 1);
