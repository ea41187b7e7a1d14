import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import type { Command } from "../command.ts";
import { type Helper, isOf, startHelper, stopHelpers } from "../helper.ts";
import { stopping } from "../stopping.ts";
import { minutes, plans, rates } from "./grid.ts";
import type { Found } from "./walk.ts";

/** Differences that are printed; how many there are beyond is counted. */
const shown = 20;
const longestMs = 3_600_000;
const orders = plans.length * rates.length;

const hasFound = (message: unknown): message is { readonly found: readonly Found[] } =>
  isOf("order")(message) && "found" in message && Array.isArray(message.found);

function startWalkers(say: (orders: number) => void) {
  const found: Found[] = [];
  let walked = 0;
  const hear = (message: unknown) => {
    if (!hasFound(message)) return;
    found.push(...message.found);
    walked += 1;
    say(walked);
  };
  const count = availableParallelism();
  const helpers: readonly Helper[] = Array.from({ length: count }, (_, index) =>
    startHelper(new URL("./walker.ts", import.meta.url), { args: [String(index), String(count)], env: { NODE_ENV: "production" } }),
  );
  for (const helper of helpers) helper.hear(hear);
  const ended = Promise.all(helpers.map((helper) => helper.next(isOf("walked"), longestMs)));
  return ended.then(() => ({ found, walked }));
}

const costOf = (cost: Found["shown"]): string => (cost === null ? "nothing" : cost.join(" + "));

/**
 * Cancels every order of the grid at every minute: what is shown, what is posted and what the rule book says must be the same to
 * the fen. Exit code 1 on any difference.
 */
export const previewGrid: Command = async (words) => {
  const { values } = parseArgs({ args: [...words], options: { json: { type: "boolean" } } });
  const began = performance.now();
  const say = (done: number) => void (process.stderr.isTTY ? process.stderr.write(`\r${done}/${orders} orders   `) : undefined);
  const { found, walked } = await Promise.race([startWalkers(say), stopping()]).finally(stopHelpers);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const summary = { minutes, plans: plans.length, amounts: rates.length, compared: walked * minutes, differing: found.length, seconds };
  if (values.json) console.log(JSON.stringify({ ...summary, ...(found.length > 0 ? { first: found.slice(0, shown) } : {}) }));
  else {
    console.log(
      `${minutes} minutes × ${plans.length} plans × ${rates.length} amounts: ${summary.compared} compared, ${found.length} differ, ${seconds} s`,
    );
    for (const { plan, amount, minute, ...cost } of found.slice(0, shown))
      console.log(
        `  ${plan}, ${rates[amount]} fen an hour, minute ${minute}: shown ${costOf(cost.shown)}, charged ${costOf(cost.charged)}, rule book ${costOf(cost.book)}`,
      );
  }
  return found.length === 0 && walked === orders ? 0 : 1;
};
