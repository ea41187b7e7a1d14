import type { SearchOrdersInput } from "@lingong/contracts";
import { finalStates, type OrderState } from "@lingong/domain";

/** Where an order stands, as people ask for it; each names the states it holds. */
export const stages = {
  all: [],
  matching: ["quoting", "awaiting_payment", "matching"],
  working: ["accepted", "en_route", "arrived", "in_service", "paused"],
  to_confirm: ["awaiting_confirmation"],
  disputed: ["disputed"],
  ended: [...finalStates],
} as const satisfies Readonly<Record<string, readonly OrderState[]>>;

export type Stage = keyof typeof stages;
export const stageNames = Object.keys(stages) as readonly Stage[];

export const sorts = ["newest", "oldest"] as const;
export type Sort = (typeof sorts)[number];

/** The filters of the list, as they stand in its address; absent: not asked for. */
export interface OrderFilters {
  readonly text?: string;
  readonly stage?: Stage;
  readonly city?: string;
  readonly category?: string;
  /** Local days, `2026-03-17`. */
  readonly from?: string;
  readonly to?: string;
  readonly sort?: Sort;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

function textOf(value: unknown, pattern?: RegExp): string | undefined {
  return typeof value === "string" && value !== "" && (pattern === undefined || pattern.test(value)) ? value : undefined;
}

function oneOf<Value extends string>(value: unknown, values: readonly Value[]): Value | undefined {
  return values.find((one) => one === value);
}

/** Reads filters out of an address; what is not understood is left out. */
export function readFilters(search: Readonly<Record<string, unknown>>): OrderFilters {
  const filters = {
    text: textOf(search.text),
    stage: oneOf(search.stage, stageNames.slice(1)),
    city: textOf(search.city),
    category: textOf(search.category),
    from: textOf(search.from, day),
    to: textOf(search.to, day),
    sort: oneOf(search.sort, sorts.slice(1)),
  };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

/** How many filters narrow the list, beside the stage and the text that are always in sight. */
export function narrowedBy({ city, category, from, to }: OrderFilters): number {
  return [city, category, from ?? to].filter((value) => value !== undefined).length;
}

/** An order's code as it is read aloud (`9C1F-22A7`) is the end of its id, without the dash. */
export function orderText(text: string): string {
  return /^[0-9a-f]{4}-[0-9a-f]{4}$/i.test(text) ? text.replace("-", "").toLowerCase() : text;
}

/** What the server is asked for. */
export function searchOf(filters: OrderFilters, page: { readonly cursor: string | undefined; readonly limit: number }): SearchOrdersInput {
  const { text, stage = "all", city, category, from, to, sort } = filters;
  return {
    ...page,
    ...(text === undefined ? {} : { text: orderText(text.trim()) }),
    ...(stage === "all" ? {} : { states: [...stages[stage]] }),
    ...(city === undefined ? {} : { cityId: city }),
    ...(category === undefined ? {} : { categoryId: category }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(sort === undefined ? {} : { sort }),
  };
}
