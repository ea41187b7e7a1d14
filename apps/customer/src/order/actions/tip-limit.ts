import { defaultPolicy, type Fen } from "@lingong/domain";

const { tipMostFen, tipShareOfBill } = defaultPolicy.lifecycle;

/** The most a tip may be: 200 yuan, and half of the bill (§2). */
export function tipAtMost(billFen: Fen): Fen {
  return Math.min(tipMostFen, Math.floor((billFen * tipShareOfBill) / 10_000));
}
