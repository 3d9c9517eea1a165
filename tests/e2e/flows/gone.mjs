// The browser lost its databases, as it does when its data is cleared or its own files are
// damaged: the ledger is missed, by name, with the copy to go by; no empty one stands in its
// place until somebody asks for it; a copy restores. An empty ledger is not missed.
import assert from "node:assert/strict";
import { readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { DISPUTE, VILLAGE, open, register, save, setUp, settle, visit } from "../lib/app.mjs";
import { booted, until } from "../lib/look.mjs";
import { temporaryFolder } from "../lib/places.mjs";

export const name = "gone";

export async function run(t) {
  const host = await t.host();
  const profile = temporaryFolder("gone");
  const copy = await t.check("a ledger is kept, and the notes of it are about no matter", async () => {
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
    await session.close();
    return file;
  });
  await t.check("when the browser lost it, the page says what is gone and what to do", async () => {
    lose(profile);
    const session = await t.chromium({ profile });
    const { page } = session;
    await open(page, host.url);
    const said = await page.locator("#main").innerText();
    assert.match(said, /台账不见了/);
    assert.match(said, /原有“柳树屯村”的台账，共\d+笔，最后一笔存于2026年4月16日 10:0\d。现在浏览器里没有它了。/);
    assert.match(said, new RegExp(`“${basename(copy).replaceAll(".", "\\.")}”，4月16日存的，共\\d+笔，核对过`));
    assert.match(said, /这份副本以后还记过\d+笔/);
    assert.doesNotMatch(said, /从文件恢复？|立台账/);
    await t.axe(page);
    await t.screenshot(page, "gone");
    await page.setViewportSize({ width: 360, height: 740 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    await t.screenshot(page, "gone-360");
    await t.pdf(page, "gone");
    const before = await here(page);
    await page.getByRole("button", { name: "再找一次" }).click();
    await page.getByText("台账不见了").waitFor();
    await page.reload();
    await page.getByText("台账不见了").waitFor();
    assert.deepEqual(await here(page), before);
    assert.deepEqual(before, []);
    await session.close();
  });
  await t.check("a new ledger says what to look for, and a copy restores into it", async () => {
    const { page, ...session } = await t.chromium({ profile });
    await open(page, host.url);
    await page.getByRole("button", { name: "另立一本新账，从副本恢复" }).click();
    await page.locator("#import-file").waitFor();
    assert.match(await page.locator("#main").innerText(), /先找最近的副本/);
    await t.axe(page);
    await t.screenshot(page, "gone-setup");
    await page.locator("#import-file").setInputFiles(copy);
    await page.locator("#import-result").waitFor();
    await page.getByRole("button", { name: "读入", exact: true }).click();
    await page.locator("nav").waitFor();
    await visit(page, "/ledger");
    const rows = await page.locator(".ledger-table__row").allInnerTexts();
    assert.equal(rows.length, 1);
    assert.match(rows[0], /在副本里的一件/);
    assert.doesNotMatch(await page.locator("#main").innerText(), /先找最近的副本/);
    await session.close();
  });
  await t.check("a ledger that was begun anew is missed as well", async () => {
    lose(profile);
    const { page, ...session } = await t.chromium({ profile });
    await open(page, host.url);
    await page.getByText("台账不见了").waitFor();
    assert.match(await page.locator("#main").innerText(), /没有记下存过副本/);
    await session.close();
  });
  await t.check("a ledger with nothing in it is not missed", async () => {
    const fresh = temporaryFolder("gone-empty");
    for (const visits of [0, 1]) {
      const { page, ...session } = await t.chromium({ profile: fresh });
      await open(page, host.url);
      await page.locator("#import-file").waitFor();
      assert.doesNotMatch(await page.locator("#main").innerText(), /先找最近的副本/, `${visits}`);
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

/** The names of the databases. */
const here = (page) => page.evaluate(async () => (await indexedDB.databases()).map((one) => one.name));
