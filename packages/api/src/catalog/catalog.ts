import type {
  CategoriesInput,
  CategoryCard,
  CategoryDetail,
  CategoryInput,
  CityView,
  PriceBand,
  SearchInput,
  SearchOutput,
} from "@lingong/contracts";
import { market } from "@lingong/db";
import { type Category, categories, cities, DAY, type Instant, minimumWageOn, type ScopeItem, SECOND, scopeQuality } from "@lingong/domain";
import type { Context, Services } from "../kernel/context.ts";
import { fail } from "../kernel/domain-exception.ts";
import { workerCards } from "../people/cards.ts";
import { knownCategory, knownCity } from "./lookup.ts";
import { bandOf, loadMarket } from "./market.ts";

/** The cities the platform is open in. The minimum wage shown is the last published one. */
export function listCities(): CityView[] {
  return cities.map(({ id, name, zone, centre, districts }) => ({
    id,
    name,
    zone,
    centre,
    districts: districts.map((district) => district.name.zh),
    minimumWageFen: minimumWageOn(id, "9999-12-31")?.fenPerHour ?? 0,
  }));
}

function cardOf(category: Category, band: PriceBand, availableNow: number): CategoryCard {
  const { id, name, icon, mode, plan, minimumMinutes, usualMinutes, referenceRateFen, certificate } = category;
  return { id, name, icon, mode, plan, minimumMinutes, usualMinutes, referenceRateFen, certificate, band, availableNow };
}

/** Every category with its price band in a city, and how many could come now. */
export async function listCategories(services: Services, { cityId }: CategoriesInput): Promise<CategoryCard[]> {
  knownCity(cityId);
  const available = await market.countAvailable(services.db, cityId, services.clock.now());
  return Promise.all(
    categories.map(async (category) => cardOf(category, bandOf(await loadMarket(services, category.id, cityId)), available.get(category.id) ?? 0)),
  );
}

const acceptWindow = 30 * DAY;
const acceptSamplesLeast = 5;

function medianSeconds(waits: readonly Instant[]): number | null {
  if (waits.length < acceptSamplesLeast) return null;
  const sorted = waits.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) / SECOND);
}

/** How much faster complete orders are accepted: medians of 30 days, by whether the checklist was whole. */
async function timeToAccept(services: Services, category: Category, cityId: string): Promise<CategoryDetail["timeToAccept"]> {
  const accepted = await market.listTimesToAccept(services.db, { cityId, categoryId: category.id, since: services.clock.now() - acceptWindow });
  const whole = (each: (typeof accepted)[number]) =>
    scopeQuality(category, { scope: each.scope as ScopeItem[], photoCount: each.photos }).percent === 100;
  return {
    completeSeconds: medianSeconds(accepted.filter(whole).map(({ waited }) => waited)),
    incompleteSeconds: medianSeconds(accepted.filter((each) => !whole(each)).map(({ waited }) => waited)),
  };
}

export async function loadCategory(services: Services, { categoryId, cityId }: CategoryInput): Promise<CategoryDetail> {
  const category = knownCategory(categoryId);
  knownCity(cityId);
  const [price, available, speed] = await Promise.all([
    loadMarket(services, categoryId, cityId),
    market.countAvailable(services.db, cityId, services.clock.now()),
    timeToAccept(services, category, cityId),
  ]);
  return {
    ...cardOf(category, bandOf(price), available.get(categoryId) ?? 0),
    baseMinutes: category.baseMinutes ?? null,
    tags: [...category.tags],
    checklist: category.checklist.map(
      (item) => ({ ...item, ...("options" in item ? { options: [...item.options] } : {}) }) as CategoryDetail["checklist"][number],
    ),
    extras: [...category.extras],
    timeToAccept: speed,
  };
}

export async function loadMarketPrice(services: Services, { categoryId, cityId }: CategoryInput): Promise<PriceBand> {
  knownCategory(categoryId);
  knownCity(cityId);
  return bandOf(await loadMarket(services, categoryId, cityId));
}

/** Whether a category answers a need: its name, tags or checklist hold one of the words. */
function answers(category: Category, words: readonly string[]): boolean {
  const texts = [category.name, ...category.tags.map(({ label }) => label), ...category.extras.map(({ label }) => label)];
  const haystack = texts.flatMap(({ zh, en }) => [zh, en.toLowerCase()]).join(" ");
  return words.some((word) => haystack.includes(word) || [...texts.map(({ zh }) => zh)].some((zh) => zh.length >= 2 && word.includes(zh)));
}

const workersShown = 10;

/** Categories that answer a need, and workers by name. */
export async function searchCatalog(ctx: Context, { cityId, text }: SearchInput): Promise<SearchOutput> {
  const { services } = ctx;
  if (!(await services.limiter.allow("search", ctx.session?.userId ?? ctx.address))) fail("rate_limited");
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length > 0);
  const matching = new Set(categories.filter((category) => answers(category, words)).map(({ id }) => id));
  const [cards, workerIds] = await Promise.all([
    listCategories(services, { cityId }),
    market.searchWorkers(services.db, { cityId, text, limit: workersShown }),
  ]);
  return { categories: cards.filter(({ id }) => matching.has(id)), workers: await workerCards(services, workerIds) };
}
