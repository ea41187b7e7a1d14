import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { zstdCompress, zstdDecompress } from "node:zlib";

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** More than any city's round takes: what claims to be larger is none of ours. */
const mostBytes = 1_024 * 1_024 * 1_024;

/** A record's text, compressed off the main thread, and the hash of the text itself: compression may change, the hash does not. */
export async function packRecord(text: string): Promise<{ readonly bytes: Buffer; readonly hash: Buffer }> {
  return { bytes: await compress(text), hash: createHash("sha256").update(text).digest() };
}

/** @throws when the bytes are no record, or were changed: the hash of the text differs. */
export async function unpackRecord(bytes: Uint8Array, hash: Uint8Array): Promise<string> {
  const text = (await decompress(bytes, { maxOutputLength: mostBytes })).toString("utf8");
  if (!createHash("sha256").update(text).digest().equals(hash)) throw new RangeError("a round's record was changed");
  return text;
}
