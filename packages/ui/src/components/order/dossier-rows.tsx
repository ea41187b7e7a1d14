import { IconFileCheck, IconShieldSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { downloadFile } from "../../format/download.ts";
import { ListRow } from "../basics/list-row.tsx";

export interface DossierRowsProps {
  readonly load: () => Promise<{ readonly fileName: string; readonly content: string; readonly root: string }>;
}

type Step = { readonly name: "idle" | "loading" | "failed" } | { readonly name: "done"; readonly root: string };

/** The verifier is a page of its own, handed out as a file: it must work without us. */
function downloadVerifier(): void {
  const link = document.createElement("a");
  link.href = "/dossier-verifier.html";
  link.download = "lingong-dossier-verifier.html";
  link.click();
}

/** Two rows of a list: take the order's whole record along as a file, and the page that verifies it without a server. */
export function DossierRows({ load }: DossierRowsProps) {
  const { t } = useTranslation("common");
  const [step, setStep] = useState<Step>({ name: "idle" });
  const download = async (): Promise<void> => {
    setStep({ name: "loading" });
    try {
      const { fileName, content, root } = await load();
      downloadFile(fileName, content, "application/json");
      setStep({ name: "done", root });
    } catch {
      setStep({ name: "failed" });
    }
  };
  const detail = step.name === "done" ? t("dossier.done", { root: step.root }) : t(`dossier.${step.name}`);
  return (
    <>
      <ListRow
        icon={IconFileCheck}
        title={t("dossier.download")}
        detail={
          <span role="status" style={{ overflowWrap: "anywhere" }}>
            {detail}
          </span>
        }
        onClick={() => void (step.name === "loading" ? undefined : download())}
      />
      <ListRow icon={IconShieldSearch} title={t("dossier.verifier")} detail={t("dossier.verifierAbout")} onClick={downloadVerifier} />
    </>
  );
}
