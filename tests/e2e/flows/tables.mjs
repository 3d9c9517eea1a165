// The decision tables, the three lists and the subjects: seen, tried, run; a number of a
// criterion and a subject set by form, with what would change, and taken back; a table
// with a gap refused in words.
import assert from "node:assert/strict";
import { DISPUTE, TOWNSHIP, fill, open, register, setUp, settle, visit } from "../lib/app.mjs";
import { moveTo } from "../lib/later.mjs";

export const name = "tables";

/** A table with a hole at five households, laid over the base. */
const GAP = `{"format": "jieyou-pack", "version": 3, "id": "local-gap", "over": "base-cn",
"name": {"zh": "试", "en": "x"}, "edition": "2026-04-16",
"tables": [
{"id": "size", "name": {"zh": "大小", "en": "Size"},
"inputs": [{"id": "households", "fact": "households", "words": {"zh": "户数", "en": "Households"}}],
"answers": [{"code": "small", "words": {"zh": "小", "en": "small"}}],
"rows": [
{"id": "Z1", "when": {"households": ["..4"]}, "answer": "small", "why": {"zh": "少", "en": "few"}},
{"id": "Z2", "when": {"households": ["6..", "unknown"]}, "answer": "small", "why": {"zh": "多", "en": "many"}}
]}]}`;

export async function run(t) {
  const session = await t.chromium();
  const { page } = session;
  // Two months and more before the day the rest takes place on.
  await open(page, t.single, "2026-02-10T02:00:00Z");
  await setUp(page, TOWNSHIP);
  const matter = await register(page, { ...DISPUTE, kind: "dispute" });
  await moveTo(page, "2026-04-16");
  await seen(t, page);
  await tried(t, page);
  await lists(t, page, matter);
  await subjects(t, page);
  await gap(t, page);
  await narrow(t, page);
  await paper(t, page);
  await t.check("nothing went wrong on the way", () => t.clean(session));
}

async function seen(t, page) {
  await t.check("the rules lead to every table, each found whole; all examples agree", async () => {
    await visit(page, "/rules");
    await page.locator("a[href='#/rules/tables']").click();
    await page.getByRole("heading", { name: "判断表", level: 1 }).waitFor();
    await settle(page);
    const checks = await page.locator(".rule-packs__item .tag").allInnerTexts();
    assert.ok(checks.length >= 2);
    assert.ok(checks.every((said) => said.startsWith("已核对：没有空档")), checks.join("\n"));
    await page.getByRole("button", { name: "跑一遍例子" }).click();
    await page.locator("#cases-ran", { hasText: "例子都对" }).waitFor();
    await t.axe(page);
    await t.screenshot(page, "tables-list");
  });
  await t.check("a table stands row by row in words", async () => {
    await page.locator("a[href='#/rules/tables/kind']").click();
    await page.getByRole("heading", { name: "性质", level: 1 }).waitFor();
    await settle(page);
    const heads = await page.locator(".rule-table thead th").allInnerTexts();
    assert.ok(heads.includes("和谁之间") && heads.at(-1) === "依据", heads.join());
    const row = page.locator(".rule-table__row", { hasText: "K3" }).first();
    assert.match(await row.innerText(), /家庭成员、邻里村民/);
    assert.match(await row.innerText(), /不问/);
    assert.equal(await page.locator("[aria-current=true].rule-table__row").count(), 0);
    await t.axe(page);
    await t.screenshot(page, "tables-one");
  });
}

async function tried(t, page) {
  await t.check("a case is tried: the row that counts, the answer, and what would change it", async () => {
    await page.getByRole("button", { name: "试一试", exact: true }).click();
    await fill(page, { against: ["neighbour"] });
    const came = page.locator("#table-came");
    await came.getByText("结果：矛盾纠纷").waitFor();
    assert.match(await page.locator(".rule-table__row[aria-current=true]").innerText(), /^K3/);
    assert.match(await came.innerText(), /只改一处，结果就不同的[^]*信访事项（K1）/);
    await fill(page, { against: ["neighbour", "government"] });
    await came.getByText("结果：信访事项").waitFor();
    await t.axe(page);
    await t.screenshot(page, "tables-tried");
  });
  await t.check("its examples run, and one tap tries one", async () => {
    await page.getByRole("button", { name: "跑一遍例子" }).click();
    assert.match(await page.locator("#cases-ran").innerText(), /^\d+个例子都对。$/);
    const first = page.locator(".example").first();
    const expected = await first.locator("b").innerText();
    await first.getByRole("button", { name: "放到“试一试”里" }).click();
    await page.locator("#table-came", { hasText: `结果：${expected}` }).waitFor();
    await t.until(page, () => document.activeElement?.id === "table-came");
  });
}

