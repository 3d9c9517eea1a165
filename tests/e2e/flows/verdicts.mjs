// Decisions on the page of a matter: each in a line that opens into its argument; a fact
// found out changes one, a person decides otherwise and leaves it to the rules again, a
// fall is confirmed, and all of it goes on paper.
import assert from "node:assert/strict";
import { PETITION, TOWNSHIP, act, fill, open, register, send, setUp, settle, visit } from "../lib/app.mjs";
import { moveTo } from "../lib/later.mjs";

export const name = "verdicts";

/** E10 of practice 16: who belongs to the collective, in a township. */
const MEMBERS = {
  ...PETITION,
  on: "2026-04-08",
  title: "三组征地款分配不分给出嫁女",
  story: "代表会表决嫁出去的不分，五名户口没迁走的妇女没有分到。",
  against: "collective",
  claims: "确认成员身份\n每人补发一万二千元",
  households: "5",
  "q-vill_want": "undo",
  name: "张某",
};

export async function run(t) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, t.single, "2026-04-08T02:00:00Z");
  await setUp(page, TOWNSHIP, { places: ["城关社区"], posts: ["信访专干", "综治专干"] });
  page.setDefaultTimeout(8000);
  const path = await read(t, page);
  await found(t, page, path);
  await otherwise(t, page, path);
  await classified(t, page, path);
  await paper(t, page, path);
  await keyboard(t, page, path);
  await fall(t, page);
  await t.check("no page said an error", () => t.clean(session));
}

/** The decision with this id: its fold. */
function verdict(page, id) {
  return page.locator("details.verdict", { has: page.locator(`summary#v-${id}`) });
}

/** Opens a decision; gives back what it says. */
async function unfold(page, path, id) {
  await visit(page, path);
  const fold = verdict(page, id);
  await fold.evaluate((node) => {
    for (let at = node; at; at = at.parentElement) if (at.localName === "details") at.open = true;
  });
  return fold;
}

/** Presses a button of a decision and waits for its form. */
async function press(page, path, id, word) {
  const fold = await unfold(page, path, id);
  await fold.getByRole("button", { name: word }).first().click();
  await page.locator("main form.form").waitFor();
}

async function back(page) {
  await send(page);
  await page.locator(".matter-head").waitFor();
  await settle(page);
}

async function read(t, page) {
  let path;
  await t.check("every decision stands in a line, in order, claim by claim", async () => {
    path = await register(page, MEMBERS);
    const lines = await page.locator(".verdicts > .verdict > summary").allInnerTexts();
    const text = lines.join("\n");
    assert.match(text, /性质[\s\S]*信访事项[\s\S]*办理途径[\s\S]*诉求1：确认成员身份[\s\S]*诉求2：每人补发[\s\S]*三级清单[\s\S]*化解路径[\s\S]*处理意见/);
    assert.match(text, /建议，还没有认定/);
    assert.match(await page.locator(".verdicts__quiet > summary").innerText(), /其余：.*不是积案/);
  });
  await t.check("a line opens into law, facts, and what would change it", async () => {
    const route = await unfold(page, path, "route-0");
    const said = await route.innerText();
    assert.match(said, /理由和依据[\s\S]*《[^》]+》第\d+条/);
    assert.match(said, /原文已核对/);
    assert.match(said, /依据：/);
    assert.match(said, /什么会改变它[\s\S]*还不知道：[\s\S]*的，为“/);
    await t.screenshot(page, "verdicts-route-1280");
  });
  return path;
}

async function found(t, page, path) {
  await t.check("what is not known is asked from the line that misses it, with the keyboard in the field", async () => {
    const fold = await unfold(page, path, "track");
    assert.match(await fold.innerText(), /还要问/);
    const change = fold.locator(".verdict__change", { hasText: "还不知道：政策依据清楚吗" });
    await change.getByRole("button", { name: "查明了，补记" }).click();
    await page.locator("#f-q-rule_clear").waitFor();
    await t.until(page, () => document.activeElement.closest("#f-q-rule_clear") !== null, { what: "the focus" });
    assert.match(await page.locator("main").innerText(), /化解路径还缺这一条/);
    await t.screenshot(page, "verdicts-facts-1280");
  });
  await t.check("a fact found out changes the decision", async () => {
    await fill(page, { "q-rule_clear": "no", note: "看了分配方案和公示" });
    await back(page);
    assert.match(await verdict(page, "track").locator("summary").innerText(), /不易解决[\s\S]*政策依据不清楚/);
    assert.match(await page.locator("[aria-labelledby=m-timeline]").innerText(), /看了分配方案和公示/);
  });
  await t.check("of one claim alone it changes that claim's only", async () => {
    await press(page, path, "merits-1", "查明了，补记");
    await fill(page, { "c1-q-facts_clear": "no" });
    await back(page);
    assert.match(await verdict(page, "merits-1").locator("summary").innerText(), /不予支持/);
    assert.match(await verdict(page, "merits-0").locator("summary").innerText(), /还要查/);
  });
}

