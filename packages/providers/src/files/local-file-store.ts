import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import type { FileStore } from "@lingong/api";
import type { Instant, Position } from "@lingong/domain";
import { readDocument } from "./document.ts";
import { type Picture, readPicture } from "./picture.ts";
import { FileRefusal } from "./refusal.ts";

/** A picture or document that is kept, as the database records it. */
export interface StoredFile {
  readonly fileId: string;
  /** Of the original, as it left the phone. */
  readonly sha256: string;
  readonly bytes: number;
  readonly type: Picture["type"] | "application/pdf";
  /** Of the large rendition that is kept; of a document, which is kept as it came, the same as `sha256`. */
  readonly keptSha256: string;
  /** Null: a document. */
  readonly width: number | null;
  readonly height: number | null;
  readonly takenAt: Instant | null;
  readonly takenAtPosition: Position | null;
}

export type Rendition = "large" | "thumbnail";

export interface OpenedFile {
  readonly stream: Readable;
  readonly bytes: number;
  readonly type: "image/webp" | "application/pdf";
}

export interface LocalFileStore extends FileStore {
  /** Reads an original at `path`, keeps its renditions under `fileId`; doing it again changes nothing. @throws FileRefusal. */
  keep(fileId: string, path: string): Promise<StoredFile>;
  /** Bytes to serve, or null when there are none. */
  open(fileId: string, rendition: Rendition): Promise<OpenedFile | null>;
}

export interface LocalFileStoreOptions {
  readonly directory: string;
  /** Path under which the server serves files. */
  readonly publicPath?: string;
  readonly largestBytes?: number;
}

/** Ids become names of files: letters, digits and hyphens only. */
export function isFileId(fileId: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{7,63}$/.test(fileId);
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.tmp`;
  await writeFile(unfinished, bytes);
  await rename(unfinished, path);
}

/** Keeps pictures in a folder, two renditions each, and documents as they came, spread over 256 subfolders. Pictures' originals are not kept. */
export function localFileStore(options: LocalFileStoreOptions): LocalFileStore {
  const { directory, publicPath = "/files", largestBytes } = options;

  const placeOf = (fileId: string, ending: string): string => {
    if (!isFileId(fileId)) throw new FileRefusal("invalid_input");
    const shard = createHash("sha256").update(fileId).digest("hex").slice(0, 2);
    return join(directory, shard, `${fileId}.${ending}`);
  };
  const pathOf = (fileId: string, rendition: Rendition): string => placeOf(fileId, `${rendition}.webp`);

  const keepDocument = async (fileId: string, path: string): Promise<StoredFile | null> => {
    const document = await readDocument(path, largestBytes);
    if (document === null) return null;
    const kept = placeOf(fileId, "pdf");
    await mkdir(dirname(kept), { recursive: true });
    await writeWhole(kept, await readFile(path));
    return { ...document, fileId, keptSha256: document.sha256, width: null, height: null, takenAt: null, takenAtPosition: null };
  };

  const openAt = async (path: string, type: OpenedFile["type"]): Promise<OpenedFile | null> => {
    try {
      const { size } = await stat(path);
      return { stream: createReadStream(path), bytes: size, type };
    } catch {
      return null;
    }
  };

  return {
    urlOf: (fileId) => `${publicPath}/${fileId}`,
    thumbnailUrlOf: (fileId) => `${publicPath}/${fileId}?size=thumbnail`,
    async remove(fileId) {
      await rm(pathOf(fileId, "large"), { force: true });
      await rm(pathOf(fileId, "thumbnail"), { force: true });
      await rm(placeOf(fileId, "pdf"), { force: true });
    },
    async keep(fileId, path) {
      const document = await keepDocument(fileId, path);
      if (document !== null) return document;
      const largePath = pathOf(fileId, "large");
      const { large, thumbnail, ...about } = await readPicture(path, largestBytes);
      await mkdir(dirname(largePath), { recursive: true });
      await writeWhole(pathOf(fileId, "thumbnail"), thumbnail);
      await writeWhole(largePath, large);
      return { ...about, fileId, keptSha256: createHash("sha256").update(large).digest("hex") };
    },
    async open(fileId, rendition) {
      if (!isFileId(fileId)) return null;
      return (await openAt(pathOf(fileId, rendition), "image/webp")) ?? openAt(placeOf(fileId, "pdf"), "application/pdf");
    },
  };
}
