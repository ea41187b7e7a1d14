import type { z } from "zod";
import { Refusal } from "../command.ts";
import { type Calculator, calculators } from "./calculators.ts";

type Output = Readonly<Record<string, number | boolean>>;

function calculatorOf(kind: string | undefined): Calculator {
  const kinds = Object.keys(calculators).join(", ");
  if (kind === undefined) throw new Refusal(`say which KIND of case: ${kinds}`);
  const found = Object.hasOwn(calculators, kind) ? calculators[kind] : undefined;
  if (found === undefined) throw new Refusal(`there is no kind "${kind}"; the kinds are ${kinds}`);
  return found;
}

function casesIn(json: string): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new Refusal(`the input is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!Array.isArray(value)) throw new Refusal("the input is not a JSON array of cases");
  return value;
}

/** The first thing that is wrong with a case, as a person reads it. */
function firstProblem(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return "is not a case of this kind";
  const path = issue.path.join(".");
  return path === "" ? issue.message : `${path}: ${issue.message}`;
}

function outputOf(calculator: Calculator, value: unknown, index: number): Output {
  const checked = calculator.input.safeParse(value);
  if (!checked.success) throw new Refusal(`case ${index + 1}: ${firstProblem(checked.error)}`);
  const output = calculator.compute(value);
  for (const [name, result] of Object.entries(output)) {
    if (typeof result === "number" && !Number.isSafeInteger(result))
      throw new Refusal(`case ${index + 1}: ${name} is larger than this calculator can state exactly`);
  }
  return output;
}

/** Computes every case of a JSON array by the rules. Refuses the whole array at the first case that is none. */
export function calculate(kind: string | undefined, json: string): readonly Output[] {
  const calculator = calculatorOf(kind);
  return casesIn(json).map((value, index) => outputOf(calculator, value, index));
}
