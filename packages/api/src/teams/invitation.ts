import type { RenewTeamCodeInput, TeamCard, TeamInvitationInput, TeamView } from "@lingong/contracts";
import { type TeamCode, teams, workers } from "@lingong/db";
import { DAY } from "@lingong/domain";
import { fail, found } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { onlyOnce, requestOf } from "../orders/idempotency.ts";
import { loadTeam, teamCardOf } from "./view.ts";

const lives = 7 * DAY;
/** Capital letters and digits that nobody takes for another. */
const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const length = 8;

/** Eight of thirty-two signs, from the bytes of a keyed hash. */
function codeFrom(bytes: Uint8Array): string {
  return [...bytes.subarray(0, length)].map((byte) => alphabet[byte % alphabet.length]).join("");
}

/** A code as it was typed: spaces, hyphens and small letters do not matter. */
function written(code: string): string {
  return code.normalize("NFKC").toUpperCase().replaceAll(/[\s-]/g, "");
}

/** A team's new code; the one before is dead. @throws `not_a_team`. */
export async function renewCode(ctx: Signed, { idempotencyKey }: RenewTeamCodeInput): Promise<TeamView> {
  const { services, session } = ctx;
  const { userId } = session;
  const { kind } = found(await workers.findById(services.db, userId));
  if (kind !== "team") fail("not_a_team");
  const code = codeFrom(services.secrets.keyedHash("team-code", `${userId} ${idempotencyKey}`));
  await onlyOnce(services, requestOf(services.secrets, userId, idempotencyKey, { renewTeamCode: true }, null), async (transaction) => {
    const now = services.clock.now();
    // Somebody else's by a chance of one in a billion billions: another tap makes another code.
    if (!(await teams.setCode(transaction, { teamId: userId, code, expiresAt: now + lives }, now))) fail("conflict");
    return null;
  });
  return loadTeam(ctx);
}

/** Whose code it is. Guessing is slow: a few tries a quarter of an hour. @throws `team_invitation_invalid`, `rate_limited`. */
export async function invitationOf({ services, session }: Signed, code: string): Promise<TeamCode> {
  if (!(await services.limiter.allow("team_code", session.userId))) fail("rate_limited");
  return (await teams.findByCode(services.db, written(code), services.clock.now())) ?? fail("team_invitation_invalid");
}

/** The team behind a code, before one joins it. */
export async function showInvitation(ctx: Signed, { code }: TeamInvitationInput): Promise<TeamCard> {
  const { teamId } = await invitationOf(ctx, code);
  return teamCardOf(ctx.services, teamId);
}
