import type { TermsInput } from "@lingong/contracts";
import type { NewWorker } from "../../play/people.ts";
import { workerFor } from "../job.ts";

/** How much farther apart workers live than on the spiral of `workerFor`: some forty within the first wave of any order. */
const spread = 30;

/** A worker of the city. */
export function homeOf(job: TermsInput, number: number): NewWorker {
  return workerFor(job, (number + 1) * spread);
}

/** The order of a number, somewhere between the workers' homes; the outskirts, where they thin out, are left out. */
export function jobAmong(job: TermsInput, number: number, workers: number): TermsInput {
  if (job.address === null) return job;
  // The golden ratio's multiples never fall together: orders are spread as evenly as homes.
  const share = (number * 0.618_033_988_75) % 1;
  const { home } = homeOf(job, 0.7 * workers * share + 0.37);
  return { ...job, address: { ...job.address, position: home } };
}
