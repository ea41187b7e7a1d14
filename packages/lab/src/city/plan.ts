import type { TermsInput } from "@lingong/contracts";
import { type Chance, chanceFrom } from "../chance.ts";
import { Refusal } from "../command.ts";
import { readStories, type Story } from "../demo/story.ts";
import type { NewWorker } from "../play/people.ts";

export interface CitySize {
  readonly workers: number;
  readonly orders: number;
  readonly hours: number;
  readonly seed: number;
}

/** An order somebody will place, so many milliseconds after the city has woken. */
export interface PlannedOrder {
  readonly after: number;
  readonly terms: TermsInput;
  /** The customer changes their mind before the worker comes. */
  readonly cancels: boolean;
}

/** A worker, and how they are. */
export interface PlannedWorker {
  readonly person: NewWorker;
  readonly declines: number;
  readonly ignores: number;
  readonly failsToCome: number;
  /** Local hours of the day between which they work, the same every day. */
  readonly workday: { readonly from: number; readonly to: number };
}

export interface CityPlan {
  readonly orders: readonly PlannedOrder[];
  readonly workers: readonly PlannedWorker[];
}

/** What is asked for, in shares; cleaning, moving and repair are 70 %. */
const mix: Readonly<Record<string, number>> = {
  deep_cleaning: 0.15,
  daily_cleaning: 0.2,
  appliance_cleaning: 0.1,
  moving: 0.12,
  plumbing: 0.13,
  elder_care: 0.3,
};

/** How much is ordered in each hour of the local day, beside the others: the peaks are 07–09 and 18–20. */
const demandByHour = [1, 1, 1, 1, 1, 2, 5, 12, 12, 8, 7, 6, 6, 6, 6, 6, 7, 8, 12, 12, 7, 4, 2, 1];
/** The city wakes at nine: see `waitForMorning`. */
export const wakesAtHour = 9;
const hour = 3_600_000;
const people = ["周桂芳", "丁海燕", "李志强", "王秀兰", "赵建国", "孙晓梅"];

/** Draws a city: the same seed draws the same people, places, hours and habits. */
export async function planCity({ workers, orders, hours, seed }: CitySize): Promise<CityPlan> {
  const chance = chanceFrom(seed);
  const stories = (await readStories()).map(({ story }) => story).filter(({ terms, worker }) => terms.categoryId in mix && !("demoFor" in worker));
  const hoursOpen = Array.from({ length: hours }, (_, index) => index);
  const planned = Array.from({ length: orders }, (): PlannedOrder => {
    const at = drawn(chance, hoursOpen, (index) => demandByHour[(wakesAtHour + index) % 24] ?? 1);
    return { after: (at + chance.next()) * hour, terms: termsOf(chance, storyOf(chance, stories)), cancels: chance.happens(0.05) };
  });
  return {
    orders: planned.sort((a, b) => a.after - b.after),
    workers: Array.from({ length: workers }, (_, index) => workerOf(chance, storyOf(chance, stories), index)),
  };
}

/** One of a list, each as likely as its weight. */
function drawn<Item>(chance: Chance, list: readonly Item[], weightOf: (item: Item) => number): Item {
  let left = chance.next() * list.reduce((sum, item) => sum + weightOf(item), 0);
  for (const item of list) {
    left -= weightOf(item);
    if (left < 0) return item;
  }
  throw new Refusal("there is nothing to draw from");
}

function storyOf(chance: Chance, stories: readonly Story[]): Story {
  return drawn(chance, stories, ({ terms }) => mix[terms.categoryId] ?? 0);
}

/** Within some six kilometres of People's Square. */
function somewhere(chance: Chance) {
  return { lat: 31.2304 + (chance.next() - 0.5) * 0.1, lng: 121.4737 + (chance.next() - 0.5) * 0.12 };
}

/** The story's real job, as soon as possible, somewhere in Shanghai. */
function termsOf(chance: Chance, { terms }: Story): TermsInput {
  const address = {
    district: "黄浦区",
    line: `人民路 ${chance.between(1, 999)} 号 ${chance.between(101, 2_804)} 室`,
    accessNotes: "",
    position: somewhere(chance),
  };
  const rateFenPerHour = terms.rateFenPerHour + 100 * chance.between(0, 15);
  return { ...terms, cityId: "shanghai", address, rateFenPerHour, startsAt: null };
}

function workerOf(chance: Chance, { worker }: Story, index: number): PlannedWorker {
  if ("demoFor" in worker) throw new Refusal("this job's worker cannot be joined as");
  const travelMode = chance.happens(0.7) ? "ebike" : "transit";
  const person = { ...worker, realName: people[index % people.length] ?? "周桂芳", home: somewhere(chance), travelMode } as const;
  const habits = { declines: 0.05 + 0.3 * chance.next(), ignores: 0.1 * chance.next(), failsToCome: 0.02 };
  const from = chance.between(6, 13);
  return { person, ...habits, workday: { from, to: Math.min(23, from + chance.between(6, 11)) } };
}

/** Whether a worker is at work, so many milliseconds after the city has woken. */
export function isAtWork({ workday }: Pick<PlannedWorker, "workday">, after: number): boolean {
  const local = (wakesAtHour + after / hour) % 24;
  return local >= workday.from && local < workday.to;
}
