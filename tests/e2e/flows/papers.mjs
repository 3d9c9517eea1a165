// Others that may be the same, met while a matter is registered; the notice of a statutory
// route and the objection on paper; a second look; a report of wrongdoing that is led away.
import assert from "node:assert/strict";
import { DISPUTE, PETITION, TOWNSHIP, VILLAGE, act, anew, fill, open, register, send, setUp, settle, visit } from "../lib/app.mjs";

export const name = "papers";

const CANAL = { ...DISPUTE, title: "东沟子水渠漏水", claims: "补好渠口" };

export async function run(t) {
  await village(t);
  await township(t);
}

/** The page fits a telephone, and axe finds nothing. */
async function looked(t, page, picture) {
  await t.axe(page);
  await t.screenshot(page, `${picture}-1280`);
  await page.setViewportSize({ width: 360, height: 720 });
  await settle(page);
  const over = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
  assert.ok(over <= 0, `${over} px too wide`);
  await t.screenshot(page, `${picture}-360`);
  await page.setViewportSize({ width: 1280, height: 800 });
  await settle(page);
}

/** Prints the page; gives back how many pages of paper it takes. */
async function printed(t, page, picture) {
  const pdf = await t.pdf(page, picture);
  return (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
}

async function village(t) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, t.single);
  await setUp(page, VILLAGE, { places: ["一组（东屯）", "二组"], posts: ["村文书", "村调解员"] });
  const place = "二组";
  const first = await register(page, { ...CANAL, place: { label: place }, category: "neigh.water" });
  await act(page, first, "agree", { text: "渠口由管水员补", "terms0-what": "补渠口", "terms0-due": "2026-04-30", "terms0-owes": "party" });
  await t.check("another that may be the same is proposed while it is typed, with the reason", async () => {
    await visit(page, "/register");
    await fill(page, { ...CANAL, title: "东沟子的渠又漏了", place: { label: place }, name: "张三" });
    const item = page.locator(".alike__item");
    await item.waitFor();
    assert.equal(await item.count(), 1);
    const text = await item.innerText();
    assert.match(text, /LS-2026-0001/);
    assert.match(text, /同在二组，都写了“东沟子”/);
    assert.match(text, /先查落实没有/);
    assert.doesNotMatch(text, /张三/);
    await looked(t, page, "papers-alike");
  });
  await t.check("marked as the same it is linked when it is registered, on both", async () => {
    const mark = page.locator(".alike__item button");
    await mark.click();
    await t.until(page, () => document.querySelector(".alike__item button")?.getAttribute("aria-pressed") === "true");
    await send(page);
    await page.locator(".matter-head").waitFor();
    await settle(page);
    assert.match(await page.locator('section[aria-labelledby="m-links"]').innerText(), /同一件事.*LS-2026-0001/s);
    assert.match(await page.locator(".alike__first").innerText(), /先查上次答复落实没有：LS-2026-0001/);
    assert.equal(await page.locator(".alike").count(), 0);
    await looked(t, page, "papers-linked");
    await visit(page, first);
    assert.match(await page.locator('section[aria-labelledby="m-links"]').innerText(), /LS-2026-0002/);
    assert.equal(await page.locator(".alike__first").count(), 0);
  });
  await t.check("on a matter's page one tap opens the filled link form, another hides it", async () => {
    const path = await register(page, { ...CANAL, title: "东沟子闸门坏了", place: { label: place } });
    await page.locator(".alike__item").first().waitFor();
    const before = await page.locator(".alike__item").count();
    await page.getByRole("button", { name: "不是", exact: true }).first().click();
    await t.until(page, (n) => document.querySelectorAll(".alike__item").length === n, { argument: before - 1 });
    await page.getByRole("button", { name: "就是同一件", exact: true }).first().click();
    await page.locator("main form.form").waitFor();
    assert.match(await page.locator("#f-other").inputValue(), /^LS-2026-000/);
    await send(page);
    await visit(page, `${path}/do/join`);
    await page.locator("#f-other").fill("东沟子");
    await page.locator('[id="f-pick"] input').first().waitFor();
    await looked(t, page, "papers-pick");
    await anew(page);
  });
  await t.check("of a dispute the ways where mediation fails are printed, a page for each copy", async () => {
    await visit(page, first);
    await page.getByRole("link", { name: "调解不成时的途径告知书" }).click();
    await page.locator(".slip").first().waitFor();
    assert.match(await page.locator(".slip").first().innerText(), /不得因调解而阻止/);
    await looked(t, page, "papers-ways");
    assert.equal(await printed(t, page, "papers-ways"), 2);
  });
  await t.check("in a village a report of wrongdoing is told where to go, and nothing of it stays", async () => {
    await visit(page, "/register");
    await anew(page);
    await fill(page, { title: "这里写了一句", "q-aim": "report" });
    const notice = page.locator('.notice[data-tone="act"]');
    await notice.waitFor();
    assert.match(await notice.innerText(), /12388/);
    assert.match(await notice.innerText(), /都不保存/);
    await looked(t, page, "papers-report-village");
    await notice.getByRole("button", { name: /密封移交回执/ }).click();
    await page.locator(".slip").waitFor();
    await visit(page, "/register");
    assert.equal(await page.locator("#f-title").inputValue(), "");
    assert.equal(await page.locator("[data-resumed]").count(), 0);
  });
  await t.check("no page of the village said an error", () => t.clean(session));
  await session.close();
}

