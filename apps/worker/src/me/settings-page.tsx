import type { SettingsView } from "@lingong/contracts";
import { ChoiceChips, ErrorAlert, knownErrorOf, NumberStepper, Panel, QueryView } from "@lingong/ui";
import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorker } from "../session/use-worker.ts";
import { RangePanel } from "../settings/range-panel.tsx";
import { SwitchRow } from "../settings/switch-row.tsx";
import { TagsPanel } from "../settings/tags-panel.tsx";
import { type ChangeSettings, useSettings } from "../settings/use-settings.ts";
import { Columns } from "../shell/columns.tsx";
import { Screen } from "../shell/screen.tsx";
import { CategoryChoice } from "../sign-up/category-choice.tsx";
import classes from "./me.module.css";

const modes = ["ebike", "car", "transit"] as const;

/** How one works: kinds of work, skills, range, way of travel, nights. Each answer is saved at once. */
export function SettingsPage() {
  const { t } = useTranslation("worker");
  const { me } = useWorker();
  const { query, save, error } = useSettings();
  return (
    <Screen title={t("settings.title")} subtitle={t("guide.subtitle")} backTo="/me" width="wide">
      {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
      <QueryView query={query}>
        {(settings) => (
          <Columns
            even
            main={
              <>
                <Panel title={t("join.categories")}>
                  <CategoryChoice
                    cityId={me.cityId}
                    value={settings.categoryIds}
                    onChange={(categoryIds) => categoryIds.length > 0 && save({ categoryIds: [...categoryIds] })}
                  />
                </Panel>
                <TagsPanel cityId={me.cityId} categoryIds={settings.categoryIds} value={settings.tags} onChange={(tags) => save({ tags })} />
              </>
            }
            side={
              <>
                <RangePanel cityId={me.cityId} home={settings.home} radiusKm={settings.radiusKm} onChange={save} />
                <WayOfWork settings={settings} onChange={save} />
                <Introduction settings={settings} onChange={save} />
              </>
            }
          />
        )}
      </QueryView>
    </Screen>
  );
}

interface PartProps {
  readonly settings: SettingsView;
  readonly onChange: ChangeSettings;
}

function WayOfWork({ settings, onChange }: PartProps) {
  const { t } = useTranslation("worker");
  const { t: domain } = useTranslation("domain");
  const { worker } = useWorker();
  return (
    <Panel title={t("settings.travel")}>
      <div className={classes.way}>
        <ChoiceChips
          label={t("settings.travel")}
          columns={3}
          choices={modes.map((value) => ({ value, label: domain(`travelMode.${value}`) }))}
          value={settings.travelMode}
          onChange={(travelMode) => onChange({ travelMode })}
        />
        <SwitchRow
          label={t("settings.night")}
          description={t("settings.nightSecond")}
          checked={settings.nightFirstVisits}
          onChange={(nightFirstVisits) => onChange({ nightFirstVisits })}
        />
        {worker.kind === "team" && (
          <NumberStepper
            label={t("join.crewSize")}
            value={settings.crewSize}
            onChange={(crewSize) => onChange({ crewSize })}
            least={2}
            most={20}
            unit={t("join.people")}
          />
        )}
      </div>
    </Panel>
  );
}

function Introduction({ settings, onChange }: PartProps) {
  const { t } = useTranslation("worker");
  const [words, setWords] = useState(settings.introduction);
  return (
    <Panel title={t("settings.introduction")} aside={t("settings.introductionAside")}>
      <Textarea
        aria-label={t("settings.introduction")}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onBlur={() => words.trim() !== settings.introduction && onChange({ introduction: words.trim() })}
        maxLength={1_000}
        autosize
        minRows={3}
      />
    </Panel>
  );
}
