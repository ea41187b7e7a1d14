import type { RegularCard as Regular } from "@lingong/contracts";
import { IconChevronRight } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import home from "./home.module.css";
import classes from "./home-cards.module.css";
import { RegularCard } from "./regular-card.tsx";

/** The people one has asked before: one tap to ask again. */
export function Regulars({ regulars, count }: { readonly regulars: readonly Regular[]; readonly count: number }) {
  const { t } = useTranslation("customer");
  return (
    <section>
      <div className={home.sectionHead}>
        <h2>{t("home.regulars")}</h2>
        <Link to="/regulars" className={home.more}>
          {t("home.allRegulars", { count })}
          <IconChevronRight size={16} aria-hidden />
        </Link>
      </div>
      <ul className={classes.regulars}>
        {regulars.slice(0, 3).map((regular) => (
          <li key={regular.worker.id}>
            <RegularCard regular={regular} />
          </li>
        ))}
      </ul>
    </section>
  );
}
