import { readFile, writeFile } from "node:fs/promises";
import type { Command } from "../command.ts";
import { withLifecycle } from "./diagram.ts";

/** The documents that show the lifecycle. */
export const documents: readonly URL[] = ["README.md", "docs/lifecycle.md"].map((path) => new URL(`../../../../${path}`, import.meta.url));

/** Draws the lifecycle into the README and docs/lifecycle.md, from the table. */
export const diagram: Command = async () => {
  for (const document of documents) {
    const text = await readFile(document, "utf8");
    const drawn = withLifecycle(text);
    if (drawn !== text) await writeFile(document, drawn);
  }
  return 0;
};
