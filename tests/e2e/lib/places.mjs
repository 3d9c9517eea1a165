// Where things lie, and folders that go when the run ends.
import { existsSync, mkdtempSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const e2e = resolve(dirname(fileURLToPath(import.meta.url)), "..");
export const dist = resolve(e2e, "../../dist");
export const web = join(dist, "web");
export const single = pathToFileURL(join(dist, "jieyou.html")).href;

/** A file in tests/e2e/out, where pictures and PDFs of a run stay. */
export function outFile(name) {
  mkdirSync(join(e2e, "out"), { recursive: true });
  return join(e2e, "out", name);
}

const temporary = [];

/** A new empty folder. */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `jieyou-${name}-`));
  temporary.push(folder);
  return folder;
}

process.on("exit", () => {
  for (const folder of temporary) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});

/** The program an environment variable names, else the first one in PATH. */
export function program(variable, names) {
  if (process.env[variable]) return process.env[variable];
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of names) {
      if (existsSync(join(folder, name))) return join(folder, name);
    }
  }
  throw new Error(`${names[0]} is not installed; name the program in ${variable}`);
}
