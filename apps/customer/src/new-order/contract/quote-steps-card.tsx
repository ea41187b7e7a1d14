import { IconLock, IconMessageDots, IconSignature } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { StepsPanel } from "./steps-panel.tsx";

/** How an order open to quotes goes, in three steps: signed, quoted for, chosen and prepaid. */
export function QuoteStepsCard() {
  const { t } = useTranslation("customer");
  return (
    <StepsPanel
      title={t("quotes.how")}
      aside={t("quotes.howAside")}
      steps={[
        { icon: IconSignature, when: t("quotes.step.place"), what: t("quotes.step.placeText") },
        { icon: IconMessageDots, when: t("quotes.step.quote"), what: t("quotes.step.quoteText") },
        { icon: IconLock, when: t("quotes.step.choose"), what: t("quotes.step.chooseText") },
      ]}
    />
  );
}