async function township(t) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, t.single);
  await setUp(page, TOWNSHIP, { posts: ["信访专干", "综治专干"] });
  const unit = 'section[aria-labelledby="set-unit"]';
  await visit(page, "/settings");
  await page.getByRole("button", { name: "改单位信息" }).click();
  await fill(page, { at_labour: "县劳动仲裁委，人社局三楼" }, unit);
  await page.locator(`${unit} button[type=submit]`).click();
  await page.getByRole("button", { name: "改单位信息" }).waitFor();
  await t.check("in a township a report leads to recording by number, and a claim in it goes on", async () => {
    await visit(page, "/register");
    await fill(page, { ...PETITION, "q-aim": "report" });
    const notice = page.locator('.notice[data-tone="act"]');
    await notice.waitFor();
    assert.match(await notice.innerText(), /举报的部分不记在这里/);
    await page.locator("main form.form button[type=submit]").click();
    await page.locator(".error-summary").waitFor();
    assert.match(await page.locator(".error-summary").innerText(), /少记/);
    await notice.getByRole("button", { name: "只登记另一件诉求" }).click();
    await t.until(page, () => document.querySelector('.notice[data-tone="act"]') === null);
    // Left by the link under the form, nothing of it stays either.
    await fill(page, { "q-aim": "report" });
    await page.locator('main a[href="#/sealed/new"]').click();
    await t.until(page, () => location.hash === "#/sealed/new");
    await visit(page, "/register");
    assert.equal(await page.locator("#f-title").inputValue(), "");
    await fill(page, { ...PETITION, "q-aim": "report" });
    await page.getByRole("button", { name: "不保存这里写的，去少记" }).click();
    await t.until(page, () => location.hash === "#/sealed/new");
    await visit(page, "/register");
    assert.equal(await page.locator("#f-title").inputValue(), "");
    await page.reload();
    await t.booted(page);
    assert.equal(await page.locator("[data-resumed]").count(), 0);
  });
  const path = await register(page, { ...PETITION, title: "被辞退没给补偿", against: "employer", claims: "付经济补偿", category: "work.end", channel: "transferred", doc: "清信转〔2026〕7号" });
  await t.check("a route that is only proposed cannot be printed as a notice", async () => {
    await visit(page, `${path}/paper/referral-0`);
    await page.locator(".slip").first().waitFor();
    assert.match(await page.locator(".notice").innerText(), /还没有人认定/);
    assert.equal(await page.getByRole("button", { name: "打印", exact: true }).count(), 0);
    await t.axe(page);
  });
  await t.check("decided and referred, the notice prints on two pages, one for each copy", async () => {
    await act(page, path, "refer", { way: "labour_arbitration", body: "县劳动仲裁委", told: "in_person" });
    assert.match(await page.locator('section[aria-labelledby="m-claims"]').innerText(), /诉求留在本台账/);
    await page.getByRole("link", { name: "依法分类处理（法定途径）告知书" }).click();
    await page.locator(".slip").first().waitFor();
    const [mine, file] = await page.locator(".slip").allInnerTexts();
    for (const text of [/第31条第（二）项「应当通过仲裁解决的，导入相应程序处理」/, /县劳动仲裁委（县劳动仲裁委，人社局三楼）|人社局三楼/, /12348/, /不得打击报复信访人/, /接着原来的办/]) {
      assert.match(mine, text);
    }
    assert.doesNotMatch(mine, /异议/);
    assert.match(file, /5个工作日/);
    await looked(t, page, "papers-referral");
    assert.equal(await printed(t, page, "papers-referral"), 2);
    await visit(page, "/settings");
    await page.getByText("English", { exact: true }).click();
    await visit(page, `${path}/paper/referral-0`);
    await page.locator(".slip").first().waitFor();
    await t.axe(page);
    await t.screenshot(page, "papers-referral-en");
    assert.equal(await printed(t, page, "papers-referral-en"), 2);
    await visit(page, "/settings");
    await page.getByText("中文", { exact: true }).click();
  });
  await t.check("that wrongdoing is reported is not noted of a matter either", async () => {
    const other = await register(page, { ...PETITION, title: "发补偿款，处分截留的人", claims: "发补偿款\n处分截留的人" });
    await visit(page, `${other}/do/note-facts`);
    await fill(page, { "q-aim": "report" });
    await page.locator("main form.form button[type=submit]").click();
    await page.locator(".error-summary").waitFor();
    assert.match(await page.locator(".error-summary").innerText(), /到“少记”另记一个编号[\s\S]*其他诉求照常办/);
    await visit(page, other);
    assert.doesNotMatch(await page.locator(".timeline").innerText(), /检举控告|举报违纪违法/);
    await anew(page);
  });
  await t.check("sent another way than proposed, the reason is asked, decides and is printed", async () => {
    const other = await register(page, { ...PETITION, title: "高龄津贴停发", claims: "补发高龄津贴" });
    await visit(page, `${other}/do/refer`);
    const way = { way: "court", body: "清河县人民法院", told: "written" };
    await fill(page, way);
    assert.match(await page.locator("main form.form").innerText(), /建议：31条（六）项：信访程序/);
    await page.locator("#f-why").waitFor();
    await looked(t, page, "papers-refer-form");
    await fill(page, { why: "本人已经起诉", post: "信访专干" });
    await send(page);
    await page.locator(".matter-head").waitFor();
    await settle(page);
    assert.match(await page.locator("#v-route-0").innerText(), /31条（一）项[\s\S]*人工认定，与规则不同/);
    await page.getByRole("link", { name: "依法分类处理（法定途径）告知书" }).click();
    await page.locator(".slip").first().waitFor();
    const text = await page.locator(".slip").first().innerText();
    for (const said of [/第31条第（一）项「/, /本人已经起诉/, /不同意的/]) assert.match(text, said);
    assert.equal(await printed(t, page, "papers-referral-other"), 2);
  });
  await t.check("not accepted: reason, article and body are asked and printed on two pages", async () => {
    const other = await register(page, { ...PETITION, title: "法院执行慢", claims: "尽快执行到位" });
    await act(page, other, "notify", {
      notice: "declined", why: "案件正在县法院执行", basis: "r1", body: "清河县人民法院", told: "written",
    });
    await page.getByRole("link", { name: "不予受理告知书" }).click();
    await page.locator(".slip").first().waitFor();
    const text = await page.locator(".slip").first().innerText();
    for (const said of [/案件正在县法院执行/, /第31条第（一）项「应当通过审判机关诉讼程序/, /清河县人民法院/]) assert.match(text, said);
    await looked(t, page, "papers-declined");
    assert.equal(await printed(t, page, "papers-declined"), 2);
  });
  await t.check("back from its route the claim goes on, and a second look is proposed, recorded and printed", async () => {
    await act(page, path, "end-route", { result: "not_carried_out", text: "裁决付一万元，没付" });
    assert.match(await page.locator('section[aria-labelledby="m-claims"]').innerText(), /从法定途径回来接着办/);
    assert.match(await page.locator("main").innerText(), /建议三不限三重新/);
    await act(page, path, "reexamine", {
      "findings.old": "没有", "findings.new": "工资条能证明干了三年", "opinion.old": "没有",
      "opinion.new": "请人社监察一并看", "stance.old": "没有", "stance.new": "补偿该给", post: "综治专干",
    });
    await page.getByRole("link", { name: "三不限三重新复核表" }).click();
    await page.locator(".slip__grid").waitFor();
    await looked(t, page, "papers-second");
    assert.equal(await printed(t, page, "papers-second"), 1);
  });
  await t.check("an objection is a letter with its day", async () => {
    const other = await register(page, { ...PETITION, title: "物业费收得不明白", against: "business", claims: "公开账目", channel: "transferred", doc: "清信转〔2026〕8号" });
    await act(page, other, "object", { to: "清河县信访局", why: "物业由县住建局主管" });
    await page.getByRole("link", { name: "异议函" }).click();
    await page.locator(".slip").waitFor();
    assert.match(await page.locator(".slip").innerText(), /自收到之日起5个工作日，到2026年4月23日/);
    await looked(t, page, "papers-objection");
    assert.equal(await printed(t, page, "papers-objection"), 1);
  });
  await t.check("no page of the township said an error", () => t.clean(session));
  await session.close();
}
