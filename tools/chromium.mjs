// Finds a Chromium for the browser tests, or has the system's package manager install one.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./processes.mjs";
import { Refusal } from "./project.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const places = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

function look() {
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [process.env.CHROMIUM, process.env.CHROME_PATH, ...onPath, ...places].find((path) => path && existsSync(path)) ?? null;
}

/** @returns {Promise<string>} the browser's path. @throws Refusal where none is found and none may be installed. */
export async function findChromium(say) {
  const found = look();
  if (found !== null) return found;
  const mayInstall = process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (mayInstall) {
    say("Installing Chromium and Chinese fonts with apt-get …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "-q"], { show: "nothing", env });
    await run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-wqy-zenhei"], { show: "nothing", env });
    const installed = look();
    if (installed !== null) return installed;
  }
  throw new Refusal("The browser tests need Chromium: install it (or Google Chrome), or name it in the environment variable CHROMIUM.");
}
