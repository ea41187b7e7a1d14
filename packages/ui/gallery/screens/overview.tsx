import { IconAlertCircle, IconGauge, IconGavel, IconId, IconListDetails } from "@tabler/icons-react";
import { AdminFrame, Avatar, BarChart, ColorSchemeMenu, FigureCard, ListRow, LiveDot, MapView, Meter, Panel, useFormat } from "../../src/index.ts";
import { now } from "../sample.ts";

const groups = [
  { key: "now", items: [{ key: "now", label: "实时总览", icon: IconGauge, href: "#now" }] },
  {
    key: "queues",
    label: "队列",
    items: [
      { key: "verify", label: "认证审核", icon: IconId, href: "#v", count: 48 },
      { key: "disputes", label: "争议仲裁", icon: IconGavel, href: "#d", count: 9 },
      { key: "safety", label: "安全", icon: IconAlertCircle, href: "#s", count: 1, urgent: true },
    ],
  },
  { key: "work", label: "业务", items: [{ key: "orders", label: "订单", icon: IconListDetails, href: "#o" }] },
];

const clusters = [
  [31.25, 121.44, 74],
  [31.24, 121.52, 88],
  [31.225, 121.48, 142],
  [31.21, 121.45, 96],
  [31.2, 121.56, 61],
] as const;

export function OverviewScreen() {
  const format = useFormat();
  const top = (
    <>
      <h1 style={{ fontSize: "var(--t20)" }}>实时总览</h1>
      <LiveDot>实时</LiveDot>
      <span style={{ marginLeft: "auto", fontSize: "var(--t13)" }}>
        {format.dateWeekday(now)} {format.timeSeconds(now)} {format.zoneName()}
      </span>
      <ColorSchemeMenu />
    </>
  );
  return (
    <AdminFrame
      homeHref="#now"
      groups={groups}
      current="now"
      top={top}
      account={<ListRow lead={<Avatar name="林珊" size={32} />} title={<b>林珊</b>} detail="仲裁员 · 审核员" />}
    >
      <div style={{ display: "grid", gap: 16, gridTemplateColumns: "repeat(auto-fit, minmax(200px, 1fr))" }}>
        <FigureCard label="进行中" value={format.count(769)} note="路上 184 · 服务中 512 · 待验收 73" points={[1, 2, 3, 5, 6, 8, 9]} />
        <FigureCard label="今日支付" value={format.money(9_648_250)} note={`比上周二 ${format.change(0.068)}`} points={[1, 2, 4, 5, 7, 9]} />
        <FigureCard label="接单率" value={format.share(0.939)} note="目标 95 %，张江拉低 0.9 点" points={[9, 8, 8, 6, 7, 4, 3]} tone="warn" />
        <FigureCard label="在线服务者" value={format.count(2_917)} note="可立即接单 1,146" points={[1, 4, 6, 8, 9, 9]} />
      </div>
      <div style={{ display: "grid", gap: 16, gridTemplateColumns: "repeat(auto-fit, minmax(min(320px, 100%), 1fr))", marginTop: 16 }}>
        <Panel flush>
          <MapView
            height="400px"
            markers={clusters.map(([lat, lng, count]) => ({
              key: `${lat}`,
              position: { lat, lng },
              name: `${count} 单进行中`,
              text: String(count),
              size: 28 + Math.sqrt(count) * 3,
              onOpen: () => undefined,
            }))}
            circles={[{ key: "short", kind: "warn", position: { lat: 31.19, lng: 121.59 }, radiusMetres: 1_800 }]}
          />
        </Panel>
        <Panel title="各类别接单率" aside="今天">
          <Meter label="日常保洁" value={0.972} text={format.share(0.972)} />
          <Meter label="家电清洗" value={0.958} text={format.share(0.958)} />
          <Meter label="陪诊陪护" value={0.824} text={format.share(0.824)} tone="warn" />
        </Panel>
      </div>
      <div style={{ height: 16 }} />
      <Panel title="今天每小时">
        <BarChart
          label="今天每小时的订单"
          bars={Array.from({ length: 24 }, (_, hour) => ({
            key: String(hour),
            label: String(hour).padStart(2, "0"),
            value: hour > 13 ? 0 : Math.max(2, Math.round(100 * Math.sin(((hour - 4) / 12) * Math.PI))),
            second: hour > 13 || hour < 7 ? 0 : 6,
          }))}
          format={format.count}
          every={4}
          mark={{ after: "13", label: `现在 ${format.time(now)}` }}
        />
      </Panel>
    </AdminFrame>
  );
}
