// Runs the store's contract tests in Chromium: `node contract.mjs FOLDER`,
// where xtask has put the page. It gives {passed: [name], failed: [{name, why}]}.
import { resolve } from "node:path";
import { count, flow, report } from "./lib/flow.mjs";

const t = flow("contract");
try {
  const host = await t.host(resolve(process.argv[2]), "/");
  const { page, problems } = await t.chromium();
  await page.goto(host.url);
  await t.until(page, () => globalThis.contract !== undefined, { what: "the contract page to load" });
  const answer = JSON.parse(await page.evaluate(() => globalThis.contract));
  for (const name of answer.passed) report(`contract: ${name}`);
  for (const { name, why } of answer.failed) report(`contract: ${name}`, why);
  if (count.passed + count.failed === 0) report("contract: holds tests", "none ran");
  if (answer.failed.length) console.log(problems.join("\n"));
} catch (error) {
  report("contract: runs to its end", error);
}
await t.closeAll();
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed === 0 ? 0 : 1);
