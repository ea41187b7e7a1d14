import type { Instant } from "@lingong/domain";
import { useEffect, useState } from "react";
import { type Sample, withSample } from "./samples.ts";

function read(key: string): readonly Sample[] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "[]");
  } catch {
    return []; // storage may be forbidden; the line then begins with this page
  }
}

function write(key: string, samples: readonly Sample[]): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(samples));
  } catch {
    // as above
  }
}

/** How a figure without a history of its own has moved since this page watches it, for a sparkline. */
export function useSamples(name: string, value: number, at: Instant): readonly number[] {
  const key = `lingong.admin.samples.${name}`;
  const [seen, setSeen] = useState<{ readonly key: string; readonly samples: readonly Sample[] }>({ key, samples: read(key) });
  useEffect(() => {
    setSeen((before) => {
      const samples = withSample(before.key === key ? before.samples : read(key), { at, value });
      write(key, samples);
      return { key, samples };
    });
  }, [key, value, at]);
  return seen.samples.map((sample) => sample.value);
}
