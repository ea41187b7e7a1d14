import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify, { type FastifyInstance } from "fastify";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createUploadServer, FileRefusal, type LocalFileStore, localFileStore, type StoredFile, type UploadServer } from "../src/index.ts";

let directory: string;
let files: LocalFileStore;
let uploads: UploadServer;
let app: FastifyInstance;
let base: string;
let stored: { file: StoredFile; userId: string }[] = [];
let storingFails = 0;

/** What the API announced: file id → owner and size. */
const announced = new Map<string, { userId: string; bytes: number }>();

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "uploads-"));
  files = localFileStore({ directory: join(directory, "files") });
  uploads = createUploadServer({
    path: "/uploads",
    directory: join(directory, "uploads"),
    files,
    largestBytes: 1_000_000,
    hooks: {
      async identify(headers) {
        const token = headers.get("authorization") ?? "";
        if (!token.startsWith("Bearer ")) throw new FileRefusal("not_signed_in");
        return { userId: token.slice(7) };
      },
      async admit({ userId, metadata, bytes }) {
        const photo = announced.get(metadata.photoId ?? "");
        if (photo === undefined) throw new FileRefusal("not_found");
        if (photo.userId !== userId) throw new FileRefusal("not_yours");
        if (photo.bytes !== bytes) throw new FileRefusal("invalid_input");
        return { fileId: metadata.photoId ?? "" };
      },
      async stored(file, { userId }) {
        if (storingFails > 0) {
          storingFails -= 1;
          throw new Error("the database is away");
        }
        stored.push({ file, userId });
      },
    },
  });
  app = Fastify();
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, _payload, done) => done(null));
    const handler = async (
      request: { raw: Parameters<UploadServer["handle"]>[0] },
      reply: { raw: Parameters<UploadServer["handle"]>[1]; hijack(): void },
    ) => {
      reply.hijack();
      await uploads.handle(request.raw, reply.raw);
    };
    scope.route({ url: "/uploads", method: ["POST", "OPTIONS", "GET"], handler });
    scope.route({ url: "/uploads/*", method: ["HEAD", "PATCH", "GET", "DELETE"], exposeHeadRoute: false, handler });
  });
  base = await app.listen({ port: 0, host: "127.0.0.1" });
});

afterAll(async () => {
  await app.close();
  await rm(directory, { recursive: true });
});

beforeEach(() => {
  stored = [];
  storingFails = 0;
});

function photo(width = 900, height = 600): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, noise: { type: "gaussian", mean: 128, sigma: 20 }, background: "#000" } })
    .jpeg()
    .toBuffer();
}

function announce(bytes: Uint8Array, userId = "zhou"): string {
  const photoId = randomUUID();
  announced.set(photoId, { userId, bytes: bytes.length });
  return photoId;
}

function request(
  path: string,
  method: string,
  headers: Record<string, string>,
  body?: Uint8Array,
  userId: string | null = "zhou",
): Promise<Response> {
  const authorization: Record<string, string> = userId === null ? {} : { authorization: `Bearer ${userId}` };
  const init = { method, headers: { "tus-resumable": "1.0.0", ...authorization, ...headers } };
  return fetch(new URL(path, base), body === undefined ? init : { ...init, body: new Uint8Array(body) });
}

function create(photoId: string, length: number, userId: string | null = "zhou"): Promise<Response> {
  const metadata = `photoId ${Buffer.from(photoId).toString("base64")}`;
  return request("/uploads", "POST", { "upload-length": String(length), "upload-metadata": metadata }, undefined, userId);
}

function send(location: string, offset: number, bytes: Uint8Array, userId: string | null = "zhou"): Promise<Response> {
  const headers = { "upload-offset": String(offset), "content-type": "application/offset+octet-stream" };
  return request(location, "PATCH", headers, bytes, userId);
}

function ask(location: string, userId: string | null = "zhou"): Promise<Response> {
  return request(location, "HEAD", {}, undefined, userId);
}

async function begin(bytes: Uint8Array): Promise<{ photoId: string; location: string }> {
  const photoId = announce(bytes);
  const created = await create(photoId, bytes.length);
  expect(created.status).toBe(201);
  return { photoId, location: created.headers.get("location") ?? "" };
}

async function left(): Promise<readonly string[]> {
  return (await readdir(join(directory, "uploads"))).filter((name) => !name.endsWith(".finished"));
}

