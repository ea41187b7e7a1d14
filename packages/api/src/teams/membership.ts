import { type JoinTeamInput, type LeaveTeamInput, limits, type RemoveMemberInput, type TeamView } from "@lingong/contracts";
import { leaveHints, type Transaction, teams, workers } from "@lingong/db";
import type { Instant } from "@lingong/domain";
import { fail, found } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { onlyOnce, requestOf } from "../orders/idempotency.ts";
import { invitationOf } from "./invitation.ts";
import { loadTeam } from "./view.ts";

/** Both sides look again. */
function tell(transaction: Transaction, teamId: string, memberId: string, now: Instant): Promise<void> {
  return leaveHints(
    transaction,
    [{ rooms: [`user:${teamId}`, `user:${memberId}`], kind: "team", subjectId: teamId, version: null, data: null }],
    now,
  );
}

/**
 * Joins the team behind a code: individuals whose name is verified, one team at a time.
 * @throws `team_for_individuals`, `excluded_unverified`, `team_already_joined`, `team_full`, and what `invitationOf` throws.
 */
export async function joinTeam(ctx: Signed, { idempotencyKey, code }: JoinTeamInput): Promise<TeamView> {
  const { services, session } = ctx;
  const memberId = session.userId;
  const { kind, verified } = found(await workers.findById(services.db, memberId));
  if (kind === "team") fail("team_for_individuals");
  if (!verified) fail("excluded_unverified");
  const { teamId } = await invitationOf(ctx, code);
  await onlyOnce(services, requestOf(services.secrets, memberId, idempotencyKey, { joinTeam: teamId }, null), async (transaction) => {
    const now = services.clock.now();
    // Who joins at the same moment waits here: a team is full for both.
    await teams.lockWorker(transaction, teamId);
    if ((await teams.listMembers(transaction, teamId, limits.teamMembers)).length >= limits.teamMembers) fail("team_full");
    if (!(await teams.addMember(transaction, { teamId, memberId, joinedAt: now }))) fail("team_already_joined");
    await tell(transaction, teamId, memberId, now);
    return null;
  });
  return loadTeam(ctx);
}

/**
 * Ends a membership, unless the member is down for an order of the team: the member's row is locked first, so that nobody is sent
 * anywhere meanwhile. @throws `not_found`, `team_member_booked`.
 */
async function end(transaction: Transaction, teamId: string, memberId: string, now: Instant): Promise<void> {
  await teams.lockWorker(transaction, memberId);
  if ((await teams.findBooked(transaction, teamId, [memberId])).has(memberId)) fail("team_member_booked");
  if (!(await teams.endMembership(transaction, { teamId, memberId, now }))) fail("not_found");
  await tell(transaction, teamId, memberId, now);
}

/** Leaves the team one is in. @throws `not_found` in none, `team_member_booked`. */
export async function leaveTeam(ctx: Signed, { idempotencyKey }: LeaveTeamInput): Promise<TeamView> {
  const { services, session } = ctx;
  const request = requestOf(services.secrets, session.userId, idempotencyKey, { leaveTeam: true }, null);
  await onlyOnce(services, request, async (transaction) => {
    const { teamId } = found(await teams.findByMember(transaction, session.userId));
    await end(transaction, teamId, session.userId, services.clock.now());
    return null;
  });
  return loadTeam(ctx);
}

/** Removes somebody from one's own team. @throws `not_found` who is not in it, `team_member_booked`. */
export async function removeMember(ctx: Signed, { idempotencyKey, memberId }: RemoveMemberInput): Promise<TeamView> {
  const { services, session } = ctx;
  const request = requestOf(services.secrets, session.userId, idempotencyKey, { removeMember: memberId }, null);
  await onlyOnce(services, request, async (transaction) => {
    await end(transaction, session.userId, memberId, services.clock.now());
    return null;
  });
  return loadTeam(ctx);
}
