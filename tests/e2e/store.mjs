// Measures opening, writing to and exporting large ledgers in Chromium, beside the bare cost
// of the same bytes. `cargo xtask bench store` puts the page and the ledgers into a folder
// and reads what this prints: `node store.mjs FOLDER DAY SIZE ROUNDS …`.
// Every round has pages of its own, since what a page holds only ever grows.
import { resolve } from "node:path";
import { flow } from "./lib/flow.mjs";

const [folder, today, ...numbers] = process.argv.slice(2);
/** How many facts are recorded one after another. */
const FACTS = 30;

async function loaded(t, host, session) {
  const { page, problems } = session;
  await page.goto(host.url);
  await t.until(page, () => globalThis.bench !== undefined, { what: "the page to load" });
  await page.evaluate(() => globalThis.bench.begin());
  if (problems.length) throw new Error(problems.join("; "));
  const ask = (name, ...given) =>
    page.evaluate(([name, given]) => globalThis.bench[name](...given), [name, given]);
  return { ask };
}

/** One round: the bare bytes and the program in turn. */
async function round(fresh) {
  const bare = await fresh();
  const { read, parse, lines, characters } = await bare.ask("bare");
  const opened = await fresh();
  const open = await opened.ask("open", today);
  const append = await opened.ask("append", FACTS, today);
  const write = await opened.ask("write", today);
  const again = await fresh();
  const steps = await again.ask("steps");
  const { write: put, add } = await again.ask("bareWrite", FACTS);
  const plain = await again.ask("bareExport");
  return { lines, characters, bare: { read, parse, put, add, ...plain }, open, steps, append, write };
}

async function measured(t, host, matters, rounds) {
  const session = await t.chromium({ timezoneId: "Asia/Shanghai" });
  const fresh = () => loaded(t, host, session);
  const first = await fresh();
  const records = await first.ask("fill", `ledger-${matters}.json`);
  const all = [];
  for (let n = 0; n < rounds; n += 1) all.push(await round(fresh));
  await session.close();
  return { matters, records, rounds: all };
}

const t = flow("store");
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
