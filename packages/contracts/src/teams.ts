import { z } from "zod";
import { id, idempotencyKey, instant, slug } from "./common.ts";
import { limits } from "./limits.ts";

/** Somebody whom a team may send to its orders. */
export const teamMember = z.object({
  id,
  name: z.string(),
  avatarUrl: z.string().nullable(),
  level: z.int(),
  verified: z.boolean(),
  categories: z.array(z.object({ categoryId: slug, certified: z.boolean() })),
  joinedAt: instant,
  /** Down for an order that is not over: until then they stay. */
  booked: z.boolean(),
});

/** A team as those see it who are in it, or are asked to join. */
export const teamCard = z.object({ id, name: z.string(), avatarUrl: z.string().nullable(), level: z.int(), members: z.int() });

/** A team's own people and the code by which others join; or the team that somebody is in. */
export const teamView = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("team"),
    /** Null: none was made, or it has run out. */
    code: z.object({ code: z.string(), expiresAt: instant }).nullable(),
    members: z.array(teamMember),
  }),
  z.object({
    kind: z.literal("individual"),
    team: teamCard.extend({ joinedAt: instant, booked: z.boolean() }).nullable(),
  }),
]);

/** As it is typed: spaces and small letters do not matter. */
const teamCode = z.string().trim().min(1).max(limits.teamCode);

export const renewTeamCodeInput = z.object({ idempotencyKey });
export const teamInvitationInput = z.object({ code: teamCode });
export const joinTeamInput = z.object({ idempotencyKey, code: teamCode });
export const leaveTeamInput = z.object({ idempotencyKey });
export const removeMemberInput = z.object({ idempotencyKey, memberId: id });

export const crewInput = z.object({ orderId: id });
/** Who may be sent to an order, and why others may not. */
export const crewOutput = z.object({
  /** At most so many. */
  most: z.int(),
  members: z.array(
    z.object({
      id,
      name: z.string(),
      avatarUrl: z.string().nullable(),
      level: z.int(),
      named: z.boolean(),
      /** A code of §6; null: may go. */
      exclusion: z.string().nullable(),
    }),
  ),
});

export type TeamMemberView = z.infer<typeof teamMember>;
export type TeamCard = z.infer<typeof teamCard>;
export type TeamView = z.infer<typeof teamView>;
export type RenewTeamCodeInput = z.infer<typeof renewTeamCodeInput>;
export type TeamInvitationInput = z.infer<typeof teamInvitationInput>;
export type JoinTeamInput = z.infer<typeof joinTeamInput>;
export type LeaveTeamInput = z.infer<typeof leaveTeamInput>;
export type RemoveMemberInput = z.infer<typeof removeMemberInput>;
export type CrewOutput = z.infer<typeof crewOutput>;
