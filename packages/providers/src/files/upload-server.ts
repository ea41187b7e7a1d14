import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { FileStore as TusFileStore } from "@tus/file-store";
import { Server, type ServerOptions } from "@tus/server";
import type { LocalFileStore, StoredFile } from "./local-file-store.ts";
import { LARGEST_FILE_BYTES } from "./picture.ts";
import { FileRefusal, type FileRefusalCode } from "./refusal.ts";
import { discardUpload, finishedLength, isUploadId, markFinished, sweepUploads } from "./upload-record.ts";

export interface UploadHooks {
  /** Who sends a request, by its cookies or token. @throws FileRefusal `not_signed_in`, `session_expired`. */
  identify(headers: Headers): Promise<{ readonly userId: string }>;
  /**
   * Whether this person may upload this, by what was announced; answers the id the file is kept under.
   * @throws FileRefusal `not_found`, `not_yours`, `conflict`, `too_large`, `invalid_input`, `rate_limited`.
   */
  admit(upload: {
    readonly userId: string;
    readonly metadata: Readonly<Record<string, string>>;
    readonly bytes: number;
  }): Promise<{ readonly fileId: string }>;
  /** Records what was kept. May be called again for the same file; if it throws, the phone's next question tries again. */
  stored(file: StoredFile, uploader: { readonly userId: string }): Promise<void>;
}

export interface UploadServerOptions {
  /** Where it is mounted, e.g. `/uploads`. */
  readonly path: string;
  /** For bytes under way. */
  readonly directory: string;
  readonly files: LocalFileStore;
  readonly hooks: UploadHooks;
  readonly largestBytes?: number;
  /** Told of what nobody expected. */
  readonly onError?: (error: unknown) => void;
}

export interface UploadServer {
  /** Takes one raw request; mount it for POST, HEAD, PATCH and OPTIONS at `path` and below. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Removes uploads that were left; call it now and then. */
  sweep(): Promise<number>;
}

const statuses: Readonly<Record<FileRefusalCode, number>> = {
  not_signed_in: 401,
  session_expired: 401,
  not_yours: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported_file: 415,
  invalid_input: 400,
  rate_limited: 429,
};

/** tus aborts a request with whatever is thrown as status and body. */
function refused(code: FileRefusalCode): { status_code: number; body: string } {
  return { status_code: statuses[code], body: JSON.stringify({ error: { code } }) };
}

type Upload = Parameters<NonNullable<ServerOptions["onUploadFinish"]>>[1];

/** What we remember of an upload in its own metadata; the client's is not trusted after `admit`. */
function ownerOf(upload: Upload): { userId: string; fileId: string } {
  const { userId, fileId } = upload.metadata ?? {};
  if (typeof userId !== "string" || typeof fileId !== "string") throw new FileRefusal("not_found");
  return { userId, fileId };
}

function textMetadata(metadata: Upload["metadata"]): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(metadata ?? {})) if (typeof value === "string") texts[name] = value;
  return texts;
}

/** Keeps an upload whose bytes are complete, once at a time each: the last answer's repeat must not race it. */
function createFinisher(options: UploadServerOptions): (upload: Upload) => Promise<void> {
  const { directory, files, hooks } = options;
  const underWay = new Map<string, Promise<void>>();
  const finish = async (upload: Upload) => {
    const { userId, fileId } = ownerOf(upload);
    try {
      const file = await files.keep(fileId, join(directory, upload.id));
      await hooks.stored(file, { userId });
    } catch (error) {
      if (error instanceof FileRefusal) await discardUpload(directory, upload.id);
      throw error;
    }
    await markFinished(directory, upload.id, upload.size ?? 0);
  };
  return (upload) => {
    const running = underWay.get(upload.id) ?? finish(upload).finally(() => underWay.delete(upload.id));
    underWay.set(upload.id, running);
    return running;
  };
}

