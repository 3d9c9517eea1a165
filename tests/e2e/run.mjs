// Runs every flow in flows/, or those named with --only, three at a time. Pictures are taken
// of those named, and of all with --pictures. A flow exports `name` and `run(t)`; `t` is
// described in lib/flow.mjs.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { count, flow, report } from "./lib/flow.mjs";
import { dist, e2e } from "./lib/places.mjs";

const only = process.argv.flatMap((word, at, all) => (all[at - 1] === "--only" ? [word] : []));
if (!existsSync(join(dist, "jieyou.html"))) {
  console.error("dist/ is not there: run cargo xtask dist first");
  process.exit(1);
}

const files = readdirSync(join(e2e, "flows")).filter((file) => file.endsWith(".mjs")).sort();

async function one(file) {
  const { name, run } = await import(`./flows/${file}`);
  if (only.length && !only.includes(name)) return;
  const t = flow(name);
  const start = Date.now();
  try {
    await run(t);
  } catch (error) {
    report(`${name}: runs to its end`, error);
  }
  await t.closeAll();
  console.log(`   ${name} took ${Math.round((Date.now() - start) / 1000)} s`);
}

// More than half of a flow is waiting for a browser: three at a time, each with its own.
const lane = async () => {
  for (let file = files.shift(); file !== undefined; file = files.shift()) await one(file);
};
await Promise.all([lane(), lane(), lane()]);
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed === 0 ? 0 : 1);
