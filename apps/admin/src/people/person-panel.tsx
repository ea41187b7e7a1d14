import type { Person } from "@lingong/contracts";
import { cityOf } from "@lingong/domain";
import { Avatar, Chip, Panel, useFormat, useServerNow, useText } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { Facts } from "../components/facts.tsx";
import { ProfileHead } from "../components/profile-head.tsx";
import classes from "./person.module.css";

/** Who this is: masked number, roles, city, since when, how many devices. */
export function PersonPanel({ person }: { readonly person: Person }) {
  const { t } = useTranslation("admin");
  const text = useText();
  const format = useFormat();
  const now = useServerNow(60_000);
  const city = cityOf(person.cityId);
  return (
    <Panel>
      <ProfileHead
        avatar={<Avatar name={person.name} size={64} tone="accent" online={person.online === true} />}
        name={person.name}
        second={person.phoneMasked}
      />
      <div className={classes.chips}>
        {person.roles.map((role) => (
          <Chip key={role}>{t(`personRole.${role}`)}</Chip>
        ))}
        {person.adminRoles.map((role) => (
          <Chip key={role} tone="accent">
            {t(`role.${role}`)}
          </Chip>
        ))}
      </div>
      <Facts
        facts={[
          { key: "city", label: t("orders.city"), value: city === null ? person.cityId : text(city.name) },
          { key: "since", label: t("person.since"), value: format.dateYear(Date.parse(person.createdAt)) },
          {
            key: "seen",
            label: t("people.seen"),
            value: person.lastSeenAt === null ? t("people.neverSeen") : format.ago(Date.parse(person.lastSeenAt), now),
          },
          { key: "sessions", label: t("person.sessions"), value: t("person.sessionCount", { count: person.sessions }) },
          { key: "id", label: t("person.id"), value: <code>{person.id.slice(-12)}</code> },
        ]}
      />
    </Panel>
  );
}
