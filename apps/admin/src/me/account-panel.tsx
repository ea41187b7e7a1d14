import type { Me } from "@lingong/contracts";
import { cityOf } from "@lingong/domain";
import { Avatar, Panel, useFormat, useServerNow, useText } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { Facts } from "../components/facts.tsx";
import classes from "./me.module.css";

/** Who is signed in, with which roles, until when. */
export function AccountPanel({ me }: { readonly me: Me }) {
  const { t } = useTranslation("admin");
  const text = useText();
  const format = useFormat();
  const now = useServerNow(60_000);
  const city = cityOf(me.cityId);
  return (
    <Panel>
      <div className={classes.head}>
        <Avatar name={me.displayName} imageUrl={me.avatarUrl} size={64} />
        <div>
          <div className={classes.name}>{me.displayName}</div>
          <div className={classes.second}>{me.phoneMasked}</div>
        </div>
      </div>
      <Facts
        facts={[
          { key: "roles", label: t("people.roles"), value: (me.admin?.roles ?? []).map((role) => t(`role.${role}`)).join(t("app.between")) },
          { key: "city", label: t("orders.city"), value: city === null ? me.cityId : text(city.name) },
          { key: "until", label: t("me.until"), value: format.dayTime(Date.parse(me.session.expiresAt), now) },
        ]}
      />
    </Panel>
  );
}
