// What a flow does with a page: wait, look, photograph, print, audit.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { outFile } from "./places.mjs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Waits until a function gives something true in the page; gives it back. */
export async function until(page, probe, { argument, timeout = 20_000, what } = {}) {
  const end = Date.now() + timeout;
  for (;;) {
    let answer;
    try {
      answer = await page.evaluate(probe, argument);
    } catch (error) {
      // The page is on its way to another document.
      if (!/context|navigat|destroyed|closed frame/i.test(String(error))) throw error;
    }
    if (answer) return answer;
    if (Date.now() > end) {
      const text = await page.evaluate(() => document.body?.innerText ?? "").catch(() => "");
      throw new Error(`waited in vain for ${what ?? probe}; the page says: ${text.slice(0, 400)}`);
    }
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Waits until the app has drawn. */
export function booted(page) {
  return until(page, () => document.querySelector("#app > :not(#boot)") !== null, {
    what: "the app to draw",
  });
}

/** The text of the page as a reader sees it. */
export function text(page) {
  return page.evaluate(() => document.body.innerText);
}

// Nobody looks at the pictures of a whole run, and each costs time.
const takesPictures = ["--only", "--pictures"].some((word) => process.argv.includes(word));

/** Leaves a picture in tests/e2e/out, when flows were named or pictures asked for. */
export async function screenshot(page, name) {
  if (!takesPictures) return undefined;
  return page.screenshot({ path: outFile(`${name}.png`), fullPage: true });
}

/** Leaves a PDF in tests/e2e/out, as the print screen would make it (Chromium). */
export async function pdf(page, name) {
  return page.pdf({ path: outFile(`${name}.pdf`), format: "A4", preferCSSPageSize: true });
}

/** Fails on any violation axe finds. `evaluate`, because the policy refuses a script tag. */
export async function axe(page, options = {}) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  // What passed is not wanted one by one.
  const asked = { resultTypes: ["violations"], ...options };
  const { violations } = await page.evaluate((asked) => globalThis.axe.run(document, asked), asked);
  if (violations.length) {
    const lines = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).slice(0, 4).join(" | ")}`,
    );
    throw new Error(`axe: ${lines.join("; ")}`);
  }
}

/** Fails if anything was collected; what is expected can be named. */
export function clean(session, { allow = [] } = {}) {
  const left = session.problems.filter((line) => !allow.some((pattern) => pattern.test(line)));
  session.problems.length = 0;
  if (left.length) throw new Error(left.slice(0, 5).join("; "));
}
