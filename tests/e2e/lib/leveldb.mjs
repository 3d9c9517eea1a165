// Chromium's IndexedDB on disk, as a pulled plug leaves it: with half a record at the end of
// the log that LevelDB writes before everything else.
import { appendFileSync, existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** A log is written in blocks of this many bytes; a record in a block has a head of these. */
const [BLOCK, HEAD] = [32_768, 7];

/** Kinds of records that another part has to follow. */
const OPEN_ENDED = [2, 3];

/** Whether a log ends with a whole record. */
function isWhole(bytes) {
  let kind = 0;
  for (let at = bytes.length - (bytes.length % BLOCK); at + HEAD <= bytes.length; ) {
    kind = bytes[at + 6];
    at += HEAD + bytes.readUInt16LE(at + 4);
    if (at > bytes.length) return false;
  }
  return !OPEN_ENDED.includes(kind);
}

/** Writes the beginning of a record behind the log of every address in a profile; gives back
 * the logs that end in half a record now. Only while no browser runs on the profile. A log that the kill itself has torn
 * stays as it is: nothing stands behind half a record before the browser opens it. */
export function tear(profile) {
  const torn = [];
  const all = join(profile, "Default", "IndexedDB");
  for (const name of readdirSync(all).filter((name) => name.endsWith(".indexeddb.leveldb"))) {
    const logs = readdirSync(join(all, name)).filter((file) => file.endsWith(".log"));
    const log = join(all, name, logs.sort().at(-1));
    const bytes = readFileSync(log);
    const left = BLOCK - (bytes.length % BLOCK);
    if (!isWhole(bytes)) {
      torn.push(log);
      continue;
    }
    // No record begins where a block has no room for its head.
    if (left < 2 * HEAD) continue;
    const length = Math.min(2_000, left - HEAD);
    const record = Buffer.alloc(HEAD + Math.floor(length / 2), 0x6a);
    record.writeUInt16LE(length, 4);
    // A whole record, not the first part of one.
    record[6] = 1;
    appendFileSync(log, record);
    torn.push(log);
  }
  return torn;
}

/** Waits until the browser has put these logs away; how many milliseconds that took, or
 * nothing when it is not done after `patience`. */
export async function putAway(logs, patience) {
  const start = Date.now();
  while (logs.some((log) => existsSync(log))) {
    if (Date.now() - start > patience) return undefined;
    await new Promise((done) => setTimeout(done, 2));
  }
  return Date.now() - start;
}
