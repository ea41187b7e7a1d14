import { text } from "node:stream/consumers";
import { type Command, Refusal } from "../command.ts";
import { calculate } from "./calculate.ts";

/** `rules KIND < cases.json`: prints the outputs alone, one case a line, as one JSON array. */
export const rules: Command = async ([kind, ...more]) => {
  if (more.length > 0) throw new Refusal(`one KIND at a time, not also "${more.join(" ")}"`);
  if (process.stdin.isTTY) throw new Refusal("give the cases on standard input: rules KIND < cases.json");
  const outputs = calculate(kind, await text(process.stdin));
  process.stdout.write(`[\n${outputs.map((output) => JSON.stringify(output)).join(",\n")}\n]\n`);
  return 0;
};
