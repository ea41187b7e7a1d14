import { useCity, useTRPC } from "@lingong/client/react";
import { ListSkeleton, Page, QueryView, StateView } from "@lingong/ui";
import { IconSearchOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../components/link-button.tsx";
import { PageTitle } from "../shell/page-title.tsx";
import classes from "./catalog.module.css";
import { CategoryCard } from "./category-card.tsx";
import { SearchBox } from "./search-box.tsx";
import { WorkerRow } from "./worker-row.tsx";

/** What fits the words: kinds of work with their prices, and people. */
export function SearchPage({ text }: { readonly text: string }) {
  const { t } = useTranslation("customer");
  const trpc = useTRPC();
  const navigate = useNavigate();
  const { cityId } = useCity();
  const found = useQuery(trpc.catalog.search.queryOptions({ cityId, text }, { enabled: text !== "" }));
  return (
    <Page title={t("search.title")} width="wide" onBack={() => void navigate({ to: "/" })}>
      <PageTitle>{t("search.titleFor", { text })}</PageTitle>
      <SearchBox key={text} initial={text} placeholder={t("home.searchPlaceholder")} button={t("home.search")} />
      <QueryView
        query={found}
        skeleton={<ListSkeleton round={44} lines={2} />}
        isEmpty={({ categories, workers }) => categories.length + workers.length === 0}
        empty={<NothingFound text={text} />}
      >
        {({ categories, workers }) => (
          <>
            {categories.length > 0 && (
              <section>
                <div className={classes.sectionHead}>
                  <h2>{t("search.categories", { count: categories.length })}</h2>
                </div>
                <div className={classes.cards}>
                  {categories.map((category) => (
                    <CategoryCard key={category.id} category={category} />
                  ))}
                </div>
              </section>
            )}
            {workers.length > 0 && (
              <section>
                <div className={classes.sectionHead}>
                  <h2>{t("search.workers", { count: workers.length })}</h2>
                </div>
                <div className={classes.workers}>
                  {workers.map((worker) => (
                    <WorkerRow key={worker.id} worker={worker} />
                  ))}
                </div>
              </section>
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function NothingFound({ text }: { readonly text: string }) {
  const { t } = useTranslation("customer");
  return (
    <StateView
      icon={IconSearchOff}
      tone="neutral"
      title={t("search.nothing", { text })}
      action={<LinkButton to="/categories">{t("search.seeAll")}</LinkButton>}
    >
      {t("search.nothingText")}
    </StateView>
  );
}
