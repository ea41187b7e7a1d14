import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./world.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** A field that the fixed bar of actions half covers at this moment: a scroll away it is whole, so its size is no failure. */
function isScrolledUnder(summary: string | undefined): boolean {
  return summary?.includes("partially obscured") ?? false;
}

/** No serious or critical violation of WCAG 2.2 AA on what is shown now. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  // Legacy: in the page itself; there are no frames of others, and no second page is opened for each look.
  const { violations } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode().analyze();
  const grave = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map((violation) => ({ ...violation, nodes: violation.nodes.filter((node) => !isScrolledUnder(node.failureSummary)) }))
    .filter(({ nodes }) => nodes.length > 0)
    .map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html, failureSummary }) => `${html}\n  ${failureSummary}`).join("\n  ")}`);
  expect.soft(grave, `axe on ${screen}`).toEqual([]);
}
