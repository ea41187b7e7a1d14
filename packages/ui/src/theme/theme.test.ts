// @vitest-environment node
/// <reference types="node" />
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8");

/** The custom properties of every rule whose selector is exactly one of the given. */
function tokens(...selectors: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const selector of selectors) {
    const start = css.indexOf(`\n${selector} {`);
    const body = css.slice(start, css.indexOf("\n}", start));
    for (const [, name, value] of body.matchAll(/(--[\w-]+):\s*([^;]+);/g)) if (name !== undefined && value !== undefined) found.set(name, value);
  }
  return found;
}

function colour(all: ReadonlyMap<string, string>, name: string): readonly number[] {
  const value = all.get(name) ?? "";
  const alias = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  if (alias !== undefined) return colour(all, alias);
  const hex = /^#([0-9a-f]{6})$/i.exec(value)?.[1];
  if (hex === undefined) throw new Error(`${name} is not a colour: ${value}`);
  return [0, 2, 4].map((from) => Number.parseInt(hex.slice(from, from + 2), 16));
}

function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((part) => (part / 255 <= 0.040_45 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(all: ReadonlyMap<string, string>, text: string, ground: string): number {
  const [a, b] = [luminance(colour(all, text)), luminance(colour(all, ground))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const dark = '[data-mantine-color-scheme="dark"]';
const pairs = [
  ["--ink", "--bg"],
  ["--ink", "--sunken"],
  ["--ink-2", "--sunken"],
  ["--ink-3", "--bg"],
  ["--ink-3", "--surface"],
  ["--ink-3", "--sunken"],
  ["--on-accent", "--accent"],
  ["--on-second", "--second"],
  ["--accent-ink", "--surface"],
  ["--accent-ink", "--bg"],
  ["--accent-ink", "--tint"],
  ["--accent-ink", "--tint-2"],
  ["--warn-ink", "--surface"],
  ["--warn-ink", "--warn-tint"],
  ["--on-warn", "--warn"],
  ["--m-text", "--m-land"],
] as const;

describe("tokens", () => {
  for (const app of ["customer", "worker", "admin"]) {
    const own = `[data-app="${app}"]`;
    const light = tokens(":root", own, "[data-app]");
    const night = tokens(":root", own, "[data-app]", dark, `${own}${dark}`);

    it.each(pairs)(`${app}: %s on %s can be read (4.5:1) in light and dark`, (text, ground) => {
      expect(contrast(light, text, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(night, text, ground)).toBeGreaterThanOrEqual(4.5);
    });
  }
});
