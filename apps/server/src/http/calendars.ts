import type { FastifyInstance } from "fastify";

export interface CalendarsOptions {
  /** A worker's calendar as text by its secret; null: there is none (any more). */
  readonly readCalendar: (token: string) => Promise<string | null>;
}

/** Calendars for programs that subscribe to them: whoever knows the secret address, and nobody else, reads it. */
export function registerCalendars(app: FastifyInstance, { readCalendar }: CalendarsOptions): void {
  app.get<{ Params: { file: string } }>("/calendar/:file", async (request, reply) => {
    const token = /^([\w-]{43})\.ics$/.exec(request.params.file)?.[1];
    const text = token === undefined ? null : await readCalendar(token);
    reply.header("cache-control", "private, no-store").header("x-robots-tag", "noindex");
    if (text === null) return reply.code(404).send({ error: { code: "not_found" } });
    return reply.type("text/calendar; charset=utf-8").header("content-disposition", 'inline; filename="lingong.ics"').send(text);
  });
}
