import { useTRPC } from "@lingong/client/react";
import { Page, QueryView, StateView } from "@lingong/ui";
import { IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import catalog from "../catalog/catalog.module.css";
import { WorkerRow } from "../catalog/worker-row.tsx";
import { LinkButton } from "../components/link-button.tsx";
import classes from "../home/home-cards.module.css";
import { RegularCard } from "../home/regular-card.tsx";
import { SignedIn } from "../session/signed-in.tsx";
import { PageTitle } from "../shell/page-title.tsx";

export function RegularsPage() {
  return <SignedIn>{() => <Regulars />}</SignedIn>;
}

/** Everybody one has worked with or marked, to be asked again. */
function Regulars() {
  const { t } = useTranslation("customer");
  const trpc = useTRPC();
  const regulars = useQuery(trpc.customers.regulars.queryOptions());
  const favourites = useQuery(trpc.customers.favourites.queryOptions());
  return (
    <Page title={t("regulars.title")} width="wide">
      <PageTitle>{t("regulars.title")}</PageTitle>
      <QueryView query={regulars} empty={<NoRegulars />}>
        {(all) => (
          <ul className={classes.regulars}>
            {all.map((regular) => (
              <li key={regular.worker.id}>
                <RegularCard regular={regular} />
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      {favourites.data !== undefined && favourites.data.length > 0 && (
        <section>
          <div className={catalog.sectionHead}>
            <h2>{t("regulars.favourites")}</h2>
          </div>
          <div className={catalog.workers}>
            {favourites.data.map((worker) => (
              <WorkerRow key={worker.id} worker={worker} />
            ))}
          </div>
        </section>
      )}
    </Page>
  );
}

function NoRegulars() {
  const { t } = useTranslation("customer");
  return (
    <StateView icon={IconUsers} title={t("regulars.none")} action={<LinkButton to="/categories">{t("orders.begin")}</LinkButton>}>
      {t("regulars.noneText")}
    </StateView>
  );
}
