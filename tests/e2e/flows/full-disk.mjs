// The disk is full: what cannot be written is never called saved, nothing that was
// written is lost, what was typed stays, and once there is room the same press saves it.
import assert from "node:assert/strict";
import { PETITION, TOWNSHIP, fill, open, register, setUp, visit } from "../lib/app.mjs";
import { booted, until } from "../lib/look.mjs";

export const name = "full-disk";

export async function run(t) {
  const host = await t.host();
  const session = await t.chromium();
  const page = session.page;
  const quota = await page.context().newCDPSession(page);
  const allow = (bytes) =>
    quota.send("Storage.overrideQuotaForOrigin", {
      origin: new URL(host.url).origin,
      ...(bytes === undefined ? {} : { quotaSize: bytes }),
    });
  await t.check("a matter is registered while there is room", async () => {
    await open(page, host.url);
    await setUp(page, TOWNSHIP);
    await register(page, PETITION);
  });
  await t.check("with no room left the page says so, and that nothing was saved", async () => {
    // The browser remembers for a while how much room there was: leave, then come back.
    await page.goto("about:blank");
    await allow(1);
    await page.waitForTimeout(3000);
    await page.goto(host.url);
    await booted(page);
    await visit(page, "/register");
    await fill(page, { ...PETITION, title: "写不下的一件" });
    await page.locator("main form.form button[type=submit]").click();
    const said = await until(page, () => document.querySelector("main .error-summary, .status-line")?.innerText.trim(), {
      what: "a word about the full disk",
    });
    assert.match(said, /空间满了/);
    assert.match(said, /没有存上/);
    assert.match(await page.evaluate(() => location.hash), /register/);
  });
  await t.check("what was typed stays in the form", async () => {
    assert.equal(await page.locator('[id="f-title"]').inputValue(), "写不下的一件");
  });
  await t.check("with room again the same press saves it", async () => {
    await allow(undefined);
    await page.locator("main form.form button[type=submit]").click();
    await until(page, () => location.hash.startsWith("#/matter/"), { what: "the new matter" });
  });
  await t.check("after a reload both matters are there, each once", async () => {
    await page.reload();
    await booted(page);
    await visit(page, "/ledger");
    await until(page, () => document.querySelectorAll(".ledger-table__row").length === 2);
    const titles = await page.locator(".ledger-table__row").allInnerTexts();
    assert.equal(titles.filter((row) => row.includes("写不下的一件")).length, 1);
    t.clean(session);
  });
}
