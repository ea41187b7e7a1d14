import { z } from "zod";
import { fenOut, id, instant } from "./common.ts";
import { categoryRef, deadlineView, orderState, side, stepView, travelView } from "./order-view.ts";

/** One line of a list, and the live card of the home. */
export const orderCard = z.object({
  id,
  code: z.string(),
  version: z.int(),
  side,
  state: orderState,
  category: categoryRef,
  zone: z.string(),
  district: z.string().nullable(),
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  bookedMinutes: z.int(),
  headcount: z.int(),
  prepaidFen: fenOut,
  /** What it came to: the bill, else the booked price. */
  totalFen: fenOut,
  workerNetFen: fenOut,
  counterpartName: z.string().nullable(),
  counterpartLevel: z.int().nullable(),
  asked: z.int(),
  steps: z.array(stepView),
  deadline: deadlineView.nullable(),
  pendingAddOns: z.int(),
  pendingAddOnFen: fenOut,
  freeUntil: instant.nullable(),
  travel: travelView.nullable(),
  needsAnswer: z.boolean(),
  createdAt: instant,
});

export type OrderCard = z.infer<typeof orderCard>;
