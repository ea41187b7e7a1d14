import { useIsSignedIn, useTRPC } from "@lingong/client/react";
import { MINUTE } from "@lingong/domain";
import { categoryIcon, ListRow, ListRows, Panel, useFormat, useServerClock, useServerNow, useText } from "@lingong/ui";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useCategories } from "../catalog/use-categories.ts";
import { isWizardStep, listDrafts } from "../new-order/draft/device-drafts.ts";

interface OpenDraft {
  readonly id: string;
  readonly categoryId: string;
  readonly step: string;
  readonly savedAt: number;
}

const mostShown = 2;

/** Orders begun and not finished, from this device and from the server, each once. */
export function OpenDrafts() {
  const { t } = useTranslation("customer");
  const text = useText();
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const drafts = useOpenDrafts();
  const { data: categories = [] } = useCategories();
  if (drafts.length === 0) return null;
  return (
    <Panel title={t("home.drafts")} dense>
      <ListRows>
        {drafts.slice(0, mostShown).map(({ id, categoryId, step, savedAt }) => {
          const category = categories.find((one) => one.id === categoryId);
          return (
            <ListRow
              key={id}
              icon={categoryIcon(category?.icon ?? "")}
              title={t("home.goOn", { category: category === undefined ? "" : text(category.name) })}
              detail={t("home.draftAt", { step: t(`newOrder.step.${isWizardStep(step) ? step : "scope"}`), time: format.ago(savedAt, now) })}
              href={`/new/${id}`}
            />
          );
        })}
      </ListRows>
    </Panel>
  );
}

function useOpenDrafts(): OpenDraft[] {
  const trpc = useTRPC();
  const readClock = useServerClock();
  const enabled = useIsSignedIn();
  const { data = [] } = useQuery(trpc.drafts.list.queryOptions(undefined, { enabled }));
  return useMemo(() => {
    const here: OpenDraft[] = listDrafts(readClock()).map(({ id, form, step, savedAt }) => ({ id, categoryId: form.categoryId, step, savedAt }));
    const known = new Set(here.map(({ id }) => id));
    const there = data
      .filter(({ id }) => !known.has(id))
      .map(({ id, categoryId, step, savedAt }) => ({ id, categoryId, step, savedAt: Date.parse(savedAt) }));
    return [...here, ...there].sort((a, b) => b.savedAt - a.savedAt);
  }, [data, readClock]);
}
