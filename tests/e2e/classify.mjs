// Measures decisions about matters natively and in Chromium, round by round in turn, so that
// whatever keeps the machine busy meets both. `cargo xtask bench classify` puts the page and
// the ledgers into a folder and reads what this prints:
// `node classify.mjs FOLDER PROGRAM DAY SIZE ROUNDS …`.
// Each size has a page of its own, since what a page holds only ever grows.
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { flow } from "./lib/flow.mjs";

const [folder, program, today, ...numbers] = process.argv.slice(2);
const FIRST = Number(numbers[0]);

/** The native program: a question a line, an answer a line. */
function native(ledger) {
  const stdio = ["pipe", "pipe", "inherit"];
  const child = spawn(resolve(program), [join(resolve(folder), ledger), today], { stdio });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (word, n) => {
    child.stdin.write(`${word} ${n}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error("the native program ended");
    return JSON.parse(value);
  };
  return { ask, end: () => child.stdin.end() };
}

/** One round in one place: the first size `again` times, then each step. */
async function round(ask, again, found) {
  const times = {};
  const steps = ["classify", "assess", "suggest", "json"].map((step) => [step, 1]);
  for (const [step, n] of [["base", again], ...steps]) {
    const got = await ask(step, n);
    if (got.found !== (found[step] ??= got.found)) throw new Error(`${step}: ${got.found}`);
    times[step] = got.time;
  }
  return times;
}

async function measured(t, host, matters, rounds) {
  const ledger = `ledger-${matters}.json`;
  const here = native(ledger);
  const { page, problems } = await t.chromium({ timezoneId: "Asia/Shanghai" });
  await page.goto(host.url);
  await t.until(page, () => globalThis.bench !== undefined, { what: "the page to load" });
  const heap = await page.evaluate(
    ([name, today]) => globalThis.bench.read(name, today),
    [ledger, today],
  );
  // The first size, which every size is measured beside, then the size itself.
  for (const n of [FIRST, matters]) {
    await here.ask("prepare", n);
    heap.folded = await page.evaluate((n) => globalThis.bench.fold(n), n);
  }
  const there = (step, n) =>
    page.evaluate(([step, n]) => globalThis.bench.timed(step, n), [step, n]);
  // A quarter of the time that the size takes, so that it meets the same machine.
  const again = Math.max(Math.floor(matters / FIRST / 4), 1);
  const times = { native: [], wasm: [] };
  const found = {};
  heap.classified = (await there("classify", 1)).heap;
  for (let n = 0; n < rounds; n += 1) {
    times.native.push(await round(here.ask, again, found));
    times.wasm.push(await round(there, again, found));
  }
  heap.kept = (await there("keep", 1)).heap;
  here.end();
  if (problems.length) throw new Error(problems.join("; "));
  await page.close();
  return { matters, decisions: found.classify, entries: found.json, heap, ...times };
}

const t = flow("classify");
let failed;
try {
  const host = await t.host(resolve(folder), "/");
  const sizes = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    sizes.push(await measured(t, host, Number(numbers[at]), Number(numbers[at + 1])));
  }
  console.log(JSON.stringify(sizes));
} catch (error) {
  failed = error;
}
await t.closeAll();
if (failed) console.error(String(failed?.message ?? failed));
process.exit(failed ? 1 : 0);
