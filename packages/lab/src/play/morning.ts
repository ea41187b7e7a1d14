import type { LingongClient } from "@lingong/client";

/** Moves the clock to the next nine in the morning, local time: a newcomer's first visit at night is offered only to who opted in (§6). */
export async function waitForMorning(client: LingongClient, zone: string): Promise<void> {
  const { now } = await client.api.clock.now.query();
  const local = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
  const nine = local.startOfDay().add({ hours: 9 });
  const morning = Temporal.ZonedDateTime.compare(nine, local) > 0 ? nine : nine.add({ days: 1 });
  await client.api.development.advanceClock.mutate({ to: morning.toInstant().toString() });
}
