// A year's days off are pasted, refused with their place, looked at and put into force;
// a place's holiday is put on and taken off; every time the days that move are seen first.
import assert from "node:assert/strict";
import { VILLAGE, open, setUp, settle, training, visit } from "../lib/app.mjs";

export const name = "calendar";

/** The days of 2026 as its notice has them; Friday 13 February may be added. */
const notice = ({ spring = "15日（周日）", weekday = "周日", total = 9 } = {}) => `2026年
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（${weekday}）上班。
二、春节：2月${spring}至23日（周一）放假调休，共${total}天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`;
const MORE = notice().replace("2月15日", "2月13日（周五）放假；2月15日");

export async function run(t) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, t.single);
  await setUp(page, VILLAGE, { posts: ["村文书"] });
  await training(page);
  await years(t, page);
  await refused(t, page);
  await year(t, page);
  await place(t, page);
  await narrow(t, page);
  await t.check("nothing went wrong on the way", () => t.clean(session));
}

/** Fills one of the two forms and looks. */
async function look(page, form, { text, source, place }) {
  if (place) await page.locator(`#${form}-place`).fill(place);
  await page.locator(`#${form}-text`).fill(text);
  await page.locator(`#${form}-text`).blur();
  if (source) await page.locator(`#${form}-source`).fill(source);
  const section = page.locator("section", { has: page.locator(`#${form}-text`) });
  await section.getByRole("button", { name: "核对，看会动哪些日子" }).click();
  await page.locator(`#${form}-result`).waitFor();
  await settle(page);
  return page.locator(`#${form}-result`);
}

/** The first matter whose day would move: its address, what is owed, the day now and then. */
async function first(result) {
  const item = result.locator(".moved__item").first();
  const [now, then] = await item.locator(".moved__day").allInnerTexts();
  return { path: (await item.locator("a").getAttribute("href")).slice(1), now: day(now), then: day(then) };
}

const day = (text) => text.match(/\d+月\d+日/)[0];

async function years(t, page) {
  await t.check("the settings lead to the calendar; every year stands with its notice", async () => {
    await visit(page, "/settings");
    await page.locator("a[href='#/calendar']").click();
    await page.getByRole("heading", { name: "节假日历" }).waitFor();
    await settle(page);
    assert.equal(await page.locator("main tbody .ledger-table__row").count(), 3);
    await page.getByRole("button", { name: "更早的14年" }).click();
    assert.equal(await page.locator("main tbody .ledger-table__row").count(), 17);
    const said = await page.locator("main").innerText();
    assert.match(said, /2027年：放假安排尚未公布。/);
    assert.match(said, /国办发明电〔2025〕7号/);
  });
  await t.check("a year unfolds into months with a word on every special day", async () => {
    const show = page.getByRole("button", { name: "看月历" }).first();
    await show.click();
    await page.locator("#cal-months").waitFor();
    assert.equal(await page.locator("#cal-months table").count(), 12);
    const words = page.locator("#cal-months time[datetime='2026-02-14'] + .day-strip__mark");
    assert.equal(await words.innerText(), "班");
    assert.equal(await page.locator("#cal-months time[datetime='2026-05-02'] + .day-strip__mark").innerText(), "法");
    await t.axe(page);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(over <= 0, `${over} px over the edge`);
    await t.screenshot(page, "calendar-months");
    await page.getByRole("button", { name: "收起" }).click();
  });
}

async function refused(t, page) {
  await t.check("a weekday that does not fit is named with its line, and nothing changes", async () => {
    const source = "国办发明电〔2025〕7号";
    const wrong = await look(page, "cal", { text: notice({ weekday: "周六" }), source });
    assert.match(await wrong.innerText(), /没有启用，现在的日历照用/);
    assert.match(await wrong.innerText(), /第2行“1月4日（周六）”：这一天是周日。/);
    await t.screenshot(page, "calendar-refused");
    const total = await look(page, "cal", { text: notice({ total: 8 }) });
    assert.match(await total.innerText(), /第3行“8天”：这一句写出来的是9天。/);
    const three = await look(page, "cal", { text: "1月1日、5月1日、10月1日放假。" });
    assert.match(await three.innerText(), /2026年5月2日（周六）是法定假日，却没有放假/);
    await t.axe(page);
    assert.doesNotMatch(await page.locator("#cal-years").locator("..").innerText(), /本单位录入/);
  });
}

