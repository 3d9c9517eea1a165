// The browser lost its databases, as it does when its data is cleared or its own files are
// damaged: the ledger is missed, by name, with the copy to go by; no empty one stands in its
// place until somebody asks for it; a copy restores, and what it lacks is said until it is
// recorded again. What nobody wrote into, and what was cleared, is not missed.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { DISPUTE, VILLAGE, fill, open, register, save, setUp, settle, visit } from "../lib/app.mjs";
import { booted } from "../lib/look.mjs";
import { temporaryFolder } from "../lib/places.mjs";

export const name = "gone";

export async function run(t) {
  const host = await t.host();
  const profile = temporaryFolder("gone");
  const copy = await written(t, host, profile);
  await lost(t, host, profile, copy);
  await restored(t, host, profile, copy);
  await several(t, host);
  await elsewhere(t);
  await cleared(t, host);
  await refused(t, host);
  await untouched(t, host);
}

async function written(t, host, profile) {
  return t.check("what is noted beside a ledger is about no matter", async () => {
    const session = await t.chromium({ profile });
    const { page } = session;
    await open(page, host.url);
    await setUp(page, VILLAGE);
    await register(page, { ...DISPUTE, title: "在副本里的一件" });
    const file = await save(page);
    await verify(page, file);
    await register(page, { ...DISPUTE, title: "副本以后的一件" });
    const noted = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    assert.match(noted, /柳树屯村/);
    assert.doesNotMatch(noted, /一件|排水沟/);
    // Typed and not sent: it goes along.
    await visit(page, "/register");
    await fill(page, { title: "没写完的一件" });
    await page.locator("h1").click();
    await page.clock.runFor(1_000);
    await session.close();
    return file;
  });
}

