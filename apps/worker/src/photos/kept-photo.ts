import type { PhotoPurpose } from "@lingong/contracts";
import type { Position } from "@lingong/domain";

/** A photo taken on this device that has not arrived yet: with the moment and the place it was taken. */
export interface KeptPhoto {
  readonly photoId: string;
  readonly orderId: string;
  readonly purpose: PhotoPurpose;
  readonly label: string;
  /** ISO 8601, by the server's clock. */
  readonly takenAt: string;
  readonly position: Position | null;
  readonly file: Blob;
}

/** Where photos wait for the network: pictures are too large for the storage of words. */
export interface PhotoShelf {
  list(): Promise<KeptPhoto[]>;
  put(photo: KeptPhoto): Promise<void>;
  remove(photoId: string): Promise<void>;
}

const store = "photos";

/** The browser's database, kept over reloads and restarts. */
export function openPhotoShelf(name = "lingong.worker.photos"): PhotoShelf {
  let opened: Promise<IDBDatabase> | null = null;
  const database = () => {
    opened ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: "photoId" });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    return opened;
  };
  const run = async <Value>(mode: IDBTransactionMode, ask: (photos: IDBObjectStore) => IDBRequest<Value>): Promise<Value> => {
    const transaction = (await database()).transaction(store, mode);
    return new Promise((resolve, reject) => {
      const request = ask(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
    });
  };
  return {
    list: () => run<KeptPhoto[]>("readonly", (photos) => photos.getAll()),
    put: async (photo) => void (await run("readwrite", (photos) => photos.put(photo))),
    remove: async (photoId) => void (await run("readwrite", (photos) => photos.delete(photoId))),
  };
}

/** Kept for the life of the page: tests, and browsers that forbid their database. */
export function memoryPhotoShelf(): PhotoShelf {
  const photos = new Map<string, KeptPhoto>();
  return {
    list: async () => [...photos.values()],
    put: async (photo) => void photos.set(photo.photoId, photo),
    remove: async (photoId) => void photos.delete(photoId),
  };
}