async function year(t, page) {
  let moved;
  await t.check("a year that reads shows what differs and which days of open matters move", async () => {
    const seen = await look(page, "cal", { text: MORE });
    const said = await seen.innerText();
    assert.match(said, /2026年：放假34天，调休上班6天，替换现在的（国办发明电〔2025〕7号）/);
    assert.match(said, /和现在相比：2月13日改为休息/);
    assert.match(said, /工作日放假20天，周末上班6天，相抵是14天，法定是13天/);
    assert.match(said, /启用后，\d+件共\d+个期限会变/);
    moved = await first(seen);
    assert.notEqual(moved.now, moved.then);
    await t.axe(page);
    await t.screenshot(page, "calendar-preview");
  });
  await t.check("what is unusual is ticked first; then it is in force and the day has moved", async () => {
    await page.getByRole("button", { name: "启用", exact: true }).click();
    await settle(page);
    assert.match(await page.locator(".status-line").innerText(), /打上勾再启用/);
    await page.locator("#cal-sure").check({ force: true });
    await page.getByRole("button", { name: "启用", exact: true }).click();
    await t.until(page, () => document.querySelector("main").innerText.includes("本单位录入"));
    await visit(page, moved.path);
    const said = await page.locator("main").innerText();
    assert.ok(said.includes(moved.then), `${moved.then} is on the page`);
    await visit(page, "/settings");
    assert.match(await page.locator("main").innerText(), /程序带来了新的规则或日历/);
  });
  await t.check("the calendar that the program brings shows what moves back, then applies", async () => {
    await page.getByRole("button", { name: "看会动哪些日子" }).click();
    await page.locator(".moved").waitFor();
    assert.equal((await first(page.locator(".moved"))).then, moved.now);
    await page.getByRole("button", { name: "采用" }).click();
    await t.until(page, () => !document.querySelector("main").innerText.includes("程序带来了新的"));
  });
}

async function place(t, page) {
  await visit(page, "/calendar");
  const holiday = { text: "2月13日放假", source: "样例政发〔2026〕1号", place: "样例县" };
  let moved;
  await t.check("a place's holiday moves days, is listed with its notice", async () => {
    await page.locator("#loc-year").fill("2026");
    const seen = await look(page, "loc", holiday);
    assert.match(await seen.innerText(), /样例县，2026年：放假1天，调休上班0天/);
    moved = await first(seen);
    await page.getByRole("button", { name: "启用", exact: true }).click();
    await page.locator(".year-place").waitFor();
    assert.match(await page.locator(".year-place").innerText(), /样例县[\s\S]*2026年放假：2月13日（周五）[\s\S]*样例政发〔2026〕1号/);
    await t.axe(page);
    await t.screenshot(page, "calendar-place");
  });
  await t.check("taken off again, the days go back", async () => {
    await page.locator(".year-place").getByRole("button", { name: "取消" }).click();
    const back = await first(page.locator("#loc-result"));
    assert.deepEqual([back.now, back.then], [moved.then, moved.now]);
    await page.getByRole("button", { name: "启用", exact: true }).click();
    await page.locator(".year-place").waitFor({ state: "detached" });
  });
}

async function narrow(t, page) {
  await t.check("at 360 px nothing runs over the edge", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByRole("button", { name: "看月历" }).first().click();
    await page.locator("#cal-months").waitFor();
    await look(page, "cal", { text: MORE, source: "国办发明电〔2025〕7号" });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(over <= 0, `${over} px over the edge`);
    await t.axe(page);
    await t.screenshot(page, "calendar-narrow");
  });
}
