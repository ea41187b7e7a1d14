// Where the project is, and the one way its tools say that they cannot go on.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, ".cache");

/** A problem that its reader can act on: shown as one sentence, without a stack. */
export class Refusal extends Error {}

/** Reads a remembered value, or null: a lost or broken memory only costs time. */
export function recall(name) {
  try {
    return JSON.parse(readFileSync(join(cache, `${name}.json`), "utf8"));
  } catch {
    return null;
  }
}

export function remember(name, value) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, `${name}.json`), `${JSON.stringify(value)}\n`);
}

/** Turns what a failing step printed into the sentence that helps, where the cause is a known one. */
export function explain(output, otherwise) {
  if (/ENOSPC|no space left on device/i.test(output)) return "The disk is full: free some space and start again (nothing was lost).";
  if (/EROFS|read-only file system/i.test(output)) return "The project's folder cannot be written to: the file system is read-only.";
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/.test(output)) {
    return "The package registry cannot be reached: check the network (and the proxy, if there is one) and start again.";
  }
  return otherwise;
}

/** Runs a tool to its end; a refusal, or a disk that filled up meanwhile, is one sentence and exit code 1. */
export async function main(run) {
  try {
    process.exitCode = await run();
  } catch (error) {
    const known = error instanceof Refusal ? error.message : explain(String(error?.code ?? ""), null);
    console.error(known ?? error);
    process.exitCode = 1;
  }
}
