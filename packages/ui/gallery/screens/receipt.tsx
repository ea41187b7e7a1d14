import { AppFrame, Page, Panel, ReceiptBars } from "../../src/index.ts";

export function ReceiptScreen() {
  return (
    <AppFrame>
      <Page
        title="为什么没派给我"
        subtitle="派单说明 · 3月16日 18:32 第 1 轮"
        onBack={() => undefined}
        actions={{ primary: { label: "学课程，考证书", detail: "考过即生效，下一单就算分" } }}
      >
        <Panel title="您的总分" aside="672 / 1000">
          <ReceiptBars
            legend
            total={{ value: 672, most: 1_000, line: 741 }}
            parts={[
              { part: "skill", value: 150, most: 250, couldAdd: 100 },
              { part: "distance", value: 198, most: 250 },
              { part: "standing", value: 187, most: 200 },
              { part: "history", value: 0, most: 100 },
              { part: "activity", value: 48, most: 60 },
              { part: "response", value: 41, most: 50 },
              { part: "profile", value: 36, most: 40 },
              { part: "fairness", value: 12, most: 50 },
            ]}
          />
        </Panel>
      </Page>
    </AppFrame>
  );
}
