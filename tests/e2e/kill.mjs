// The plug is pulled while a ledger is written: `node kill.mjs FOLDER KILLS SEED`. The page
// writes and seals without a pause and says what is on disk; all of Chromium is killed at a
// random moment; started again on the same profile, everything that was said must be there
// and the ledger must open. After every second kill the browser's own log ends in half a
// record besides, as it does when the plug is pulled in the middle of a write.
import { resolve } from "node:path";
import { startHost } from "./lib/host.mjs";
import { dice, startKillable } from "./lib/killable.mjs";
import { putAway, tear } from "./lib/leveldb.mjs";
import { temporaryFolder } from "./lib/places.mjs";

const [folder, kills, seed] = [resolve(process.argv[2]), Number(process.argv[3]), Number(process.argv[4])];
/** Milliseconds of writing before a kill, at most. */
const LONGEST = 1500;
/** The same after a torn write: before the browser begins a new log by itself. */
const SHORT = 200;
/** After so many kills a new ledger is begun, so that opening stays short. */
const LEDGER = 8;
/** How long a torn log may lie there after opening. */
const AWAY = 20_000;
/** What a step of the page may take. */
const PATIENCE = 120_000;

const below = dice(seed);
const count = { kills: 0, torn: 0, slowest: 0, again: 0, acknowledged: 0, found: 0, lost: 0, unopenable: 0, segments: 0, findings: 0 };
const profile = temporaryFolder("kill");
const host = await startHost(folder, "/");
/** Logs that end in half a record. */
const torn = [];
/** By the name of the ledger, what was said to be on disk. */
const promised = new Map();

/** Asks the page for something; an error of the page is given back as `error`. */
function ask(page, what, ...args) {
  const late = new Promise((done) => setTimeout(() => done({ error: `no answer to ${what}` }), PATIENCE).unref());
  const asked = page.evaluate(([what, args]) => globalThis.prove(what, ...args), [what, args]);
  return Promise.race([asked, late]);
}

/** Starts the browser and opens a ledger in it; whether everything promised is there. */
async function open(name) {
  const session = await startKillable(profile);
  const { page } = session;
  await page.goto(host.url);
  await page.waitForFunction(() => globalThis.ready === true, undefined, { timeout: PATIENCE });
  const opened = await ask(page, "open", name, below(2 ** 31));
  if (opened.error) {
    count.unopenable += 1;
    console.log(`FAIL kill: ${name} does not open: ${opened.error}`);
    return session;
  }
  const ids = promised.get(name) ?? [];
  const missing = (await ask(page, "missing", ids.join(" "))).answer?.split(" ").filter(Boolean) ?? ids;
  count.found += ids.length - missing.length;
  count.lost += missing.length;
  if (missing.length) console.log(`FAIL kill: ${name} lost ${missing.slice(0, 5).join(" ")}`);
  // What was found is not asked for again until the end.
  promised.set(name, []);
  const { answer: state, error } = await ask(page, "state");
  if (error || state.findings) {
    count.findings += 1;
    console.log(`FAIL kill: ${name} has findings: ${error ?? JSON.stringify(state)}`);
  }
  return session;
}

/** One life of the browser: it opens, writes for so long at most, and is killed. What is
 * written before a torn log is put away goes with it when the plug is pulled again just
 * then (docs/adr/0038-a-torn-log.md): a life after a torn write begins once it is. */
async function live(name, longest) {
  const { page, kill } = await openAway(name);
  const ids = promised.get(name);
  const heard = (message) => {
    const said = message.text();
    if (said.startsWith("on disk ")) ids.push(...said.slice(8).split(" ").filter(Boolean));
  };
  page.on("console", heard);
  const moment = 30 + below(longest);
  const ended = page.evaluate(() => globalThis.prove("stream")).catch(() => undefined);
  const early = await Promise.race([ended, new Promise((done) => setTimeout(done, moment))]);
  await kill();
  page.off("console", heard);
  if (early?.error) throw new Error(`writing ended: ${early.error}`);
  count.kills += 1;
  count.acknowledged += ids.length;
}

/** Opens a ledger, and once more where the browser has not put a torn log away by then. */
async function openAway(name) {
  const logs = torn.splice(0);
  for (let times = 0; times < 3; times += 1) {
    const session = await open(name);
    const waited = await putAway(logs, AWAY);
    if (waited !== undefined) {
      count.slowest = Math.max(count.slowest, waited);
      return session;
    }
    count.again += 1;
    await session.kill();
  }
  throw new Error("a torn log was not put away");
}

const all = new Map();
let failure;
try {
  for (let at = 0; at < kills; at += 1) {
    const name = `proof-kill-${Math.floor(at / LEDGER)}`;
    if (!promised.has(name)) {
      promised.set(name, []);
      await begin(name);
    }
    await live(name, at % 2 === 0 ? LONGEST : SHORT);
    all.set(name, [...(all.get(name) ?? []), ...promised.get(name)]);
    if (at % 2 === 0) {
      torn.push(...tear(profile));
      count.torn += torn.length;
    }
    if ((at + 1) % 25 === 0) console.log(`   ${at + 1} kills, ${count.acknowledged} acknowledged, ${count.lost} lost`);
  }
  for (const name of all.keys()) await end(name);
} catch (error) {
  failure = error;
}
await host.stop();

/** A ledger that is about to be sealed. */
async function begin(name) {
  const { page, kill } = await open(name);
  const { answer, error } = await ask(page, "fill");
  if (error) throw new Error(`filling: ${error}`);
  promised.get(name).push(...answer.split(" ").filter(Boolean));
  count.acknowledged += promised.get(name).length;
  all.set(name, [...promised.get(name)]);
  await kill();
}

/** Looks at a ledger once more when all is over: for what its last life said, too. */
async function end(name) {
  const { page, kill } = await open(name);
  const missing = (await ask(page, "missing", all.get(name).join(" "))).answer;
  if (missing) {
    count.lost += missing.split(" ").length;
    console.log(`FAIL kill: at the end ${name} lost ${missing.slice(0, 100)}`);
  }
  count.segments += (await ask(page, "segments", name)).answer ?? 0;
  await kill();
}

if (failure) console.log(`FAIL kill: runs to its end: ${String(failure?.message ?? failure).split("\n")[0]}`);
console.log(
  `= kill: ${count.kills} kills, after ${count.torn} of them a torn log, ${count.acknowledged} acknowledged, ` +
    `${count.found} found, ${count.lost} lost, ${count.unopenable} unopenable, ${count.segments} segments sealed; ` +
    `a torn log was gone ${count.slowest} ms after opening at the latest, ${count.again} times opened once more for it; seed ${seed}`,
);
const checks = [
  !failure,
  count.kills === kills,
  count.torn > kills / 4,
  count.acknowledged > kills && count.found === count.acknowledged,
  count.lost === 0,
  count.unopenable === 0,
  count.findings === 0,
  count.segments > 0,
];
const failed = checks.filter((is) => !is).length;
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
