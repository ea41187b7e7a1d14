import type { Bilingual, Category } from "../catalog/category.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Order } from "./order.ts";

/** A picture of the record: what it was taken for, by whom, when, and what its author wrote on it. */
export interface RecordPhoto {
  readonly id: string;
  readonly purpose: string;
  readonly ownerId: string;
  readonly at: Instant | null;
  readonly label: string;
}

/** One thing that was to be done, and the pictures that show it before and after. */
export interface WorkItem {
  readonly key: string;
  readonly label: Bilingual;
  readonly beforePhotoIds: readonly string[];
  readonly afterPhotoIds: readonly string[];
}

function named(photo: RecordPhoto, { zh, en }: Bilingual): boolean {
  const label = photo.label.trim().toLowerCase();
  return label !== "" && [zh, en].some((name) => name !== "" && label.includes(name.toLowerCase()));
}

/** What the scope names one by one (the chosen answers of its lists), and the items added on the way that are said to be done. */
export function workItemsOf(order: Order, category: Category, photos: readonly RecordPhoto[]): readonly WorkItem[] {
  const chosen = category.checklist.flatMap((item) => {
    const value = order.terms.scope.find(({ key }) => key === item.key)?.value;
    if (item.kind !== "choices" || !Array.isArray(value)) return [];
    return item.options.filter(({ key }) => value.includes(key)).map(({ key, label }) => ({ key: `${item.key}.${key}`, label }));
  });
  const added = order.addOns
    .filter(({ kind, state }) => kind === "item" && (state === "done" || state === "paid"))
    .map(({ id, title }) => ({ key: id, label: { zh: title, en: title } }));
  const showing = (label: Bilingual, purpose: string) =>
    photos.filter((photo) => photo.purpose === purpose && named(photo, label)).map(({ id }) => id);
  return [...chosen, ...added].map(({ key, label }) => ({
    key,
    label,
    beforePhotoIds: showing(label, "before"),
    afterPhotoIds: showing(label, "after"),
  }));
}
