// `npm start`: from a clean checkout to a running city. Plain JavaScript without packages: the Node that reads it may be old.
import fs from "node:fs";
import { join } from "node:path";
import { buildApps } from "./build.mjs";
import { playCity } from "./city.mjs";
import { install } from "./install.mjs";
import { isStopping, run, stopWithParent } from "./processes.mjs";
import { main, Refusal, root } from "./project.mjs";
import { checkNode, environmentOf, findRuntime } from "./runtime.mjs";

const neededMegabytes = 300;
const say = (text) => console.log(`› ${text}`);

/** Refuses early what would fail late and half-done: an install or a database without room. */
function checkDisk() {
  if (fs.statfsSync === undefined) return;
  const { bavail, bsize } = fs.statfsSync(root);
  const free = Math.floor((bavail * bsize) / 1_048_576);
  if (free < neededMegabytes)
    throw new Refusal(`The disk is full: ${free} MB are free and Lingong needs ${neededMegabytes} MB. Free some space and start again.`);
}

await main(async () => {
  checkNode();
  stopWithParent();
  checkDisk();
  const runtime = await findRuntime(say);
  for (const step of [install, buildApps]) {
    if (isStopping()) return 0;
    await step(runtime, say);
  }
  if (isStopping()) return 0;
  say("Starting the server …");
  const server = join(root, "apps", "server", "src", "main.ts");
  const words = process.argv.slice(2);
  if (words.includes("--city")) playCity(runtime, say).catch((error) => say(`The city did not come to life: ${error.message}`));
  const { code } = await run(runtime.node, [server, ...words.filter((word) => word !== "--city")], {
    cwd: root,
    env: environmentOf(runtime),
    show: "server",
  });
  return isStopping() ? 0 : code;
});
