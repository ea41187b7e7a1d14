// Run by the Node that npx fetched: says which one it is and where pnpm lies beside it.
import { existsSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";

const bin = (process.env.PATH ?? "").split(delimiter).find((folder) => existsSync(join(folder, "pnpm")));
if (bin === undefined) throw new Error("npx has not put pnpm on the path");
console.log(JSON.stringify({ runtime: { version: process.version, node: process.execPath, bin, pnpm: realpathSync(join(bin, "pnpm")) } }));
