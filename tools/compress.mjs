// Lays a compressed copy beside every text file of a build, so that the server only has to choose.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const text = /\.(?:js|mjs|css|html|svg|json|webmanifest|txt)$/;
const worthIt = 1_024;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

async function compressFile(path) {
  const bytes = readFileSync(path);
  if (bytes.length < worthIt) return;
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
  const [br, gz] = await Promise.all([brotli(bytes, options), zip(bytes, { level: 9 })]);
  writeFileSync(`${path}.br`, br);
  writeFileSync(`${path}.gz`, gz);
}

/** Compresses what lies in `folder`, at any depth. */
export async function compressFolder(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => text.test(name));
  await Promise.all(files.map((name) => compressFile(join(folder, name))));
}
