import { readFile } from "node:fs/promises";
import { lifecycle, orderStates } from "@lingong/domain";
import { expect, test } from "vitest";
import { happened, states } from "./page/labels.ts";
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

test("it has a word in both languages for every state and everything that can happen", () => {
  for (const state of orderStates)
    expect(states[state]).toEqual({ zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/^[A-Z]/) });
  const commands = new Set(Object.values(lifecycle).map(({ on }) => on));
  for (const command of ["draft", ...commands]) expect(happened[command], command).toBeDefined();
});
