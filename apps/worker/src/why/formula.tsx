import { defaultPolicy } from "@lingong/domain";
import { BottomSheet, type ScorePart, scoreParts, useFormat } from "@lingong/ui";
import { ActionIcon, Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronRight, IconInfoCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./why.module.css";

const { score, waveSize, waveRadiiKm } = defaultPolicy.dispatch;
const mostOf: Readonly<Record<ScorePart, number>> = { ...score, skill: score.skillTags + score.skillCertified };

/** How dispatch decides (§10: the formula is published in the app): who is asked, and what each part is worth. */
export function FormulaButton() {
  const { t } = useTranslation("worker");
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <ActionIcon variant="subtle" size={44} aria-label={t("receipt.formula.title")} onClick={open}>
        <IconInfoCircle size={24} aria-hidden />
      </ActionIcon>
      <FormulaSheet opened={opened} onClose={close} />
    </>
  );
}

/** The same, as words at the end of a receipt. */
export function FormulaLink() {
  const { t } = useTranslation("worker");
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button
        variant="transparent"
        size="compact-sm"
        className={classes.link}
        onClick={open}
        rightSection={<IconChevronRight size={18} aria-hidden />}
      >
        {t("receipt.formula.link")}
      </Button>
      <FormulaSheet opened={opened} onClose={close} />
    </>
  );
}

function FormulaSheet({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation("worker");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  const radii = waveRadiiKm.map((km) => format.distance(km * 1_000)).join(t("receipt.formula.between"));
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t("receipt.formula.title")}>
      <div className={classes.formula}>
        <p>{t("receipt.formula.who", { count: waveSize, radii })}</p>
        <ul className={classes.formulaParts}>
          {scoreParts.map((part) => (
            <li key={part}>
              <span className={classes.formulaName}>
                <b>{domain(`scorePart.${part}`)}</b>
                <span>{t("receipt.formula.most", { most: mostOf[part] })}</span>
              </span>
              <span className={classes.second}>{t(`receipt.formula.part.${part}`)}</span>
            </li>
          ))}
        </ul>
        <p>{t("receipt.formula.never")}</p>
        <p className={classes.second}>{t("receipt.formula.version", { version: defaultPolicy.version })}</p>
      </div>
    </BottomSheet>
  );
}
