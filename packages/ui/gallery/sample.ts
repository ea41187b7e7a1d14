import { type Instant, MINUTE } from "@lingong/domain";

/** Tuesday 17 March 2026, 13:36:20 in Shanghai. */
export const now: Instant = Date.parse("2026-03-17T05:36:20Z");

/** An instant of that week by its local day and time: `at(20, "14:00")`. */
export function at(day: number, time: string): Instant {
  return Date.parse(`2026-03-${String(day).padStart(2, "0")}T${time}:00+08:00`);
}

export const inMinutes = (minutes: number): Instant => now + minutes * MINUTE;

const svg = (body: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 150">${body}</svg>`)}`;

/** Flat pictures that stand for photos. */
export const photos = {
  kitchen: svg(
    '<rect width="200" height="150" fill="#DAD7CD"/><rect y="88" width="200" height="62" fill="#B58F66"/><rect x="58" width="84" height="30" fill="#8D949B"/>',
  ),
  door: svg('<rect width="200" height="150" fill="#CFC9BD"/><rect x="62" y="14" width="76" height="136" fill="#6F5138"/>'),
  living: svg(
    '<rect width="200" height="150" fill="#E3DCCF"/><rect y="108" width="200" height="42" fill="#BD9A70"/><rect x="90" y="70" width="100" height="40" rx="8" fill="#6E7F8C"/>',
  ),
};
