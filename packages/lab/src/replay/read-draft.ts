import { readFile } from "node:fs/promises";
import { type DispatchDraft, defaultPolicy, draftFrom } from "@lingong/domain";
import { Refusal } from "../command.ts";

/** Changed numbers of dispatch from a file. @throws Refusal with the number at fault. */
export async function readDraft(file: string): Promise<DispatchDraft> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Refusal(`${file} cannot be read`);
  });
  let changes: unknown;
  try {
    changes = JSON.parse(text);
  } catch {
    throw new Refusal(`${file} is no JSON`);
  }
  const draft = draftFrom(changes, defaultPolicy);
  if (draft.ok) return draft.value;
  const { field, problem, bound } = draft.error.details ?? {};
  throw new Refusal(`${file}: ${field === "" ? "the policy" : field}: ${String(problem).replaceAll("_", " ")}${bound == null ? "" : ` (${bound})`}`);
}
