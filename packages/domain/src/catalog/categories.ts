import { applianceCleaning, dailyCleaning, deepCleaning } from "./categories/cleaning.ts";
import { cooking, elderCare, furnitureAssembly, moving, petCare } from "./categories/home-help.ts";
import { design, photography, programming, translation } from "./categories/professional.ts";
import { applianceRepair, electrician, plumbing, workAtHeight } from "./categories/repair.ts";
import type { Category, CategoryId } from "./category.ts";

/** The catalogue, in the order in which screens list it. To add a category: one object here; its tests check the rest. */
export const categories: readonly Category[] = [
  dailyCleaning,
  deepCleaning,
  applianceCleaning,
  moving,
  applianceRepair,
  electrician,
  plumbing,
  cooking,
  elderCare,
  petCare,
  furnitureAssembly,
  workAtHeight,
  photography,
  translation,
  programming,
  design,
];

const byId: ReadonlyMap<CategoryId, Category> = new Map(categories.map((category) => [category.id, category]));

/** The category of an id, or null: unknown ids come from outside. */
export function categoryOf(id: CategoryId): Category | null {
  return byId.get(id) ?? null;
}
