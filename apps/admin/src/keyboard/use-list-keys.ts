import { useLetters } from "./use-letters.ts";

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("main [data-row]")];
}

function step(by: 1 | -1): void {
  const all = rows();
  const at = all.findIndex((row) => row.matches(":focus"));
  const next = at === -1 ? (by === 1 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
  all[next]?.focus();
  all[next]?.scrollIntoView({ block: "nearest" });
}

function press(selector: string): void {
  document.querySelector<HTMLElement>(`main ${selector}`)?.click();
}

/** The keys of a page with one list: its rows are links marked `data-row`, so that opening one is the link's own Enter. */
export function useListKeys(): void {
  useLetters({
    J: () => step(1),
    K: () => step(-1),
    "/": () => document.querySelector<HTMLElement>("main [data-filter]")?.focus(),
    "[": () => press("[data-page=previous]"),
    "]": () => press("[data-page=next]"),
  });
}
