import { ActionIcon } from "@mantine/core";
import { IconChevronLeft, IconHome, IconMessage, IconMoped, IconPhone, IconShare } from "@tabler/icons-react";
import {
  AppFrame,
  Avatar,
  Chip,
  Level,
  ListRow,
  LiveDot,
  MapView,
  Panel,
  Price,
  SheetOverMap,
  StatusChip,
  Steps,
  useFormat,
} from "../../src/index.ts";
import { at, now } from "../sample.ts";

const home = { lat: 31.2245, lng: 121.5536 };
const worker = { lat: 31.2135, lng: 121.5405 };

export function LiveScreen() {
  const format = useFormat();
  const steps = [
    { key: "paid", label: "付款", time: format.shortMoment(at(16, "20:14"), now) },
    { key: "accepted", label: "接单", time: format.shortMoment(at(16, "20:16"), now) },
    { key: "way", label: "路上", time: "13:24" },
    { key: "there", label: "到达", time: "约 13:48" },
    { key: "work", label: "服务", time: "14:00" },
    { key: "done", label: "验收" },
  ];
  const map = (
    <MapView
      markers={[
        { key: "home", position: home, name: "联洋年华 12 号楼", tone: "ink", icon: IconHome, named: true },
        { key: "worker", position: worker, name: "周桂芳", icon: IconMoped },
      ]}
      routes={[
        {
          key: "ahead",
          kind: "ahead",
          points: [worker, { lat: 31.2135, lng: 121.545 }, { lat: 31.2225, lng: 121.545 }, { lat: 31.2245, lng: 121.5536 }],
        },
        { key: "done", kind: "done", points: [{ lat: 31.209, lng: 121.536 }, worker] },
      ]}
      covered={16}
      coveredTop={56}
    />
  );
  return (
    <AppFrame>
      <SheetOverMap
        map={map}
        left={
          <ActionIcon variant="default" aria-label="返回">
            <IconChevronLeft size={24} aria-hidden />
          </ActionIcon>
        }
        middle={
          <Chip tone="float">
            <LiveDot>位置实时</LiveDot> 4 秒前
          </Chip>
        }
        right={
          <ActionIcon variant="default" aria-label="分享">
            <IconShare size={22} aria-hidden />
          </ActionIcon>
        }
        actions={{ primary: { label: `同意并支付 ${format.money(2_500)}` }, secondary: { label: "不需要" } }}
      >
        <div style={{ display: "flex", justifyContent: "space-between", alignItems: "center" }}>
          <div>
            <h1 style={{ fontSize: "var(--t28)", lineHeight: "var(--l28)" }}>{format.span(12)}</h1>
            <div>预计 13:48，约定 14:00 开始 · {format.distance(2_600)}</div>
          </div>
          <StatusChip state="en_route" emphasis="filled" />
        </div>
        <Steps steps={steps} current={2} />
        <ListRow
          lead={<Avatar name="周桂芳" />}
          title={
            <b>
              周桂芳 <Level level={4} />
            </b>
          }
          detail={`合作 6 次 · 准时率 ${format.rate(9_800)}`}
          aside={
            <>
              <ActionIcon variant="light" color="gray" aria-label="电话">
                <IconPhone size={22} aria-hidden />
              </ActionIcon>{" "}
              <ActionIcon variant="light" color="gray" aria-label="消息">
                <IconMessage size={22} aria-hidden />
              </ActionIcon>
            </>
          }
        />
        <Panel tone="live" title="补充项目，待您同意" aside="13:31 提出">
          <Price fen={2_500} label="冰箱内部清洁 · 多 30 分钟，预计 17:30 结束" />
        </Panel>
      </SheetOverMap>
    </AppFrame>
  );
}
