// Starts other programs and makes sure that none of them outlives us.
import { spawn } from "node:child_process";

const windows = process.platform === "win32";
const running = new Set();
let stopping = null;

/** Sends a signal to a child and, where it has a group of its own, to everything that it started. */
function signalAll({ child, ownGroup }, signal) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (ownGroup) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

const stdioFor = {
  all: ["ignore", "pipe", "pipe"],
  errors: ["ignore", "pipe", "pipe"],
  nothing: ["ignore", "pipe", "pipe"],
  // A program that people (or a pipe) talk to stays in our group, or the terminal would stop it when it reads.
  terminal: ["inherit", "inherit", "inherit"],
  // A server is told to end over the fourth channel when we vanish without a word (`kill -9`).
  server: ["ignore", "inherit", "inherit", "ipc"],
};

/** Where a step's standard output goes while it is also kept for the message when it fails. */
const targetOf = { all: () => process.stdout, errors: () => process.stderr, nothing: () => null };

/**
 * Runs a program to its end, by default in a process group of its own, so that Ctrl-C reaches only us and we decide in
 * which order things end. `show`: "all" of its output, everything to standard "errors", "nothing", or see `stdioFor`.
 * @returns {Promise<{code: number, output: string}>} output: the last 20,000 characters of what was piped.
 */
export function run(command, args, { show = "all", cwd, env } = {}) {
  const ownGroup = !windows && show !== "terminal";
  const child = spawn(command, args, { cwd, env, stdio: stdioFor[show], detached: ownGroup, shell: windows });
  const entry = { child, ownGroup };
  running.add(entry);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk) => {
      output = (output + chunk).slice(-20_000);
      targetOf[show]()?.write(chunk);
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", (error) => {
      running.delete(entry);
      reject(error);
    });
    child.once("close", (code, signal) => {
      running.delete(entry);
      resolve({ code: code ?? (signal === "SIGINT" || signal === "SIGTERM" ? 130 : 1), output });
    });
  });
}

export function isStopping() {
  return stopping !== null;
}

/** Asks everything to end; asked again, or after `patience`, ends it without asking. */
function stop(patience) {
  const signal = stopping === null ? "SIGTERM" : "SIGKILL";
  stopping ??= setTimeout(() => {
    for (const entry of running) signalAll(entry, "SIGKILL");
  }, patience).unref();
  for (const entry of running) signalAll(entry, signal);
}

/**
 * Ctrl-C, SIGTERM, a closed terminal and the death of our parent all stop every child. The parent is watched because
 * npm, told to end, leaves what it started running.
 */
export function stopWithParent(patience = 15_000) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(patience));
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop(patience);
  }, 500);
  watch.unref();
}
