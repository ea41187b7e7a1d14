import type { WorkerKind } from "@lingong/contracts";

const stored = "lingong.worker.join";

/** What was answered on the way in. The ID number is never kept: it is typed once and sent once. */
export interface JoinDraft {
  readonly kind: WorkerKind;
  readonly crewSize: number;
  readonly realName: string;
  readonly cityId: string | null;
  readonly categoryIds: readonly string[];
}

const empty: JoinDraft = { kind: "individual", crewSize: 2, realName: "", cityId: null, categoryIds: [] };

/** Kept for this tab: a reload on the way loses nothing. */
export function loadJoinDraft(): JoinDraft {
  try {
    return { ...empty, ...(JSON.parse(sessionStorage.getItem(stored) ?? "{}") as Partial<JoinDraft>) };
  } catch {
    return empty;
  }
}

export function saveJoinDraft(draft: JoinDraft): void {
  try {
    sessionStorage.setItem(stored, JSON.stringify(draft));
  } catch {
    // storage may be forbidden: the answers then live as long as the page
  }
}

export function forgetJoinDraft(): void {
  try {
    sessionStorage.removeItem(stored);
  } catch {
    // as above
  }
}
