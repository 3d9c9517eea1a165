// Sealing and opening as other programs do: npm's age-encryption, written apart from ours,
// and the ordinary `age` program where one is installed.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from "age-encryption";
import { temporaryFolder } from "./places.mjs";

/** Opens a file with a passphrase; gives back its text. */
export async function npmOpens(file, passphrase) {
  const one = new Decrypter();
  one.addPassphrase(passphrase);
  return one.decrypt(new Uint8Array(readFileSync(file)), "text");
}

/** Seals a text with a passphrase; gives back the file. */
export async function npmSeals(text, passphrase, work = 14) {
  const one = new Encrypter();
  one.setPassphrase(passphrase);
  one.setScryptWorkFactor(work);
  return written("theirs.age", await one.encrypt(text));
}

/** Seals a text for a key that nobody keeps. */
export async function npmSealsForAKey(text) {
  const one = new Encrypter();
  one.addRecipient(await identityToRecipient(await generateIdentity()));
  return written("key.age", await one.encrypt(text));
}

/** Writes a file into a new folder. */
export function written(name, content) {
  const file = join(temporaryFolder("age"), name);
  writeFileSync(file, content);
  return file;
}

/** Whether the ordinary program is here. It asks for the passphrase on a terminal only. */
export const hasAge = ["age", "script"].every((name) =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, name))),
);

/** Opens a file with the ordinary program; gives back its text. */
export async function ageOpens(file, passphrase) {
  const out = join(temporaryFolder("age"), "opened");
  await age(["-d", "-o", out, file], [passphrase]);
  return readFileSync(out, "utf8");
}

/** Seals a text with the ordinary program; gives back the file. */
export async function ageSeals(text, passphrase) {
  const plain = written("plain.json", text);
  await age(["-p", "-o", `${plain}.age`, plain], [passphrase, passphrase]);
  return `${plain}.age`;
}

/** Runs the program on a terminal of its own and answers what it asks. */
function age(words, answers) {
  return new Promise((done, fail) => {
    const line = ["age", ...words].map((word) => `'${word}'`).join(" ");
    const child = spawn("script", ["-qec", line, "/dev/null"]);
    const left = [...answers];
    let said = "";
    child.stdout.on("data", (data) => {
      said += data;
      if (!left.length || !/passphrase[^\n]*:\s*$/i.test(said)) return;
      child.stdin.write(`${left.shift()}\n`);
      said += "\n";
    });
    child.on("error", fail);
    child.on("close", (code) => (code === 0 ? done() : fail(new Error(`age ended with ${code}`))));
  });
}
