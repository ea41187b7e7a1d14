import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { AppFrame, BarChart, MoneyList, Page, Panel, Price, SplitBar, TabBar, useFormat } from "../../src/index.ts";
import { workerTabs } from "./today.tsx";

const week = [
  ["一", 9, 21_000],
  ["二", 10, 17_000],
  ["三", 11, 25_500],
  ["四", 12, 0],
  ["五", 13, 29_750],
  ["六", 14, 35_062],
  ["日", 15, 21_250],
] as const;

export function EarningsScreen() {
  const format = useFormat();
  const [day, setDay] = useState("14");
  return (
    <AppFrame tabBar={<TabBar items={workerTabs} current="earnings" />}>
      <Page
        title="收入"
        lead={<SegmentedControl fullWidth data={["日", "周", "月"]} defaultValue="周" />}
        actions={{
          primary: { label: "提现 ¥1,276.11，到账 ¥1,263.35", detail: "到工商银行 6021 · 转账失败，¥1,276.11 全部退回钱包" },
          consequence: "手续费 1 %，含在内 ¥12.76",
        }}
      >
        <Panel>
          <Price fen={149_812} size={32} label="3月9日–15日 到手" />
          <BarChart
            label="这一周每天的收入"
            bars={week.map(([label, date, value]) => ({
              key: String(date),
              label,
              detail: String(date),
              value,
              ...(value === 0 ? { none: "休" } : {}),
            }))}
            format={format.money}
            axis={format.yuan}
            selected={day}
            onSelect={setDay}
          />
        </Panel>
        <Panel>
          <Price fen={13_812} size={24} label="沈女士 · 日常保洁" />
          <SplitBar
            legend="none"
            parts={[
              { kind: "worker", fen: 13_812 },
              { kind: "platform", fen: 2_438 },
            ]}
          />
          <div style={{ height: 12 }} />
          <MoneyList
            lines={[
              { key: "a", label: "客户付 ¥50.00 × 3 时 15 分", fen: 16_250 },
              { key: "b", label: "平台 15 %：已认证 + Lv4，已是最低档", fen: -2_438, tone: "quiet" },
              { key: "c", label: "您到手", fen: 13_812, tone: "strong" },
            ]}
          />
        </Panel>
      </Page>
    </AppFrame>
  );
}
