import { useCity, useTRPC } from "@lingong/client/react";
import { CardSkeleton, FailedView, Loading, Page, StateView } from "@lingong/ui";
import { IconFileOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../components/link-button.tsx";
import { WizardProvider } from "./draft/draft-context.tsx";
import { type Draft, useDraft } from "./draft/use-draft.ts";

/** Around the wizard's steps: the draft, and what the catalogue says of its category. */
export function WizardFrame({ draftId }: { readonly draftId: string }) {
  const found = useDraft(draftId);
  if (found.state === "loading") return <WizardSkeleton />;
  if (found.state === "missing") return <DraftMissing />;
  return <Loaded draft={found.draft} />;
}

function Loaded({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation("customer");
  const trpc = useTRPC();
  const { categoryId, cityId } = draft.form;
  const category = useQuery(trpc.catalog.category.queryOptions({ categoryId, cityId }, { staleTime: 300_000 }));
  const { cities } = useCity();
  const city = cities.find(({ id }) => id === cityId);
  if (category.data === undefined || city === undefined) {
    if (!category.isError) return <WizardSkeleton />;
    return (
      <Page title={t("newOrder.title")}>
        <FailedView error={category.error} onRetry={category.refetch} />
      </Page>
    );
  }
  return (
    <WizardProvider draft={draft} category={category.data} city={city}>
      <Outlet />
    </WizardProvider>
  );
}

function WizardSkeleton() {
  const { t } = useTranslation("customer");
  return (
    <Page title={t("newOrder.title")}>
      <Loading>
        <CardSkeleton lines={2} round={64} />
      </Loading>
      <CardSkeleton lines={3} />
      <CardSkeleton lines={3} />
    </Page>
  );
}

function DraftMissing() {
  const { t } = useTranslation("customer");
  return (
    <Page title={t("newOrder.title")}>
      <StateView
        icon={IconFileOff}
        tone="neutral"
        title={t("newOrder.missing")}
        action={<LinkButton to="/categories">{t("newOrder.begin")}</LinkButton>}
      >
        {t("newOrder.missingBody")}
      </StateView>
    </Page>
  );
}
