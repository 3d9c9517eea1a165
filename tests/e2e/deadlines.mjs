// Measures obligations in Chromium for `cargo xtask bench deadlines`, which puts the page
// and the ledger into a folder and reads what this prints:
// `node deadlines.mjs FOLDER DAY SIZE ROUNDS …`.
import { resolve } from "node:path";
import { flow } from "./lib/flow.mjs";

const [folder, today, ...numbers] = process.argv.slice(2);
const t = flow("deadlines");
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
    const pair = numbers.slice(at, at + 2).map(Number);
    sizes.push(await page.evaluate(([n, rounds]) => globalThis.bench.measured(n, rounds), pair));
  }
  if (problems.length) throw new Error(problems.join("; "));
  console.log(JSON.stringify(sizes));
} catch (error) {
  failed = error;
}
await t.closeAll();
if (failed) console.error(String(failed?.message ?? failed));
process.exit(failed ? 1 : 0);
