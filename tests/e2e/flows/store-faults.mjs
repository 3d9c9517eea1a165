// The storage fails in the shipped app, at each of its calls and in every way a browser
// fails: the person is told which, nothing is called saved that is not, what was typed stays,
// and the next try works. At the start, no fault ever shows an empty ledger.
import assert from "node:assert/strict";
import { PETITION, TOWNSHIP, fill, lit, open, register, setUp, visit } from "../lib/app.mjs";
import { booted, until } from "../lib/look.mjs";

export const name = "store-faults";

/** What is said where nothing was written. */
const NOT_SAVED = /没有存上/;

/** Faults of a write: the kind, how often it happens, and what is said. */
const WRITES = [
  ["quota-add", 1, /空间满了/],
  ["quota-put", 1, /空间满了/],
  ["quota-commit", 1, /空间满了/],
  ["abort-add", 1, /浏览器没能存上/],
  ["abort-commit", 1, /浏览器没能存上/],
  ["closed", 1, /不让存数据/],
];

/** Faults of reading back: once is got over, again and again is said. */
const READINGS = [
  ["read", 1, undefined],
  ["other-text", 1, undefined],
  ["read", 99, /没能读回来核对/],
  ["other-text", 99, /对不上/],
];

/** Faults at the start: what is said, or that the ledger opens all the same. */
const STARTS = [
  ["databases", 1, /没有打开/],
  ["open", 1, /没有打开/],
  ["read", 1, /没有打开|读不通/],
  ["read", 99, /没有打开|读不通/],
  ["closed", 1, /没有打开/],
  // The database that only makes the browser begin a new log: the ledger opens without.
  ["passing", 1, /修路占地补偿没有发到户/],
];

/** Runs in the page before its own scripts: the calls of the store fail when told to. */
function breakable() {
  const faults = JSON.parse(sessionStorage.getItem("faults") ?? "null") ?? { kind: "", left: 0 };
  sessionStorage.removeItem("faults");
  faults.hits = 0;
  globalThis.faults = faults;
  const error = (name) => new DOMException("injected", name);
  const is = (kind) => {
    if (faults.kind !== kind || faults.left === 0) return false;
    faults.left -= 1;
    faults.hits += 1;
    return true;
  };
  const wrap = (prototype, method, call) => {
    const real = prototype[method];
    prototype[method] = function (...args) {
      return call.call(this, (...given) => real.apply(this, given), ...args);
    };
  };
  wrap(IDBObjectStore.prototype, "add", function (real, ...args) {
    if (is("quota-add")) throw error("QuotaExceededError");
    const request = real(...args);
    if (is("abort-add")) this.transaction.abort();
    return request;
  });
  wrap(IDBObjectStore.prototype, "put", function (real, ...args) {
    if (is("quota-put")) throw error("QuotaExceededError");
    return real(...args);
  });
  wrap(IDBTransaction.prototype, "commit", function (real) {
    if (is("quota-commit")) {
      // As on a full disk: the transaction ends with the reason in it.
      Object.defineProperty(this, "error", { get: () => error("QuotaExceededError") });
      return this.abort();
    }
    return is("abort-commit") ? this.abort() : real();
  });
  const isWritten = () => faults.kind !== "" && (faults.at !== "read-back" || faults.written);
  wrap(IDBObjectStore.prototype, "getAll", function (real, ...args) {
    if (isWritten() && is("read")) throw error("UnknownError");
    return real(...args);
  });
  wrap(IDBDatabase.prototype, "transaction", function (real, ...args) {
    if (is("closed")) throw error("InvalidStateError");
    const transaction = real(...args);
    if (args[1] === "readwrite") transaction.addEventListener("complete", () => (faults.written = true));
    return transaction;
  });
  wrap(IDBFactory.prototype, "databases", function (real) {
    return is("databases") ? Promise.reject(error("UnknownError")) : real();
  });
  wrap(IDBFactory.prototype, "open", function (real, ...args) {
    if (is(args[0] === "jieyou.passing" ? "passing" : "open")) throw error("UnknownError");
    return real(...args);
  });
  const { get } = Object.getOwnPropertyDescriptor(IDBRequest.prototype, "result");
  Object.defineProperty(IDBRequest.prototype, "result", {
    get() {
      const value = get.call(this);
      const isLines = this.source?.name === "records" && typeof value?.[0] === "string";
      if (!isLines || !isWritten() || !is("other-text")) return value;
      return value.map((line) => line.replace("修路", "修桥"));
    },
  });
}

