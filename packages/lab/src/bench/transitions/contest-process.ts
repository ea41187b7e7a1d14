import { contest } from "./contest.ts";

// A process of its own, in production mode: XState's development build is another, and no other code has warmed the heap.
const [runs, millisecondsEach] = process.argv.slice(2).map(Number);
process.send?.({ kind: "contested", compared: contest({ runs: runs ?? 1, millisecondsEach: millisecondsEach ?? 1 }) });
process.disconnect?.();
