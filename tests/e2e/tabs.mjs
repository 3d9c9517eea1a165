// Several tabs write into one ledger at the same time: `node tabs.mjs FOLDER WRITES SEED`,
// first two tabs, then five. Nothing that a tab was promised is lost, all come to the same
// sum, old lines are sealed meanwhile, and nobody waits for ever.
import { resolve } from "node:path";
import { startChromium } from "./lib/browsers.mjs";
import { startHost } from "./lib/host.mjs";
import { dice } from "./lib/killable.mjs";

const [folder, writes, seed] = [resolve(process.argv[2]), Number(process.argv[3]), Number(process.argv[4])];
/** Whoever has to wait longer waits for ever: five tabs write one after another, and some
 * writes are of hundreds of records. */
const PATIENCE = 60_000 + writes * 3_000;
const FLAGS = ["--disable-background-timer-throttling", "--disable-renderer-backgrounding"];

const below = dice(seed);
const host = await startHost(folder, "/");
const session = await startChromium({ flags: FLAGS });
let [passed, failed] = [0, 0];

function check(what, is, why) {
  if (is) passed += 1;
  else failed += 1;
  console.log(is ? `ok tabs: ${what}` : `FAIL tabs: ${what}: ${JSON.stringify(why)?.slice(0, 300)}`);
}

async function ask(page, what, ...args) {
  const late = new Promise((_, fail) => setTimeout(() => fail(new Error(`deadlock: no answer to ${what}`)), PATIENCE).unref());
  const asked = page.evaluate(([what, args]) => globalThis.prove(what, ...args), [what, args]);
  const { answer, error } = await Promise.race([asked, late]);
  if (error) throw new Error(`${what}: ${error}`);
  return answer;
}

async function tab(name) {
  const page = await session.newPage();
  await page.goto(host.url);
  await page.waitForFunction(() => globalThis.ready === true, undefined, { timeout: PATIENCE });
  await ask(page, "open", name, below(2 ** 31));
  return page;
}

async function together(tabs) {
  const name = `proof-tabs-${tabs}`;
  const first = await tab(name);
  const promised = [await ask(first, "fill")];
  const pages = [first];
  while (pages.length < tabs) pages.push(await tab(name));
  const wrote = await Promise.all(pages.map((page) => ask(page, "write", writes)));
  promised.push(...wrote.map((one) => one.promised));
  const again = wrote.reduce((all, one) => all + one.again, 0);
  const ids = promised.join(" ").split(" ").filter(Boolean);
  // A new tab reads everything anew.
  pages.push(await tab(name));
  const states = [];
  const lost = [];
  for (const page of pages) {
    await ask(page, "refresh");
    states.push(await ask(page, "state"));
    lost.push(...(await ask(page, "missing", ids.join(" "))).split(" ").filter(Boolean));
  }
  const segments = await ask(first, "segments", name);
  const [one, ...others] = states;
  const same = others.every((state) => JSON.stringify(state) === JSON.stringify(one));
  check(`${tabs} tabs lose nothing`, lost.length === 0, lost.slice(0, 5));
  check(`${tabs} tabs come to the same sum`, same && one.sum && one.records === ids.length, [ids.length, states]);
  check(`${tabs} tabs keep one chain without a finding`, one.chains === 1 && one.findings === 0, one);
  check(`${tabs} tabs go on while old lines are sealed`, segments > 0, segments);
  for (const page of pages) await page.close();
  return { ids: ids.length, lost: lost.length, again, same, segments };
}

for (const tabs of [2, 5]) {
  try {
    const start = Date.now();
    const { ids, lost, again, same, segments } = await together(tabs);
    console.log(
      `= tabs: ${tabs} tabs, ${tabs * writes} writes, ${ids} records promised, ${lost} lost, ` +
        `${again} times told to try again, ` +
        `${same ? "one sum" : "several sums"}, ${segments} segments sealed, ${Math.round((Date.now() - start) / 1000)} s; seed ${seed}`,
    );
  } catch (error) {
    check(`${tabs} tabs run to their end`, false, String(error?.message ?? error));
  }
}
await session.close();
await host.stop();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
