import { type DispatchDraft, defaultPolicy, dispatchDraftOf, dispatchProblemsOf } from "@lingong/domain";
import { AppProvider, adminMessages, startTranslations } from "@lingong/ui";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { type ReactNode, useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { PairedBars } from "./paired-bars.tsx";
import { WeightsEditor } from "./weights-editor.tsx";

afterEach(cleanup);

async function show(ui: ReactNode) {
  const translations = await startTranslations(adminMessages, "zh-CN");
  return render(
    <AppProvider app="admin" translations={translations} readClock={() => 0} env="test">
      {ui}
    </AppProvider>,
  );
}

const inForce = dispatchDraftOf(defaultPolicy);

function Editing({ onChange }: { readonly onChange: (draft: DispatchDraft) => void }) {
  const [draft, setDraft] = useState(inForce);
  const changed = (next: DispatchDraft) => {
    setDraft(next);
    onChange(next);
  };
  return <WeightsEditor draft={draft} inForce={inForce} problems={dispatchProblemsOf(draft, defaultPolicy)} onChange={changed} />;
}

const total = () => screen.getByText(/^合计/).textContent;

/** What the form says is wrong with a number: the text its field is described by. */
function errorOf(label: string): string {
  const ids = screen.getByLabelText(label).getAttribute("aria-describedby") ?? "";
  return ids
    .split(" ")
    .flatMap((id) => document.getElementById(id)?.textContent ?? [])
    .join(" ");
}

describe("the weights of a trial", () => {
  it("say how far they are from a thousand, and what is wrong with a number", async () => {
    let last = inForce;
    await show(<Editing onChange={(next) => (last = next)} />);
    expect(total()).toBe("合计 1000");
    fireEvent.change(screen.getByLabelText("距离"), { target: { value: "150" } });
    expect(last.score.distance).toBe(150);
    expect(total()).toBe("合计 900，要正好 1000，差 100");
    fireEvent.change(screen.getByLabelText("公平"), { target: { value: "150" } });
    expect(dispatchProblemsOf(last, defaultPolicy)).toEqual([]);
    expect(total()).toBe("合计 1000");
    fireEvent.change(screen.getByLabelText("信誉"), { target: { value: "-5" } });
    expect(errorOf("信誉")).toBe("不能小于 0");
    fireEvent.change(screen.getByLabelText("资料"), { target: { value: "" } });
    expect(errorOf("资料")).toBe("填整数");
    fireEvent.change(screen.getByLabelText("每圈最多问"), { target: { value: "0" } });
    expect(errorOf("每圈最多问")).toBe("最少 1");
  });
});

describe("bars beside each other", () => {
  it("say both values of each place", async () => {
    const bars = [
      { key: "0", label: "0–1", from: 3, to: 5 },
      { key: "1", label: "1–2", from: 4, to: 0 },
    ];
    await show(<PairedBars title="首选的路程" unit="公里" bars={bars} format={String} />);
    expect(screen.getAllByText(/现行/).map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(["0–1 公里：现行 3，试算 5", "1–2 公里：现行 4，试算 0"]),
    );
  });
});
