// Numbers and columns: a receipt number finds its matter or says that it was copied
// wrongly; the columns chosen are remembered, and drive paper and file alike.
import assert from "node:assert/strict";
import { PETITION, TOWNSHIP, fill, open, register, setUp, settle, visit } from "../lib/app.mjs";

export const name = "paper";

export async function run(t) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, t.single);
  await setUp(page, TOWNSHIP);
  const path = await register(page, PETITION);
  await register(page, { ...PETITION, title: "路灯不亮" });
  const receipt = await page.evaluate((path) => {
    location.hash = path;
    return new Promise((done) => {
      const look = setInterval(() => {
        const found = document.querySelector(".matter-head__code");
        if (!found?.textContent.startsWith("QH-2026-0001-")) return;
        clearInterval(look);
        done(found.textContent);
      }, 50);
    });
  }, path);
  const search = async (text) => {
    await visit(page, "/ledger");
    await page.locator("#q").fill(text);
    const probe = (text) => location.hash.includes(`q=${encodeURIComponent(text)}`);
    await t.until(page, probe, { argument: text, what: text });
    await settle(page);
    return page.evaluate(() => document.querySelector("main").innerText);
  };
  await t.check("a receipt number finds its matter, also in lower case and without dashes", async () => {
    for (const text of [receipt, receipt.toLowerCase(), receipt.replaceAll("-", "")]) {
      const found = await search(text);
      assert.match(found, /修路占地补偿没有发到户/);
      assert.doesNotMatch(found, /路灯不亮/);
    }
  });
  await t.check("a wrong check character is said in a sentence", async () => {
    const wrong = receipt.slice(0, -1) + (receipt.endsWith("7") ? "8" : "7");
    assert.match(await search(wrong), /回执编号对不上，可能有一位抄错了。/);
    await t.axe(page);
  });
  await t.check("the columns and their order are chosen with the keyboard alone", async () => {
    await visit(page, "/ledger");
    await page.locator(".columns summary").focus();
    await page.keyboard.press("Enter");
    for (const code of ["received", "channel", "kind", "duty", "body"]) {
      await page.locator(`#column-${code}`).focus();
      await page.keyboard.press("Space");
      await t.until(page, (id) => document.activeElement?.id === id, { argument: `column-${code}` });
    }
    for (let turn = 0; turn < 2; turn += 1) {
      await page.locator("#column-title-rise").focus();
      await page.keyboard.press("Enter");
      await t.until(page, () => document.activeElement?.id === "column-title-rise");
    }
    await t.axe(page);
    await t.screenshot(page, "paper-columns-1280");
    await page.setViewportSize({ width: 360, height: 720 });
    await settle(page);
    const over = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${over} px too wide`);
    await t.screenshot(page, "paper-columns-360");
    await page.setViewportSize({ width: 1280, height: 800 });
  });
  const HEADS = ["事项", "编号", "地点", "级", "进展", "下一个期限", "承办岗位"];
  await t.check("the choice is remembered and stands on paper", async () => {
    await page.reload();
    await t.booted(page);
    await page.getByRole("link", { name: "打印台账" }).click();
    await page.locator(".ledger-sheet").waitFor();
    const heads = await page.locator(".ledger-sheet__table thead th").allInnerTexts();
    assert.deepEqual(heads, HEADS);
    await t.axe(page);
    await t.screenshot(page, "paper-ledger-1280");
  });
  await t.check("the same columns stand in the file", async () => {
    await visit(page, "/ledger");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "存成CSV" }).click(),
    ]);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    const first = Buffer.concat(chunks).toString("utf8").split("\r\n")[0];
    assert.equal(first, `\uFEFF${HEADS.map((head) => `"${head}"`).join(",")}`);
  });
  await t.check("a slip without a telephone says what is missing, on the screen", async () => {
    await visit(page, "/settings");
    await page.getByRole("button", { name: "改单位信息" }).click();
    await fill(page, { phone: "" }, 'section[aria-labelledby="set-unit"]');
    await page.locator('section[aria-labelledby="set-unit"] button[type=submit]').click();
    await page.getByRole("button", { name: "改单位信息" }).waitFor();
    await visit(page, `${path}/slip`);
    assert.match(await page.locator(".notice").innerText(), /还没有填电话/);
    await t.axe(page);
    await t.screenshot(page, "paper-slip-1280");
    await page.setViewportSize({ width: 360, height: 720 });
    await settle(page);
    const over = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${over} px too wide`);
    await t.screenshot(page, "paper-slip-360");
  });
  await t.check("the blank receipt is reached from the settings", async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await visit(page, "/settings");
    await page.getByRole("link", { name: /密封移交回执/ }).click();
    await page.locator(".slip").waitFor();
    await t.axe(page);
    await t.screenshot(page, "paper-sealed-1280");
    await page.getByRole("button", { name: "返回" }).click();
    await t.until(page, () => location.hash === "#/settings");
  });
  await t.check("no page said an error", () => t.clean(session));
  await session.close();
}
