import { isPlausible } from "@lingong/domain";
import { z } from "zod";
import { Refusal } from "../command.ts";
import { type JsonText, openJson } from "./json-text.ts";
import type { Metric, Place, Scenario, ScenarioOrder, ScenarioWorker } from "./scenario.ts";

const finite = z.number({ error: "is not a number" });
const notNegative = finite.min(0, { error: "is negative" });
const tags = z.array(z.string({ error: "is not a word" }), { error: "is not a list of words" }).default([]);
const id = z.string({ error: "is missing" }).min(1, { error: "is empty" });
const anywhere = { x: finite.optional(), y: finite.optional(), lat: finite.optional(), lng: finite.optional() };

const workerFields = z.object({ id, ...anywhere, fromS: notNegative, toS: notNegative, radius: notNegative, value: notNegative, tags });
const orderFields = z.object({
  id,
  ...anywhere,
  postedS: notNegative,
  expiresS: notNegative,
  serviceS: notNegative.default(0),
  value: notNegative,
  tags,
});
const headFields = z.object({
  name: z.string({ error: "is not a word" }).default(""),
  metric: z.enum(["euclid", "geo"], { error: 'is neither "euclid" nor "geo"' }),
  travel: z.object({ speed: finite.positive({ error: "is not above 0" }) }, { error: "is neither null nor {speed}" }).nullable(),
  returnsToWork: z.boolean({ error: "is neither true nor false" }),
  weight: z.enum(["value", "score"], { error: 'is neither "value" nor "score"' }),
});

/** What stands in the file, record by record as it is read. */
interface Records {
  readonly head: Record<string, unknown>;
  readonly workers: z.infer<typeof workerFields>[];
  readonly orders: z.infer<typeof orderFields>[];
}

/**
 * Reads a scenario, record by record: the file may be larger than a string can be.
 * @throws Refusal, one sentence with the place in the file, where it is broken, cut short or says something impossible.
 */
export function readScenario(path: string): Scenario {
  const text = openJson(path);
  try {
    const { head, workers, orders } = recordsOf(text);
    const { name, metric, travel, returnsToWork, weight } = checked(headFields, head, "the file");
    return {
      name,
      metric,
      speed: travel === null ? null : travel.speed,
      returnsToWork,
      weight,
      workers: unique(workers, "workers").map((worker, index) => workerOf(worker, metric, `workers[${index}]`)),
      orders: unique(orders, "orders").map((order, index) => orderOf(order, metric, `orders[${index}]`)),
    };
  } finally {
    text.close();
  }
}

function recordsOf(text: JsonText): Records {
  const records: Records = { head: {}, workers: [], orders: [] };
  const lists = new Set<string>();
  text.take("{", "at the beginning");
  for (let first = true; text.peek() !== "}"; first = false) {
    if (!first) text.take(",", "between two fields");
    const key = String(text.value("in a field's name"));
    text.take(":", `after "${key}"`);
    if (key === "workers") each(text, key, (value, where) => records.workers.push(checked(workerFields, value, where)));
    else if (key === "orders") each(text, key, (value, where) => records.orders.push(checked(orderFields, value, where)));
    else records.head[key] = text.value(`in "${key}"`);
    lists.add(key);
  }
  text.take("}", "at the end");
  if (text.peek() !== "") throw new Refusal("there is something behind the end of the scenario");
  for (const list of ["workers", "orders"]) if (!lists.has(list)) throw new Refusal(`the list "${list}" is missing`);
  return records;
}

/** Hands out the values of a list one by one. */
function each(text: JsonText, key: string, found: (value: unknown, where: string) => void): void {
  text.take("[", `where "${key}" should begin`);
  for (let index = 0; text.peek() !== "]"; index += 1) {
    if (index > 0) text.take(",", `behind ${key}[${index - 1}]`);
    const where = `${key}[${index}]`;
    found(text.value(`in ${where}`), where);
  }
  text.take("]", `at the end of "${key}"`);
}

/** A record with its fields as they should be, or one sentence about the first that is not. */
function checked<Fields>(fields: z.ZodType<Fields>, value: unknown, where: string): Fields {
  const result = fields.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const named = typeof value === "object" && value !== null && "id" in value && typeof value.id === "string" ? `${where} (${value.id})` : where;
  if (issue === undefined || issue.path.length === 0) throw new Refusal(`${named} is not a record`);
  throw new Refusal(`${named}: ${issue.path.join(".")} ${issue.message}`);
}

function unique<Row extends { readonly id: string }>(rows: Row[], list: string): Row[] {
  const seen = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const earlier = seen.get(row.id);
    if (earlier !== undefined) throw new Refusal(`${list}[${index}] (${row.id}): the id is that of ${list}[${earlier}] already`);
    seen.set(row.id, index);
  }
  return rows;
}

function workerOf({ id, fromS, toS, radius, value, tags, ...where }: Records["workers"][number], metric: Metric, at: string): ScenarioWorker {
  if (toS <= fromS) throw new Refusal(`${at} (${id}): toS is not later than fromS`);
  return { id, place: placeOf(where, metric, `${at} (${id})`), from: fromS, to: toS, radius, value, tags };
}

function orderOf({ id, postedS, expiresS, serviceS, value, tags, ...where }: Records["orders"][number], metric: Metric, at: string): ScenarioOrder {
  if (expiresS <= postedS) throw new Refusal(`${at} (${id}): expiresS is not later than postedS`);
  return { id, place: placeOf(where, metric, `${at} (${id})`), posted: postedS, expires: expiresS, service: serviceS, value, tags };
}

type Anywhere = { readonly [name in keyof typeof anywhere]?: number | undefined };

function placeOf({ x, y, lat, lng }: Anywhere, metric: Metric, at: string): Place {
  if (metric === "euclid") {
    if (x === undefined || y === undefined) throw new Refusal(`${at}: x or y is missing`);
    return { x, y };
  }
  if (lat === undefined || lng === undefined) throw new Refusal(`${at}: lat or lng is missing`);
  if (!isPlausible({ lat, lng })) throw new Refusal(`${at}: ${lat}, ${lng} is no place on earth`);
  return { x: lng, y: lat };
}