const arm = (page, kind, left, at) =>
  page.evaluate(([kind, left, at]) => Object.assign(globalThis.faults, { kind, left, at, hits: 0, written: false }), [kind, left, at]);

export async function run(t) {
  const host = await t.host();
  const session = await t.chromium();
  const { page, problems } = session;
  await page.addInitScript(breakable);
  let n = 1;
  await t.check("a matter is registered while all is well", async () => {
    await open(page, host.url);
    await setUp(page, TOWNSHIP);
    await register(page, PETITION);
  });
  for (const [kind, times, words] of WRITES) {
    await t.check(`${kind}: said, not saved, and the next press saves it`, async () => {
      const title = `写不下的第${n}件`;
      const said = await attempt(page, title, kind, times, "write");
      assert.match(said, words);
      assert.match(said, NOT_SAVED);
      assert.equal(await page.locator('[id="f-title"]').inputValue(), title);
      await lit(page, /^act 刚才有一笔没存好$/);
      await arm(page, "", 0);
      await press(page);
      await lit(page, /^(?!.*没存好)/);
      n += 1;
    });
  }
  for (const [kind, times, words] of READINGS) {
    await t.check(`${kind} while reading back, ${times} times: ${words ? "said, and it is there" : "got over"}`, async () => {
      const said = await attempt(page, `读不回的第${n}件`, kind, times, "read-back", words === undefined);
      if (words) {
        await lit(page, /^act 刚才有一笔没存好$/);
        assert.match(said, words);
        // Nothing is claimed that is not known.
        assert.doesNotMatch(said, NOT_SAVED);
      }
      await arm(page, "", 0);
      n += 1;
    });
  }
  await t.check("after a reload each is there once", async () => {
    await page.reload();
    await booted(page);
    await listed(page, n);
  });
  for (const [kind, times, words] of STARTS) {
    await t.check(`${kind} at the start, ${times} times: said, and no empty ledger`, async () => {
      await page.evaluate((faults) => sessionStorage.setItem("faults", faults), JSON.stringify({ kind, left: times }));
      await page.reload();
      await booted(page);
      const said = await page.evaluate(() => document.body.innerText);
      assert.ok(await page.evaluate(() => globalThis.faults.hits > 0), "the fault did not happen");
      assert.match(said, words);
      await page.reload();
      await booted(page);
      await listed(page, n);
    });
  }
  problems.length = 0;
  await t.check("another tab that holds an older version: the person is told which to close", () => blocked(t));
}

/** Fills a form, breaks the store, and sends; what the page says, or that it went on. */
async function attempt(page, title, kind, times, at, isSaved = false) {
  // By way of another page, so that nothing is left of what was said last.
  await visit(page, "/today");
  await visit(page, "/register");
  await fill(page, { ...PETITION, title });
  await arm(page, kind, times, at);
  await page.locator("main form.form button[type=submit]").click();
  const said = await until(
    page,
    (isSaved) => {
      if (globalThis.faults.hits === 0) return false;
      if (location.hash.startsWith("#/matter/")) return isSaved && "saved";
      return document.querySelector("main .error-summary, .status-line")?.innerText.trim();
    },
    { argument: isSaved, what: `a word about ${kind}` },
  );
  assert.ok(await page.evaluate(() => globalThis.faults.hits > 0), "the fault did not happen");
  if (isSaved) assert.equal(said, "saved");
  return said;
}

async function press(page) {
  await page.locator("main form.form button[type=submit]").click();
  await until(page, () => location.hash.startsWith("#/matter/"), { what: "the new matter" });
}

async function listed(page, n) {
  await visit(page, "/ledger");
  await until(page, (n) => document.querySelectorAll(".ledger-table__row").length === n, {
    argument: n,
    what: `${n} matters in the list`,
  });
}

/** A tab that does not let go of a database of the first layout, as one that hangs. */
async function blocked(t) {
  const host = await t.host();
  const session = await t.chromium();
  const holder = session.page;
  await holder.goto(`${host.url}nothing-here`);
  await holder.evaluate(
    () =>
      new Promise((done, fail) => {
        const opening = indexedDB.open("jieyou-real-0123456789abcdef", 1);
        opening.onupgradeneeded = () => ["records", "contacts", "meta"].forEach((s) => opening.result.createObjectStore(s));
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          globalThis.held = opening.result;
          done();
        };
      }),
  );
  const page = await session.newPage();
  await page.goto(host.url);
  await until(page, () => document.querySelector("#boot")?.innerText.includes("关掉其他打开本台账的窗口"), {
    what: "a word about the other tab",
  });
  await holder.close();
  await booted(page);
  await setUp(page, TOWNSHIP);
}
