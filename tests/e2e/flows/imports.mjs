// Files of two desks: what they wrote differently is decided by a person and closed on
// both; a file is taken back and let in again; a changed record and a wrong clock are held.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DISPUTE, PETITION, TOWNSHIP, act, offer, open, register, save, setUp, settle, take, visit } from "../lib/app.mjs";

export const name = "imports";

export async function run(t) {
  const one = await t.chromium();
  const two = await t.chromium();
  let path;
  let other;
  await t.check("two desks have the same ledger", async () => {
    await open(one.page, t.single);
    await setUp(one.page, TOWNSHIP, { posts: ["信访专干", "综治专干"] });
    path = await register(one.page, PETITION);
    other = await register(one.page, { ...DISPUTE, reply_by: "phone", name: "张某", phone: "0451-7654321" });
    const file = await save(one.page);
    await open(two.page, t.single);
    await two.page.locator("#import-file").setInputFiles(file);
    await two.page.getByRole("button", { name: "读入", exact: true }).click();
    await two.page.locator("nav").waitFor();
    t.clean(one);
    t.clean(two);
  });
  await t.check("what was just recorded can be taken back from the status line", async () => {
    await act(two.page, other, "act", { activity: "contact", note: "记错了一笔。" });
    await two.page.getByRole("link", { name: "撤回这一笔" }).click();
    await two.page.locator("main form.form").waitFor();
    const shown = two.page.locator("main .timeline__item");
    assert.match(await shown.innerText(), /记错了一笔。/);
    assert.equal(await shown.locator("a").count(), 0);
    await t.axe(two.page);
    await t.screenshot(two.page, "taken-back");
    await two.page.locator("main form.form button[type=submit]").click();
    await two.page.locator(".matter-head").waitFor();
    await settle(two.page);
    assert.match(await two.page.locator(".timeline").innerText(), /已撤销/);
    assert.equal(await two.page.getByRole("link", { name: "撤回这一笔", exact: true }).and(two.page.locator(".status-line a")).count(), 0);
  });
  await t.check("both make another post responsible, and read each other's file", async () => {
    await act(one.page, path, "set-duty", { post: "信访专干", no_interest: true });
    await act(two.page, path, "set-duty", { post: "综治专干", no_interest: true });
    const [mine, theirs] = [await save(one.page), await save(two.page)];
    assert.match(await take(one.page, theirs), /责任落实在两台电脑上各写了一次/);
    await take(two.page, mine);
    for (const { page } of [one, two]) {
      await visit(page, "/today");
      await page.locator(".notice", { hasText: "有1处两台电脑写得不一致" }).waitFor();
      await visit(page, path);
      await page.locator(".notice", { hasText: "本件有1处" }).waitFor();
    }
  });
  const conflict = one.page.locator("[data-conflict='field/duty']");
  await t.check("a person sees both side by side, and says why one holds", async () => {
    const { page } = one;
    await page.locator(".notice", { hasText: "本件有1处" }).getByRole("link").click();
    await conflict.waitFor();
    assert.equal(await conflict.locator(".versus__side").count(), 2);
    const own = conflict.locator(".versus__side", { hasText: "岗位：信访专干" });
    const other = conflict.locator(".versus__side", { hasText: "岗位：综治专干" });
    assert.match(await own.innerText(), /青禾镇人民政府[\s\S]*4月16日 10:\d\d写入\s+本机登记的/);
    assert.match(await other.innerText(), /读入文件带来的：青禾镇人民政府的整本台账，4月16日存出 · .*\.json/);
    assert.equal(await conflict.getByText("现在按这一次").count(), 1);
    const held = await conflict.locator(".versus__side", { hasText: "现在按这一次" }).innerText();
    await visit(page, path);
    const post = held.includes("岗位：信访专干") ? "信访专干" : "综治专干";
    assert.match(await page.locator("section[aria-labelledby=m-duty]").innerText(), new RegExp(post));
    await visit(page, "/conflicts");
    assert.match(await conflict.innerText(), /岗位：信访专干[\s\S]*岗位：综治专干|岗位：综治专干[\s\S]*岗位：信访专干/);
    await t.screenshot(page, "conflict");
    const side = conflict.locator(".versus__side", { hasText: "岗位：信访专干" });
    await side.getByRole("button", { name: "以这一次为准" }).click();
    assert.match(await conflict.locator("[role=alert]").innerText(), /请写上理由/);
    await conflict.locator("input").fill("他一直在办");
    await side.getByRole("button", { name: "以这一次为准" }).click();
    await page.getByText("现在没有不一致的地方").waitFor();
    await visit(page, path);
    assert.match(await page.locator(".timeline").innerText(), /已撤销：他一直在办/);
    t.clean(one);
  });
  await t.check("where the other desk decided otherwise neither is said to be in use, and one more decision settles it", async () => {
    const { page } = two;
    await visit(page, "/conflicts");
    await decide(page, "岗位：综治专干", "村里指定了综治专干");
    await take(page, await save(one.page));
    await visit(page, "/conflicts");
    const crossed = page.locator("[data-conflict='field/duty']");
    await crossed.getByText("下面的现在都不算").waitFor();
    assert.equal(await crossed.getByText("已撤销，现在不算").count(), 2);
    assert.equal(await crossed.getByText("现在按这一次").count(), 0);
    await t.screenshot(page, "crossed");
    await visit(page, path);
    assert.match(await page.locator("section[aria-labelledby=m-duty]").innerText(), /还没有定承办单位和岗位/);
    await visit(page, "/conflicts");
    await decide(page, "岗位：信访专干", "两人当面商定");
    await visit(page, path);
    assert.match(await page.locator("section[aria-labelledby=m-duty]").innerText(), /信访专干/);
    await take(one.page, await save(page));
    await visit(one.page, "/conflicts");
    await one.page.getByText("现在没有不一致的地方").waitFor();
    t.clean(one);
  });
  await t.check("the other desk reads the decision, and nothing is left to decide", async () => {
    await visit(two.page, "/conflicts");
    await two.page.getByText("现在没有不一致的地方").waitFor();
    await visit(two.page, "/today");
    assert.equal(await two.page.locator(".notice", { hasText: "不一致" }).count(), 0);
    t.clean(two);
  });
  await t.check("a file is taken back after a look at what builds on it, and let in again", async () => {
    const { page } = two;
    await act(one.page, path, "plan", { measure: "核实账目", due: "2026-04-30" });
    await take(page, await save(one.page));
    await act(page, path, "act", { activity: "contact", note: "接着办。" });
    await visit(page, "/settings");
    await page.getByRole("link", { name: "导入记录" }).click();
    const row = page.locator("[data-import]").first();
    await row.waitFor();
    assert.match(await row.innerText(), /整本台账，4月16日存出 · .*\.json\s+4月16日 10:\d\d读入/);
    await row.getByRole("button", { name: "撤回导入" }).click();
    await row.locator("a", { hasText: PETITION.title }).waitFor();
    await t.screenshot(page, "imports");
    const go = row.getByRole("button", { name: "撤回导入" }).last();
    await go.click();
    assert.match(await row.locator("[role=alert]").innerText(), /请写上岗位和理由/);
    await row.locator("input").first().fill("综治专干");
    await row.locator("input").last().fill("读早了");
    await go.click();
    await row.getByText("撤回（综治专干）：读早了").waitFor();
    await visit(page, path);
    assert.doesNotMatch(await page.locator("main").innerText(), /核实账目/);
    assert.match(await page.locator("main").innerText(), /接着办/);
    await visit(page, "/imports");
    await page.locator("[data-import]").first().getByRole("button", { name: "恢复导入" }).click();
    await page.getByText("已恢复").waitFor();
    await visit(page, path);
    assert.match(await page.locator("main").innerText(), /核实账目/);
    t.clean(two);
  });
  await t.check("a file that was taken back says so on its matter, where it is read in again, and of its contacts", async () => {
    const four = await t.chromium();
    const { page } = four;
    await open(page, t.single);
    await setUp(page, TOWNSHIP);
    const file = await save(one.page);
    await take(page, file);
    await act(page, path, "act", { activity: "contact", note: "本机记的一笔。" });
    await takeBack(page, "读错了本");
    const row = page.locator("[data-import]").first();
    await row.getByText("这份文件带来过联系方式1份").waitFor();
    // The findings do not ask for the very file that was taken back.
    await visit(page, "/settings");
    const found = page.locator("section[aria-labelledby=set-findings]");
    assert.match(await found.innerText(), /登记不在台账里的事项[\s\S]*有文件撤回了导入，缺的多半在那里面/);
    await found.getByRole("link", { name: "登记不在台账里的事项" }).first().click();
    await page.locator(".notice", { hasText: "带来它的文件已撤回导入" }).waitFor();
    await visit(page, path);
    await page.locator(".notice", { hasText: "带来它的文件已撤回导入" }).getByRole("link", { name: "导入记录" }).waitFor();
    assert.doesNotMatch(await page.locator("main").innerText(), /登记已撤销/);
    await t.screenshot(page, "taken-back");
    await visit(page, other);
    await page.getByText("台账里现在没有这件事").waitFor();
    assert.match(await offer(page, file), /条以前读入后又撤回了/);
    await page.getByRole("button", { name: "读入", exact: true }).click();
    await page.getByText("读入好了").waitFor();
    await visit(page, "/imports");
    await page.getByText("后来又读入过同样的记录，现在照常算").waitFor();
    await visit(page, path);
    assert.match(await page.locator("h1").innerText(), new RegExp(PETITION.title));
    t.clean(four);
    await four.close();
  });
  await t.check("a changed record is held in quarantine until a good file comes", async () => {
    const { page } = two;
    await act(one.page, path, "act", { activity: "contact", note: "约在村部见面。" });
    await act(one.page, path, "act", { activity: "contact", note: "又去了一次。" });
    const good = await save(one.page);
    const bad = join(t.temporaryFolder("bad"), "改过的.json");
    writeFileSync(bad, readFileSync(good, "utf8").replace("约在村部见面", "约在镇上见面"));
    const said = await offer(page, bad);
    assert.match(said, /有1条记录核对不上，先隔离存放、不并入：内容被改动过1条/);
    assert.match(said, /请原单位重新存一份文件/);
    await page.getByRole("button", { name: "读入", exact: true }).click();
    await page.getByText("读入好了").waitFor();
    await visit(page, path);
    const text = await page.locator("main").innerText();
    assert.match(text, /又去了一次/);
    assert.doesNotMatch(text, /约在/);
    await lit(page, /有1条没有并进来/);
    assert.match(await page.locator("[data-fact=stopped]").innerText(), /留意[\s\S]*有1条对不上，没有并进来/);
    await visit(page, "/imports");
    const note = page.locator("[data-note]");
    await note.getByText("改过的.json").waitFor();
    await note.getByRole("button", { name: "看是哪些" }).click();
    await note.getByText("内容被改动过").waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), note.getByRole("button", { name: "存成文件" }).click()]);
    assert.match(readFileSync(await download.path(), "utf8"), /约在镇上见面/);
    await t.screenshot(page, "quarantine");
    await take(page, good);
    await visit(page, path);
    assert.match(await page.locator("main").innerText(), /约在村部见面/);
    await unlit(page, "stopped");
    await visit(page, "/imports");
    await note.getByText("已由另一份文件补齐").waitFor();
    await note.getByRole("button", { name: "丢弃" }).click();
    await note.getByRole("button", { name: "再点一次就丢弃" }).click();
    await page.getByText("已丢弃").waitFor();
    await note.waitFor({ state: "detached" });
    t.clean(two);
  });
  await t.check("what a wrong clock dated far ahead waits, and a person may say it was right", async () => {
    const { page } = one;
    const three = await t.chromium();
    await open(three.page, t.single, "2026-06-20T02:00:00Z");
    await three.page.locator("#import-file").setInputFiles(await save(page));
    await three.page.getByRole("button", { name: "读入", exact: true }).click();
    await three.page.locator("nav").waitFor();
    await act(three.page, path, "act", { activity: "contact", note: "钟快了两个月。" });
    const said = await offer(page, await save(three.page));
    assert.match(said, /有\d条记录的时间比今天晚很多，最晚的是2026年6月20日，今天是2026年4月16日/);
    await page.getByRole("button", { name: "读入", exact: true }).click();
    await page.getByText("读入好了").waitFor();
    await visit(page, path);
    assert.doesNotMatch(await page.locator("main").innerText(), /钟快了/);
    await lit(page, /有\d笔暂缓/);
    assert.match(await page.locator("[data-fact=waiting]").innerText(), /留意[\s\S]*先核对电脑的日期/);
    await visit(page, "/imports");
    const note = page.locator("[data-note^=waiting]");
    await note.getByRole("button", { name: "时钟没错，现在并入" }).click();
    await page.getByText(/暂缓的记录已并入\d条/).waitFor();
    await unlit(page, "waiting");
    await visit(page, path);
    assert.match(await page.locator("main").innerText(), /钟快了/);
    t.clean(one);
    t.clean(three);
  });
}

