import { describe, expect, test } from "vitest";
import { createServerClock } from "./server-clock.ts";

describe("the server's clock, seen from a device", () => {
  test("the quickest exchange counts", () => {
    const clock = createServerClock(() => 0);
    clock.sample({ sent: 0, received: 400, server: 10_350 });
    clock.sample({ sent: 1_000, received: 1_020, server: 11_010 });
    clock.sample({ sent: 2_000, received: 2_300, server: 12_250 });
    expect(clock.offset()).toBe(10_000);
    expect(clock.now()).toBe(10_000);
  });

  test("a clock that was set voids the older samples", () => {
    const clock = createServerClock(() => 0);
    clock.sample({ sent: 0, received: 10, server: 5 });
    clock.sample({ sent: 100, received: 300, server: 3_600_200 });
    expect(clock.offset()).toBe(3_600_000);
  });

  test("a jump counts at once and listeners hear of it", () => {
    const clock = createServerClock(() => 1_000);
    const heard: number[] = [];
    clock.onChange((offset) => heard.push(offset));
    clock.jump(61_000);
    expect({ now: clock.now(), heard }).toEqual({ now: 61_000, heard: [60_000] });
  });
});
