import { type CrewOutput, limits } from "@lingong/contracts";
import { orders, teams } from "@lingong/db";
import { crewExclusion } from "@lingong/domain";
import { fail, found } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { loadFacts, loadWorkers } from "../orders/facts.ts";
import { viewerOf } from "../orders/party.ts";
import { facesOf } from "./view.ts";

/** Who of a team may be sent to one of its orders, and why others may not: the same judgement that naming them is held to. */
export async function loadCrew({ services, session }: Signed, orderId: string): Promise<CrewOutput> {
  const { order } = found(await orders.findById(services.db, orderId));
  const { actor } = viewerOf(session, order);
  if (order.assignment?.workerId !== session.userId) fail("not_yours");
  const now = services.clock.now();
  const ids = (await teams.listMembers(services.db, session.userId, limits.teamMembers)).map(({ memberId }) => memberId);
  const [facts, members, faceOf] = await Promise.all([
    loadFacts(services, order, { actor, command: { type: "assignCrew", memberIds: [] } }, now),
    loadWorkers(services, ids, order.customerId, now),
    facesOf(services, ids),
  ]);
  const named = new Set(order.assignment.crew);
  return {
    most: order.terms.headcount,
    members: ids.flatMap((id) => {
      const member = members.find((each) => each.id === id);
      if (member === undefined) return [];
      return [{ id, ...faceOf(id), named: named.has(id), exclusion: crewExclusion(order, member, facts, now) }];
    }),
  };
}
