// On paper: the whole of a page, whose it is, and no button.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { DISPUTE, PETITION, TOWNSHIP, VILLAGE, open, register, setUp, training, unfold, visit } from "../lib/app.mjs";
import { outFile, program } from "../lib/places.mjs";

export const name = "print";

const BUTTONS = new RegExp(
  [
    "打印", "登记一件事", "现在可以做", "为什么是这天", "撤销这一笔", "跳到正文", "领导看",
    "办不了，因为", "存一份文件", "清除联系方式", "退出演练", "返回", "选列", "印出来是",
  ].join("|"),
);

export async function run(t) {
  const session = await t.chromium();
  const { page } = session;
  const print = async (name) => {
    await t.pdf(page, name);
    const file = outFile(`${name}.pdf`);
    assert.ok(statSync(file).size > 5_000);
    return read(file);
  };
  /** Prints one page; gives back its text. */
  const onePage = async (name) => {
    const paper = await print(name);
    const { pages, width, height } = measure(outFile(`${name}.pdf`));
    assert.equal(pages, 1, "pages");
    assert.ok(Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2, `${width} × ${height}`);
    assert.doesNotMatch(paper, BUTTONS);
    return paper;
  };
  await open(page, t.single);
  await setUp(page, TOWNSHIP, { posts: ["信访专干"] });
  const path = await register(page, { ...PETITION, danger: "yes", name: "张某", phone: "13800000000" });
  let paper;
  await t.check("a matter with an open day strip is on paper, with its unit and day", async () => {
    await unfold(page, "书面告知反映人是否受理");
    paper = await print("print-matter");
    assert.match(paper, /青禾镇人民政府/);
    assert.match(paper, /打印于2026年4月16日/);
    assert.match(paper, /修路占地补偿没有发到户/);
    assert.match(paper, /QH-2026-0001/);
  });
  await t.check("the article stands on paper, word by word", () => {
    assert.match(paper, /应当自收到信访事项之日起15日内书面告知信访人/);
    assert.match(paper, /信访工作条例/);
  });
  await t.check("the day strip stands on paper to its last day", () => {
    assert.match(paper, /2026年5月1日/);
    assert.match(paper, /到期/);
  });
  await t.check("no button stands on paper", () => {
    assert.doesNotMatch(paper.replaceAll(/打印于/g, ""), BUTTONS);
  });
  await t.check("no contact stands on paper", () => {
    assert.doesNotMatch(paper, /张某|13800000000/);
  });
  await t.check("what is folded on the screen is unfolded on paper", async () => {
    await page.reload();
    await t.booted(page);
    await page.locator(".obligation").first().waitFor();
    const folded = await print("print-matter-folded");
    assert.match(folded, /应当自收到信访事项之日起15日内书面告知信访人/);
    await t.until(page, () => document.querySelector(".obligation details[open]") === null, {
      what: "the folds to close again",
    });
  });
  await t.check("今日 is one page: unit, day, whose duty, no button", async () => {
    await visit(page, "/today");
    const paper = await onePage("print-today");
    for (const text of [/今日清单/, /青禾镇人民政府/, /2026年4月16日周四/]) assert.match(paper, text);
    assert.match(paper, /修路占地补偿没有发到户/);
    assert.match(paper, /有危险：当日报告/);
    assert.match(paper, /责任备注/);
    assert.doesNotMatch(paper, /领导看|联系了/);
  });
  await t.check("the slip is one page: number, days, rights, whom to ask, privacy", async () => {
    await visit(page, path);
    const number = await page.locator(".matter-head__code").innerText();
    await page.getByRole("link", { name: "事项回执" }).click();
    await page.locator(".slip").waitFor();
    const paper = await onePage("print-slip-township");
    assert.ok(paper.includes(`回执编号${number}`), number);
    assert.match(paper, /最迟2026年5月1日（周五）书面告知您是否受理（法定）/);
    assert.match(paper, /本级或者上一级机关/);
    assert.match(paper, /30日内可以请求清河县人民政府复查/);
    assert.match(paper, /电话0451-0000000/);
    assert.match(paper, /清河县人社局劳动监察大队；清河县人民法院立案庭/);
    assert.match(paper, /12348/);
    assert.match(paper, /12388/);
    assert.match(paper, /个人信息保护法/);
    assert.match(paper, /反映人签名/);
    assert.doesNotMatch(paper, /张某|13800000000|打印于/);
  });
  await t.check("the receipt for sealed letters is one page with nothing filled in", async () => {
    await visit(page, "/register");
    await page.getByRole("link", { name: /密封移交回执/ }).click();
    await page.locator(".slip").waitFor();
    const paper = await onePage("print-sealed");
    assert.match(paper, /密封材料移交回执/);
    assert.match(paper, /共封，未拆封/);
    assert.match(paper, /收到日期年月日/);
    assert.match(paper, /接收人签名/);
    assert.doesNotMatch(paper, /2026/);
  });
  await t.check("建账 is on paper", async () => {
    await visit(page, "/ledger");
    const paper = await print("print-ledger");
    assert.match(paper, /QH-2026-0001/);
    assert.doesNotMatch(paper, /存成CSV|选列|找一件事/);
  });
  await t.check("台账 is A4 across, its head on each page, the columns chosen", async () => {
    for (let more = 0; more < 24; more += 1) {
      await register(page, { ...PETITION, title: `修路占地补偿没有发到户之${more}` });
    }
    await visit(page, "/ledger");
    await page.getByRole("link", { name: "打印台账" }).click();
    await page.locator(".ledger-sheet").waitFor();
    const paper = await print("print-ledger-across");
    const { pages, width, height } = measure(outFile("print-ledger-across.pdf"));
    assert.ok(pages >= 2, `${pages} pages`);
    assert.ok(Math.abs(width - 842) < 2 && Math.abs(height - 595) < 2, `${width} × ${height}`);
    for (const text of [/信访和矛盾纠纷事项台账/, /共25件/, /制表日期：2026年4月16日/]) {
      assert.match(paper, text);
    }
    assert.equal(paper.split("收到日期").length - 1, pages, "heads");
    assert.doesNotMatch(paper, BUTTONS);
    assert.doesNotMatch(paper, /张某|13800000000|去年修路占了三户的地/);
    t.clean(session);
  });
  await t.check("a full day is still one page, and says what is not on it", async () => {
    await visit(page, "/today");
    const paper = await onePage("print-today-full");
    assert.match(paper, /还有\d+件没有印上/);
    t.clean(session);
  });
  await village(t);
  await t.check("what is printed in training says that it is training", async () => {
    await training(page);
    const paper = await print("print-training");
    assert.match(paper, /演练，不作依据。/);
    assert.doesNotMatch(paper, BUTTONS);
  });
}

