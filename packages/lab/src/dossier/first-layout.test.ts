import { readFileSync } from "node:fs";
import { canonicalJson, type DossierFile, type Json, verifyDossier } from "@lingong/domain";
import { describe, expect, it } from "vitest";

const textOf = (file: unknown): string => canonicalJson(file as Json);

describe("a dossier of the first layout", () => {
  const kept = readFileSync(new URL("dossier-format-1.json", import.meta.url), "utf8");
  const root = "6111b7a9388d69feee4a8f0c20f429d8ffcce6ff8b607150ce93a73c2ee3024e";

  it("verifies as it did when it was exported, its unnumbered message included", () => {
    expect(verifyDossier(kept, root)).toMatchObject({ intact: true, file: { format: "lingong-dossier/1", count: 7 } });
  });

  it("still tells of what was changed or dropped, and is not taken for a later one", () => {
    const { records, ...header } = JSON.parse(kept) as DossierFile;
    expect(verifyDossier(textOf({ ...header, records: records.toSpliced(6, 1) }))).toEqual({ intact: false, flaw: "dropped", record: 7 });
    const [first = expect.fail("no record")] = records;
    expect(verifyDossier(textOf({ ...header, records: records.with(0, { ...first, at: 9 }) }))).toEqual({
      intact: false,
      flaw: "changed",
      record: 1,
    });
    expect(verifyDossier(textOf({ ...header, records, format: "lingong-dossier/2" }))).toEqual({ intact: false, flaw: "header", record: null });
  });
});
