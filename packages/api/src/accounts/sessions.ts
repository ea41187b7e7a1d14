import type { AdminRole, RevokeSessionInput, SessionView } from "@lingong/contracts";
import { leaveHints, type Session, sessions, type User } from "@lingong/db";
import type { Services } from "../kernel/context.ts";
import { fail } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import type { SignedIn } from "./session-cache.ts";

const done = { done: true } as const;

export function signedInOf(session: Session, user: User): SignedIn {
  return {
    sessionId: session.id,
    userId: session.userId,
    app: session.app,
    cityId: user.cityId,
    isWorker: user.isWorker,
    adminRoles: user.adminRoles as readonly AdminRole[],
    expiresAt: session.expiresAt,
  };
}

/** Every process forgets what it remembers of this person; open sockets of ended sessions are closed by the server. */
export async function sessionsChanged(services: Services, userId: string): Promise<void> {
  services.sessions.forgetUser(userId);
  await leaveHints(services.db, [{ rooms: [`user:${userId}`], kind: "session", subjectId: userId, version: null, data: null }], services.clock.now());
}

export async function signOut(ctx: Signed): Promise<typeof done> {
  const { services, session } = ctx;
  await sessions.revoke(services.db, { sessionId: session.sessionId, userId: session.userId }, services.clock.now());
  await sessionsChanged(services, session.userId);
  ctx.setCookie(null, null);
  return done;
}

/** Ends every session of this person, in all apps, this one too. */
export async function signOutEverywhere(ctx: Signed): Promise<typeof done> {
  const { services, session } = ctx;
  await sessions.revoke(services.db, { userId: session.userId }, services.clock.now());
  await sessionsChanged(services, session.userId);
  ctx.setCookie(null, null);
  return done;
}

export async function listSessions({ services, session }: Signed): Promise<SessionView[]> {
  const living = await sessions.listForUser(services.db, { userId: session.userId, now: services.clock.now() });
  return living.map((each) => ({
    id: each.id,
    app: each.app,
    deviceName: each.deviceName,
    createdAt: iso(each.createdAt),
    lastSeenAt: iso(each.lastSeenAt),
    expiresAt: iso(each.expiresAt),
    current: each.id === session.sessionId,
  }));
}

/** Ends one of one's own sessions; another's is `not_found`, as if it did not exist. */
export async function revokeSession(ctx: Signed, { sessionId }: RevokeSessionInput): Promise<typeof done> {
  const { services, session } = ctx;
  const ended = await sessions.revoke(services.db, { sessionId, userId: session.userId }, services.clock.now());
  if (ended.length === 0) fail("not_found");
  await sessionsChanged(services, session.userId);
  if (sessionId === session.sessionId) ctx.setCookie(null, null);
  return done;
}
