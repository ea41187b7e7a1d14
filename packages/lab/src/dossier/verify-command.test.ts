import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildDossier, canonicalJson, type DossierFile } from "@lingong/domain";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { Refusal } from "../command.ts";
import { verifyDossierFile } from "./verify-command.ts";

const dossier = buildDossier(
  "o",
  [1, 2, 3].map((at) => ({ kind: "photo" as const, at, body: { label: `照片 ${at}` } })),
);
const said = vi.spyOn(console, "log").mockImplementation(() => undefined);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lingong-dossier-"));
});
beforeEach(() => said.mockClear());
afterAll(async () => {
  said.mockRestore();
  await rm(folder, { recursive: true, force: true });
});

async function verify(file: DossierFile, ...words: readonly string[]): Promise<{ code: number; said: unknown }> {
  const path = join(folder, "dossier.json");
  await writeFile(path, canonicalJson(file));
  return { code: await verifyDossierFile([path, ...words]), said: said.mock.lastCall?.[0] };
}

test("an intact dossier answers its root and exit code 0", async () => {
  expect(await verify(dossier)).toEqual({ code: 0, said: `intact: 3 records of order o\nroot ${dossier.root}` });
  const told = await verify(dossier, "--json", "--root", dossier.root.toUpperCase());
  expect({ ...told, said: JSON.parse(String(told.said)) }).toEqual({ code: 0, said: { intact: true, orderId: "o", records: 3, root: dossier.root } });
});

test("a tampered one names the first record concerned, with exit code 1", async () => {
  const { records } = dossier;
  expect(await verify({ ...dossier, records: records.toSpliced(1, 1) })).toEqual({ code: 1, said: "NOT intact: record 2 was dropped" });
  expect(await verify({ ...dossier, records: records.toReversed() })).toEqual({ code: 1, said: "NOT intact: record 1 was moved" });
  const told = await verify(dossier, "--json", "--root", "0".repeat(64));
  expect({ ...told, said: JSON.parse(String(told.said)) }).toEqual({ code: 1, said: { intact: false, flaw: "other_root", record: null } });
});

test("a missing file is refused in one sentence", async () => {
  await expect(verifyDossierFile([])).rejects.toThrow(Refusal);
  await expect(verifyDossierFile([join(folder, "nothing.json")])).rejects.toThrow("cannot be read");
});
