import { LanguageMenu, QueryView } from "@lingong/ui";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SearchBox } from "../catalog/search-box.tsx";
import { useCategories } from "../catalog/use-categories.ts";
import { LinkButton } from "../components/link-button.tsx";
import { CityMenu } from "../shell/city-menu.tsx";
import { PageTitle } from "../shell/page-title.tsx";
import classes from "./landing.module.css";
import { PriceScale } from "./price-scale.tsx";
import { ProofPoints } from "./proof-points.tsx";
import { SampleBillCard } from "./sample-bill-card.tsx";
import { ThreeSteps } from "./three-steps.tsx";

/** Home for everybody else: one promise, a sample bill, three steps, what an hour costs here, four proofs. */
export function Landing() {
  const { t } = useTranslation("customer");
  const { t: common } = useTranslation("common");
  const categories = useCategories();
  return (
    <div className={classes.landing}>
      <PageTitle>{t("landing.title")}</PageTitle>
      <div className={classes.phoneHead}>
        <CityMenu look="title" />
        <span className={classes.phoneHeadRight}>
          <LanguageMenu />
          <LinkButton to="/sign-in" variant="default" size="sm" className={classes.signIn}>
            {common("action.signIn")}
          </LinkButton>
        </span>
      </div>
      <div className={classes.hero}>
        <div className={classes.promise}>
          <h1>{t("landing.promise")}</h1>
          <p className={classes.sub}>{t("landing.sub")}</p>
          <SearchBox placeholder={t("landing.searchPlaceholder")} button={t("landing.search")} />
          <p className={classes.quiet}>{t("landing.noSignUp")}</p>
        </div>
        <SampleBillCard />
      </div>
      <ThreeSteps />
      <QueryView query={categories}>{(all) => <PriceScale categories={all.filter(({ mode }) => mode === "on_site").slice(0, 8)} />}</QueryView>
      <ProofPoints />
      <p className={classes.foot}>
        <a href="/worker/">{t("nav.become")}</a>
        <Link to="/about/$topic" params={{ topic: "fees" }}>
          {t("nav.fees")}
        </Link>
        <Link to="/about/$topic" params={{ topic: "safety" }}>
          {t("nav.safety")}
        </Link>
        <Link to="/about/$topic" params={{ topic: "rules" }}>
          {t("nav.rules")}
        </Link>
      </p>
    </div>
  );
}
