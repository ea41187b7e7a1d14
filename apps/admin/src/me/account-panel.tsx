import type { Me } from "@lingong/contracts";
import { cityOf } from "@lingong/domain";
import { Avatar, Panel, useFormat, useServerNow, useText } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { Facts } from "../components/facts.tsx";
import { ProfileHead } from "../components/profile-head.tsx";

/** Who is signed in, with which roles, until when. */
export function AccountPanel({ me }: { readonly me: Me }) {
  const { t } = useTranslation("admin");
  const text = useText();
  const format = useFormat();
  const now = useServerNow(60_000);
  const city = cityOf(me.cityId);
  return (
    <Panel>
      <ProfileHead avatar={<Avatar name={me.displayName} imageUrl={me.avatarUrl} size={64} />} name={me.displayName} second={me.phoneMasked} />
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
