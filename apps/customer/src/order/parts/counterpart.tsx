import { Avatar, formatShare, Level, useFormat } from "@lingong/ui";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";
import { ChatRow } from "./chat-row.tsx";

/** Who comes, and the way to talk to them. */
export function Counterpart() {
  return (
    <>
      <Person />
      <ChatRow />
    </>
  );
}

/** Name, level, how often together, how punctual. */
function Person() {
  const { t } = useTranslation("customer");
  const { t: common } = useTranslation("common");
  const format = useFormat();
  const { order } = useOrder();
  const person = order.counterpart;
  if (person === null) return null;
  const facts = [
    person.together === 0 ? common("trust.firstTime") : common("trust.together", { count: person.together }),
    person.onTimePercent === null ? null : t("order.onTime", { share: formatShare(person.onTimePercent / 100) }),
    person.starsHundredths === null ? null : t("order.stars", { stars: (person.starsHundredths / 100).toFixed(1) }),
  ];
  return (
    <div className={classes.person}>
      <Avatar name={person.name} imageUrl={person.avatarUrl} size={44} />
      <div className={classes.personText}>
        <div className={classes.personName}>
          <Link to="/workers/$workerId" params={{ workerId: person.id }} className={classes.personLink}>
            {person.name}
          </Link>
          {person.level !== null && <Level level={person.level} />}
        </div>
        <div className={classes.quiet}>{facts.filter((fact) => fact !== null).join(" · ")}</div>
        {order.crew.length > 0 && (
          <div className={classes.quiet}>{t("order.crew", { count: order.crew.length, names: format.list(order.crew.map(({ name }) => name)) })}</div>
        )}
      </div>
    </div>
  );
}
