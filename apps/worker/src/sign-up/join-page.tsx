import { useAppSession, useTRPC } from "@lingong/client/react";
import { ErrorAlert, knownErrorOf, NumberStepper, Panel, Point, useText } from "@lingong/ui";
import { Checkbox, Select, TextInput } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { type FormEvent, useId } from "react";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";
import { Columns } from "../shell/columns.tsx";
import { Screen } from "../shell/screen.tsx";
import { CategoryChoice } from "./category-choice.tsx";
import { KindChoice } from "./kind-choice.tsx";
import { PhoneLanguage } from "./phone-language.tsx";
import classes from "./sign-up.module.css";
import { type Join, useJoin } from "./use-join.ts";

/** The name and number of the ID card, and what one does: with it the review begins, and the way to the first order. */
export function JoinPage() {
  const { t } = useTranslation("worker");
  const { me } = useAppSession();
  const router = useRouter();
  const form = useId();
  const join = useJoin(() => router.history.replace(addressOf("/guide")));
  const cityId = join.draft.cityId ?? me?.cityId ?? "shanghai";
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (join.ready) join.submit(cityId);
  };
  return (
    <Screen
      title={t("join.title")}
      subtitle={t("join.subtitle")}
      aside={<PhoneLanguage />}
      width="wide"
      actions={{
        consequence: t("join.consequence"),
        primary: { label: t("join.submit"), type: "submit", form, loading: join.busy, disabled: !join.ready },
      }}
    >
      <form id={form} onSubmit={onSubmit}>
        <Columns
          even
          main={
            <>
              <IdentityFields join={join} />
              {join.error !== null && <ErrorAlert {...knownErrorOf(join.error)} />}
            </>
          }
          side={
            <>
              <Panel>
                <KindChoice value={join.draft.kind} onChange={(kind) => join.change({ kind })} />
                {join.draft.kind === "team" && (
                  <NumberStepper
                    label={t("join.crewSize")}
                    value={join.draft.crewSize}
                    onChange={(crewSize) => join.change({ crewSize })}
                    least={2}
                    most={20}
                    unit={t("join.people")}
                  />
                )}
              </Panel>
              <Panel title={t("join.categories")} aside={t("join.categoriesAside")}>
                <CityField cityId={cityId} onChange={(chosen) => join.change({ cityId: chosen })} />
                <CategoryChoice cityId={cityId} value={join.draft.categoryIds} onChange={(categoryIds) => join.change({ categoryIds })} />
              </Panel>
            </>
          }
        />
      </form>
    </Screen>
  );
}

function IdentityFields({ join }: { readonly join: Join }) {
  const { t } = useTranslation("worker");
  const { t: errors } = useTranslation("errors");
  return (
    <Panel title={t("join.identity")}>
      <div className={classes.form}>
        <TextInput
          size="lg"
          label={t("join.realName")}
          description={t("join.realNameHint")}
          autoComplete="name"
          value={join.draft.realName}
          onChange={(event) => join.change({ realName: event.currentTarget.value })}
          required
          withAsterisk={false}
        />
        <TextInput
          size="lg"
          label={t("join.idNumber")}
          description={t("join.idNumberHint")}
          inputMode="text"
          autoComplete="off"
          autoCapitalize="characters"
          value={join.idNumber}
          onChange={(event) => join.setIdNumber(event.currentTarget.value)}
          error={join.idProblem === null ? null : errors(join.idProblem)}
          required
          withAsterisk={false}
        />
        <Checkbox
          checked={join.consent}
          onChange={(event) => join.setConsent(event.currentTarget.checked)}
          label={t("join.consent")}
          classNames={{ body: classes.consent, label: classes.consentLabel }}
        />
        <Point icon={IconLock}>{t("join.safe")}</Point>
      </div>
    </Panel>
  );
}

function CityField({ cityId, onChange }: { readonly cityId: string; readonly onChange: (cityId: string) => void }) {
  const { t } = useTranslation("worker");
  const trpc = useTRPC();
  const text = useText();
  const { data: cities = [] } = useQuery(trpc.catalog.cities.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }));
  return (
    <Select
      label={t("join.city")}
      data={cities.map(({ id, name }) => ({ value: id, label: text(name) }))}
      value={cityId}
      allowDeselect={false}
      onChange={(chosen) => chosen !== null && onChange(chosen)}
      mb={12}
    />
  );
}
