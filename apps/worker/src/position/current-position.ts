import { isPlausible, type Position, SECOND } from "@lingong/domain";

const waitAtMost = 8 * SECOND;

/** Where this device is now; null: it does not say, or not soon enough. Asks for permission where it was not given yet. */
export function currentPosition(): Promise<Position | null> {
  if (!("geolocation" in navigator)) return Promise.resolve(null);
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const here = { lat: coords.latitude, lng: coords.longitude };
        resolve(isPlausible(here) ? here : null);
      },
      () => resolve(null),
      { enableHighAccuracy: true, maximumAge: 30 * SECOND, timeout: waitAtMost },
    );
  });
}
