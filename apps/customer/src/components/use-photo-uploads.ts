import { useUpload } from "@lingong/client/react";
import type { PhotoPurpose } from "@lingong/contracts";
import type { PhotoView } from "@lingong/ui";
import { useCallback, useEffect, useRef, useState } from "react";

export interface PhotoUploadsOptions {
  readonly purpose: PhotoPurpose;
  readonly orderId?: string;
  /** A photo has arrived. */
  readonly onUploaded: (photo: { readonly id: string; readonly label: string }) => void;
}

export interface PhotoUploads {
  /** On their way, or failed: with the picture from this device. */
  readonly pending: readonly PhotoView[];
  readonly add: (files: readonly File[], label?: string) => void;
  readonly retry: (photoId: string) => void;
  readonly cancel: (photoId: string) => void;
  /** The picture as this device has it, also after it has arrived. */
  readonly localUrl: (photoId: string) => string | undefined;
  readonly error: unknown;
}

interface Chosen {
  readonly url: string;
  readonly label: string;
}

/** Photos from this device: shown at once, sent resumably, told of when they have arrived. */
export function usePhotoUploads({ purpose, orderId, onUploaded }: PhotoUploadsOptions): PhotoUploads {
  const uploads = useUpload();
  const chosen = useRef(new Map<string, Chosen>());
  const told = useRef(onUploaded);
  told.current = onUploaded;
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    const kept = chosen.current;
    return () => {
      for (const { url } of kept.values()) URL.revokeObjectURL(url);
    };
  }, []);
  const follow = useCallback((arriving: Promise<string>) => {
    arriving.then(
      (id) => {
        setError(null);
        told.current({ id, label: chosen.current.get(id)?.label ?? "" });
      },
      (cause: unknown) => setError(cause),
    );
  }, []);
  const add = (files: readonly File[], label = "") => {
    for (const file of files) {
      const photoId = crypto.randomUUID();
      chosen.current.set(photoId, { url: URL.createObjectURL(file), label });
      const takenAt = new Date(file.lastModified).toISOString();
      follow(uploads.upload({ file, photoId, purpose, orderId, label, takenAt }));
    }
  };
  const pending = uploads.items
    .filter((item) => item.state !== "done")
    .map(({ photoId, state, share }) => ({
      key: photoId,
      url: chosen.current.get(photoId)?.url ?? "",
      name: chosen.current.get(photoId)?.label || undefined,
      upload: { state: state === "failed" ? ("failed" as const) : ("uploading" as const), progress: share },
    }));
  return {
    pending,
    add,
    retry: (photoId) => follow(uploads.resume(photoId)),
    cancel: uploads.cancel,
    localUrl: (photoId) => chosen.current.get(photoId)?.url,
    error,
  };
}
