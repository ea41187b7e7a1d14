import type { CreateUploadInput, CreateUploadOutput } from "@lingong/contracts";
import { type UploadOptions as TusUploadOptions, Upload } from "tus-js-client";
import type { ClientStorage } from "./storage.ts";

export interface UploadRequest extends Omit<CreateUploadInput, "photoId" | "bytes" | "type"> {
  readonly file: Blob;
  /** Given again to go on with an upload that a closed page or a lost network has cut off. */
  readonly photoId?: string;
  readonly onProgress?: (sent: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface UploadOptions {
  readonly announce: (input: CreateUploadInput) => Promise<CreateUploadOutput>;
  readonly headers: () => Record<string, string>;
  /** The server's address, for what it names by path alone. */
  readonly url: string;
  readonly storage: ClientStorage;
}

/** Between attempts after a lost network; the upload goes on where the server has it. */
const retryDelays = [0, 500, 1_000, 3_000, 5_000, 10_000, 20_000];
const chunkBytes = 1_048_576;

/** Bytes that say their own size: the uploader takes the length of a chunk from its `size`, as blobs have one. */
async function bytesOf(chunk: Blob): Promise<Uint8Array & { size: number }> {
  return Object.assign(new Uint8Array(await chunk.arrayBuffer()), { size: chunk.size });
}

/** Reads a chunk when it is its turn; bytes are what both browsers and Node can send. */
const blobReader: TusUploadOptions["fileReader"] = {
  openFile: async (file: Blob) => ({
    size: file.size,
    slice: async (start: number, end: number) => ({ value: await bytesOf(file.slice(start, end)), done: end >= file.size }),
    close() {},
  }),
};

/**
 * Uploads a photo so that a lost network costs at most one chunk: it is announced (by the client's own id, so that
 * announcing again is harmless), then sent by tus. An upload that was begun before, in this page or a former one, goes on.
 * @returns the photo's id. @throws the server's refusal, or the abort signal's reason.
 */
export async function uploadPhoto(options: UploadOptions, request: UploadRequest): Promise<string> {
  const { file, onProgress, signal, photoId = crypto.randomUUID(), ...about } = request;
  const announced = await options.announce({ ...about, photoId, bytes: file.size, type: file.type as CreateUploadInput["type"] });
  if (announced.uploaded) return photoId;
  const endpoint = new URL(announced.uploadUrl, options.url).href;
  const begun = `upload.${photoId}`;
  const uploadUrl = await options.storage.get(begun);
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint,
      uploadUrl,
      metadata: announced.metadata,
      headers: options.headers(),
      retryDelays,
      chunkSize: chunkBytes,
      fileReader: blobReader,
      storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => void options.storage.set(begun, upload.url),
      onProgress: (sent, total) => onProgress?.(sent, total),
      onSuccess: () => resolve(),
      onError: reject,
    });
    const stop = () => {
      void upload.abort();
      reject(signal?.reason);
    };
    if (signal?.aborted) return stop();
    signal?.addEventListener("abort", stop, { once: true });
    upload.start();
  });
  await options.storage.set(begun, null);
  return photoId;
}
