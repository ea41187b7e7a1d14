import { lifecycle, type OrderRow, type OrderState, targetsOf } from "@lingong/domain";

const rows = Object.entries(lifecycle) as readonly (readonly [string, OrderRow])[];

/** What a row is called on an arrow: the command, or of a timer the row itself, with a clock. */
function labelOf(name: string, row: OrderRow): string {
  return row.on === "timeOut" ? `⏱ ${name}` : row.on;
}

/** Every arrow between two different states, with the commands that go along it. */
function arrows(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [name, row] of rows) {
    for (const from of row.from) {
      for (const to of row.to === "stay" ? [] : targetsOf(row)) {
        if (from === to) continue;
        const key = `${from} --> ${to}`;
        found.set(key, (found.get(key) ?? new Set()).add(labelOf(name, row)));
      }
    }
  }
  return found;
}

const final: readonly OrderState[] = ["completed", "resolved", "cancelled", "expired"];

/** The order's life as a Mermaid state diagram, drawn from the table itself. */
export function lifecycleDiagram(): string {
  const lines = [...arrows()].map(([arrow, labels]) => `  ${arrow}: ${[...labels].join(", ")}`);
  return ["stateDiagram-v2", "  [*] --> draft", ...lines, ...final.map((state) => `  ${state} --> [*]`)].join("\n");
}

/** The table in words: what can happen, by whom, from where to where, and what it means. */
export function lifecycleTable(): string {
  const lines = rows.map(([name, row]) => {
    const to = row.to === "stay" ? "(unchanged)" : targetsOf(row).join(" / ");
    return `| \`${name}\` | ${row.by.join(", ")} | ${row.from.length > 8 ? "anywhere" : row.from.join(", ")} | ${to} | ${row.about} |`;
  });
  return ["| Row | By | From | To | Meaning |", "|---|---|---|---|---|", ...lines].join("\n");
}

const marks = {
  diagram: ["<!-- lifecycle diagram: made by `npm run -s lab -- diagram` -->", "<!-- end of the diagram -->"],
  table: ["<!-- lifecycle table: made by `npm run -s lab -- diagram` -->", "<!-- end of the table -->"],
} as const;

function between(text: string, [begin, end]: readonly [string, string], content: string): string {
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  return from < 0 || to < from ? text : `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`;
}

/** A document with its drawn parts made anew; a document without the marks is unchanged. */
export function withLifecycle(text: string): string {
  const drawn = between(text, marks.diagram, `\`\`\`mermaid\n${lifecycleDiagram()}\n\`\`\``);
  return between(drawn, marks.table, lifecycleTable());
}
