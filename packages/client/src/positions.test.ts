import type { ReportPositionInput } from "@lingong/contracts";
import { expect, test } from "vitest";
import { createPositions } from "./positions.ts";

function positionsOver(state: { live: boolean }) {
  const sent: number[] = [];
  let now = 0;
  const positions = createPositions({
    isLive: () => state.live,
    now: () => (now += 1_000),
    send: async ({ at }: ReportPositionInput) => {
      if (!state.live) throw new Error("timeout");
      sent.push(Date.parse(at ?? ""));
      return { ok: true };
    },
  });
  return { positions, sent };
}

const here = { position: { lat: 31.2, lng: 121.5 } };

test("positions go out at once, and those of a gap afterwards with their moments, in order", async () => {
  const state = { live: true };
  const { positions, sent } = positionsOver(state);
  await positions.report(here);
  state.live = false;
  await positions.report(here);
  await positions.report(here);
  expect({ sent, waiting: positions.waiting() }).toEqual({ sent: [1_000], waiting: 2 });
  state.live = true;
  await positions.flush();
  expect({ sent, waiting: positions.waiting() }).toEqual({ sent: [1_000, 2_000, 3_000], waiting: 0 });
});

test("of a long gap the last ones are kept", async () => {
  const { positions } = positionsOver({ live: false });
  for (let count = 0; count < 100; count += 1) await positions.report(here);
  expect(positions.waiting()).toBe(60);
});
