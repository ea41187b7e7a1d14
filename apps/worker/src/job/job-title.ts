import type { OrderView } from "@lingong/contracts";
import { MINUTE } from "@lingong/domain";
import { useDistrict, useFormat, useServerNow, useText } from "@lingong/ui";

export interface JobTitle {
  /** Where: the door, the district, or what it is. */
  readonly title: string;
  /** `日常保洁 · 14:00–17:00`. */
  readonly subtitle: string;
}

/** How a job is called on its pages. */
export function useJobTitle(order: OrderView | undefined): JobTitle {
  const text = useText();
  const district = useDistrict();
  const format = useFormat(order?.zone);
  const now = useServerNow(MINUTE);
  if (order === undefined) return { title: "", subtitle: "" };
  const category = text(order.category.name);
  const start = order.workingStart ?? order.startsAt;
  const when =
    start === null
      ? ""
      : order.endsAt === null
        ? format.dayTime(Date.parse(start), now)
        : format.dayTimeRange(Date.parse(start), Date.parse(order.endsAt), now);
  const place = order.address?.line ?? (order.address === null ? null : district(order.address.district));
  return { title: place ?? category, subtitle: (place === null ? [when] : [category, when]).filter((part) => part !== "").join(" · ") };
}
