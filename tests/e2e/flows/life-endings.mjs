// How a matter of a township ends: closed lawfully once every window is closed; or agreed,
// performed in part, agreed anew, resolved, observed and delisted by another post.
import assert from "node:assert/strict";
import { DISPUTE, PETITION, TOWNSHIP, act, fill, open, register, setUp, visit } from "../lib/app.mjs";
import { arrive, begin, due, entry, moveTo, refused, rowsOf, stage, stands } from "../lib/later.mjs";

export const name = "life-endings";

export async function run(t) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, t.single, "2026-04-22T02:00:00Z");
  await setUp(page, TOWNSHIP, { posts: ["信访专干", "综治专干", "分管副镇长"] });
  page.setDefaultTimeout(8000);
  await closing(t, page);
  await agreement(t, page);
  await t.check("no page said an error", () => t.clean(session));
}

/** 依法办结, only when every window is closed. */
async function closing(t, page) {
  const title = "要求重算补偿";
  const end = { ground: "windows_closed", text: "处理意见维持，困难帮扶继续", told: "written" };
  let path;
  await t.check("not heard, it is not answered; not delivered, it is not closed", async () => {
    path = await register(page, { ...PETITION, title });
    assert.match(await refused(page, path, "close-lawfully", end), /还有诉求没答复/);
    await act(page, path, "accept");
    const answer = { "c0-outcome": "not_supported", "c0-text": "已按标准足额补偿。" };
    assert.match(await refused(page, path, "reply", answer), /先记“听取陈述”/);
    await act(page, path, "act", { activity: "hear", note: "当面听取陈述" });
    await act(page, path, "reply", answer);
    assert.match(await refused(page, path, "close-lawfully", end), /答复还没送达/);
    await act(page, path, "deliver", { what: "reply", told: "written", remedies_told: "yes" });
  });
  await t.check("while a review may be asked for it is not closed", async () => {
    await moveTo(page, "2026-05-22");
    assert.match(await refused(page, path, "close-lawfully", end), /还可以申请复查或复核/);
    await moveTo(page, "2026-05-23");
    assert.match(await refused(page, path, "close-lawfully", { ...end, ground: "remedies_used" }), /还可以申请复查或复核/);
    // Nor by writing an earlier day for it.
    assert.match(await refused(page, path, "close-lawfully", { ...end, on: "2026-05-20" }), /还可以申请复查或复核/);
  });
  await t.check("once the window is closed it is, and it is no 化解", async () => {
    await act(page, path, "close-lawfully", { ...end, visits: "yes" });
    await stands(page, path, "依法办结", title);
    await visit(page, path);
    assert.doesNotMatch(await page.locator(".matter-head").innerText(), /化解/);
    assert.match(await entry(page, "困难帮扶继续").innerText(), /期限已过，没有申请/);
  });
  await t.check("new facts open it again", async () => {
    await act(page, path, "reopen", { reason: "new_facts", note: "找到了当年的丈量表" });
    assert.notEqual(await stage(page, path), "依法办结");
  });
}

/** 协议 in instalments, one of them not performed; then 化解, 观察, 销号. */
async function agreement(t, page) {
  const title = "赔偿分三期付";
  const instalment = (row, what, day) => ({ [`terms${row}-what`]: what, [`terms${row}-due`]: day, [`terms${row}-owes`]: "party" });
  let path;
  await t.check("an agreement of three instalments", async () => {
    path = await register(page, { ...DISPUTE, title });
    await begin(page, path, "agree");
    await fill(page, { form: "written", text: "分三期付清", terms: "" });
    await fill(page, {
      terms: "",
      ...instalment(0, "付第一期2000元", "2026-05-25"),
      ...instalment(1, "付第二期2000元", "2026-06-25"),
      ...instalment(2, "付第三期2000元", "2026-07-25"),
    });
    await arrive(page);
    await stands(page, path, "履行中", title);
    await visit(page, path);
    assert.equal(await due(page, "付第一期2000元"), "2026-05-25");
    assert.match(await rowsOf(page, title), /付第一期2000元/);
  });
  await t.check("on its day and after it, the reminder stands on 今日", async () => {
    await moveTo(page, "2026-05-25");
    assert.match(await rowsOf(page, title), /付第一期2000元[\s\S]*今天/);
    await perform(page, path, "第一期", "yes", "收条一张");
    await moveTo(page, "2026-06-26");
    assert.match(await rowsOf(page, title), /付第二期2000元/);
    await perform(page, path, "第二期", "no", "对方说手头紧");
    assert.match(await rowsOf(page, title), /等别人回音|付第二期2000元/);
    assert.match(await refused(page, path, "resolve", { how: "付清" }), /还有约定没履行/);
  });
  await t.check("a new agreement takes the place of what was not performed", async () => {
    await act(page, path, "agree", {
      form: "written", text: "余下4000元七月底一次付清", replaces: "yes",
      ...instalment(0, "一次付清4000元", "2026-07-31"),
    });
    const text = await rowsOf(page, title);
    assert.doesNotMatch(text, /第二期|第三期/);
    await visit(page, path);
    assert.equal(await due(page, "一次付清4000元"), "2026-07-31");
    await moveTo(page, "2026-07-31");
    assert.match(await rowsOf(page, title), /一次付清4000元/);
    await perform(page, path, "一次付清", "yes", "转账凭证，卷一第9页");
  });
  await t.check("settled and carried out, it is observed", async () => {
    await act(page, path, "resolve", { how: "付清，双方签字", evidence: "收条3张，卷一" });
    await stands(page, path, "已化解，观察中", title);
    assert.match(await refused(page, path, "ask-delist", { post: "综治专干", evidence: "收条3张" }), /观察期还没满/);
  });
  await t.check("the observation over, one post applies and another decides", async () => {
    await act(page, path, "follow-up", { carried_out: "yes", recurred: "no", post: "综治专干" });
    await moveTo(page, "2027-02-01");
    await act(page, path, "ask-delist", { post: "综治专干", evidence: "收条3张，卷一" });
    assert.match(await rowsOf(page, title), /综治专干申请销号，等另一岗位核准/);
    assert.match(await refused(page, path, "delist", { post: "综治专干" }), /不能是同一个岗位/);
    assert.match(await refused(page, path, "refuse-delist", { post: "综治专干", why: "再看看" }), /不能是同一个岗位/);
    await act(page, path, "refuse-delist", { post: "分管副镇长", why: "缺最后一个月的回访" });
    assert.equal(await stage(page, path), "已化解，观察中");
    await act(page, path, "ask-delist", { post: "综治专干", evidence: "收条3张，回访1次，卷一" });
    await act(page, path, "delist", { post: "分管副镇长", note: "同意" });
    await stands(page, path, "已销号", title);
    assert.equal(await rowsOf(page, title), "");
  });
}

/** Records whether a promise was kept. */
async function perform(page, path, what, kept, note) {
  await visit(page, `${path}/do/check-performance`);
  const promise = page.locator("#f-promise");
  const option = await promise.locator("option", { hasText: what }).getAttribute("value");
  await act(page, path, "check-performance", { promise: option, kept, note });
}
