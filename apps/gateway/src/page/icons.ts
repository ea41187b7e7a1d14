import { type Html, trusted } from "./html.ts";

function icon(path: string, size: number, className = ""): Html {
  const classes = className === "" ? "" : ` class="${className}"`;
  return trusted(
    `<svg${classes} width="${size}" height="${size}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${path}</svg>`,
  );
}

/** Line icons on a 24-unit grid, hidden from screen readers: a word always stands beside them. */
export const icons = {
  brand: icon('<rect x="3" y="6" width="18" height="13" rx="3"/><path d="M3 11h18M8 15h3"/>', 24),
  wallet: icon('<path d="M4 7h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2h10v3"/><path d="M20 12h-4a1.5 1.5 0 0 0 0 3h4"/>', 24),
  card: icon('<rect x="3" y="5" width="18" height="14" rx="3"/><path d="M3 10h18M7 15h2"/>', 24),
  warning: icon('<circle cx="12" cy="12" r="9"/><path d="M12 8v5M12 16v.01"/>', 20),
  chevron: icon('<path d="m9 6 6 6-6 6"/>', 16),
  clock: icon('<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3 2"/>', 16),
  waiting: icon('<path d="M12 3a9 9 0 1 0 9 9"/>', 32, "spin"),
  tick: icon('<circle cx="12" cy="12" r="9"/><path d="m8 12 3 3 5-6"/>', 32),
  cross: icon('<circle cx="12" cy="12" r="9"/><path d="m9 9 6 6m0-6-6 6"/>', 32),
} as const;