async function lost(t, host, profile, copy) {
  await t.check("when the browser lost it, the page says what is gone and what to do", async () => {
    lose(profile);
    const session = await t.chromium({ profile });
    const { page } = session;
    await open(page, host.url);
    const said = await page.locator("#main").innerText();
    assert.match(said, /台账不见了/);
    assert.match(said, /原有“柳树屯村”的台账，至少\d+笔，最后一笔存于2026年4月16日 10:0\d。现在浏览器里没有它了。/);
    assert.match(said, new RegExp(`“${basename(copy).replaceAll(".", "\\.")}”，4月16日存的，共\\d+笔，核对过`));
    assert.match(said, /存了副本以后又记了至少1笔/);
    await t.axe(page);
    await t.screenshot(page, "gone");
    await page.setViewportSize({ width: 360, height: 740 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    await t.screenshot(page, "gone-360");
    await t.pdf(page, "gone");
    await page.getByRole("button", { name: "再找一次" }).click();
    await page.getByText("台账不见了").waitFor();
    await page.reload();
    await page.getByText("台账不见了").waitFor();
    assert.deepEqual(await databases(page), []);
    // By another address of the same place it is missed as well.
    await page.goto(`${host.url}index.html`);
    await page.getByText("台账不见了").waitFor();
    assert.deepEqual(await databases(page), []);
    await session.close();
  });
}

async function restored(t, host, profile, copy) {
  await t.check("a ledger begun in its place, and lost before it had anything, is missed the same", async () => {
    for (const name of ["begun", "begun again"]) {
      const { page, ...session } = await t.chromium({ profile });
      await open(page, host.url);
      await page.getByRole("button", { name: "另立一本新账，从副本恢复" }).click();
      await page.locator("#import-file").waitFor();
      assert.match(await page.locator("#main").innerText(), /先找这份副本/, name);
      await session.close();
      lose(profile);
    }
  });
  await t.check("a copy restores, and what it lacks is said until it is recorded again", async () => {
    const { page, ...session } = await t.chromium({ profile });
    await open(page, host.url);
    const other = await session.newPage();
    await open(other, host.url);
    await page.getByRole("button", { name: "另立一本新账，从副本恢复" }).click();
    await page.locator("#import-file").waitFor();
    await t.axe(page);
    await t.screenshot(page, "gone-first-page");
    await page.locator("#import-file").setInputFiles(copy);
    await page.locator("#import-result").waitFor();
    await page.getByRole("button", { name: "读入", exact: true }).click();
    await page.locator("nav").waitFor();
    await visit(page, "/ledger");
    const rows = await page.locator(".ledger-table__row").allInnerTexts();
    assert.equal(rows.length, 1);
    assert.match(rows[0], /在副本里的一件/);
    // A second tab that still shows the loss does not begin another one.
    await other.getByRole("button", { name: "另立一本新账，从副本恢复" }).click();
    await other.locator("nav").waitFor();
    assert.equal((await databases(page)).length, 1);
    await visit(page, "/register");
    assert.equal(await page.locator('[id="f-title"]').inputValue(), "没写完的一件");
    await visit(page, "/today");
    await page.reload();
    await booted(page);
    const left = page.locator(".notice", { hasText: "又记了至少1笔" });
    await left.waitFor();
    // The lamp and the printed list say it as well.
    assert.match(await page.locator(".lamp").innerText(), /留意|要办/);
    await page.emulateMedia({ media: "print" });
    assert.match(await page.locator(".day-sheet").innerText(), /至少有\d+笔，还没有全部补上/);
    await t.pdf(page, "gone-left");
    await page.emulateMedia({ media: null });
    await t.screenshot(page, "gone-left");
    await visit(page, "/safety");
    await page.locator('[data-fact="lost"]', { hasText: "还不全在这里" }).waitFor();
    await visit(page, "/today");
    await left.getByRole("button", { name: "补记完了，不再提示" }).click();
    await left.waitFor({ state: "detached" });
    await visit(page, "/safety");
    assert.equal(await page.locator('[data-fact="lost"]').count(), 0);
    await visit(page, "/today");
    assert.doesNotMatch(await page.locator(".day-sheet").textContent(), /补上/);
    await page.reload();
    await booted(page);
    assert.equal(await left.count(), 0);
    await session.close();
  });
  await t.check("lost once more, the copy that it was restored from is still named", async () => {
    lose(profile);
    const { page, ...session } = await t.chromium({ profile });
    await open(page, host.url);
    const said = await page.locator("#main").innerText();
    assert.match(said, new RegExp(basename(copy).replaceAll(".", "\\.")));
    // What it had to make up for was recorded again.
    assert.doesNotMatch(said, /又记了至少1笔/);
    await session.close();
  });
  await t.check("what a ledger was still to make up for is not forgotten when it is lost as well", async () => {
    const { page, ...session } = await t.chromium({ profile });
    await open(page, host.url);
    await page.getByRole("button", { name: "另立一本新账，从副本恢复" }).click();
    await page.getByText("没有副本，从头立账").click();
    await setUp(page, { ...VILLAGE, name: "从头立的村" });
    await page.getByText("还不全在这里").waitFor();
    await session.close();
    lose(profile);
    const again = await t.chromium({ profile });
    await open(again.page, host.url);
    const said = await again.page.locator("#main").innerText();
    assert.match(said, /原有“从头立的村”的台账[\s\S]*没有记下存过副本[\s\S]*原有“柳树屯村”的台账[\s\S]*先找这份副本/);
    assert.equal(await again.page.getByRole("button", { name: "另立一本新账，从副本恢复" }).count(), 1);
    await again.page.locator(".crash").waitFor();
    await again.close();
  });
}

/** Two ledgers at one address, and an older state of a database. */
async function several(t, host) {
  await t.check("of two that are gone the second is said until it is restored or given up", async () => {
    const profile = temporaryFolder("gone-two");
    const first = await t.chromium({ profile });
    await open(first.page, host.url);
    await setUp(first.page, VILLAGE);
    // The page loads anew by itself.
    await first.page.evaluate(() => {
      location.hash = "/raw";
    });
    await first.page.getByRole("button", { name: "另立一本新账" }).click();
    await first.page.locator("#import-file").waitFor();
    await setUp(first.page, { ...VILLAGE, name: "桃园村", code: "TY" });
    await first.close();
    lose(profile);
    const { page, ...session } = await t.chromium({ profile });
    await open(page, host.url);
    const said = await page.locator("#main").innerText();
    for (const unit of [VILLAGE.name, "桃园村"]) assert.match(said, new RegExp(`原有“${unit}”的台账`));
    await page.locator("section", { hasText: "桃园村" }).getByRole("button", { name: "另立一本新账，从副本恢复" }).click();
    await page.getByText("没有副本，从头立账").click();
    await fill(page, { kind: "village" });
    assert.equal(await page.locator('[id="f-name"]').inputValue(), "桃园村");
    assert.equal(await page.locator('[id="f-code"]').inputValue(), "TY");
    await page.locator("main form.form button[type=submit]").click();
    await page.getByText("还有一本“柳树屯村”的台账不见了").waitFor();
    assert.doesNotMatch(await page.locator("#main").innerText(), /“桃园村”的台账不见了/);
    await t.screenshot(page, "gone-two");
    await page.getByRole("button", { name: "去看看" }).click();
    const missed = page.locator("section", { hasText: "柳树屯村" });
    await missed.waitFor();
    await t.axe(page);
    await t.screenshot(page, "gone-raw");
    await missed.getByRole("button", { name: "不找了，不再提示" }).click();
    await missed.getByRole("button", { name: "真的不找了" }).click();
    await missed.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "回到台账" }).click();
    await page.locator("nav").waitFor();
    assert.doesNotMatch(await page.locator("#main").innerText(), /柳树屯村/);
    await session.close();
  });
  await t.check("an older state of the browser's files is told from the ledger", async () => {
    const profile = temporaryFolder("gone-older");
    const [now, kept] = [join(profile, "Default", "IndexedDB"), join(profile, "kept")];
    const first = await t.chromium({ profile });
    await open(first.page, host.url);
    await setUp(first.page, VILLAGE);
    await first.close();
    cpSync(now, kept, { recursive: true });
    const second = await t.chromium({ profile });
    await open(second.page, host.url);
    await register(second.page, { ...DISPUTE, title: "后来的一件" });
    await second.close();
    rmSync(now, { recursive: true });
    cpSync(kept, now, { recursive: true });
    const { page, ...session } = await t.chromium({ profile });
    await open(page, host.url);
    await visit(page, "/today");
    await page.getByText(/原来的台账不见了，至少有\d+笔，还不全在这里/).waitFor();
    await session.close();
  });
}