async function lists(t, page, matter) {
  const tier = async () => {
    await visit(page, matter);
    return page.locator(".seal").first().getAttribute("data-tier");
  };
  await t.check("the three lists stand with their source, criteria and share", async () => {
    assert.equal(await tier(), "3");
    await visit(page, "/rules/lists");
    const said = await page.locator("main").innerText();
    assert.match(said, /矛盾未化解，需密切关注，解决合理诉求/);
    assert.match(said, /登记后天数≥60/);
    assert.match(said, /共1件，其中三级1件，占100%/);
    assert.match(said, /是否聘请律师或接受采访/);
    assert.match(said, /每月10日前会诊/);
    await t.axe(page);
    await t.screenshot(page, "lists");
  });
  await t.check("another number shows which matter changes lists, then it has changed", async () => {
    const row = page.locator(".rule-row", { hasText: "B9" });
    await row.getByRole("button", { name: "改这一条的数" }).click();
    await page.locator("#f-n0").fill("90");
    await page.locator("form.form button[type=submit]").click();
    await page.locator(".error-summary").waitFor();
    await fill(page, { source: "4月会诊纪要", why: "三级太多，分不出轻重" });
    await page.locator("form.form button[type=submit]").click();
    await page.locator("#rules-seen .moved__item").first().waitFor();
    await settle(page);
    const said = await page.locator("#rules-seen").innerText();
    assert.match(said, /B9 连续30日.* → 连续90日.*依据：4月会诊纪要/s);
    assert.match(said, /启用后，这1件会换清单[^]*三级·重点管理[^]*二级·特殊管理/);
    await t.axe(page);
    await t.screenshot(page, "lists-proposed");
    await page.getByRole("button", { name: "启用", exact: true }).click();
    await page.locator("#rules-seen").waitFor({ state: "detached" });
    await settle(page);
    assert.match(await page.locator(".rule-row", { hasText: "B9" }).innerText(), /本单位改过，原来是“连续30日/);
    assert.equal(await tier(), "2");
  });
  await t.check("taken back, the matter goes back", async () => {
    await visit(page, "/rules/lists");
    await page.locator(".rule-row", { hasText: "B9" }).getByRole("button", { name: "改这一条的数" }).click();
    await fill(page, { how: "back", why: "试了一个月，太松" });
    await page.locator("form.form button[type=submit]").click();
    await page.locator("#rules-seen .moved__item").first().waitFor();
    await page.locator("#rules-seen button.button--primary").click();
    await page.locator("#rules-seen").waitFor({ state: "detached" });
    assert.equal(await tier(), "3");
  });
}

async function subjects(t, page) {
  await t.check("a subject is told anew, and codes of many are pasted", async () => {
    await visit(page, "/rules/subjects");
    await t.axe(page);
    await t.screenshot(page, "subjects");
    const row = page.locator(".rule-row", { hasText: "land.flow" });
    await row.getByRole("button", { name: "改", exact: true }).click();
    await fill(page, { bodies: "农业农村局/经管站", hotline: "0312" });
    await page.locator("form.form button[type=submit]").click();
    await page.locator("#rules-seen .rule-changes__item").waitFor();
    assert.match(await page.locator("#rules-seen").innerText(), /农业农村局\/农业服务中心 → 农业农村局\/经管站/);
    await page.getByRole("button", { name: "启用", exact: true }).click();
    await page.locator("#rules-seen").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "一次贴入很多编码" }).click();
    await fill(page, { list: "petitions", lines: "neigh.water\t0101\n赡养\t0203\nno.such\t1" });
    await page.locator("form.form button[type=submit]").click();
    await page.locator(".error-summary", { hasText: "第3行" }).waitFor();
    await fill(page, { lines: "neigh.water\t0101\n赡养\t0203" });
    await page.locator("form.form button[type=submit]").click();
    await page.locator("#rules-seen .rule-changes__item").nth(1).waitFor();
    await t.axe(page);
    await page.getByRole("button", { name: "启用", exact: true }).click();
    await page.locator("#rules-seen").waitFor({ state: "detached" });
    await settle(page);
    const said = await page.locator(".rule-row", { hasText: "neigh.water" }).innerText();
    assert.match(said, /全国信访系统：0101/);
  });
  await t.check("matters by subject add up", async () => {
    const counts = await page.locator(".count-table tbody .count-table__n").allInnerTexts();
    const sum = await page.locator(".count-table tfoot .count-table__n").innerText();
    assert.equal(counts.reduce((all, n) => all + Number(n), 0), Number(sum));
    assert.equal(sum, "1");
  });
}

async function gap(t, page) {
  await t.check("a table with a gap is refused with the case in words, and its line", async () => {
    await visit(page, "/rules");
    await page.locator(".rule-load").evaluate((fold) => (fold.open = true));
    await page.locator("#rules-text").fill(GAP);
    await page.getByRole("button", { name: "核对，看有什么变化" }).click();
    await page.locator("#rules-seen").waitFor();
    await settle(page);
    const said = await page.locator("#rules-seen").innerText();
    assert.match(said, /“大小”表有空档：“户数”是“5”的时候，没有哪一行管.*第4行/s);
    await t.screenshot(page, "tables-gap");
  });
}

async function narrow(t, page) {
  await t.check("at 360 px the tables, lists and subjects stay within the edge", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of ["/rules/tables", "/rules/tables/kind", "/rules/tables/route", "/rules/lists", "/rules/subjects"]) {
      await visit(page, path);
      if (path.startsWith("/rules/tables/")) await page.getByRole("button", { name: "试一试", exact: true }).click();
      await settle(page);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(over <= 0, `${path}: ${over} px over the edge`);
      await t.axe(page);
      await t.screenshot(page, `${path.slice(7).replaceAll("/", "-")}-360`);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const path of ["/rules/tables/route", "/rules/tables/kind"]) {
      await visit(page, path);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(over <= 0, `${path}: ${over} px over the edge`);
      await t.screenshot(page, `${path.slice(7).replaceAll("/", "-")}-1280`);
    }
  });
}

async function paper(t, page) {
  await t.check("table and lists stand on paper, without buttons", async () => {
    for (const [path, text] of [["/rules/tables/route", /依据/], ["/rules/lists", /三级占多少/]]) {
      await visit(page, path);
      await t.pdf(page, path.slice(7).replaceAll("/", "-"));
      await page.emulateMedia({ media: "print" });
      const read = await page.locator("main").innerText();
      await page.emulateMedia({ media: null });
      assert.match(read, text);
      assert.doesNotMatch(read, /试一试|改这一条的数|跑一遍例子/);
    }
  });
}