async function otherwise(t, page, path) {
  await t.check("a person decides otherwise, and the page says who, why, and what the rules say", async () => {
    await press(page, path, "track", "另行认定");
    assert.match(await page.locator("main").innerText(), /按规则是“不易解决”/);
    await fill(page, { answer: "historic", why: "八十年代的老账", post: "综治专干" });
    await back(page);
    const fold = await unfold(page, path, "track");
    assert.match(await fold.innerText(), /历史遗留[\s\S]*人工认定，与规则不同[\s\S]*综治专干于2026年4月8日认定，理由：八十年代的老账。按规则是不易解决/);
  });
  await t.check("left to the rules again, it is a proposal again", async () => {
    await press(page, path, "track", "改回按规则判断");
    await fill(page, { post: "综治专干" });
    await back(page);
    assert.match(await verdict(page, "track").locator("summary").innerText(), /不易解决[\s\S]*建议，还没有认定/);
  });
  await t.check("what the rules say is confirmed with everything filled in", async () => {
    await press(page, path, "track", "按规则确认");
    await fill(page, { post: "综治专干" });
    await back(page);
    assert.match(await verdict(page, "track").locator("summary").innerText(), /人工认定，与规则一致/);
  });
}

async function classified(t, page, path) {
  await t.check("the classification begins as proposed; otherwise it asks why", async () => {
    await press(page, path, "route-0", "按建议认定，或另定");
    assert.ok(await page.locator('#f-c0-class input[value="appeal"]').isChecked());
    assert.match(await page.locator("#f-c0-route").innerText(), /建议：31条/);
    assert.equal(await page.locator("#f-why").count(), 0);
    // The body that nobody typed goes along with the route.
    const body = page.locator("#f-c1-body");
    const proposed = await body.inputValue();
    const route = await page.locator("#f-c1-route input:checked").getAttribute("value");
    assert.notEqual(proposed, "");
    await fill(page, { "c1-route": "r3" });
    assert.match(await body.inputValue(), /作出处分/);
    await fill(page, { "c1-route": route });
    assert.equal(await body.inputValue(), proposed);
    await fill(page, { "c1-route": "r6" });
    assert.equal(await body.inputValue(), "");
    await page.locator("#f-why").waitFor();
    await fill(page, { why: "先按信访程序答复", post: "信访专干" });
    await back(page);
    assert.match(await verdict(page, "route-1").locator("summary").innerText(), /（六）项[\s\S]*人工认定，与规则不同/);
    assert.match(await verdict(page, "route-0").locator("summary").innerText(), /人工认定，与规则一致/);
  });
}

async function paper(t, page, path) {
  await t.check("the printed page has every argument, and neither contact nor story", async () => {
    await visit(page, path);
    await page.getByRole("link", { name: "认定说明" }).click();
    await page.locator(".verdict-sheet").waitFor();
    await settle(page);
    const said = await page.locator(".verdict-sheet").innerText();
    assert.match(said, /青禾镇人民政府\s+认定说明/);
    assert.match(said, /先按信访程序答复[\s\S]*按规则是31条/);
    assert.match(said, /什么会改变它/);
    assert.match(said, /什么永远不是理由/);
    assert.doesNotMatch(said, /张某|代表会表决嫁出去/);
    assert.equal(await page.locator(".verdict-sheet button").count(), 0);
    await t.screenshot(page, "verdicts-paper-1280");
  });
  await t.check("axe finds nothing on it", () => t.axe(page));
  for (const at of path ? [`${path}/verdicts`, path] : []) {
    await t.check(`nothing scrolls sideways at 360 pixels: ${at.endsWith("verdicts") ? "paper" : "page"}`, async () => {
      await page.setViewportSize({ width: 360, height: 720 });
      await visit(page, at);
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll(".verdicts details")) fold.open = true;
      });
      const over = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${over} px`);
      await t.screenshot(page, `verdicts-${at.endsWith("verdicts") ? "paper" : "page"}-360`);
      await page.setViewportSize({ width: 1280, height: 800 });
    });
  }
}

async function keyboard(t, page, path) {
  await t.check("a decision opens with the keyboard", async () => {
    await visit(page, path);
    await page.evaluate(() => {
      document.querySelector("#v-kind").parentElement.open = false;
    });
    await page.locator("#v-kind").focus();
    await page.keyboard.press("Enter");
    await t.until(page, () => document.querySelector("#v-kind").parentElement.open);
    await page.keyboard.press("Tab");
    const inside = await page.evaluate(() => document.activeElement.closest("details.verdict") !== null);
    assert.ok(inside, "the next stop is a button of the decision");
  });
}

async function fall(t, page) {
  let path;
  await t.check("a fall from list three waits for a person", async () => {
    const wages = { ...PETITION, title: "工地欠14人工资", against: "employer", claims: "发工资", "q-livelihood": "yes" };
    path = await register(page, wages);
    assert.equal(await page.locator(".matter-head .seal").getAttribute("data-tier"), "3");
    await moveTo(page, "2026-04-10");
    await act(page, path, "note-facts", { "q-livelihood": "no", note: "工资发了" });
    const tier = await unfold(page, path, "tier");
    assert.match(await tier.innerText(), /下调等确认[\s\S]*准则上已够二级（最后一天符合A2是2026年4月9日），下调等会诊或包案领导确认/);
    assert.equal(await page.locator(".matter-head .seal").getAttribute("data-tier"), "3");
    await visit(page, "/ledger?decided=confirm");
    assert.equal(await page.locator(".ledger-table__row").count(), 1);
  });
  await t.check("confirmed, it falls, and nothing waits any more", async () => {
    await press(page, path, "tier", "确认下调");
    assert.ok(await page.locator('#f-tier input[value="2"]').isChecked());
    await fill(page, { post: "综治专干", confirm: "consult" });
    await back(page);
    assert.equal(await page.locator(".matter-head .seal").getAttribute("data-tier"), "2");
    await visit(page, "/ledger?decided=confirm");
    assert.equal(await page.locator(".ledger-table__row").count(), 0);
  });
}
