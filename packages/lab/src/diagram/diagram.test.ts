import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { lifecycleDiagram, withLifecycle } from "./diagram.ts";
import { documents } from "./diagram-command.ts";

test("the drawn parts of the documents are those of the table as it is", async () => {
  for (const document of documents) {
    const text = await readFile(document, "utf8");
    expect(text, `${document.pathname} is out of date: run \`npm run -s lab -- diagram\``).toBe(withLifecycle(text));
  }
});

test("the diagram leads from the draft to every final state", () => {
  const diagram = lifecycleDiagram();
  expect(diagram).toContain("draft --> awaiting_payment: place");
  for (const final of ["completed", "resolved", "cancelled", "expired"]) expect(diagram).toMatch(new RegExp(`--> ${final}:`));
});
