/** Time on the clock and of the processor, in milliseconds: on a busy machine the second tells more. */
export interface Timing {
  readonly clock: number;
  readonly processor: number;
}

export function timed<Result>(work: () => Result): { readonly result: Result; readonly timing: Timing } {
  const used = process.cpuUsage();
  const began = performance.now();
  const result = work();
  const clock = performance.now() - began;
  const { user, system } = process.cpuUsage(used);
  return { result, timing: { clock, processor: (user + system) / 1_000 } };
}
