// Every rule with its source; its examples run, and the clock is moved over one; a bad
// pack is refused with its place; an overlay and a number of the unit's own are compared,
// put into force, and taken off again, each time with the days that move.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PETITION, TOWNSHIP, open, register, setUp, settle, unfold, visit } from "../lib/app.mjs";
import { e2e, temporaryFolder } from "../lib/places.mjs";

export const name = "rules";

/** The documents' example: a promise with three examples, a number, a habit not used. */
const OVERLAY = readFileSync(join(e2e, "../../docs/rules/overlay-example.json"), "utf8");

export async function run(t) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, t.single);
  await setUp(page, TOWNSHIP);
  const matter = await register(page, { ...PETITION, kind: "petition" });
  await list(t, page);
  await refused(t, page);
  await overlay(t, page);
  await examples(t, page);
  await number(t, page, matter);
  await narrow(t, page);
  await paper(t, page);
  await t.check("nothing went wrong on the way", () => t.clean(session));
}

async function list(t, page) {
  await t.check("the settings lead to every rule, under its instrument", async () => {
    await visit(page, "/settings");
    await page.locator("a[href='#/rules']").click();
    await page.getByRole("heading", { name: "规则", level: 1 }).waitFor();
    await settle(page);
    const said = await page.locator("main").innerText();
    assert.match(said, /不是法律意见/);
    const [, n] = said.match(/基本规则包，[\d-]+版，(\d+)条规则/);
    assert.equal(await page.locator(".rule-row").count(), Number(n));
    assert.match(said, /应当自收到信访事项之日起15日内书面告知信访人/);
    assert.match(said, /原文已核对（两处一致）/);
    await t.axe(page);
    await t.screenshot(page, "rules-list");
  });
  await t.check("a rule is found by its number, with the keyboard alone", async () => {
    await page.locator("#rules-find").focus();
    await page.keyboard.type("xf-34a");
    await t.until(page, () => document.querySelectorAll(".rule-row").length === 1);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await t.until(page, () => location.hash === "#/rules/XF-34a");
    await settle(page);
    const said = await page.locator("main").innerText();
    assert.match(said, /起算\s+受理/);
    assert.match(said, /期限\s+60日/);
    await t.screenshot(page, "rules-one");
  });
  await t.check("all examples run, and agree", async () => {
    await visit(page, "/rules");
    await page.getByRole("button", { name: "全部运行" }).click();
    await page.locator("#rules-ran").waitFor();
    const [, agree, all] = (await page.locator("#rules-ran").innerText()).match(/(\d+)个例子相符，共(\d+)个/);
    assert.equal(agree, all);
  });
}

/** Pastes a pack and has it checked; gives back what the page says. */
async function check(page, text) {
  await page.locator(".rule-load").evaluate((fold) => (fold.open = true));
  await page.locator("#rules-text").fill(text);
  await page.getByRole("button", { name: "核对，看有什么变化" }).click();
  await page.locator("#rules-seen").waitFor();
  await settle(page);
  return page.locator("#rules-seen").innerText();
}

async function refused(t, page) {
  await t.check("bad packs are refused with place and reason, and the rules stay", async () => {
    await visit(page, "/rules");
    const before = await page.locator(".rule-packs").innerText();
    const cases = [
      [OVERLAY.replace('"n": 45', '"n": 61'), /XF-34a改得比法定期限长.*第12行/s],
      [OVERLAY.replace('"n": 45', '"n": -45'), /overrides\[0\]\.term\.n/],
      [OVERLAY.replace('["received"]', '["noticed"]'), /rules\[0\]\.starts\[0\].*noticed/s],
      [OVERLAY.replace('"quote": "来电反映的，一个工作日内回电"', '"quote": " "'), /EX-call没有写全出处/],
      [OVERLAY.replace('["LX-visit"]', '["XF-22"]'), /XF-22是法定期限，不能停用/],
      [`{"format": "jieyou-pack",\n oops}`, /格式读不了.*line 2/s],
    ];
    for (const [text, why] of cases) assert.match(await check(page, text), why);
    await t.axe(page);
    await t.screenshot(page, "rules-refused");
    assert.equal(await page.locator(".rule-packs").innerText(), before);
  });
}

async function overlay(t, page) {
  await t.check("a pack from a file is compared first, then put into force", async () => {
    const file = join(temporaryFolder("packs"), "overlay.json");
    writeFileSync(file, OVERLAY);
    await page.locator("#rules-file").setInputFiles(file);
    await page.locator("#rules-seen .rule-changes").waitFor();
    await settle(page);
    const said = await page.locator("#rules-seen").innerText();
    assert.match(said, /新增 EX-call/);
    assert.match(said, /去掉 LX-visit/);
    assert.match(said, /60日 → 45日，2026年1月1日起，《（示例）某县信访工作办法》第12条/);
    await t.axe(page);
    await t.screenshot(page, "rules-proposed");
    await page.getByRole("button", { name: "启用", exact: true }).click();
    await t.until(page, () => document.querySelectorAll(".rule-packs__item").length === 2);
    await settle(page);
    assert.match(await page.locator("main").innerText(), /本单位定为45日，2026年1月1日起/);
  });
  await t.check("it is saved as the file it came from", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".rule-packs__item").nth(1).getByRole("button", { name: "另存规则包" }).click(),
    ]);
    assert.equal(download.suggestedFilename(), "jieyou-pack-local-example-2026-11-22.json");
    const saved = join(temporaryFolder("saved"), "pack.json");
    await download.saveAs(saved);
    assert.equal(readFileSync(saved, "utf8"), OVERLAY);
  });
}

