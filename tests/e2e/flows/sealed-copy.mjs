// A copy sealed with a passphrase: saved, opened elsewhere by us and by other programs, and
// theirs by us. What does not open says why. The page stays alive; nothing is kept.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { PETITION, TOWNSHIP, open, register, save, setUp, settle, visit } from "../lib/app.mjs";
import * as age from "../lib/age.mjs";

export const name = "sealed-copy";

const PASSPHRASE = "水渠 修好 春天 种稻";

/** The file's name, as it was handed over. */
let sealedName;

export async function run(t) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, t.single);
  await setUp(page, TOWNSHIP, { places: ["柳树屯村"] });
  const path = await register(page, PETITION);
  const plain = readFileSync(await save(page), "utf8");
  const sealed = await sealing(t, session);
  if (!sealed) return;
  await card(t, session);
  await drilled(t, session, sealed);
  await elsewhere(t, sealed, plain);
  await opening(t, { sealed, plain, path });
  await everywhere(t);
}

/** Saves a sealed copy; gives back the file. */
async function sealing(t, session) {
  const { page } = session;
  await visit(page, "/safety");
  await t.check("what it means is said before anything is typed", async () => {
    await page.locator("#seal-open").click();
    assert.match(await page.locator("#seal-form").innerText(), /不保存口令[\s\S]*谁也打不开/);
    await t.axe(page);
    await t.screenshot(page, "sealed-copy-form");
  });
  await t.check("short, simple and unlike passphrases are refused", async () => {
    for (const [pass, again, said] of [
      ["", "", /请先输口令/],
      ["qinghe", "qinghe", /太短/],
      ["13812345678", "13812345678", /太简单/],
      [`${PASSPHRASE} `, `${PASSPHRASE} `, /空格/],
      [PASSPHRASE, "水渠 修好 春天 种豆", /不一样/],
    ]) {
      await typed(page, pass, again);
      await page.locator("#seal-form button[type=submit]").click();
      assert.match(await page.locator("#seal-form .field__error").innerText(), said);
    }
  });
  await t.check("what is typed is hidden until it is asked for", async () => {
    assert.equal(await page.locator("#seal-pass").getAttribute("type"), "password");
    await page.locator("#seal-show").check({ force: true });
    assert.equal(await page.locator("#seal-again").getAttribute("type"), "text");
  });
  const file = await t.check("sealed, it was opened again and is handed over; the page stays alive", async () => {
    await typed(page, PASSPHRASE, PASSPHRASE);
    await page.evaluate(() => {
      globalThis.longest = 0;
      let last = performance.now();
      globalThis.beat = setInterval(() => {
        globalThis.longest = Math.max(globalThis.longest, performance.now() - last);
        last = performance.now();
      }, 20);
    });
    const start = Date.now();
    const [download] = await Promise.all([
      page.waitForEvent("download", { timeout: 60_000 }),
      page.locator("#seal-form button[type=submit]").click(),
    ]);
    const took = Date.now() - start;
    const longest = await page.evaluate(() => {
      clearInterval(globalThis.beat);
      return Math.round(globalThis.longest);
    });
    console.log(`   sealing and opening again took ${took} ms, the page stood still for ${longest} ms at most`);
    assert.ok(longest < 500, `the page stood still for ${longest} ms`);
    assert.match(download.suggestedFilename(), /^解忧台账-加封副本-青禾镇人民政府-2026-04-16-10\d\d\.age$/);
    sealedName = download.suggestedFilename();
    const file = age.written("ours.age", "");
    await download.saveAs(file);
    await page.locator(".status-line", { hasText: "已加封" }).waitFor();
    await t.screenshot(page, "sealed-copy-done");
    return file;
  });
  await t.check("the passphrase is kept nowhere", async () => {
    const kept = await page.evaluate(async () => {
      const found = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.body.innerHTML];
      for (const { name } of await indexedDB.databases()) {
        const database = await new Promise((done) => {
          indexedDB.open(name).onsuccess = (event) => done(event.target.result);
        });
        for (const store of database.objectStoreNames) {
          const all = database.transaction(store).objectStore(store).getAll();
          found.push(JSON.stringify(await new Promise((done) => (all.onsuccess = () => done(all.result)))));
        }
        database.close();
      }
      return found.join("\n");
    });
    assert.ok(kept.includes("青禾镇") && !kept.includes("种稻"));
    t.clean(session);
  });
  return file;
}

async function typed(page, pass, again) {
  await page.locator("#seal-pass").fill(pass);
  await page.locator("#seal-again").fill(again);
}

