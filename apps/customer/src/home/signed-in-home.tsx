import type { Me } from "@lingong/contracts";
import { AppLink, Avatar, QueryView } from "@lingong/ui";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { CategoryTiles } from "../catalog/category-card.tsx";
import { CategorySection } from "../catalog/category-section.tsx";
import { SearchBox } from "../catalog/search-box.tsx";
import { useCategories } from "../catalog/use-categories.ts";
import { CityMenu } from "../shell/city-menu.tsx";
import { NotificationBell } from "../shell/customer-header.tsx";
import { PageTitle } from "../shell/page-title.tsx";
import { FirstOrder } from "./first-order.tsx";
import classes from "./home.module.css";
import { LiveOrders } from "./live-orders.tsx";
import { OpenDrafts } from "./open-drafts.tsx";
import { PendingReviews } from "./pending-reviews.tsx";
import { Promises } from "./promises.tsx";
import { Regulars } from "./regulars.tsx";
import { Upcoming } from "./upcoming.tsx";
import { useHome } from "./use-home.ts";

const examples = ["clean", "ac", "hospital", "move"] as const;

/** Home of somebody signed in: the order under way first, then what one may want next. */
export function SignedInHome({ me }: { readonly me: Me }) {
  const { t } = useTranslation("customer");
  const home = useHome();
  const categories = useCategories();
  return (
    <div className={classes.home}>
      <PageTitle>{t("home.title")}</PageTitle>
      <div className={classes.phoneHead}>
        <CityMenu look="title" />
        <span className={classes.phoneHeadRight}>
          <NotificationBell size={24} />
          <AppLink href="/me" className={classes.account} label={t("nav.account", { name: me.displayName })}>
            <Avatar name={me.displayName} imageUrl={me.avatarUrl} size={32} tone="neutral" />
          </AppLink>
        </span>
      </div>
      <div className={classes.ask}>
        <h1 className={classes.question}>{t("home.question")}</h1>
        <SearchBox placeholder={t("home.searchPlaceholder")} button={t("home.search")} />
        <ul className={classes.examples} aria-label={t("home.examples")}>
          {examples.map((key) => (
            <li key={key}>
              <Link to="/search" search={{ q: t(`home.example.${key}`) }} className={classes.example}>
                {t(`home.example.${key}`)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
      <aside className={classes.side}>
        <QueryView query={home}>
          {(data) => (
            <>
              <LiveOrders orders={data.active} />
              {data.active.length + data.upcoming.length + data.regularCount === 0 && <FirstOrder />}
              <PendingReviews reviews={data.pendingReviews} />
              <OpenDrafts />
              <Upcoming orders={data.upcoming} />
            </>
          )}
        </QueryView>
      </aside>
      <div className={classes.main}>
        <QueryView query={categories}>
          {(all) => (
            <>
              <div className={classes.phoneOnly}>
                <CategoryTiles categories={all} />
              </div>
              <div className={classes.deskOnly}>
                <CategorySection title={t("home.categories")} categories={all} most={8} headClassName={classes.sectionHead} />
              </div>
            </>
          )}
        </QueryView>
        {home.data && home.data.regulars.length > 0 && <Regulars regulars={home.data.regulars} count={home.data.regularCount} />}
        <Promises />
      </div>
    </div>
  );
}
