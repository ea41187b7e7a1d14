/// <reference lib="dom" />
import { type Bilingual, type DossierVerdict, verifyDossier } from "@lingong/domain";
import { element } from "./element.ts";
import { timeLine } from "./time-line.ts";
import { flaws, say, words } from "./words.ts";

/** What the page shows: the file read last, in the language chosen. */
let language: keyof Bilingual = navigator.language.startsWith("zh") ? "zh" : "en";
let text: string | null = null;
let knownRoot = "";

function banner(verdict: DossierVerdict): HTMLElement {
  if (!verdict.intact) {
    const box = element("section", "verdict broken", element("h2", "", `✕ ${say(words.broken, language)}`));
    box.append(element("p", "flaw", say(flaws[verdict.flaw], language, verdict.record)));
    return box;
  }
  const { file } = verdict;
  const compared = knownRoot === "" ? words.rootNotCompared : words.rootCompared;
  return element(
    "section",
    "verdict intact",
    element("h2", "", `✓ ${say(words.intact, language)}`),
    element("p", "", say(words.intactNote, language, file.count)),
    element("p", "", say(compared, language)),
    element(
      "dl",
      "",
      element("dt", "", say(words.order, language)),
      element("dd", "", file.orderId),
      element("dt", "", say(words.rootHash, language)),
      element("dd", "", file.root),
    ),
  );
}

async function read(files: FileList | null | undefined): Promise<void> {
  const file = files?.[0];
  if (file === undefined) return;
  text = await file.text();
  draw();
}

function chooser(): HTMLElement {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".json,application/json";
  input.addEventListener("change", () => void read(input.files));
  const label = element("label", "button", say(words.choose, language), input);
  return element("div", "drop", label, element("span", "", say(words.drop, language)));
}

function rootField(): HTMLElement {
  const input = document.createElement("input");
  input.type = "text";
  input.value = knownRoot;
  input.spellcheck = false;
  input.addEventListener("change", () => {
    knownRoot = input.value.trim().toLowerCase();
    draw();
  });
  return element("label", "root", say(words.root, language), input);
}

function languageButton(): HTMLElement {
  const button = element("button", "language", language === "zh" ? "English" : "中文");
  button.addEventListener("click", () => {
    language = language === "zh" ? "en" : "zh";
    draw();
  });
  return button;
}

function draw(): void {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = say(words.title, language);
  const main = element("main", "", element("header", "", element("h1", "", say(words.title, language)), languageButton()));
  main.append(element("p", "about", say(words.about, language)), chooser(), rootField());
  if (text !== null) {
    const verdict = verifyDossier(text, knownRoot === "" ? null : knownRoot);
    const result = banner(verdict);
    result.setAttribute("role", "status");
    main.append(result, timeLine(text, verdict, language));
  }
  document.body.replaceChildren(main);
}

document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  void read(event.dataTransfer?.files);
});
draw();
