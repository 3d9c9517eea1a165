// On paper: the whole of a page, whose it is, and no button.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { PETITION, TOWNSHIP, open, register, setUp, training, unfold, visit } from "../lib/app.mjs";
import { outFile, program } from "../lib/places.mjs";

export const name = "print";

const BUTTONS = new RegExp(
  [
    "打印", "登记一件事", "现在可以做", "为什么是这天", "撤销这一笔", "跳到正文", "领导看",
    "办不了，因为", "存一份文件", "清除联系方式", "退出演练",
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
  await t.check("今日 is on paper with its unit and no button", async () => {
    await visit(page, "/today");
    const paper = await print("print-today");
    assert.match(paper, /青禾镇人民政府/);
    assert.match(paper, /修路占地补偿没有发到户/);
    assert.match(paper, /2026年4月16日/);
    assert.doesNotMatch(paper.replaceAll(/打印于/g, ""), BUTTONS);
  });
  await t.check("建账 is on paper", async () => {
    await visit(page, "/ledger");
    const paper = await print("print-ledger");
    assert.match(paper, /QH-2026-0001/);
    assert.doesNotMatch(paper, /存成CSV|选列|找一件事/);
    t.clean(session);
  });
  await t.check("what is printed in training says that it is training", async () => {
    await training(page);
    const paper = await print("print-training");
    assert.match(paper, /演练，不作依据。/);
    assert.doesNotMatch(paper.replaceAll(/打印于/g, ""), BUTTONS);
  });
}

/** The text of a PDF, without the spaces that its lines are broken with. */
function read(file) {
  return execFileSync(pdftotext(), [file, "-"], { encoding: "utf8" }).replaceAll(/\s+/g, "");
}

/** pdftotext; installed where it is missing and can be. */
function pdftotext() {
  try {
    return program("PDFTOTEXT", ["pdftotext"]);
  } catch {
    execFileSync("apt-get", ["install", "-y", "poppler-utils"], { stdio: "ignore" });
    return program("PDFTOTEXT", ["pdftotext"]);
  }
}
