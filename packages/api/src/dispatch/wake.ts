import type { FeedRow } from "@lingong/db";

/** Which city's dispatcher a hint of the feed wakes: an order waits, an offer has ended, a worker came online; null: none. */
export function cityToDispatch({ kind, rooms, data }: Pick<FeedRow, "kind" | "rooms" | "data">): string | null {
  switch (kind) {
    case "hall":
      return rooms.find((room) => room.startsWith("city:"))?.slice("city:".length) ?? null;
    case "offer":
      return data?.state === "declined" || data?.state === "timed_out" ? cityIn(data) : null;
    case "worker":
      return data?.online === true ? cityIn(data) : null;
    default:
      return null;
  }
}

function cityIn(data: Readonly<Record<string, unknown>>): string | null {
  return typeof data.cityId === "string" ? data.cityId : null;
}
