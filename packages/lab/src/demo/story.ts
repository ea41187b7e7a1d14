import { readdir, readFile } from "node:fs/promises";
import { z } from "zod";
import { Refusal } from "../command.ts";

const position = z.object({ lat: z.number(), lng: z.number() });
const fen = z.int().min(0);

const newWorker = z.object({
  realName: z.string(),
  kind: z.enum(["individual", "team"]),
  crewSize: z.int().optional(),
  categoryIds: z.array(z.string()),
  tags: z.array(z.string()),
  home: position,
  travelMode: z.enum(["ebike", "car", "transit"]).optional(),
});
/** A worker of the demo data who has shown proof of work for a category. */
const demoWorker = z.object({ demoFor: z.string() });

/** One step: who does what, `at` so many minutes from the start of work (the clock is moved there first). */
const step = z.object({
  at: z.number().optional(),
  by: z.enum(["customer", "worker", "admin", "arbitrator"]),
  do: z.string(),
  headcount: z.int().optional(),
  title: z.string().optional(),
  fen: fen.optional(),
  stars: z.int().optional(),
  tags: z.array(z.string()).optional(),
  text: z.string().optional(),
  addOnsDone: z.boolean().optional(),
});

const story = z.object({
  title: z.string(),
  customer: z.object({ name: z.string(), salutation: z.enum(["ms", "mr"]) }),
  worker: z.union([newWorker, demoWorker]),
  /** Null: as soon as possible. */
  startsInMinutes: z.int().nullable(),
  terms: z.object({
    cityId: z.string(),
    categoryId: z.string(),
    scope: z.array(z.object({ key: z.string(), value: z.union([z.number(), z.string(), z.array(z.string())]) })),
    note: z.string(),
    tags: z.array(z.string()),
    address: z.object({ district: z.string(), line: z.string(), accessNotes: z.string(), position }).nullable(),
    bookedMinutes: z.int(),
    headcount: z.int().optional(),
    rateFenPerHour: fen,
    travelFen: fen.optional(),
  }),
  story: z.array(step),
  expect: z.object({ finalState: z.string(), paidFen: fen, workerNetFen: fen, commissionFen: fen, refundedFen: fen, cancellationFeeFen: fen }),
});

export type Story = z.infer<typeof story>;
export type StoryStep = z.infer<typeof step>;

const folder = new URL("../../examples/orders/", import.meta.url);

/** The real jobs of `examples/orders`, in the order of their names. */
export async function readStories(): Promise<readonly { readonly id: string; readonly story: Story }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(
    names.map(async (name) => {
      const parsed = story.safeParse(JSON.parse(await readFile(new URL(name, folder), "utf8")));
      if (!parsed.success) throw new Refusal(`examples/orders/${name}: ${z.prettifyError(parsed.error)}`);
      return { id: name.replace(/\.json$/, ""), story: parsed.data };
    }),
  );
}
