import { useEffect, useState } from "react";

interface Kept {
  readonly photoId: string;
  readonly file: Blob;
}

/** Addresses under which the browser shows pictures that lie on this device; given back when they are no longer shown. */
export function useObjectUrls(photos: readonly Kept[]): ReadonlyMap<string, string> {
  const [urls, setUrls] = useState<ReadonlyMap<string, string>>(new Map());
  const ids = photos.map(({ photoId }) => photoId).join();
  useEffect(() => {
    const made = new Map(photos.map(({ photoId, file }) => [photoId, URL.createObjectURL(file)]));
    setUrls(made);
    return () => {
      for (const url of made.values()) URL.revokeObjectURL(url);
    };
  }, [ids]);
  return urls;
}
