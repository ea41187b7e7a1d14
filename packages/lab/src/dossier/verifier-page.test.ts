import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { verifierFile } from "./verifier-command.ts";
import { verifierPage } from "./verifier-page.ts";

test("the verifier the apps hand out is the one of the code as it is", { timeout: 60_000 }, async () => {
  const kept = await readFile(verifierFile, "utf8");
  expect(kept === (await verifierPage()), "apps/customer/public/dossier-verifier.html is out of date: run `npm run -s lab -- dossier-verifier`").toBe(
    true,
  );
});

test("it loads nothing from anywhere, and is small", async () => {
  const page = await readFile(verifierFile, "utf8");
  expect(page).not.toMatch(/<(script|link|img)[^>]+(src|href)=/);
  expect(page).not.toMatch(/\b(fetch|XMLHttpRequest|import)\(/);
  expect(page.length).toBeLessThan(100_000);
});