/**
 * Resumable uploads (tus 1.0) for signed-in people, each admitted by announcement, turned into a kept picture when the
 * last byte is there. Uploads cannot be read back or deleted here. Refusals are JSON `{error: {code}}`.
 */
export function createUploadServer(options: UploadServerOptions): UploadServer {
  const { path, directory, hooks, largestBytes = LARGEST_FILE_BYTES, onError = () => {} } = options;
  mkdirSync(directory, { recursive: true });
  const store = new TusFileStore({ directory });
  const finish = createFinisher(options);

  const tus = new Server({
    path,
    datastore: store,
    maxSize: largestBytes,
    relativeLocation: true,
    allowedOrigins: [],
    namingFunction: () => randomBytes(16).toString("hex"),
    async onUploadCreate(request, upload) {
      const { userId } = await hooks.identify(request.headers);
      if (upload.size === undefined || upload.size < 1) throw new FileRefusal("invalid_input");
      const { fileId } = await hooks.admit({ userId, metadata: textMetadata(upload.metadata), bytes: upload.size });
      return { metadata: { userId, fileId } };
    },
    async onIncomingRequest(request, id) {
      if (request.method === "POST") return;
      const { userId } = await hooks.identify(request.headers);
      if (ownerOf(await store.getUpload(id)).userId !== userId) throw new FileRefusal("not_yours");
    },
    async onUploadFinish(_request, upload) {
      await finish(upload);
      return {};
    },
    onResponseError(_request, error) {
      if (error instanceof FileRefusal) return refused(error.code);
      if ("status_code" in error) return error.status_code === 413 ? refused("too_large") : undefined;
      onError(error);
      return { status_code: 500, body: JSON.stringify({ error: { code: "internal" } }) };
    },
  });

  return {
    handle: (request, response) => answer({ tus, store, finish, hooks, directory, path }, request, response),
    sweep: () => sweepUploads(directory, Date.now()),
  };
}

interface Parts {
  readonly tus: Server;
  readonly store: TusFileStore;
  readonly finish: (upload: Upload) => Promise<void>;
  readonly hooks: UploadHooks;
  readonly directory: string;
  readonly path: string;
}

function end(response: ServerResponse, status: number, headers: Record<string, string>, body = ""): void {
  response.writeHead(status, { "tus-resumable": "1.0.0", "cache-control": "no-store", ...headers });
  response.end(body);
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === "string") headers.set(name, value);
  return headers;
}

/**
 * The length of an upload that is complete and kept, or null while bytes are missing. What is complete and not kept yet
 * (the process died, the database was away) is kept now: tus alone would call it done.
 */
async function keptLength(parts: Parts, id: string): Promise<number | null> {
  const finished = await finishedLength(parts.directory, id);
  if (finished !== null) return finished;
  const upload = await parts.store.getUpload(id).catch(() => null);
  if (upload === null || upload.size === undefined || upload.offset !== upload.size) return null;
  await parts.finish(upload);
  return upload.size;
}

/** Before tus answers: methods that are not offered, ids that are none, and a phone's question after a lost last answer. */
async function answer(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = request.method ?? "";
  const id = (request.url ?? "").split("?")[0]?.slice(parts.path.length + 1) ?? "";
  if (!["POST", "HEAD", "PATCH", "OPTIONS"].includes(method)) return end(response, 405, { allow: "POST, HEAD, PATCH, OPTIONS" });
  if ((method === "HEAD" || method === "PATCH") && !isUploadId(id)) return end(response, 404, {});
  if (method === "HEAD") {
    try {
      await parts.hooks.identify(headersOf(request));
      const bytes = await keptLength(parts, id);
      if (bytes !== null) return end(response, 200, { "upload-offset": String(bytes), "upload-length": String(bytes) });
    } catch (error) {
      return end(response, error instanceof FileRefusal ? statuses[error.code] : 500, {});
    }
  }
  await parts.tus.handle(request, response);
}