/** A village's slip at its fullest: it says what a village does, still on one page. */
async function village(t) {
  const session = await t.chromium();
  const { page } = session;
  await open(page, t.single);
  await setUp(page, {
    ...VILLAGE,
    phone: "0451-0000000转8001",
    help: "镇人民调解委员会 0451-0000001\n清河县人社局劳动监察大队 0451-0000002\n农村土地承包仲裁委员会 0451-0000003",
  });
  const claims = ["工资", "赔偿", "道歉", "合同", "社保"].map(
    (word) => `${word}的事请给个说法，最好在春节以前办好，钱可以分两次给，条子也要还给我们`,
  );
  await register(page, { ...DISPUTE, against: "employer", claims: claims.join("\n") });
  await t.check("a village's slip speaks of no acceptance and fits on one page", async () => {
    await visit(page, `${await page.evaluate(() => location.hash.slice(1))}/slip`);
    await t.pdf(page, "print-slip-village");
    const file = outFile("print-slip-village.pdf");
    const paper = read(file);
    assert.equal(measure(file).pages, 1, "pages");
    assert.match(paper, /调解不影响您去仲裁、起诉/);
    assert.match(paper, /另有1条/);
    assert.doesNotMatch(paper, /受理|复查|信访工作条例/);
    t.clean(session);
  });
  await session.close();
}

/** How many pages a PDF has, and how large its first one is, in points. */
function measure(file) {
  const about = execFileSync(poppler("PDFINFO", "pdfinfo"), [file], { encoding: "utf8" });
  const size = /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(about);
  return {
    pages: Number(/^Pages:\s+(\d+)/m.exec(about)[1]),
    width: Number(size[1]),
    height: Number(size[2]),
  };
}

/** The text of a PDF, without the spaces that its lines are broken with. */
function read(file) {
  return execFileSync(poppler("PDFTOTEXT", "pdftotext"), [file, "-"], { encoding: "utf8" }).replaceAll(/\s+/g, "");
}

/** A program of poppler; installed where it is missing and can be. */
function poppler(variable, name) {
  try {
    return program(variable, [name]);
  } catch {
    execFileSync("apt-get", ["install", "-y", "poppler-utils"], { stdio: "ignore" });
    return program(variable, [name]);
  }
}
