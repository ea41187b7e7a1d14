import type { AppName } from "@lingong/contracts";
import { sessions, users } from "@lingong/db";
import type { Context, Language, Services } from "../kernel/context.ts";
import type { SignedIn } from "./session-cache.ts";
import { signedInOf } from "./sessions.ts";
import { tokenHash } from "./token.ts";

/** A request as the server met it. Header names in lower case; `cookies` already parsed. */
export interface RequestFacts {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly address: string;
  /** Names this request in the logs and to support. */
  readonly reference: string;
  /** Writes a cookie: httpOnly, SameSite=Lax, path /, Secure where the public address is https. Null clears it. */
  readonly writeCookie: (name: string, value: string | null, expiresAt: number | null) => void;
}

const apps: readonly AppName[] = ["customer", "worker", "admin"];

/** The cookie of an app. Each app has its own, so that one browser may be a customer and a worker at once. */
export function cookieName(app: AppName): string {
  return `lingong_${app}`;
}

function header(request: RequestFacts, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Chinese unless English is asked for. */
function languageOf(asked: string | undefined): Language {
  return asked?.startsWith("en") ? "en" : "zh";
}

/** The living session of a token, from the cache or the database; null: none, or it has ended. */
export async function findSession(services: Services, token: string): Promise<SignedIn | null> {
  const hash = tokenHash(token);
  if (hash === null) return null;
  const now = services.clock.now();
  const cached = services.sessions.get(hash);
  if (cached !== undefined) {
    if (cached.expiresAt <= now) return null;
    services.sessions.saw(cached.sessionId, now);
    return cached;
  }
  const session = await sessions.findByTokenHash(services.db, Buffer.from(hash, "hex"));
  if (session === null || session.revokedAt !== null || session.expiresAt <= now) return null;
  const user = await users.findById(services.db, session.userId);
  if (user === null || user.status !== "active") return null;
  const signedIn = signedInOf(session, user);
  services.sessions.put(hash, signedIn);
  return signedIn;
}

/**
 * Who asks, from a cookie or a bearer token. The header `x-lingong-app` says which app it is, and so which cookie counts; a
 * bearer token brings its own app. `x-lingong-language` says in which language people are addressed. A session never counts in another app than its own.
 */
export async function createContext(services: Services, request: RequestFacts): Promise<Context> {
  const named = apps.find((app) => app === header(request, "x-lingong-app")) ?? null;
  const bearer = /^Bearer (\S+)$/i.exec(header(request, "authorization") ?? "")?.[1];
  const token = bearer ?? request.cookies[cookieName(named ?? "customer")];
  const found = token === undefined ? null : await findSession(services, token);
  const brought = bearer === undefined ? undefined : found?.app;
  const app = named ?? brought ?? "customer";
  const session = found !== null && found.app === app ? found : null;
  return {
    services: { ...services, language: languageOf(header(request, "x-lingong-language")) },
    app,
    session,
    tokenRefused: token !== undefined && session === null,
    address: request.address,
    userAgent: header(request, "user-agent") ?? "",
    reference: request.reference,
    setCookie: (value, expiresAt) => request.writeCookie(cookieName(app), value, expiresAt),
  };
}
