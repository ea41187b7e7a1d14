import type { OrderCommandParsed } from "@lingong/contracts";
import { newId } from "@lingong/db";
import type { Command } from "@lingong/domain";

/**
 * What a person asked, as the domain takes it: ids of what it creates are made here, instants become numbers. A repeat
 * makes other ids, which nobody sees: the first answer is given again. Evidence and decisions need more: see `act`.
 */
export function commandFrom(asked: Exclude<OrderCommandParsed, { readonly type: "openDispute" | "addEvidence" | "decideDispute" }>): Command {
  switch (asked.type) {
    case "place":
    case "raisePrice":
    case "approveAddOn":
    case "tip":
      return { ...asked, paymentId: newId() };
    case "proposeAddOn":
      return { ...asked, addOnId: newId() };
    case "proposeReschedule":
      return { type: asked.type, startsAt: Date.parse(asked.startsAt) };
    default:
      return asked;
  }
}

/** The payment a command asks the customer for, when it asks for one. */
export function paymentIdOf(command: Command): string | null {
  return "paymentId" in command && command.type !== "capturePayment" ? command.paymentId : null;
}
