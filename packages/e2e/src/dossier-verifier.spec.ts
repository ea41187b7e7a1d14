import { fileURLToPath } from "node:url";
import { buildDossier, canonicalJson, commitmentOf, type DossierFile } from "@lingong/domain";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";

const verifier = new URL("../../../apps/customer/public/dossier-verifier.html", import.meta.url);
const salt = "5a".repeat(32);

/** Ten pictures and a message that its reader may see. */
const dossier = buildDossier("019a7c3e-5b1d-7f02-9c1f-22a79c1f22a7", [
  ...Array.from({ length: 10 }, (_, index) => ({
    kind: "photo" as const,
    at: index * 60_000,
    body: { label: `照片 ${index + 1}`, sha256: "ab".repeat(32) },
  })),
  {
    kind: "message" as const,
    at: 600_000,
    body: { workerId: "w", number: 1, side: "customer", text: commitmentOf(salt, "<b>钥匙在门卫处</b>") },
    openings: [{ path: ["text"], salt, value: "<b>钥匙在门卫处</b>" }],
  },
]);

async function show(page: Page, file: DossierFile): Promise<void> {
  const buffer = Buffer.from(canonicalJson(file));
  await page.locator("input[type=file]").setInputFiles({ name: "dossier.json", mimeType: "application/json", buffer });
}

test("the verifier opens from the disk without a network, and names the first record that is wrong", async ({ page, context }, info) => {
  const failures: string[] = [];
  page.on("pageerror", (error) => failures.push(error.message));
  await context.setOffline(true);
  await page.goto(fileURLToPath(verifier).replace(/^/, "file://"));
  const zh = info.project.name === "zh-CN";
  const verdict = page.getByRole("status");

  await show(page, dossier);
  await expect(verdict).toContainText(zh ? "档案完整" : "The dossier is intact");
  await expect(verdict).toContainText(dossier.root);
  await expect(page.getByRole("listitem")).toHaveCount(11);
  await expect(page.getByText(`${zh ? "客户" : "customer"}: <b>钥匙在门卫处</b>`, { exact: true })).toBeVisible();
  await expectAccessible(page, "verifier, intact");

  await show(page, { ...dossier, records: dossier.records.toSpliced(4, 1) });
  await expect(verdict).toContainText(zh ? "第 5 条记录被删去" : "Record 5 was dropped");
  await expect(page.getByText(zh ? "这里少了第 5 条" : "Record 5 is missing here")).toBeVisible();
  await expectAccessible(page, "verifier, a record missing");

  const [first, second] = dossier.records;
  if (first === undefined || second === undefined) throw new Error("no records");
  await show(page, { ...dossier, records: dossier.records.with(0, second).with(1, first) });
  await expect(verdict).toContainText(zh ? "第 1 条记录被移动" : "Record 1 was moved");
  await show(page, { ...dossier, records: dossier.records.with(2, { ...second, number: 3 }) });
  await expect(verdict).toContainText(zh ? "第 3 条记录被改动" : "Record 3 was changed");

  await show(page, dossier);
  await page.getByRole("textbox").fill("0".repeat(64));
  await page.getByRole("textbox").press("Tab");
  await expect(verdict).toContainText(zh ? "根哈希与您给出的不同" : "its root is not the one you gave");
  await page.getByRole("button", { name: zh ? "English" : "中文" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(zh ? "Lingong · dossier verifier" : "零工 · 证据档案核验");
  expect(failures).toEqual([]);
});