async function card(t, session) {
  const { page } = session;
  await t.check("the recovery card names the file and leaves the passphrase to the pen", async () => {
    await page.locator("#seal-card").click();
    await page.locator(".slip").waitFor();
    const text = await page.locator(".slip").innerText();
    assert.match(text, /恢复卡[\s\S]*age -d -o/);
    assert.equal(text.split(sealedName).length, 3, "the file is named, and again in the command");
    const blank = await page.locator(".slip__rows .slip__value--blank").first().boundingBox();
    const sheet = await page.locator(".slip__rows").boundingBox();
    assert.ok(blank.height > 35 && blank.width > sheet.width / 2, "no room for the passphrase");
    assert.ok(!text.includes("种稻"));
    await t.axe(page);
    await t.screenshot(page, "sealed-copy-card");
  });
  await t.check("it is one page, on A4 and on A5", async () => {
    for (const format of ["A4", "A5"]) {
      const pdf = await page.pdf({ format });
      const pages = pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? [];
      assert.equal(pages.length, 1, `${pages.length} pages of ${format}`);
    }
    t.clean(session);
  });
}

/** The recovery drill takes the sealed copy, with its passphrase. */
async function drilled(t, session, sealed) {
  const { page } = session;
  await visit(page, "/safety");
  await page.locator("#drill-file").setInputFiles(sealed);
  await page.locator("#unseal-pass").waitFor();
  await t.check("a drill of a sealed copy asks for its passphrase, also when none was typed", async () => {
    await page.locator("#drill-result button[type=submit]").click();
    assert.match(await page.locator("#drill-result .notice").innerText(), /请先输口令/);
  });
  await t.check("and with it says that the copy restores", async () => {
    await page.locator("#unseal-pass").fill(PASSPHRASE);
    await page.locator("#drill-result button[type=submit]").click();
    const said = page.locator("#drill-result[role=status]");
    await said.waitFor({ timeout: 60_000 });
    assert.match(await said.innerText(), /能恢复。[\s\S]*和现在的台账一笔不差/);
    t.clean(session);
  });
}

async function elsewhere(t, sealed, plain) {
  await t.check("npm's age-encryption opens it, to the letter what a plain copy holds", async () => {
    assert.equal(await age.npmOpens(sealed, PASSPHRASE), plain);
    await assert.rejects(age.npmOpens(sealed, "水渠 修好 春天 种豆"));
  });
  if (!age.hasAge) return console.log("   no age program here: left to npm's age-encryption");
  await t.check("the ordinary age program opens it", async () => {
    assert.equal(await age.ageOpens(sealed, PASSPHRASE), plain);
  });
}

/** Chooses a file; gives back the place where the page says what came of it. */
async function choose(page, file) {
  const leave = page.getByRole("button", { name: "不读入", exact: true });
  if (await leave.count()) {
    await leave.click();
    await page.locator("#import-result").waitFor({ state: "detached" });
  }
  await page.locator("#import-file").setInputFiles(file);
  await page.locator("#unseal-pass").waitFor();
  return page.locator("#import-result");
}

/** Tries a passphrase on a file just chosen; gives back what is said once it is done. */
async function tried(page, passphrase) {
  await page.locator("#unseal-pass").fill(passphrase);
  await page.locator("#import-result button[type=submit]").click();
  const said = page.locator("#import-result .notice, section#import-result");
  await said.waitFor({ timeout: 60_000 });
  return said.innerText();
}

