import type { TermsParsed } from "@lingong/contracts";
import type { Category, Place, Terms } from "@lingong/domain";

/** A customer's proposal made into terms: mode, plan and minimum are the category's, whatever the client believes. */
export function termsFrom(proposal: TermsParsed, category: Category, place: Place | null): Terms {
  return {
    categoryId: category.id,
    mode: category.mode,
    plan: category.plan,
    pricing: proposal.pricing,
    scope: proposal.scope,
    note: proposal.note,
    photoIds: proposal.photoIds,
    tags: proposal.tags,
    place,
    startsAt: proposal.startsAt === null ? null : Date.parse(proposal.startsAt),
    bookedMinutes: proposal.bookedMinutes,
    minimumMinutes: category.minimumMinutes,
    headcount: proposal.headcount,
    rateFenPerHour: proposal.rateFenPerHour,
    travelFen: proposal.travelFen,
    rematchAfterFault: proposal.rematchAfterFault,
    direct: proposal.direct,
    regularsFirst: proposal.regularsFirst,
  };
}
