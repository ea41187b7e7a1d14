import type { FindingKind } from "@lingong/domain";
import { IconFileTypePdf } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import { PhotoGrid, PhotoTile } from "../photos/photo-tile.tsx";
import classes from "./evidence.module.css";

/** A picture or document as the server names it. */
interface EvidenceFile {
  readonly id: string;
  readonly type: string;
  readonly url: string | null;
  readonly thumbnailUrl: string | null;
  readonly label: string;
  readonly takenAt: string | null;
}

/** One thing a side brought forward. */
interface EvidencePiece {
  readonly id: string;
  readonly by: "customer" | "worker";
  readonly at: string;
  /** Of the order's event; null: it is in no chain. */
  readonly version: number | null;
  readonly text: string | null;
  readonly files: readonly EvidenceFile[];
}

interface FindingFigures {
  readonly kind: FindingKind;
  readonly cites: readonly number[];
  readonly figures: Readonly<Record<string, number>>;
}

/** `E-04`: how an event of an order's record is cited. */
export function citation(version: number): string {
  return `E-${String(version).padStart(2, "0")}`;
}

/** The sentence of a finding, in the reader's language. */
export function useFindingText(): (finding: Pick<FindingFigures, "kind" | "figures">) => string {
  const { t } = useTranslation("domain");
  return ({ kind, figures }) => t(`finding.${kind}`, figures);
}

export interface EvidenceListProps {
  readonly evidence: readonly EvidencePiece[];
  /** How a side is called here: `您`, `周桂芳`. */
  readonly nameOf: (side: EvidencePiece["by"]) => string;
  /** Where nothing has come yet. */
  readonly empty?: ReactNode;
  readonly columns?: 2 | 3 | 4;
}

/** What both sides brought forward, in its order: words, pictures, documents, each with its moment and number. */
export function EvidenceList({ evidence, nameOf, empty, columns = 3 }: EvidenceListProps) {
  const format = useFormat();
  if (evidence.length === 0) return empty === undefined ? null : <p className={classes.none}>{empty}</p>;
  return (
    <ol className={classes.entries}>
      {evidence.map((piece) => (
        <li key={piece.id} className={classes.entry}>
          <div className={classes.head}>
            <span>
              <b>{nameOf(piece.by)}</b> {format.dateTime(Date.parse(piece.at))}
            </span>
            {piece.version !== null && <span className={classes.code}>{citation(piece.version)}</span>}
          </div>
          {piece.text !== null && <p className={classes.text}>{piece.text}</p>}
          <Files files={piece.files} columns={columns} />
        </li>
      ))}
    </ol>
  );
}

function Files({ files, columns }: { readonly files: readonly EvidenceFile[]; readonly columns: 2 | 3 | 4 }) {
  const { t } = useTranslation("common");
  const format = useFormat();
  const pictures = files.filter(({ type, url }) => type !== "application/pdf" && url !== null);
  const documents = files.filter(({ type, url }) => type === "application/pdf" && url !== null);
  return (
    <>
      {pictures.length > 0 && (
        <PhotoGrid columns={columns}>
          {pictures.map(({ id, url, thumbnailUrl, label, takenAt }) => (
            <PhotoTile
              key={id}
              photo={{
                key: id,
                url: thumbnailUrl ?? url ?? "",
                name: label === "" ? undefined : label,
                stamp: takenAt === null ? undefined : format.dateTime(Date.parse(takenAt)),
              }}
              onOpen={() => window.open(url ?? "", "_blank", "noopener")}
            />
          ))}
        </PhotoGrid>
      )}
      {documents.map(({ id, url, label }) => (
        <a key={id} href={url ?? ""} className={classes.document} download>
          <IconFileTypePdf size={20} aria-hidden />
          {label === "" ? t("photo.document") : label}
        </a>
      ))}
    </>
  );
}

export interface DecisionReasonsProps {
  readonly decision: { readonly reason: string; readonly findings: readonly FindingFigures[]; readonly citedVersions: readonly number[] };
}

/** Why a decision fell as it did: the arbitrator's words, the shared findings, and the events cited. */
export function DecisionReasons({ decision }: DecisionReasonsProps) {
  const textOf = useFindingText();
  const shared = new Set(decision.findings.flatMap(({ cites }) => cites));
  const others = decision.citedVersions.filter((version) => !shared.has(version));
  return (
    <div className={classes.reasons}>
      <p className={classes.reason}>{decision.reason}</p>
      {decision.findings.length > 0 && (
        <ul className={classes.findings}>
          {decision.findings.map((finding) => (
            <li key={finding.kind}>
              <span>{textOf(finding)}</span>
              <span className={classes.code}>{finding.cites.map(citation).join(" ")}</span>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && <span className={classes.code}>{others.map(citation).join(" ")}</span>}
    </div>
  );
}
