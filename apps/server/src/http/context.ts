import type { RequestFacts } from "@lingong/api";
import type { FastifyReply, FastifyRequest } from "fastify";

/** A short name for a request: in the log and, after an unexpected error, on the person's screen. It need not be unguessable, and each request makes one. */
function newReference(): string {
  return Math.floor(Math.random() * 2 ** 40)
    .toString(16)
    .padStart(10, "0")
    .toUpperCase();
}

/** What a use-case may know of the HTTP request; cookies are `secure` where the public address is https. */
export function requestFactsOf(request: FastifyRequest, reply: FastifyReply, secure: boolean): RequestFacts {
  return {
    headers: request.headers,
    cookies: request.cookies,
    address: request.ip,
    reference: newReference(),
    writeCookie(name, value, expiresAt) {
      const options = { path: "/", httpOnly: true, sameSite: "lax", secure } as const;
      if (value === null) reply.clearCookie(name, options);
      else reply.setCookie(name, value, expiresAt === null ? options : { ...options, expires: new Date(expiresAt) });
    },
  };
}
