import type { FeePlanId, PlanProblem, PolicyLeaf } from "@lingong/domain";
import { useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";

const inFen = new Set(["upToFen", "bracket_ends_not_ascending", "net_falls"]);
const counts = new Set(["fromCompletedOrders", "too_many"]);

/** How a number of the plans is called and written, by its path: `专业服务 · 第 2 档 · 费率`, `17 %`. */
export function useNumberName() {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const nameOf = (path: string): string => {
    const [plan = "", ...rest] = path.split(".");
    const parts = rest.map((key, index) => {
      if (/^\d+$/.test(key)) return t(`fees.number_of.${rest[index - 1] as "brackets"}`, { index: Number(key) + 1 });
      return key === "brackets" || key === "discounts" ? "" : t(`fees.field.${key as "rate"}`);
    });
    return [t(`fees.plan.${plan as FeePlanId}`), ...parts].filter(Boolean).join(t("app.between"));
  };
  const written = (path: string, value: PolicyLeaf | undefined): string => {
    const field = path.split(".").at(-1) ?? "";
    if (value === undefined) return t("fees.absent");
    if (value === null) return t("fees.noEnd");
    if (typeof value !== "number") return String(value);
    if (field === "fromLevel") return t("fees.level", { level: value });
    if (counts.has(field)) return t("fees.count", { count: value });
    return inFen.has(field) ? format.money(value) : format.rate(value);
  };
  const boundOf = ({ code, bound, path }: PlanProblem): string => {
    if (bound === null) return "";
    if (inFen.has(code)) return format.money(bound);
    if (counts.has(code) || path.endsWith("fromCompletedOrders")) return format.count(bound);
    return format.rate(bound);
  };
  const problemOf = (problem: PlanProblem): string => t(`fees.problem.${problem.code}`, { bound: boundOf(problem) });
  return { nameOf, written, problemOf };
}
