import {
  billTime,
  cancellableStates,
  cancellationFee,
  checkIdentityNumber,
  commissionOf,
  defaultPolicy,
  isCardNumber,
  levelOf,
  standingOf,
  withdrawalFee,
} from "@lingong/domain";
import { z } from "zod";

/** One kind of case: what goes in, and what the rules make of it. Fields beyond the inputs are ignored. */
export interface Calculator {
  readonly input: z.ZodType;
  readonly compute: (value: unknown) => Readonly<Record<string, number | boolean>>;
}

/** Keeps the type of the input between schema and rule. */
function calculator<Schema extends z.ZodType>(
  input: Schema,
  rule: (value: z.output<Schema>) => Readonly<Record<string, number | boolean>>,
): Calculator {
  return { input, compute: (value) => rule(input.parse(value)) };
}

const count = z.int().min(0);
const share = z.object({ good: count, of: count }).refine(({ good, of }) => good <= of, { message: "good is more than of" });
const seconds = z.number().nullable();

const billing = calculator(
  z.object({ workedMinutes: count, minimumMinutes: count, authorisedMinutes: count, rateFenPerHour: count, headcount: z.int().min(1) }),
  (time) => ({ ...billTime(time, defaultPolicy) }),
);

const commission = calculator(
  z.object({
    plan: z.enum(["life", "pro", "flat"]),
    baseFen: count,
    certified: z.boolean(),
    level: z.int().min(1).max(5),
    completedOrders: count,
    completedTogetherBefore: count,
  }),
  (order) => {
    const { commissionFen, workerNetFen } = commissionOf(order, defaultPolicy);
    return { commissionFen, workerNetFen };
  },
);

const withdrawal = calculator(z.object({ amountFen: z.int().min(1) }), ({ amountFen }) => ({ feeFen: withdrawalFee(amountFen, defaultPolicy) }));

const cancellation = calculator(
  z
    .object({
      state: z.enum(cancellableStates),
      rateFenPerHour: count,
      authorisedMinutes: count,
      headcount: z.int().min(1),
      secondsSinceAccept: seconds,
      secondsUntilOriginalStart: seconds,
      waived: z.boolean(),
    })
    .refine((value) => value.state !== "accepted" || (value.secondsSinceAccept !== null && value.secondsUntilOriginalStart !== null), {
      message: "an accepted order has secondsSinceAccept and secondsUntilOriginalStart",
    }),
  (value) => ({ feeFen: cancellationFee(value, defaultPolicy).feeFen }),
);

const standing = calculator(
  z.object({
    reviews: z.array(z.object({ stars: z.int().min(1).max(5), ageDays: count })),
    onTime: share,
    completion: share,
    streak: count,
    completedOrders: count,
  }),
  ({ completedOrders, ...input }) => {
    const { rating10000, onTime10000, completion10000, standing: points } = standingOf(input, defaultPolicy);
    return { rating10000, onTime10000, completion10000, standing: points, level: levelOf(points, completedOrders, defaultPolicy) };
  },
);

/** `today` may be given (the local day of the check); else it is today in China. */
const identity = calculator(z.object({ idNumber: z.string(), today: z.iso.date().optional() }), ({ idNumber, today }) => {
  const day = today ?? Temporal.Now.plainDateISO("Asia/Shanghai").toString();
  return { valid: checkIdentityNumber(idNumber, day, defaultPolicy.access.ageLeast).ok };
});

const card = calculator(z.object({ number: z.string() }), ({ number }) => ({ valid: isCardNumber(number) }));

/** Every kind the rule calculator knows, by name. */
export const calculators: Readonly<Record<string, Calculator>> = { billing, commission, withdrawal, cancellation, standing, identity, card };
