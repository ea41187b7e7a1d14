import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Refusal } from "./command.ts";

/** A process of ours that takes part in a measurement. It ends with us: when the channel closes, it exits. */
export interface Helper {
  /** The next message that `accepts` takes; refuses when the process ends before, or after `withinMs`. */
  next<Message>(accepts: (message: unknown) => message is Message, withinMs: number): Promise<Message>;
  send(message: Readonly<Record<string, unknown>>): void;
  /** Hears every message from now on. */
  hear(listener: (message: unknown) => void): void;
  stop(): Promise<void>;
}

const patienceMs = 5_000;
const running = new Set<ChildProcess>();

/** Ends every helper that still runs: whoever is stopped in the middle leaves nothing behind. */
export async function stopHelpers(): Promise<void> {
  await Promise.all([...running].map(end));
}

/** Asks a process to end, and ends it when it does not. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  await exited;
  clearTimeout(timer);
}

export interface HelperOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a helper process from a script of the lab; what it has to say on its error output goes to ours. */
export function startHelper(script: URL, { args = [], env = {} }: HelperOptions = {}): Helper {
  const child = fork(script, [...args], { env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "inherit", "ipc"] });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return {
    next: (accepts, withinMs) =>
      new Promise((resolve, reject) => {
        const finish = (settle: () => void) => {
          clearTimeout(timer);
          child.off("message", take).off("exit", leave);
          settle();
        };
        const take = (message: unknown) => {
          if (accepts(message)) finish(() => resolve(message));
        };
        const leave = (code: number | null) => finish(() => reject(new Refusal(`a helper process ended with ${code ?? "a signal"}`)));
        const timer = setTimeout(() => finish(() => reject(new Refusal("a helper process did not answer in time"))), withinMs);
        child.on("message", take).once("exit", leave);
      }),
    send: (message) => void child.send(message),
    hear: (listener) => void child.on("message", listener),
    stop: () => end(child),
  };
}

/** Whether a message is of a kind: helpers name theirs in `kind`. */
export function isOf<Kind extends string>(kind: Kind) {
  return (message: unknown): message is { readonly kind: Kind } =>
    typeof message === "object" && message !== null && "kind" in message && message.kind === kind;
}
