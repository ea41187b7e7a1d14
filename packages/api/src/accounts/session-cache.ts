import type { AdminRole, AppName } from "@lingong/contracts";
import type { Instant } from "@lingong/domain";

/** Who a request speaks for. */
export interface SignedIn {
  readonly sessionId: string;
  readonly userId: string;
  readonly app: AppName;
  readonly cityId: string;
  readonly isWorker: boolean;
  readonly adminRoles: readonly AdminRole[];
  readonly expiresAt: Instant;
}

/** Sessions by token hash. Another process's revocation arrives as a feed hint of kind `session`: the server calls `forgetUser`. */
export interface SessionCache {
  get(hash: string): SignedIn | undefined;
  put(hash: string, session: SignedIn): void;
  forget(hash: string): void;
  forgetUser(userId: string): void;
  /** Notes that a session was used; written for many at once by a job. */
  saw(sessionId: string, at: Instant): void;
  /** What was noted since the last time. */
  takeSeen(): readonly { readonly id: string; readonly at: Instant }[];
  readonly size: number;
}

/** Entries live until they are forgotten, pushed out by newer ones, or older than `lifetime` (real time: a bound on a lost hint). */
export function createSessionCache(most = 50_000, lifetime = 60_000): SessionCache {
  const entries = new Map<string, { session: SignedIn; until: number }>();
  const byUser = new Map<string, Set<string>>();
  let seen = new Map<string, Instant>();
  const forget = (hash: string) => {
    const entry = entries.get(hash);
    if (entry === undefined) return;
    entries.delete(hash);
    const hashes = byUser.get(entry.session.userId);
    hashes?.delete(hash);
    if (hashes?.size === 0) byUser.delete(entry.session.userId);
  };
  return {
    get(hash) {
      const entry = entries.get(hash);
      if (entry === undefined) return undefined;
      if (entry.until > performance.now()) return entry.session;
      forget(hash);
      return undefined;
    },
    put(hash, session) {
      forget(hash);
      entries.set(hash, { session, until: performance.now() + lifetime });
      byUser.set(session.userId, (byUser.get(session.userId) ?? new Set()).add(hash));
      if (entries.size > most) for (const oldest of entries.keys()) return forget(oldest);
    },
    forget,
    forgetUser(userId) {
      for (const hash of [...(byUser.get(userId) ?? [])]) forget(hash);
    },
    saw: (sessionId, at) => void seen.set(sessionId, at),
    takeSeen() {
      const taken = [...seen].map(([id, at]) => ({ id, at }));
      seen = new Map();
      return taken;
    },
    get size() {
      return entries.size;
    },
  };
}