describe("an upload", () => {
  it("goes on where the network broke, and is kept, recorded and served", async () => {
    const bytes = await photo();
    const { photoId, location } = await begin(bytes);
    expect((await send(location, 0, bytes.subarray(0, 5_000))).status).toBe(204);
    expect((await ask(location)).headers.get("upload-offset")).toBe("5000");
    expect((await send(location, 4_000, bytes.subarray(4_000))).status).toBe(409);
    expect((await send(location, 5_000, bytes.subarray(5_000))).status).toBe(204);
    expect(stored).toEqual([{ userId: "zhou", file: expect.objectContaining({ fileId: photoId, width: 900, height: 600, bytes: bytes.length }) }]);
    expect(stored[0]?.file.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    const opened = await files.open(photoId, "thumbnail");
    const chunks: Buffer[] = [];
    for await (const chunk of opened?.stream ?? []) chunks.push(chunk as Buffer);
    expect(await sharp(Buffer.concat(chunks)).metadata()).toMatchObject({ format: "webp", width: 400 });
    expect(opened?.bytes).toBe(Buffer.concat(chunks).length);
    expect(await left()).toEqual([]);
  });

  it("tells a phone that missed the last answer that it is done, once and again", async () => {
    const bytes = await photo();
    const { location } = await begin(bytes);
    await send(location, 0, bytes);
    for (let time = 0; time < 2; time += 1) {
      const answer = await ask(location);
      expect([answer.status, answer.headers.get("upload-offset")]).toEqual([200, String(bytes.length)]);
    }
    expect(stored).toHaveLength(1);
  });

  it("is not called done before it is recorded: the next question tries again", async () => {
    const bytes = await photo();
    const { location } = await begin(bytes);
    storingFails = 2;
    expect((await send(location, 0, bytes)).status).toBe(500);
    expect((await ask(location)).status).toBe(500);
    expect(stored).toHaveLength(0);
    expect((await ask(location)).status).toBe(200);
    expect(stored).toHaveLength(1);
  });

  it("is refused without a session, by another person, unannounced, or of another size", async () => {
    const bytes = await photo();
    const photoId = announce(bytes);
    const refusals = await Promise.all([
      create(photoId, bytes.length, null),
      create(photoId, bytes.length, "mallory"),
      create(randomUUID(), bytes.length),
      create(photoId, bytes.length + 1),
      create(photoId, 1_000_001),
      create(photoId, 0),
    ]);
    const answers = await Promise.all(
      refusals.map(async (response) => [response.status, ((await response.json()) as { error: { code: string } }).error.code]),
    );
    expect(answers).toEqual([
      [401, "not_signed_in"],
      [403, "not_yours"],
      [404, "not_found"],
      [400, "invalid_input"],
      [413, "too_large"],
      [400, "invalid_input"],
    ]);
    expect(await left()).toEqual([]);
  });

  it("takes bytes and questions from its owner alone", async () => {
    const bytes = await photo();
    const { location } = await begin(bytes);
    expect((await send(location, 0, bytes, "mallory")).status).toBe(403);
    expect((await send(location, 0, bytes, null)).status).toBe(401);
    expect((await ask(location, "mallory")).status).toBe(403);
    expect((await ask(location, null)).status).toBe(401);
    expect((await send(location, 0, bytes)).status).toBe(204);
  });

  it("is refused and forgotten when it is no picture", async () => {
    const bytes = Buffer.from("MZ this program cannot be run in DOS mode, and is no picture at all");
    const { location } = await begin(bytes);
    const answer = await send(location, 0, bytes);
    expect([answer.status, await answer.json()]).toEqual([415, { error: { code: "unsupported_file" } }]);
    expect((await ask(location)).status).toBe(404);
    expect(stored).toHaveLength(0);
    expect(await left()).toEqual([]);
  });

  it("is kept as it came when it is a PDF, and refused when the PDF was cut", async () => {
    const bytes = Buffer.from("%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n");
    const { location } = await begin(bytes);
    expect((await send(location, 0, bytes)).status).toBe(204);
    expect(stored.at(-1)?.file).toMatchObject({ type: "application/pdf", width: null, sha256: createHash("sha256").update(bytes).digest("hex") });
    const kept = await files.open(stored.at(-1)?.file.fileId ?? "", "thumbnail");
    expect(kept).toMatchObject({ type: "application/pdf", bytes: bytes.length });
    kept?.stream.destroy();
    const cut = bytes.subarray(0, 30);
    const second = await begin(cut);
    const answer = await send(second.location, 0, cut);
    expect([answer.status, await answer.json()]).toEqual([415, { error: { code: "unsupported_file" } }]);
  });

  it("cannot grow beyond what was announced", async () => {
    const bytes = await photo(40, 40);
    const { location } = await begin(bytes);
    const answer = await send(location, 0, Buffer.concat([bytes, Buffer.alloc(500_000)]));
    expect(answer.status).toBe(413);
    expect(stored).toHaveLength(0);
  });

  it("cannot be read back, deleted, or led out of its folder", async () => {
    const { location } = await begin(await photo());
    expect((await request(location, "GET", {})).status).toBe(405);
    expect((await request(location, "DELETE", {})).status).toBe(405);
    for (const path of ["/uploads/..%2f..%2fetc%2fpasswd", "/uploads/x", `/uploads/${"0".repeat(32)}`, "/uploads/"])
      expect((await ask(path)).status).toBe(404);
    expect(await files.open("../../etc/passwd", "large")).toBeNull();
    await expect(files.remove("../x")).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("is swept away a day after its phone was last heard of", async () => {
    const { location } = await begin(await photo());
    const id = location.split("/").at(-1) ?? "";
    const folder = join(directory, "uploads");
    await writeFile(join(folder, "not-ours.txt"), "stays");
    expect(await uploads.sweep()).toBe(0);
    const yesterday = new Date(Date.now() - 25 * 3_600_000);
    for (const name of [id, `${id}.json`, "not-ours.txt"]) await utimes(join(folder, name), yesterday, yesterday);
    expect(await uploads.sweep()).toBe(2);
    expect((await ask(location)).status).toBe(404);
    expect(await readdir(folder)).toContain("not-ours.txt");
    await rm(join(folder, "not-ours.txt"));
  });
});

describe("a kept file", () => {
  it("is gone when it is removed, and keeping again changes nothing", async () => {
    const path = join(directory, "one.jpg");
    await writeFile(path, await photo());
    const fileId = randomUUID();
    const first = await files.keep(fileId, path);
    expect(await files.keep(fileId, path)).toEqual(first);
    expect([files.urlOf(fileId), files.thumbnailUrlOf(fileId)]).toEqual([`/files/${fileId}`, `/files/${fileId}?size=thumbnail`]);
    await files.remove(fileId);
    expect(await files.open(fileId, "large")).toBeNull();
    expect(await files.open(fileId, "thumbnail")).toBeNull();
  });
});