async function examples(t, page) {
  await t.check("examples of one rule run on its page, each look agreeing", async () => {
    await visit(page, "/rules/EX-call");
    await page.getByRole("button", { name: "全部运行" }).click();
    await t.until(page, () => document.querySelectorAll(".example__look").length === 5);
    const looks = await page.locator(".example__look").allInnerTexts();
    assert.ok(looks.every((look) => look.includes("相符")), looks.join("\n"));
    await t.axe(page);
  });
  await t.check("the clock moves over an example, by day and to the next change", async () => {
    const clock = page.locator(".example__clock").first();
    await clock.locator("summary").click();
    const state = clock.locator(".example__state");
    assert.match(await state.innerText(), /在期限内，2026年5月18日（周一）到期/);
    await clock.getByRole("button", { name: "到下一次变化" }).focus();
    await page.keyboard.press("Enter");
    await t.until(page, () => document.querySelector(".example__state").innerText.includes("已办"));
    assert.equal(await clock.locator("input").inputValue(), "2026-05-18");
    await clock.getByRole("button", { name: "前一天" }).click();
    await t.until(page, () => document.querySelector(".example__state").innerText.startsWith("在期限内"));
    assert.equal(await clock.locator(".day-strip__days").count(), 1);
    await t.screenshot(page, "rules-clock");
  });
}

async function number(t, page, matter) {
  const day = async () => {
    await visit(page, matter);
    const duty = await unfold(page, "书面告知反映人是否受理");
    return { day: (await duty.innerText()).match(/最迟|(\d+年)?\d+月\d+日/)[0], said: await duty.innerText() };
  };
  const old = await day();
  await t.check("a number longer than the law is refused at its field", async () => {
    await visit(page, "/rules/XF-23b");
    await page.getByRole("button", { name: "按本地规定改短" }).click();
    await page.locator("#f-n").fill("16");
    await page.locator("#f-from").fill("2026-01-01");
    await page.locator("#f-instrument").fill("（示例）青禾镇信访工作办法");
    await page.locator("#f-article").fill("8");
    await page.locator("#f-quote").fill("十日内书面告知");
    await page.locator("form.form button[type=submit]").click();
    await page.locator(".error-summary").waitFor();
    assert.match(await page.locator(".error-summary").innerText(), /XF-23b改得比法定期限长/);
    await t.axe(page);
  });
  await t.check("a shorter one lists the matter whose day moves; then the day has moved", async () => {
    await page.locator("#f-n").fill("10");
    await page.locator("form.form button[type=submit]").click();
    await page.locator("#rules-seen .moved__item").first().waitFor();
    await settle(page);
    const said = await page.locator("#rules-seen").innerText();
    assert.match(said, /15日 → 10日/);
    assert.match(said, /启用后，1件共1个期限会变/);
    await t.axe(page);
    await t.screenshot(page, "rules-local");
    await page.getByRole("button", { name: "启用", exact: true }).click();
    await page.locator("#rules-seen").waitFor({ state: "detached" });
    const now = await day();
    assert.notEqual(now.day, old.day);
    assert.match(now.said, /按本单位的规定算10日（原为15日）：《（示例）青禾镇信访工作办法》第8条/);
    await t.screenshot(page, "rules-matter");
  });
  await t.check("the article on the matter's page leads to the rule", async () => {
    const duty = await unfold(page, "书面告知反映人是否受理");
    await duty.locator("a[href='#/rules/XF-23b']").click();
    await t.until(page, () => location.hash === "#/rules/XF-23b");
    await settle(page);
    assert.match(await page.locator("main").innerText(), /本单位定为10日，2026年1月1日起/);
  });
  await t.check("taken off with a reason, the day goes back", async () => {
    await visit(page, "/rules");
    const own = page.locator(".rule-packs__item", { hasText: "青禾镇" });
    await own.locator("input").fill("县里的办法废止了");
    await own.getByRole("button", { name: "停用" }).click();
    await page.locator("#rules-seen .moved__item").waitFor();
    await page.locator("#rules-seen").getByRole("button", { name: "停用" }).click();
    await t.until(page, () => document.querySelectorAll(".rule-packs__item").length === 2);
    assert.equal((await day()).day, old.day);
  });
}

async function narrow(t, page) {
  await t.check("at 360 px nothing runs over the edge", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const [path, name] of [["/rules", "list"], ["/rules/XF-23b", "one"], ["/rules/EX-call", "examples"]]) {
      await visit(page, path);
      for (const fold of await page.locator("main details").all()) {
        await fold.evaluate((node) => (node.open = true));
      }
      if (name === "list") await check(page, OVERLAY.replace('"n": 45', '"n": 30'));
      if (name === "one") await page.getByRole("button", { name: "按本地规定改短" }).click();
      if (name === "examples") await page.getByRole("button", { name: "全部运行" }).click();
      await settle(page);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(over <= 0, `${path}: ${over} px over the edge`);
      await t.axe(page);
      await t.screenshot(page, `rules-${name}-360`);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });
}

async function paper(t, page) {
  await t.check("the rules stand on paper with their words, and no button", async () => {
    await visit(page, "/rules");
    await t.pdf(page, "rules");
    await page.emulateMedia({ media: "print" });
    const read = await page.locator("main").innerText();
    await page.emulateMedia({ media: null });
    assert.match(read, /应当自收到信访事项之日起15日内书面告知信访人/);
    assert.match(read, /不是法律意见/);
    assert.doesNotMatch(read, /全部运行|读入规则包|另存规则包|停用/);
  });
}
