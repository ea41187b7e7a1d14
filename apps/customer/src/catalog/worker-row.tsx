import type { WorkerCard } from "@lingong/contracts";
import { Avatar, Level, Panel, Rating } from "@lingong/ui";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../components/link-button.tsx";
import classes from "./catalog.module.css";

/** Somebody who works here: level, stars, orders done; to be asked by name. */
export function WorkerRow({ worker }: { readonly worker: WorkerCard }) {
  const { t } = useTranslation("customer");
  const category = worker.categoryIds[0];
  const facts = [worker.district, t("search.completed", { count: worker.completedOrders })].filter((part) => part !== null);
  return (
    <Panel dense className={classes.worker}>
      <Avatar name={worker.name} imageUrl={worker.avatarUrl} size={44} tone={worker.online ? "accent" : "neutral"} online={worker.online} />
      <div className={classes.workerText}>
        <div className={classes.workerName}>
          <Link to="/workers/$workerId" params={{ workerId: worker.id }}>
            {worker.name}
          </Link>
          <Level level={worker.level} />
          <Rating value={worker.starsHundredths === null ? null : worker.starsHundredths / 100} />
        </div>
        <div className={classes.workerSecond}>{facts.join(" · ")}</div>
      </div>
      {category !== undefined && (
        <LinkButton to="/new" search={{ category, worker: worker.id, name: worker.name }} variant="light">
          {t("search.book")}
        </LinkButton>
      )}
    </Panel>
  );
}
