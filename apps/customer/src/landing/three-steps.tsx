import { Panel, Ring } from "@lingong/ui";
import { IconCircleCheck, IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./landing.module.css";

const example = 70;

/** Say what is to be done; see the whole price; settle when content. */
export function ThreeSteps() {
  const { t } = useTranslation("customer");
  const steps = [
    {
      key: "describe",
      sign: (
        <Ring value={example / 100} size={52} thickness={6}>
          <b className={classes.ringNumber} aria-hidden="true">
            {example}
          </b>
        </Ring>
      ),
    },
    { key: "pay", sign: <IconLock size={32} stroke={1.75} aria-hidden /> },
    { key: "confirm", sign: <IconCircleCheck size={34} stroke={1.75} aria-hidden /> },
  ] as const;
  return (
    <section>
      <h2 className={classes.sectionTitle}>{t("landing.stepsTitle")}</h2>
      <ol className={classes.steps}>
        {steps.map(({ key, sign }, index) => (
          <li key={key}>
            <Panel className={classes.step}>
              <span className={classes.stepNumber}>{index + 1}</span>
              <div className={classes.stepText}>
                <h3>{t(`landing.step.${key}`)}</h3>
                <p>{t(`landing.step.${key}Text`)}</p>
              </div>
              <span className={classes.stepSign}>{sign}</span>
            </Panel>
          </li>
        ))}
      </ol>
    </section>
  );
}
