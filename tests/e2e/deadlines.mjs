// Measures obligations natively and in Chromium, round by round in turn, so that whatever
// keeps the machine busy meets both. `cargo xtask bench deadlines` puts the page and the
// ledger into a folder and reads what this prints:
// `node deadlines.mjs FOLDER PROGRAM DAY SIZE ROUNDS …`.
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { flow } from "./lib/flow.mjs";

const [folder, program, today, ...numbers] = process.argv.slice(2);

/** The native program: a question a line, an answer a line. */
function native() {
  const stdio = ["pipe", "pipe", "inherit"];
  const child = spawn(resolve(program), [join(resolve(folder), "ledger.json"), today], { stdio });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (word, n) => {
    child.stdin.write(`${word} ${n}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error("the native program ended");
    return JSON.parse(value);
  };
  return { ask, end: () => child.stdin.end() };
}

async function measured(here, page, matters, rounds) {
  const [found, there] = [
    await here.ask("prepare", matters),
    await page.evaluate((matters) => globalThis.bench.begin(matters), matters),
  ];
  if (found.obligations !== there.obligations || found.additions !== there.additions) {
    throw new Error(`natively ${JSON.stringify(found)}, in the browser ${JSON.stringify(there)}`);
  }
  // A quarter of the time that the size takes, so that it meets the same machine.
  const again = Math.max(Math.floor(matters / 4000), 5);
  const times = { native: [], wasm: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.native.push(await here.ask("round", again));
    times.wasm.push(await page.evaluate((again) => globalThis.bench.round(again), again));
  }
  return { matters, ...there, ...times };
}

const t = flow("deadlines");
const here = native();
let failed;
try {
  const host = await t.host(resolve(folder), "/");
  // chinese-days goes by the computer's zone; this is where it is used.
  const { page, problems } = await t.chromium({ timezoneId: "Asia/Shanghai" });
  await page.goto(host.url);
  await t.until(page, () => globalThis.bench !== undefined, { what: "the page to load" });
  await page.evaluate((today) => globalThis.bench.read(today), today);
  const sizes = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    sizes.push(await measured(here, page, Number(numbers[at]), Number(numbers[at + 1])));
  }
  if (problems.length) throw new Error(problems.join("; "));
  console.log(JSON.stringify(sizes));
} catch (error) {
  failed = error;
}
here.end();
await t.closeAll();
if (failed) console.error(String(failed?.message ?? failed));
process.exit(failed ? 1 : 0);
