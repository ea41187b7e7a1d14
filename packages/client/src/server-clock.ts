import { createEmitter } from "./emitter.ts";

/** How many of the last samples are compared: a slow answer says little about the server's clock. */
const samplesKept = 8;

/** The server's clock as seen from here: deadlines and countdowns never trust the device's. */
export interface ServerClock {
  /** The server's instant now (milliseconds since the epoch). */
  now(): number;
  /** Server minus device, in milliseconds. */
  offset(): number;
  /** One exchange: sent and received by the device's clock, `server` read in between. */
  sample(exchange: { sent: number; received: number; server: number }): void;
  /** The server's clock has jumped (development): what was known of it is void. */
  jump(server: number): void;
  onChange(listener: (offset: number) => void): () => void;
}

/** @param device the device's clock, epoch milliseconds. */
export function createServerClock(device: () => number = Date.now): ServerClock {
  const events = createEmitter<{ change: number }>();
  let samples: { offset: number; roundTrip: number }[] = [];
  let offset = 0;
  const settle = () => {
    const best = samples.reduce((a, b) => (b.roundTrip < a.roundTrip ? b : a));
    if (best.offset === offset) return;
    offset = best.offset;
    events.emit("change", offset);
  };
  return {
    now: () => device() + offset,
    offset: () => offset,
    sample({ sent, received, server }) {
      const roundTrip = received - sent;
      const found = { offset: Math.round(server - (sent + received) / 2), roundTrip };
      // Farther apart than the exchange can explain: one of the clocks was set, and older samples mislead.
      const jumped = samples.some((sample) => Math.abs(sample.offset - found.offset) > roundTrip + sample.roundTrip + 1_000);
      samples = jumped ? [found] : [...samples, found].slice(-samplesKept);
      settle();
    },
    jump(server) {
      samples = [{ offset: server - device(), roundTrip: 1_000 }];
      settle();
    },
    onChange: (listener) => events.on("change", listener),
  };
}
