import { HOUR } from "@lingong/domain";
import { useState } from "react";
import { AppFrame, Countdown, MultiChoiceChips, Page, Panel, PhotoGrid, PhotoTile, Price, SplitBar, StarsInput, useFormat } from "../../src/index.ts";
import { now, photos } from "../sample.ts";

export function BillScreen() {
  const format = useFormat();
  const [stars, setStars] = useState(5);
  const [tags, setTags] = useState<readonly string[]>(["准时", "细致"]);
  return (
    <AppFrame>
      <Page
        title="验收与账单"
        subtitle="倒计时结束即自动验收"
        onBack={() => undefined}
        aside={<Countdown until={now + 47.2 * HOUR} size={17} />}
        actions={{
          primary: { label: `验收，结算 ${format.money(16_250)}`, detail: `评价一并提交 · 退回 ${format.money(1_250)}` },
          secondary: { label: "有问题" },
        }}
      >
        <Panel>
          <Price fen={16_250} size={32} label="账单" formula={`${format.money(5_000)} × ${format.duration(195)}`} />
          <div style={{ height: 12 }} />
          <SplitBar
            parts={[
              { kind: "worker", label: "周桂芳到手", fen: 13_812 },
              { kind: "platform", rate: 1_500, fen: 2_438 },
              { kind: "refund", label: "退回给您", fen: 1_250 },
            ]}
          />
        </Panel>
        <PhotoGrid>
          <PhotoTile photo={{ key: "1", url: photos.kitchen, name: "厨房 · 服务前", stamp: "13:49" }} />
          <PhotoTile photo={{ key: "2", url: photos.kitchen, name: "服务后", stamp: "17:08" }} />
          <PhotoTile photo={{ key: "3", url: photos.door, name: "冰箱", stamp: "17:11" }} />
        </PhotoGrid>
        <Panel title="评价周桂芳" aside="双方都评后或 14 天后公开">
          <StarsInput value={stars} onChange={setStars} label="评价周桂芳" />
          <div style={{ height: 12 }} />
          <MultiChoiceChips
            label="标签"
            columns={4}
            choices={["准时", "细致", "礼貌", "工具齐"].map((label) => ({ value: label, label }))}
            value={tags}
            onChange={setTags}
          />
        </Panel>
      </Page>
    </AppFrame>
  );
}
