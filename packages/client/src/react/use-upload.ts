import { useCallback, useRef, useState } from "react";
import type { UploadRequest } from "../uploads.ts";
import { useClient } from "./provider.tsx";

export interface UploadProgress {
  readonly photoId: string;
  readonly state: "uploading" | "done" | "failed";
  /** 0 to 1. */
  readonly share: number;
  readonly error: unknown;
}

export interface Uploads {
  readonly items: readonly UploadProgress[];
  /** Begins an upload; answers with its photo's id when it has arrived. @throws what the server refused. */
  upload(request: Omit<UploadRequest, "signal" | "onProgress">): Promise<string>;
  /** Goes on with a failed upload where it stopped. */
  resume(photoId: string): Promise<string>;
  cancel(photoId: string): void;
}

/** Photos on their way from this screen; each goes on by itself after a lost network. */
export function useUpload(): Uploads {
  const client = useClient();
  const [items, setItems] = useState<readonly UploadProgress[]>([]);
  const requests = useRef(new Map<string, { request: Omit<UploadRequest, "signal" | "onProgress">; abort: AbortController }>());

  const note = useCallback((item: UploadProgress) => setItems((all) => [...all.filter(({ photoId }) => photoId !== item.photoId), item]), []);
  const upload = useCallback(
    async (request: Omit<UploadRequest, "signal" | "onProgress">) => {
      const photoId = request.photoId ?? crypto.randomUUID();
      const abort = new AbortController();
      requests.current.set(photoId, { request: { ...request, photoId }, abort });
      const progress = (share: number): UploadProgress => ({ photoId, state: "uploading", share, error: null });
      note(progress(0));
      try {
        await client.upload({
          ...request,
          photoId,
          signal: abort.signal,
          onProgress: (sent, total) => note(progress(total === 0 ? 0 : sent / total)),
        });
        note({ photoId, state: "done", share: 1, error: null });
        return photoId;
      } catch (error) {
        if (abort.signal.aborted) setItems((all) => all.filter((item) => item.photoId !== photoId));
        else note({ photoId, state: "failed", share: 0, error });
        throw error;
      }
    },
    [client, note],
  );
  const resume = useCallback(
    (photoId: string) => {
      const known = requests.current.get(photoId);
      if (known === undefined) return Promise.reject(new Error("no upload of this screen has that id"));
      return upload(known.request);
    },
    [upload],
  );
  const cancel = useCallback((photoId: string) => requests.current.get(photoId)?.abort.abort(new Error("cancelled")), []);
  return { items, upload, resume, cancel };
}
