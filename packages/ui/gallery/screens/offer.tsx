import { IconAward, IconChevronUp, IconMapPin, IconMoped } from "@tabler/icons-react";
import { ActionBar, AppFrame, Chip, CountdownRing, MapView, Panel, Price, ReceiptBars, SplitBar, TrustCard, useFormat } from "../../src/index.ts";
import { now } from "../sample.ts";

const parts = [
  ["skill", 250, 250],
  ["distance", 162, 250],
  ["standing", 150, 200],
  ["history", 0, 100],
  ["activity", 51, 60],
  ["response", 46, 50],
  ["profile", 38, 40],
  ["fairness", 31, 50],
] as const;

export function OfferScreen() {
  const format = useFormat();
  return (
    <AppFrame>
      <MapView
        height="210px"
        still
        markers={[
          { key: "me", position: { lat: 30.551, lng: 104.055 }, name: "我", tone: "ink", icon: IconMoped },
          { key: "place", position: { lat: 30.553, lng: 104.075 }, name: "大致位置", icon: IconMapPin },
        ]}
        circles={[{ key: "blur", kind: "blur", position: { lat: 30.553, lng: 104.075 }, radiusMetres: 300 }]}
        routes={[
          {
            key: "r",
            kind: "ahead",
            points: [
              { lat: 30.551, lng: 104.055 },
              { lat: 30.5555, lng: 104.058 },
              { lat: 30.553, lng: 104.075 },
            ],
          },
        ]}
      />
      <div style={{ padding: "0 16px 16px", marginTop: -24, display: "grid", gap: 12, position: "relative", zIndex: 1 }}>
        <Panel>
          <div style={{ display: "flex", justifyContent: "space-between" }}>
            <div>
              <h1 style={{ fontSize: "var(--t20)", lineHeight: "var(--l20)" }}>
                空调清洗 <Chip tone="filled">今天</Chip>
              </h1>
              <div>15:30–17:30 · 3 台（2 挂 1 柜）</div>
              <Price fen={15_120} size={40} label="到手" inline />
            </div>
            <CountdownRing until={now + 42_000} total={60_000} label="还可以接单" />
          </div>
          <SplitBar
            legend="none"
            parts={[
              { kind: "worker", fen: 15_120 },
              { kind: "platform", fen: 2_880 },
            ]}
          />
          <div style={{ display: "flex", justifyContent: "space-between", fontSize: "var(--t13)", margin: "8px 0" }}>
            <span>
              客户付 <b>{format.money(18_000)}</b> = {format.money(9_000)} × {format.span(120)}
            </span>
            <span>
              平台 {format.rate(1_600)} <b>{format.money(2_880)}</b>
            </span>
          </div>
          <Chip tone="accent" icon={IconChevronUp}>
            高于同城中位 {format.money(8_500)}
          </Chip>{" "}
          <Chip tone="accent" icon={IconAward}>
            已认证空调清洗
          </Chip>
        </Panel>
        <TrustCard
          name="王先生"
          rating={4.8}
          district="桂溪街道"
          together={0}
          completed={14}
          reviewed={12}
          cancelled={0}
          disputesLost={0}
          flags={[]}
        />
        <TrustCard
          name="Mr. Wang"
          rating={null}
          district="Guixi"
          together={3}
          completed={1_414}
          reviewed={12}
          cancelled={0}
          disputesLost={0}
          flags={["far", "new_customer"]}
        />
        <Panel title="为什么是您" aside="728 / 1000 · 第 1 名">
          <ReceiptBars columns={2} parts={parts.map(([part, value, most]) => ({ part, value, most }))} />
        </Panel>
      </div>
      <ActionBar
        primary={{ label: `接单 · 到手 ${format.money(15_120)}` }}
        secondary={{ label: "拒绝" }}
        consequence="42 秒后转给下一位。拒绝不影响评分和排名"
      />
    </AppFrame>
  );
}
