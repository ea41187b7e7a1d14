import { cookieName } from "@lingong/api";
import type { AppName } from "@lingong/contracts";
import type { FastifyRequest } from "fastify";

export interface GivenToken {
  /** The app whose cookie it came in; null: a bearer token, which brings its own app. */
  readonly app: AppName | null;
  readonly token: string;
}

const apps: readonly AppName[] = ["customer", "worker", "admin"];

/** Every session token that came with a request. */
export function tokensOf(request: FastifyRequest): GivenToken[] {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  const cookies = apps.flatMap((app) => {
    const token = request.cookies[cookieName(app)];
    return token === undefined || token === "" ? [] : [{ app, token }];
  });
  return bearer === undefined ? cookies : [{ app: null, token: bearer }, ...cookies];
}
