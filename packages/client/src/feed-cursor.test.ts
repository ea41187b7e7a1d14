import type { Hint, SinceOutput } from "@lingong/contracts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFeedCursor } from "./feed-cursor.ts";

const hint = (position: number): Hint => ({ position, room: "user:a", kind: "order", id: "o", version: position });

/** A feed as the server keeps it: `kept` hints at most, `page` hints an answer. */
function feedOf(positions: number[], options: { page?: number; oldest?: number } = {}) {
  const { page = 3, oldest = 0 } = options;
  return {
    positions,
    async since({ position }: { position: number }): Promise<SinceOutput> {
      const end = positions.at(-1) ?? 0;
      if (position < oldest) return { hints: [], position: end, more: false, tooOld: true };
      const after = positions.filter((one) => one > position);
      const hints = after.slice(0, page).map(hint);
      const more = after.length > page;
      return { hints, position: more ? (hints.at(-1)?.position ?? position) : end, more, tooOld: false };
    },
  };
}

function cursorOver(feed: ReturnType<typeof feedOf>) {
  const delivered: number[] = [];
  let refetches = 0;
  const cursor = createFeedCursor({
    since: (input) => feed.since(input),
    deliver: ({ position }) => delivered.push(position),
    refetch: () => {
      refetches += 1;
    },
  });
  return { cursor, delivered, refetches: () => refetches };
}

describe("the feed cursor", () => {
  test("a client that knows nothing begins at the feed's end and has everything fetched", async () => {
    const { cursor, delivered, refetches } = cursorOver(feedOf([1, 2, 3]));
    await cursor.catchUp(3);
    expect({ delivered, refetches: refetches(), position: cursor.position() }).toEqual({ delivered: [], refetches: 1, position: 3 });
  });

  test("after a drop it delivers what was missed, over several pages, once", async () => {
    const feed = feedOf([1, 2]);
    const { cursor, delivered } = cursorOver(feed);
    await cursor.catchUp(2);
    feed.positions.push(3, 5, 8, 9, 12, 13, 14);
    cursor.receive(hint(14));
    await cursor.catchUp(14);
    expect(delivered.toSorted((a, b) => a - b)).toEqual([3, 5, 8, 9, 12, 13, 14]);
  });

  test("hints out of order are all delivered, repeats are not", async () => {
    const { cursor, delivered } = cursorOver(feedOf([1]));
    await cursor.catchUp(1);
    for (const position of [4, 2, 4, 3, 2, 1]) cursor.receive(hint(position));
    expect(delivered).toEqual([4, 2, 3]);
  });

  test("a feed that no longer keeps our position has everything fetched anew", async () => {
    const feed = feedOf([1]);
    const { cursor, delivered, refetches } = cursorOver(feed);
    await cursor.catchUp(1);
    const later = feedOf([1, 50, 51], { oldest: 40 });
    feed.since = later.since;
    await cursor.catchUp(51);
    expect({ delivered, refetches: refetches(), position: cursor.position() }).toEqual({ delivered: [], refetches: 2, position: 51 });
  });

  test("a feed that began anew is followed from its own end", async () => {
    const feed = feedOf([90]);
    const { cursor, delivered } = cursorOver(feed);
    await cursor.catchUp(90);
    feed.since = async () => ({ hints: [], position: 2, more: false, tooOld: true });
    await cursor.catchUp(2);
    cursor.receive(hint(3));
    expect({ delivered, position: cursor.position() }).toEqual({ delivered: [3], position: 2 });
  });

  test("a read that fails is told, and the next one goes on from the same place", async () => {
    const feed = feedOf([1]);
    const { cursor, delivered } = cursorOver(feed);
    await cursor.catchUp(1);
    const { since } = feed;
    let broken = true;
    feed.since = (input) => (broken ? Promise.reject(new Error("no network")) : since(input));
    const failing = createFeedCursor({ since: (input) => feed.since(input), deliver: () => undefined, refetch: () => undefined });
    await expect(failing.catchUp(0)).rejects.toThrow("no network");
    broken = false;
    feed.positions.push(2);
    await failing.catchUp(2);
    await cursor.catchUp(null);
    expect({ position: failing.position(), delivered }).toEqual({ position: 2, delivered: [2] });
  });

  test("whatever is lost, repeated or reordered on the socket, each hint is delivered exactly once", async () => {
    const arrival = fc.record({
      lost: fc.boolean(),
      copies: fc.integer({ min: 1, max: 3 }),
      delay: fc.integer({ min: 0, max: 9 }),
      drop: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(arrival, { maxLength: 60 }), async (arrivals) => {
        const feed = feedOf([]);
        const { cursor, delivered } = cursorOver(feed);
        await cursor.catchUp(0);
        const onTheWay: { at: number; position: number }[] = [];
        for (const [index, { lost, copies, delay, drop }] of arrivals.entries()) {
          const position = index + 1;
          feed.positions.push(position);
          if (!lost) for (let copy = 0; copy < copies; copy += 1) onTheWay.push({ at: index + delay, position });
          for (const one of onTheWay.filter(({ at }) => at === index)) cursor.receive(hint(one.position));
          if (drop) await cursor.catchUp(position);
        }
        await cursor.catchUp(arrivals.length);
        for (const one of onTheWay) cursor.receive(hint(one.position));
        expect(delivered.toSorted((a, b) => a - b)).toEqual(arrivals.map((_, index) => index + 1));
      }),
      { numRuns: 300 },
    );
  });
});
