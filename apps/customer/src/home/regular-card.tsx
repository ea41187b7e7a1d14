import type { RegularCard as Regular } from "@lingong/contracts";
import { MINUTE } from "@lingong/domain";
import { Avatar, Level, useFormat, useServerNow, useText } from "@lingong/ui";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCategories } from "../catalog/use-categories.ts";
import { LinkButton } from "../components/link-button.tsx";
import classes from "./home-cards.module.css";

/** Somebody one has worked with: what for, how often, when free, and again. */
export function RegularCard({ regular }: { readonly regular: Regular }) {
  const { t } = useTranslation("customer");
  const text = useText();
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const { data: categories = [] } = useCategories();
  const { worker, categoryId, firstFreeAt } = regular;
  const category = categories.find(({ id }) => id === categoryId);
  const free = firstFreeAt === null ? t("home.notFreeSoon") : format.dayTime(Date.parse(firstFreeAt), now);
  return (
    <div className={classes.regular}>
      <Avatar name={worker.name} imageUrl={worker.avatarUrl} size={44} tone={worker.online ? "accent" : "neutral"} online={worker.online === true} />
      <div className={classes.regularText}>
        <div className={classes.regularName}>
          <Link to="/workers/$workerId" params={{ workerId: worker.id }}>
            {worker.name}
          </Link>
          {worker.level !== null && (
            <span className={classes.regularLevel}>
              <Level level={worker.level} />
            </span>
          )}
        </div>
        <div className={classes.regularWhat}>
          {t("home.together", { category: category === undefined ? "" : text(category.name), count: worker.together })}
        </div>
      </div>
      <div className={classes.firstFree}>
        {t("home.firstFree")}
        <b>{free}</b>
      </div>
      <LinkButton to="/new" search={{ category: categoryId, worker: worker.id, name: worker.name }} variant="light" className={classes.again}>
        {t("home.again")}
      </LinkButton>
    </div>
  );
}