async function opening(t, { sealed, plain, path }) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, t.single);
  await t.check("a wrong passphrase, and a forgotten one, have an answer", async () => {
    const place = await choose(page, sealed);
    await t.axe(page);
    assert.match(await tried(page, "水渠 修好 春天 种豆"), /口令不对[\s\S]*没有动[\s\S]*恢复卡/);
    await place.locator("summary").click();
    assert.match(await place.innerText(), /没有办法打开[\s\S]*另一份副本[\s\S]*没有动/);
    await t.screenshot(page, "sealed-copy-wrong");
  });
  await t.check("a file that was cut says so, wherever it was cut", async () => {
    const bytes = readFileSync(sealed);
    for (const at of [40, 150, 300, bytes.length - 1]) {
      await choose(page, age.written("cut.age", bytes.subarray(0, at)));
      assert.match(await tried(page, PASSPHRASE), /不完整[\s\S]*重新拷/, `cut at ${at}`);
    }
  });
  await t.check("what is no sealed copy, is for a key, or asks too much, says so", async () => {
    await choose(page, age.written("plain.age", plain));
    assert.match(await tried(page, PASSPHRASE), /不是加封副本/);
    await choose(page, await age.npmSealsForAKey(plain));
    assert.match(await tried(page, PASSPHRASE), /用密钥加封/);
    const text = readFileSync(sealed, "latin1");
    await choose(page, age.written("costly.age", Buffer.from(text.replace(/ \d+\n/, " 30\n"), "latin1")));
    assert.match(await tried(page, PASSPHRASE), /计算量太大/);
  });
  await t.check("until something is read in the ledger here is empty", async () => {
    assert.equal(await page.locator("nav").count(), 0);
    t.clean(session);
  });
  const theirs = [["npm's age-encryption", () => age.npmSeals(plain, PASSPHRASE)]];
  if (age.hasAge) theirs.push(["the ordinary age program", () => age.ageSeals(plain, PASSPHRASE)]);
  for (const [who, seal] of theirs) {
    await t.check(`what ${who} sealed opens here, with the ordinary preview`, async () => {
      await choose(page, await seal());
      assert.match(await tried(page, PASSPHRASE), /青禾镇人民政府[\s\S]*新增事项1件/);
    });
  }
  await t.check("ours opens and is read in", async () => {
    await choose(page, sealed);
    assert.match(await tried(page, PASSPHRASE), /新增事项1件/);
    await page.getByRole("button", { name: "读入", exact: true }).click();
    await page.locator("nav").waitFor();
    await visit(page, path);
    assert.match(await page.locator("main").innerText(), /修路占地补偿/);
    await settle(page);
    t.clean(session);
  });
}

/** Seals and opens a text in the page itself; what does not work is thrown. */
const roundTrip = `(async () => {
  const bytes = new TextEncoder().encode("一本台账".repeat(5000));
  const sealed = await jieyouOndemand("seal", bytes.slice(), "one two three four");
  const opened = await jieyouOndemand("open", sealed.slice(), "one two three four");
  const wrong = await jieyouOndemand("open", sealed.slice(), "x").then(() => "opened", (why) => why);
  return opened.length === bytes.length && opened.every((byte, at) => byte === bytes[at]) && wrong;
})()`;

async function everywhere(t) {
  for (const [browser, start] of [["Firefox", t.firefox], ["Chromium 109", t.chromium109]]) {
    await t.check(`it works from file:// in ${browser}`, async () => {
      const session = await start();
      await session.page.goto(t.single);
      await t.booted(session.page);
      assert.equal(await session.page.evaluate(roundTrip), "sealed-copy/wrong-passphrase");
      t.clean(session);
      await session.close();
    });
  }
  await t.check("where no worker starts it works in the page", async () => {
    const session = await t.chromium();
    await session.page.goto(t.single);
    await t.booted(session.page);
    await session.page.evaluate(() => {
      globalThis.Worker = class {
        constructor() {
          throw new Error("no worker here");
        }
      };
    });
    assert.equal(await session.page.evaluate(roundTrip), "sealed-copy/wrong-passphrase");
    t.clean(session);
    await session.close();
  });
  const host = await t.host();
  await t.check("by plain http it is fetched when it is first used, and works", async () => {
    const session = await t.chromium({ flags: ["--host-resolver-rules=MAP office.test 127.0.0.1"] });
    await session.page.goto(host.url.replace("127.0.0.1", "office.test"));
    await t.booted(session.page);
    assert.equal(await session.page.evaluate(() => isSecureContext), false);
    const fetched = () => host.requests.filter((request) => JSON.stringify(request).includes("ondemand")).length;
    assert.equal(fetched(), 0);
    assert.equal(await session.page.evaluate(roundTrip), "sealed-copy/wrong-passphrase");
    assert.ok(fetched() >= 2);
    t.clean(session, { allow: [/^request to a third party: http:\/\/office\.test:/] });
    await session.close();
  });
  await t.check("after one visit it works offline", async () => {
    const session = await t.chromium();
    await session.page.goto(host.url);
    await t.booted(session.page);
    await t.until(session.page, () => navigator.serviceWorker.ready.then((found) => found.active?.state === "activated"));
    await host.stop();
    await session.page.reload();
    await t.booted(session.page);
    assert.equal(await session.page.evaluate(roundTrip), "sealed-copy/wrong-passphrase");
    t.clean(session, { allow: [/ERR_CONNECTION_REFUSED/] });
    await session.close();
  });
}
