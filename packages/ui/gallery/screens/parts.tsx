import { orderStates } from "@lingong/domain";
import { useState } from "react";
import {
  AppFrame,
  ChoiceChips,
  Countdown,
  Meter,
  MissingEvidence,
  NumberStepper,
  Page,
  Panel,
  PhotoGrid,
  PriceBand,
  Rating,
  Stars,
  StatusChip,
  Timeline,
} from "../../src/index.ts";
import { inMinutes } from "../sample.ts";

export function PartsScreen() {
  const [span, setSpan] = useState<string | null>("3");
  const [count, setCount] = useState(1);
  return (
    <AppFrame>
      <Page title="零件" width="wide">
        <Panel title="状态">
          <div style={{ display: "flex", flexWrap: "wrap", gap: 8 }}>
            {orderStates.map((state) => (
              <StatusChip key={state} state={state} />
            ))}
          </div>
        </Panel>
        <Panel title="信誉分" aside="939 / 1000">
          <Meter layout="above" label="评价" value={483 / 500} text="483/500" />
          <Meter layout="above" label="准时" value={188 / 200} text="188/200" />
          <Meter layout="above" label="连续无违约" value={0.82} text="82/100" />
        </Panel>
        <Panel title="服务与价格">
          <PriceBand low={4_500} median={5_000} high={5_800} asked={5_000} />
          <PriceBand low={8_000} median={9_000} high={10_500} asked={9_500} labels="all" askedLabel="您" />
        </Panel>
        <Panel title="证据档案">
          <Timeline
            items={[
              { key: "4", title: "到达并走查", code: "E-04", detail: "13:05 · 4 张照片" },
              { key: "5", title: "开始计时", code: "E-05", detail: "13:09 · 双方确认" },
              { key: "12", title: "完工照片", code: "E-12", detail: "16:52 · 6 张，玻璃 0 张", strong: true },
              { key: "15", title: "发起争议", code: "E-15", detail: "18:31 · 争议额 ¥130.00", strong: true, tone: "warn" },
            ]}
          />
        </Panel>
        <Panel title="星">
          <Stars value={4} /> <Rating value={4.8} /> <Rating value={null} />
        </Panel>
        <Panel title="选择">
          <ChoiceChips
            label="时长"
            value={span}
            onChange={setSpan}
            choices={["2", "3", "4"].map((hours) => ({ value: hours, label: `${hours} 小时` }))}
          />
          <div style={{ height: 8 }} />
          <NumberStepper label="人数" value={count} onChange={setCount} least={1} most={20} unit="人" />
        </Panel>
        <Panel title="倒计时">
          <Countdown until={inMinutes(1_735)}>后可免费取消</Countdown>
          <br />
          <Countdown until={inMinutes(3_735)} tone="warn">
            后可免费取消
          </Countdown>
        </Panel>
        <PhotoGrid columns={2}>
          <MissingEvidence name="玻璃内侧">走查时有：13:06</MissingEvidence>
        </PhotoGrid>
      </Page>
    </AppFrame>
  );
}
