/// <reference path="./subset-font.d.ts" />
import { readFile } from "node:fs/promises";
import type { PrintedReceipt, ReceiptPrinter } from "@lingong/api";
import PDFDocument from "pdfkit";
import subsetFont from "subset-font";
import { type PageRow, type ReceiptPage, receiptPage, textOf } from "./receipt-page.ts";

const fontFile = new URL("../../fonts/noto-sans-sc-regular.woff2", import.meta.url);

/** Points; A4 is 595 × 842. */
const margin = 56;
const width = 595 - 2 * margin;
const bottom = 842 - margin;
const amountWidth = 110;
const ink = "#1b1f1e";
const quiet = "#5a615e";
const line = "#d9d9d2";
const accent = "#0a7366";

type Paper = InstanceType<typeof PDFDocument>;

/** Goes to the next page when what comes next would not fit. */
function room(paper: Paper, height: number): void {
  if (paper.y + height > bottom) paper.addPage();
}

function rule(paper: Paper): void {
  paper
    .moveTo(margin, paper.y)
    .lineTo(margin + width, paper.y)
    .lineWidth(0.5)
    .strokeColor(line)
    .stroke();
  paper.y += 6;
}

function drawHead(paper: Paper, page: ReceiptPage): void {
  paper.fontSize(11).fillColor(accent).text(page.brand, margin, margin);
  paper
    .fontSize(24)
    .fillColor(ink)
    .text(page.title, margin, paper.y + 2);
  paper.y += 10;
}

function drawFacts(paper: Paper, page: ReceiptPage): void {
  const column = 84;
  for (const [label, value] of page.facts) {
    const height = paper.fontSize(10).heightOfString(value, { width: width - column });
    room(paper, height + 4);
    const top = paper.y;
    paper.fillColor(quiet).text(label, margin, top, { width: column });
    paper.fillColor(ink).text(value, margin + column, top, { width: width - column });
    paper.y = top + height + 4;
  }
  paper.y += 8;
}

function drawRow(paper: Paper, { label, detail, amount }: PageRow, size = 10): void {
  const labelWidth = width - amountWidth - 8;
  const whole = detail === "" ? label : `${label}  ${detail}`;
  const height = paper.fontSize(size).heightOfString(whole, { width: labelWidth });
  room(paper, height + 6);
  const top = paper.y;
  paper.fillColor(ink).text(label, margin, top, { width: labelWidth, continued: detail !== "" });
  if (detail !== "") paper.fillColor(quiet).text(`  ${detail}`);
  paper.fillColor(ink).text(amount, margin + width - amountWidth, top, { width: amountWidth, align: "right" });
  paper.y = top + height + 6;
}

function drawSections(paper: Paper, page: ReceiptPage): void {
  for (const { title, rows, sum } of page.sections) {
    room(paper, 60);
    paper.fontSize(11).fillColor(accent).text(title, margin, paper.y, { width });
    paper.y += 3;
    rule(paper);
    for (const row of rows) drawRow(paper, row);
    if (sum !== null) {
      rule(paper);
      drawRow(paper, sum);
    }
    paper.y += 10;
  }
}

function drawTotal(paper: Paper, page: ReceiptPage): void {
  room(paper, 40);
  rule(paper);
  drawRow(paper, page.total, 14);
  paper.y += 12;
}

function drawFooter(paper: Paper, page: ReceiptPage): void {
  for (const sentence of page.footer) {
    room(paper, 30);
    paper.fontSize(8.5).fillColor(quiet).text(sentence, margin, paper.y, { width });
    paper.y += 3;
  }
}

async function draw(printed: PrintedReceipt, font: Buffer): Promise<Uint8Array> {
  const page = receiptPage(printed);
  const paper = new PDFDocument({
    size: "A4",
    margin,
    lang: printed.language,
    displayTitle: true,
    info: { Title: `${page.title} ${printed.code}`, Author: page.brand, CreationDate: new Date(printed.issuedAt) },
  });
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) =>
    paper
      .on("data", (chunk: Uint8Array) => chunks.push(chunk))
      .on("end", resolve)
      .on("error", reject),
  );
  paper.registerFont("text", await subsetFont(font, textOf(page), { targetFormat: "sfnt" })).font("text");
  drawHead(paper, page);
  drawFacts(paper, page);
  drawSections(paper, page);
  drawTotal(paper, page);
  drawFooter(paper, page);
  paper.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Receipts as PDF, in Chinese and English, with a font of just the glyphs they use: a page is some 20 KB. */
export function pdfReceipts(): ReceiptPrinter {
  let font: Promise<Buffer> | null = null;
  return {
    async print(receipt) {
      font ??= readFile(fontFile);
      return draw(receipt, await font);
    },
  };
}
