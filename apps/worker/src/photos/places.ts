import type { Bilingual, CategoryId } from "@lingong/domain";

/** A spot that is photographed before the work and after it, so that nobody need remember how it was. */
export interface Place {
  readonly key: string;
  readonly label: Bilingual;
}

const place = (key: string, zh: string, en: string): Place => ({ key, label: { zh, en } });

const door = place("door", "入户门", "Front door");
const living = place("living", "客厅", "Living room");
const kitchen = place("kitchen", "厨房", "Kitchen");
const bathroom = place("bathroom", "卫生间", "Bathroom");
const workArea = place("work_area", "工作区域", "Work area");
const around = place("around", "周围环境", "Surroundings");
const appliance = place("appliance", "设备外观", "Appliance");
const namePlate = place("name_plate", "铭牌", "Name plate");
const fault = place("fault", "故障处", "The fault");
const goods = place("goods", "物品", "Goods");
const passage = place("passage", "通道", "Passage");

const usual: readonly Place[] = [door, workArea, around];
const home: readonly Place[] = [door, living, kitchen, bathroom];
const device: readonly Place[] = [door, appliance, namePlate, around];
const repair: readonly Place[] = [door, fault, around];
const removal: readonly Place[] = [door, goods, passage];

/** Where a category has its own spots; every other one on site has the usual ones. */
const ofCategory: ReadonlyMap<CategoryId, readonly Place[]> = new Map([
  ["daily_cleaning", home],
  ["deep_cleaning", home],
  ["appliance_cleaning", device],
  ["appliance_repair", device],
  ["electrician", repair],
  ["plumbing", repair],
  ["moving", removal],
  ["furniture_assembly", removal],
]);

/** The spots of a job's walk-through; remote work has none. */
export function placesOf(category: { readonly id: CategoryId; readonly mode: "on_site" | "remote" }): readonly Place[] {
  if (category.mode === "remote") return [];
  return ofCategory.get(category.id) ?? usual;
}

/** Whether a photo's label, written in either language, names a place. */
export function isOf({ label }: Place, photoLabel: string): boolean {
  return photoLabel === label.zh || photoLabel === label.en;
}
