import { defaultPolicy, ladderSteps } from "@lingong/domain";
import { IconFileText } from "@tabler/icons-react";
import { AppFrame, CancellationLadder, Countdown, ListRow, Page, Panel, Price, SplitBar, splitTotal, useFormat } from "../../src/index.ts";
import { at, inMinutes } from "../sample.ts";

const startsAt = at(20, "14:00");
const ladder = ladderSteps(
  { rateFenPerHour: 5_000, authorisedMinutes: 180, headcount: 1, acceptedAt: null, asSoonAsPossible: false, startsAt },
  defaultPolicy,
);

export function PriceScreen() {
  const format = useFormat();
  const parts = [
    { kind: "worker", label: "周桂芳到手", rate: 8_500, fen: 12_750, strong: true },
    { kind: "platform", rate: 1_500, note: "已认证 + Lv4", fen: 2_250 },
  ] as const;
  return (
    <AppFrame>
      <Page
        title="价格与合同"
        subtitle={`周桂芳 · ${format.dateTimeRange(startsAt, at(20, "17:00"))}`}
        onBack={() => undefined}
        aside="第 4 步 / 共 5 步"
        actions={{
          primary: { label: `签署并支付 ${format.money(15_000)}` },
          consequence: <Countdown until={inMinutes(14.53)}>后订单关闭，不扣款</Countdown>,
        }}
      >
        <Panel>
          <Price
            fen={splitTotal(parts)}
            size={40}
            label="合计预付"
            formula={
              <>
                {format.money(5_000)} × {format.span(180)} × {format.people(1)}
                <br />
                无其他费用
              </>
            }
          />
          <div style={{ height: 16 }} />
          <SplitBar parts={parts} />
        </Panel>
        <Panel title="如果我取消" aside={`${format.zoneName()} · 全部付给服务者`}>
          <CancellationLadder steps={ladder} startsAt={startsAt} />
        </Panel>
        <Panel dense>
          <ListRow icon={IconFileText} title={<b>服务合同 · 8 条</b>} detail="指纹 7f3a 91c4 … e2d0" call="看全文" onClick={() => undefined} />
        </Panel>
      </Page>
    </AppFrame>
  );
}
