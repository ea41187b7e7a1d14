import type { QualificationView } from "@lingong/contracts";
import { calendars } from "@lingong/db";
import { categoryOf, type Qualification } from "@lingong/domain";
import type { Services } from "../kernel/context.ts";
import { iso } from "../kernel/iso.ts";

/** Whether a worker gets offers in a category: some demand a certificate, some a certificate or a proof of work (§9). */
function stateOf({ categoryId, certified, proofOfWork, validUntil }: Qualification, now: number): QualificationView["state"] {
  if (certified && validUntil !== null && validUntil <= now) return "expired";
  const rule = categoryOf(categoryId)?.certificate ?? "required";
  if (rule === "optional" || certified || (rule === "proof" && proofOfWork)) return "qualified";
  return "certificate_missing";
}

export async function qualificationViews(services: Services, workerId: string): Promise<QualificationView[]> {
  const now = services.clock.now();
  const list = await calendars.listQualifications(services.db, workerId);
  return list.map((qualification) => ({
    categoryId: qualification.categoryId,
    state: stateOf(qualification, now),
    certified: qualification.certified,
    validUntil: iso(qualification.validUntil),
  }));
}
