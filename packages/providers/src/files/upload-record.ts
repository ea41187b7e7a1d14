import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

const idPattern = /^[0-9a-f]{32}$/;
const HOUR = 3_600_000;
/** How long an unfinished upload may wait for its phone, and a finished one for a late question. */
const KEPT_FOR = 24 * HOUR;

/** The names tus gives uploads here. */
export function isUploadId(id: string): boolean {
  return idPattern.test(id);
}

/** A finished upload leaves its length behind, so that a phone whose last answer was lost learns that it is done. */
export async function markFinished(directory: string, id: string, bytes: number): Promise<void> {
  await writeFile(join(directory, `${id}.finished`), String(bytes));
  await rm(join(directory, id), { force: true });
  await rm(join(directory, `${id}.json`), { force: true });
}

/** The length of a finished upload, or null. */
export async function finishedLength(directory: string, id: string): Promise<number | null> {
  try {
    return Number(await readFile(join(directory, `${id}.finished`), "utf8"));
  } catch {
    return null;
  }
}

/** Forgets an upload whose bytes were refused. */
export async function discardUpload(directory: string, id: string): Promise<void> {
  await rm(join(directory, id), { force: true });
  await rm(join(directory, `${id}.json`), { force: true });
}

/** Removes what nobody will ask for any more; answers how many files went. `now` is the wall clock, as files have it. */
export async function sweepUploads(directory: string, now: number): Promise<number> {
  let removed = 0;
  for (const name of await readdir(directory)) {
    if (!idPattern.test(name.split(".")[0] ?? "")) continue;
    const path = join(directory, name);
    const changed = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => now,
    );
    if (now - changed <= KEPT_FOR) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
