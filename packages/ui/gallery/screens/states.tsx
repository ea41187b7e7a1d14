import { Button } from "@mantine/core";
import { IconAlertTriangle, IconClock, IconListDetails, IconLock, IconRepeat } from "@tabler/icons-react";
import { useState } from "react";
import {
  AppFrame,
  CardSkeleton,
  ConfirmSheet,
  ConnectionBar,
  ErrorAlert,
  ListSkeleton,
  MoneyList,
  Page,
  StateView,
  useFormat,
} from "../../src/index.ts";
import { at } from "../sample.ts";

export function StatesScreen() {
  const format = useFormat();
  const [opened, setOpened] = useState(location.hash === "#confirm");
  return (
    <AppFrame connection={<ConnectionBar state="reconnecting" asOf={at(17, "13:34")} />}>
      <ConnectionBar state="back" />
      <Page title="状态" onBack={() => undefined}>
        <StateView icon={IconListDetails} title="还没有进行中的订单" action={<Button size="lg">说说要做什么</Button>}>
          下单后，这里会显示谁来、几点到、花到多少。付款前随时能改、能放弃。
        </StateView>
        <StateView
          icon={IconAlertTriangle}
          tone="warn"
          title="没付成，也没有扣款"
          safe={[
            { key: "kept", children: "填的都在。内容、时间、地址一项没丢" },
            { key: "price", icon: IconLock, children: "价格留着。11:08 内付成，金额、合同都不变" },
            { key: "once", icon: IconRepeat, children: "不会扣两次。银行晚到的一笔，多的原路退回" },
          ]}
        >
          微信支付 30 秒没有回应。我们刚查过：这笔钱没有离开您的账户。
        </StateView>
        <StateView icon={IconClock} tone="neutral" title="这单已转给下一位" />
        <ErrorAlert code="payment_amount_differs" reference="PAY-7F3A-91C4" onRetry={() => undefined} />
        <CardSkeleton round={48} />
        <ListSkeleton count={2} />
        <Button variant="default" onClick={() => setOpened(true)}>
          取消订单
        </Button>
        <ConfirmSheet
          opened={opened}
          onClose={() => setOpened(false)}
          title="取消这一单？"
          confirm={{ label: `取消，付 ${format.money(7_500)}`, onClick: () => setOpened(false) }}
        >
          <MoneyList
            lines={[
              { key: "paid", label: "已预付", fen: 15_000 },
              { key: "fee", label: "取消费", fen: -7_500, tone: "warn" },
            ]}
            total={{ label: "退回给您", fen: 7_500 }}
          />
        </ConfirmSheet>
      </Page>
    </AppFrame>
  );
}
