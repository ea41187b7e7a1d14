// Runs one of the project's TypeScript programs with the right Node: `node tools/run.mjs SCRIPT ARGS…`.
// Nothing but the program itself writes to standard output; what the preparation has to say goes to standard error.
import { join } from "node:path";
import { install } from "./install.mjs";
import { run, stopWithParent } from "./processes.mjs";
import { main, Refusal, root } from "./project.mjs";
import { checkNode, environmentOf, findRuntime } from "./runtime.mjs";

const say = (text) => console.error(`› ${text}`);

await main(async () => {
  const [script, ...args] = process.argv.slice(2);
  if (script === undefined) throw new Refusal("Name the script to run: node tools/run.mjs SCRIPT ARGS…");
  checkNode();
  stopWithParent();
  const runtime = await findRuntime(say);
  await install(runtime, say, "errors");
  const { code } = await run(runtime.node, [join(root, script), ...args], { cwd: root, env: environmentOf(runtime), show: "terminal" });
  return code;
});
