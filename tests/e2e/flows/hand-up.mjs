// What a village cannot do goes up to the township as a file, is returned once, handed
// up again, signed for, urged, and comes back as an answer to the citizen. Two profiles,
// nothing between them but files; every file read in twice.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  DISPUTE, TOWNSHIP, VILLAGE, act, agenda, fill, handOver, offer, open, register, save, settle, setUp, take, visit,
} from "../lib/app.mjs";
import { booted } from "../lib/look.mjs";

export const name = "hand-up";

export async function run(t) {
  const below = await t.chromium();
  const above = await t.chromium();
  const other = await t.chromium();
  const village = below.page;
  const township = above.page;
  let path;
  let file;
  let number;
  await t.check("a village registers, mediates, and cannot do it", async () => {
    await open(village, t.single);
    await setUp(village, VILLAGE, { places: ["一组（东屯）"], posts: ["村文书", "村调解员"] });
    const answers = { ...DISPUTE, place: { label: "一组（东屯）" }, reply_by: "phone", name: "张某", phone: "0451-7654321" };
    path = await register(village, answers);
    await act(village, path, "mediate", { mediator: "村调解员，村部", result: "failed", remedies_told: true });
    await act(village, path, "hand-up", { to: "青禾镇人民政府", why: "要测量定界，村里没有这个条件" });
    assert.match(await main(village), /已上报，等回音/);
    assert.match(await agenda(village), /等别人回音[\s\S]*屋后排水沟堵了[\s\S]*等签收[\s\S]*青禾镇人民政府[\s\S]*催办/);
    await t.screenshot(village, "hand-up-village");
  });
  await t.check("the file holds this matter and nothing else: no contact, no profile", async () => {
    await register(village, { ...DISPUTE, title: "柴垛占道的另一件" });
    file = await handOver(village, path, "存上报文件");
    assert.match(file, /LS-2026-0001/);
    const text = readFileSync(file, "utf8");
    assert.doesNotMatch(text, /张某|7654321|柴垛|unit\.profiled|pack\.adopted/);
    assert.equal(JSON.parse(text).purpose, "handed_up");
  });
  await t.check("a ledger without a unit does not take it", async () => {
    await open(township, t.single);
    await township.locator("#import-file").setInputFiles(file);
    await township.locator("#import-result").waitFor();
    assert.match(await township.locator("#import-result").innerText(), /先填好本单位资料/);
  });
  await t.check("the township sees whose it is, and reads it in", async () => {
    await setUp(township, TOWNSHIP, { places: ["柳树屯村"], posts: ["信访专干", "综治专干"] });
    const said = await take(township, file);
    assert.match(said, /柳树屯村上报的文件[\s\S]*屋后排水沟堵了（新）/);
    assert.match(await agenda(township), /屋后排水沟堵了[\s\S]*签收/);
    await t.screenshot(township, "hand-up-township");
    await visit(township, path);
    assert.match(await main(township), /待签收/);
    assert.doesNotMatch(await main(township), /7654321/);
  });
  await t.check("read in again it brings nothing", async () => {
    assert.match(await offer(township, file), /都有了/);
    assert.equal(await township.getByRole("button", { name: "读入", exact: true }).count(), 0);
  });
  await t.check("the township gives another village its code, and it fills the first page in", async () => {
    await visit(township, "/settings");
    const codes = 'section[aria-labelledby="set-codes"]';
    await fill(township, { name: "靠山屯村", code: "QH" }, codes);
    await township.locator(`${codes} button[type=submit]`).click();
    await township.getByText("这个代码已经给了青禾镇人民政府").first().waitFor();
    await fill(township, { code: "KS" }, codes);
    const [download] = await Promise.all([
      township.waitForEvent("download"),
      township.locator(`${codes} button[type=submit]`).click(),
    ]);
    await settle(township);
    await open(other.page, t.single);
    await other.page.locator("#import-file").setInputFiles(await download.path());
    await other.page.getByText("已按青禾镇人民政府发的设置文件填好").waitFor();
    assert.equal(await other.page.locator("#f-code").inputValue(), "KS");
    await setUp(other.page, {});
    assert.match(await main(other.page, "/settings"), /靠山屯村[\s\S]*KS/);
  });
  await t.check("another village does not take it", async () => {
    assert.match(await offer(other.page, file), /村（社区）不签收/);
    assert.equal(await other.page.getByRole("button", { name: "读入", exact: true }).count(), 0);
    await other.close();
  });
  await t.check("returned with the reason, it is off the township's desk", async () => {
    await act(township, path, "return", { why: "请先把双方的丈量记录补上" });
    assert.match(await main(township), /已退回/);
    assert.doesNotMatch(await agenda(township), /屋后排水沟堵了/);
    file = await handOver(township, path, "存反馈文件");
  });
  await t.check("the village reads the return and is told what to do", async () => {
    const said = await take(village, file);
    assert.match(said, /青禾镇人民政府反馈的文件/);
    assert.match(await agenda(village), /被退回：请先把双方的丈量记录补上/);
    assert.match(await offer(village, file), /都有了/);
  });
  await t.check("handed up again, the contact goes along only when ticked, and that is an entry", async () => {
    await next(village, "2026-04-17T02:00:00Z");
    await act(village, path, "hand-up", { to: "青禾镇人民政府", why: "丈量记录已补，请定界" });
    file = await handOver(village, path, "存上报文件", { contact: true });
    assert.match(readFileSync(file, "utf8"), /7654321/);
    assert.match(await village.locator(".timeline").innerText(), /交出联系方式/);
  });
  await t.check("signed for, it has a number there and its days run from that day", async () => {
    await next(township, "2026-04-20T02:00:00Z");
    await take(township, file);
    await act(township, path, "sign-for", { place: { label: "柳树屯村" } });
    number = await township.locator(".matter-head .number").innerText();
    assert.match(number, /^QH-2026-0001/);
    const text = await main(township);
    assert.match(text, /张某/);
    assert.match(text, /2026年4月20日/);
    file = await handOver(township, path, "存反馈文件");
    await next(village, "2026-04-20T03:00:00Z");
    await take(village, file);
    assert.match(await main(village, path), /对方编号[\s\S]*QH-2026-0001/);
    t.clean(above);
  });
  await t.check("the village urges; the township reads it, and nothing is doubled", async () => {
    await next(village, "2026-05-06T02:00:00Z");
    assert.match(await agenda(village), /等别人回音[\s\S]*已等/);
    await act(village, path, "urge", { text: "请尽快定界" });
    file = await handOver(village, path, "存上报文件");
    await next(township, "2026-05-06T03:00:00Z");
    await take(township, file);
    assert.match(await main(township, path), /请尽快定界/);
    assert.match(await offer(township, file), /都有了/);
    await visit(township, "/ledger");
    const rows = await township.locator("main", { hasText: "屋后排水沟堵了" }).innerText();
    assert.equal(rows.split("屋后排水沟堵了").length, 2);
  });
  await t.check("the slip that the village gave is found at the township", async () => {
    await visit(township, "/ledger");
    await township.locator("#q").fill("LS-2026-0001");
    await settle(township);
    assert.match(await main(township), /屋后排水沟堵了/);
    await visit(village, `${path}/slip`);
    assert.match(await main(village), /上报[\s\S]*报给青禾镇人民政府，那边的编号QH-2026-0001-/);
  });
  await t.check("the other unit's entries are not ours to correct", async () => {
    await visit(township, path);
    const theirs = township.locator(".timeline__item", { hasText: "请尽快定界" });
    assert.equal(await theirs.getByRole("link", { name: "更正" }).count(), 0);
  });
  await t.check("the result comes back in a file that holds nothing of the township's own work", async () => {
    await next(township, "2026-05-08T02:00:00Z");
    await act(township, path, "act", { activity: "investigate", note: "内部核查：调阅了确权档案" });
    await act(township, path, "feed-back", { kind: "result", text: "已定界，请双方按桩清沟" });
    file = await handOver(township, path, "存反馈文件");
    const text = readFileSync(file, "utf8");
    assert.match(text, /已定界/);
    assert.doesNotMatch(text, /确权档案|张某/);
    t.clean(above);
  });
  await t.check("the citizen is told, and only then it is done", async () => {
    await next(village, "2026-05-09T02:00:00Z");
    await take(village, file);
    assert.match(await agenda(village), /还没告知反映人/);
    await act(village, path, "pass-on", { told: "phone" });
    assert.match(await main(village), /办结/);
    assert.doesNotMatch(await agenda(village), /屋后排水沟堵了/);
    assert.match(await offer(village, file), /都有了/);
  });
  await t.check("the village's whole ledger is not the township's, though matters went between the two", async () => {
    const said = await offer(township, await save(village));
    assert.match(said, /柳树屯村[\s\S]*这是另一个单位的整本台账，不能读入/);
    assert.equal(await township.getByRole("button", { name: "读入", exact: true }).count(), 0);
    await visit(township, "/ledger");
    assert.doesNotMatch(await main(township), /柴垛占道/);
    assert.match(await main(township, "/settings"), /青禾镇人民政府/);
  });
  await t.check("after a reload both ledgers say the same", async () => {
    for (const page of [village, township]) {
      const said = await main(page, path);
      await page.reload();
      await booted(page);
      assert.equal(await main(page, path), said);
    }
    t.clean(below);
    t.clean(above);
  });
  await below.close();
  await above.close();
}

/** The text of the page at `path`, or of the one that is open. */
async function main(page, path) {
  if (path) await visit(page, path);
  return page.locator("main").innerText();
}

/** Moves the computer's clock and opens the page anew. */
async function next(page, at) {
  await page.clock.setSystemTime(new Date(at));
  await page.reload();
  await booted(page);
}