/** Decides a conflict for the side that says this. */
async function decide(page, says, why) {
  const conflict = page.locator("[data-conflict='field/duty']");
  await conflict.locator("input").fill(why);
  await conflict.locator(".versus__side", { hasText: says }).getByRole("button", { name: "以这一次为准" }).click();
  await page.getByText("现在没有不一致的地方").waitFor();
}

/** Takes the last file back. */
async function takeBack(page, why) {
  await visit(page, "/imports");
  const row = page.locator("[data-import]").first();
  await row.getByRole("button", { name: "撤回导入" }).click();
  await row.locator("input").first().fill("综治专干");
  await row.locator("input").last().fill(why);
  await row.getByRole("button", { name: "撤回导入" }).last().click();
  await row.getByText(`撤回（综治专干）：${why}`).waitFor();
}

/** Waits until the lamp says this; leaves the page of the facts open. */
async function lit(page, why) {
  await page.locator(".lamp__why", { hasText: why }).waitFor();
  await page.locator(".lamp").click();
  await page.locator("[data-fact]").first().waitFor();
}

/** Says that a fact is not on the page of the facts, and the lamp is lit for nothing of it. */
async function unlit(page, fact) {
  await visit(page, "/safety");
  await page.locator("[data-fact]").first().waitFor();
  assert.equal(await page.locator(`[data-fact=${fact}]`).count(), 0);
  assert.doesNotMatch(await page.locator(".lamp").innerText(), /没有并进来|暂缓/);
}
