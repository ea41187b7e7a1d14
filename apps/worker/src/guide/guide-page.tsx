import { ErrorAlert, knownErrorOf, Panel, QueryView, Ring } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconBuildingBank } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { Trans, useTranslation } from "react-i18next";
import { useWorker } from "../session/use-worker.ts";
import { RangePanel } from "../settings/range-panel.tsx";
import { TagsPanel } from "../settings/tags-panel.tsx";
import { useSettings } from "../settings/use-settings.ts";
import { Columns } from "../shell/columns.tsx";
import { Screen } from "../shell/screen.tsx";
import classes from "./guide.module.css";
import { doneSteps, guideSteps, nextStep } from "./guide-steps.ts";
import { QualificationRows } from "./qualification-rows.tsx";
import { VerificationRow } from "./verification-row.tsx";

/** The way to the first order: what is done, what runs by itself, what is next. Each answer is saved at once. */
export function GuidePage() {
  const { t } = useTranslation("worker");
  const navigate = useNavigate();
  const { me, worker } = useWorker();
  const { query, save, error } = useSettings();
  const done = query.data === undefined ? [] : doneSteps(worker, query.data);
  const next = nextStep(done);
  const go = () => {
    if (next === null) void navigate({ to: "/" });
    else if (next === "identity") void navigate({ to: "/join" });
    else document.getElementById(`guide-${next}`)?.scrollIntoView({ behavior: "smooth", block: "center" });
  };
  return (
    <Screen
      title={t("guide.title")}
      subtitle={t("guide.subtitle")}
      backTo="/"
      width="wide"
      aside={
        <Button component={Link} to="/" variant="subtle">
          {t("guide.later")}
        </Button>
      }
      actions={{ consequence: t("guide.consequence"), primary: { label: t(`guide.next.${next ?? "done"}`), onClick: go } }}
    >
      <QueryView query={query}>
        {(settings) => (
          <Columns
            even
            main={
              <>
                <Progress done={done.length} verified={worker.verification.state} />
                <Panel dense>
                  <VerificationRow verification={worker.verification} name={worker.realNameMasked} />
                  <QualificationRows qualifications={settings.qualifications} />
                </Panel>
                <div id="guide-skills">
                  <TagsPanel
                    cityId={me.cityId}
                    categoryIds={settings.categoryIds}
                    value={settings.tags}
                    onChange={(tags) => save({ tags })}
                    live={next === "skills"}
                  />
                </div>
                {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
              </>
            }
            side={
              <>
                <div id="guide-range">
                  <RangePanel cityId={me.cityId} home={settings.home} radiusKm={settings.radiusKm} onChange={save} live={next === "range"} />
                </div>
                <BankLater bound={worker.payoutAccountBound} />
              </>
            }
          />
        )}
      </QueryView>
    </Screen>
  );
}

function Progress({ done, verified }: { readonly done: number; readonly verified: keyof typeof headKeys }) {
  const { t } = useTranslation("worker");
  const left = guideSteps.length - done;
  return (
    <Panel>
      <div className={classes.progress}>
        <Ring value={done / guideSteps.length} size={72}>
          <span className={classes.ringText}>
            <Trans t={t} i18nKey="guide.ring" values={{ done, all: guideSteps.length }} components={{ b: <b /> }} />
          </span>
        </Ring>
        <div>
          <h2 className={classes.head}>{left > 0 ? t("guide.left", { count: left }) : t(`guide.head.${headKeys[verified]}`)}</h2>
          <p className={classes.second}>{left > 0 ? t("guide.leftSecond") : t(`guide.headSecond.${headKeys[verified]}`)}</p>
        </div>
      </div>
    </Panel>
  );
}

/** What the head says when all is filled in, by how the review stands. */
const headKeys = { none: "waiting", pending: "waiting", verified: "ready", refused: "refused" } as const;

function BankLater({ bound }: { readonly bound: boolean }) {
  const { t } = useTranslation("worker");
  return (
    <Panel tone={bound ? "plain" : "dashed"}>
      <Link to="/earnings/accounts" className={classes.bank}>
        <IconBuildingBank size={24} aria-hidden />
        <span>
          <b>{bound ? t("guide.bankBound") : t("guide.bankLater")}</b>
          <span>{bound ? t("guide.bankBoundSecond") : t("guide.bankLaterSecond")}</span>
        </span>
      </Link>
    </Panel>
  );
}
