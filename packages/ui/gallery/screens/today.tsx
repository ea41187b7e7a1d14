import { ActionIcon, Switch } from "@mantine/core";
import { IconBell, IconBolt, IconCalendar, IconHome, IconMoped, IconSun, IconUser, IconWallet } from "@tabler/icons-react";
import { AppFrame, DayLine, LiveDot, MapView, Page, Panel, Price, TabBar, useFormat } from "../../src/index.ts";
import { at, now } from "../sample.ts";

export const workerTabs = [
  { key: "today", label: "今天", icon: IconSun, href: "#today" },
  { key: "hall", label: "大厅", icon: IconBolt, href: "#hall" },
  { key: "schedule", label: "日程", icon: IconCalendar, href: "#schedule" },
  { key: "earnings", label: "收入", icon: IconWallet, href: "#earnings" },
  { key: "me", label: "我的", icon: IconUser, href: "#me" },
];

export function TodayScreen() {
  const format = useFormat();
  return (
    <AppFrame tabBar={<TabBar items={workerTabs} current="today" />}>
      <Page
        title="今天"
        subtitle={`${format.dateWeekday(now)} · ${format.zoneName()}`}
        aside={
          <ActionIcon aria-label="通知">
            <IconBell size={24} aria-hidden />
          </ActionIcon>
        }
        actions={{ primary: { label: "出发去联洋年华", detail: "14:30 前未出发会改派 · 路上 24 分钟" } }}
      >
        <Panel tone="live">
          <div style={{ display: "flex", justifyContent: "space-between", alignItems: "center" }}>
            <div>
              <b style={{ fontSize: "var(--t17)" }}>接单中</b> <LiveDot>在线</LiveDot>
              <div style={{ fontSize: "var(--t13)", color: "var(--ink-2)" }}>5 公里内 · 今天已排满 8 小时</div>
            </div>
            <Switch aria-label="接单中" defaultChecked size="xl" />
          </div>
        </Panel>
        <Panel>
          <div style={{ display: "grid", gridTemplateColumns: "1fr 1fr" }}>
            <div>
              <Price fen={12_750} size={28} label="已到手" />
            </div>
            <div>
              <Price fen={34_000} size={28} label="今天预计" />
            </div>
          </div>
        </Panel>
        <Panel flush>
          <MapView
            height="84px"
            still
            markers={[
              { key: "me", position: { lat: 31.22, lng: 121.545 }, name: "我", icon: IconMoped, size: 30 },
              { key: "2", position: { lat: 31.2245, lng: 121.5636 }, name: "联洋年华", text: "2 · 14:00" },
              { key: "1", position: { lat: 31.219, lng: 121.53 }, name: "汤臣豪园", text: "1 完成", tone: "plain", icon: IconHome },
            ]}
          />
          <div style={{ padding: 12 }}>
            <DayLine
              from={at(17, "08:00")}
              to={at(17, "20:00")}
              blocks={[
                {
                  key: "a",
                  from: at(17, "08:30"),
                  to: at(17, "11:30"),
                  kind: "done",
                  title: "汤臣豪园 · 日常保洁",
                  detail: "08:30–11:30 · 已结算",
                  fen: 12_750,
                },
                { key: "r", from: at(17, "11:30"), to: at(17, "13:00"), kind: "rest", title: "休息，不派单" },
                { key: "b", from: at(17, "13:00"), to: at(17, "14:00"), kind: "buffer", title: "缓冲 34 分钟，含路上 24 分钟" },
                {
                  key: "c",
                  from: at(17, "14:00"),
                  to: at(17, "17:00"),
                  kind: "next",
                  title: "联洋年华 · 日常保洁",
                  detail: "14:00–17:00 · 陈女士，第 7 次",
                  fen: 12_750,
                  onOpen: () => undefined,
                },
                { key: "d", from: at(17, "17:00"), to: at(17, "18:00"), kind: "buffer", title: "缓冲 30 分钟，含路上 18 分钟" },
                {
                  key: "e",
                  from: at(17, "18:00"),
                  to: at(17, "20:00"),
                  kind: "later",
                  title: "御翠园 · 日常保洁",
                  detail: "18:00–20:00 · 林先生",
                  fen: 8_500,
                },
              ]}
            />
          </div>
        </Panel>
      </Page>
    </AppFrame>
  );
}
