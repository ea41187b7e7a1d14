import { isUncertain, type LingongClient } from "@lingong/client";
import { type KeptPhoto, memoryPhotoShelf, openPhotoShelf, type PhotoShelf } from "./kept-photo.ts";

/** A photo on its way, as the screen shows it. */
export interface WaitingPhoto extends KeptPhoto {
  readonly state: "waiting" | "uploading" | "failed";
  /** 0 to 1. */
  readonly progress: number;
  /** The server's refusal; null while there is none. */
  readonly error: unknown;
}

export interface PhotoOutbox {
  /** Keeps a photo on the device and sends it as soon as there is a network. */
  add(photo: Omit<KeptPhoto, "takenAt" | "photoId">): Promise<void>;
  waiting(): readonly WaitingPhoto[];
  /** Sends what waits, the oldest first. */
  flush(): Promise<void>;
  /** Tries a refused one again. */
  retry(photoId: string): void;
  /** Drops a photo that is not wanted, before it has arrived. */
  discard(photoId: string): Promise<void>;
  subscribe(changed: () => void): () => void;
}

export type OutboxClient = Pick<LingongClient, "upload"> & {
  readonly clock: Pick<LingongClient["clock"], "now">;
  readonly live: Pick<LingongClient["live"], "on">;
};

/** Photos wait on the device for the network, each with the moment it was taken; a closed page loses none. */
export function createPhotoOutbox(client: OutboxClient, shelf: PhotoShelf = bestShelf()): PhotoOutbox {
  let photos: readonly WaitingPhoto[] = [];
  const listeners = new Set<() => void>();
  const set = (next: readonly WaitingPhoto[]) => {
    photos = next;
    for (const changed of listeners) changed();
  };
  const change = (photoId: string, part: Partial<WaitingPhoto>) =>
    set(photos.map((photo) => (photo.photoId === photoId ? { ...photo, ...part } : photo)));
  const ready = shelf.list().then(
    (kept) => set([...kept.map(waitingFrom), ...photos].toSorted((a, b) => a.takenAt.localeCompare(b.takenAt))),
    () => undefined,
  );

  /** @returns whether the next one may be tried */
  const send = async (photo: WaitingPhoto): Promise<boolean> => {
    const { photoId, orderId, purpose, label, takenAt, position, file } = photo;
    change(photoId, { state: "uploading", progress: 0, error: null });
    try {
      const onProgress = (sent: number, total: number) => change(photoId, { progress: total === 0 ? 0 : sent / total });
      await client.upload({ photoId, orderId, purpose, label, takenAt, position, file, onProgress });
      await shelf.remove(photoId);
      set(photos.filter((one) => one.photoId !== photoId));
      return true;
    } catch (error) {
      const later = isUncertain(error);
      change(photoId, later ? { state: "waiting" } : { state: "failed", error });
      return !later;
    }
  };
  let flushing: Promise<void> | null = null;
  const sendAll = async () => {
    await ready;
    for (let next = firstWaiting(photos); next !== undefined; next = firstWaiting(photos)) {
      if (!(await send(next))) return;
    }
  };
  const flush = () => {
    flushing ??= sendAll().finally(() => {
      flushing = null;
    });
    return flushing;
  };
  client.live.on("state", (state) => {
    if (state === "live") void flush();
  });

  return {
    async add(photo) {
      const kept: KeptPhoto = { ...photo, photoId: crypto.randomUUID(), takenAt: new Date(client.clock.now()).toISOString() };
      await ready;
      await shelf.put(kept);
      set([...photos, waitingFrom(kept)]);
      void flush();
    },
    waiting: () => photos,
    flush,
    retry(photoId) {
      change(photoId, { state: "waiting", error: null });
      void flush();
    },
    async discard(photoId) {
      await shelf.remove(photoId);
      set(photos.filter((photo) => photo.photoId !== photoId));
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

function waitingFrom(photo: KeptPhoto): WaitingPhoto {
  return { ...photo, state: "waiting", progress: 0, error: null };
}

function firstWaiting(photos: readonly WaitingPhoto[]): WaitingPhoto | undefined {
  return photos.find((photo) => photo.state === "waiting");
}

function bestShelf(): PhotoShelf {
  return "indexedDB" in globalThis ? openPhotoShelf() : memoryPhotoShelf();
}