/** A single file that was moved, and whose ledger went meanwhile. */
async function elsewhere(t) {
  await t.check("a single file that was moved misses it too", async () => {
    const profile = temporaryFolder("gone-file");
    const [here, there] = ["usb-e", "usb-f"].map((name) => join(temporaryFolder("gone-sticks"), name));
    for (const folder of [here, there]) {
      mkdirSync(folder);
      cpSync(join(t.dist, "jieyou.html"), join(folder, "jieyou.html"));
    }
    const at = (folder) => pathToFileURL(join(folder, "jieyou.html")).href;
    const first = await t.chromium({ profile });
    await open(first.page, at(here));
    await setUp(first.page, VILLAGE);
    await first.close();
    lose(profile);
    const { page, ...session } = await t.chromium({ profile });
    await open(page, at(there));
    await page.getByText("台账不见了").waitFor();
    assert.match(await page.locator("#main").innerText(), /柳树屯村[\s\S]*没有记下存过副本/);
    await session.close();
  });
}

/** Clearing that another tab put off. */
async function cleared(t, host) {
  await t.check("a ledger that was cleared once another tab let go is not missed", async () => {
    const { page, ...session } = await t.chromium();
    await open(page, host.url);
    await setUp(page, VILLAGE);
    const name = (await databases(page))[0];
    await verify(page, await save(page));
    // A tab that has the database open and answers nothing.
    const holding = await session.newPage();
    await holding.goto(`${host.url}manifest.webmanifest`);
    await holding.evaluate(
      (name) =>
        new Promise((done, fail) => {
          const opening = indexedDB.open(name);
          opening.onerror = () => fail(opening.error);
          opening.onsuccess = () => {
            globalThis.held = opening.result;
            done();
          };
        }),
      name,
    );
    await visit(page, "/safety");
    await page.getByRole("button", { name: "我要关闭并清空" }).click();
    await page.locator("#clear-asked input").fill(VILLAGE.name);
    await page.getByRole("button", { name: "清空，不能撤回" }).click();
    await page.getByText("没有放开这本台账").first().waitFor();
    // Loaded again too early: it waits, and says for what.
    await page.reload({ waitUntil: "commit" });
    await page.locator("#boot", { hasText: "没有放开这本台账" }).waitFor();
    await holding.evaluate(() => globalThis.held.close());
    await holding.close();
    await page.getByText("已经清空").first().waitFor();
    const left = await page.evaluate(() => Object.keys(localStorage));
    assert.deepEqual(left.filter((key) => key.includes(name)), []);
    await page.reload();
    await booted(page);
    await page.locator("#import-file").waitFor();
    await session.close();
  });
}

/** A browser that keeps nothing: each visit begins anew, and nothing is missed. */
async function refused(t, host) {
  await t.check("where the browser keeps nothing, nothing is missed", async () => {
    for (const refusesList of [false, true]) {
      const { page, ...session } = await t.chromium();
      await page.addInitScript((refusesList) => {
        const refuse = () => {
          throw new DOMException("refused", "SecurityError");
        };
        IDBFactory.prototype.open = refuse;
        if (refusesList) IDBFactory.prototype.databases = refuse;
      }, refusesList);
      await open(page, host.url);
      for (const again of [0, 1]) {
        await page.locator("#import-file").waitFor();
        assert.doesNotMatch(await page.locator("body").innerText(), /不见了|没有打开/, `${again}`);
        await page.reload();
        await booted(page);
      }
      await session.close();
    }
  });
}

async function untouched(t, host) {
  await t.check("a ledger with nothing in it is not missed", async () => {
    const fresh = temporaryFolder("gone-empty");
    for (const visits of [0, 1]) {
      const { page, ...session } = await t.chromium({ profile: fresh });
      await open(page, host.url);
      await page.locator("#import-file").waitFor();
      assert.doesNotMatch(await page.locator("#main").innerText(), /不见了/, `${visits}`);
      await session.close();
      lose(fresh);
    }
  });
}

/** Chooses a copy to be verified, on the page about safety. */
async function verify(page, file) {
  await visit(page, "/safety");
  await page.locator("#copy-check").setInputFiles(file);
  await page.getByText(/核对过了：/).first().waitFor();
  await settle(page);
}

/** Takes every database from a profile that no browser has open. */
function lose(profile) {
  const all = join(profile, "Default", "IndexedDB");
  assert.notEqual(readdirSync(all).length, 0);
  rmSync(all, { recursive: true });
}

/** The names of the ledgers' databases. */
const databases = (page) =>
  page.evaluate(async () => (await indexedDB.databases()).map((one) => one.name).filter((name) => name.startsWith("jieyou-real-")));
