import { ActionIcon, Button, TextInput } from "@mantine/core";
import {
  IconAirConditioning,
  IconBell,
  IconHome,
  IconListDetails,
  IconMessage,
  IconPlus,
  IconSearch,
  IconSparkles,
  IconTool,
  IconUser,
} from "@tabler/icons-react";
import {
  AppFrame,
  Avatar,
  ColorSchemeMenu,
  CountBadge,
  DeskHeader,
  LanguageMenu,
  Level,
  ListRow,
  ListRows,
  LiveDot,
  Page,
  Panel,
  Steps,
  TabBar,
  useFormat,
} from "../../src/index.ts";

export const customerTabs = [
  { key: "home", label: "首页", icon: IconHome, href: "#home" },
  { key: "orders", label: "订单", icon: IconListDetails, href: "#orders", count: 1 },
  { key: "new", label: "下单", icon: IconPlus, href: "#new", prominent: true },
  { key: "messages", label: "消息", icon: IconMessage, href: "#messages", count: 2 },
  { key: "me", label: "我的", icon: IconUser, href: "#me" },
];

const steps = ["付款", "接单", "路上", "到达", "服务", "验收"].map((label) => ({ key: label, label }));

export function HomeScreen() {
  const format = useFormat();
  const header = (
    <DeskHeader homeHref="#home" items={customerTabs.filter((tab) => !tab.prominent)} current="home">
      <LanguageMenu />
      <ColorSchemeMenu />
      <ActionIcon aria-label="通知">
        <IconBell size={22} aria-hidden />
      </ActionIcon>
      <Avatar name="陈" tone="neutral" size={40} />
      <Button leftSection={<IconPlus size={18} aria-hidden />}>下单</Button>
    </DeskHeader>
  );
  return (
    <AppFrame header={header} tabBar={<TabBar items={customerTabs} current="home" />}>
      <Page title="今天想请人做什么？" aside={<CountBadge count={2} />} width="wide">
        <TextInput aria-label="搜索" placeholder="说说要做什么，或搜一位服务者" leftSection={<IconSearch size={20} aria-hidden />} />
        <Panel tone="live" title={<LiveDot>周桂芳已出发</LiveDot>} aside="日常保洁 · 今天 14:00–17:00">
          <div style={{ display: "flex", justifyContent: "space-between", alignItems: "center", marginBottom: 12 }}>
            <div>
              <b style={{ fontSize: "var(--t28)", lineHeight: "var(--l28)" }}>{format.span(12)}</b> 后到
            </div>
            <Avatar name="周桂芳" online size={48} />
          </div>
          <Steps steps={steps} current={2} />
        </Panel>
        <Panel title="我常约的人" aside="全部 5 位">
          <ListRows>
            <ListRow
              lead={<Avatar name="周桂芳" online />}
              title={
                <>
                  周桂芳 <Level level={4} />
                </>
              }
              detail="日常保洁 · 合作 6 次"
              aside={<Button variant="light">再约</Button>}
            />
            <ListRow
              lead={<Avatar name="吴立新" tone="neutral" />}
              title={
                <>
                  吴立新 <Level level={3} />
                </>
              }
              detail="水电维修 · 合作 3 次"
              aside={<Button variant="light">再约</Button>}
            />
          </ListRows>
        </Panel>
        <Panel dense>
          <ListRows>
            <ListRow icon={IconSparkles} title="深度保洁" detail="28 人现在可接" aside={format.moneyRange(6_000, 7_800)} href="#a" />
            <ListRow icon={IconAirConditioning} title="家电清洗" detail="19 人现在可接" aside={format.moneyRange(8_000, 10_500)} href="#b" />
            <ListRow icon={IconTool} title="水电维修" detail="22 人现在可接" aside={format.moneyRange(9_000, 13_000)} href="#c" />
          </ListRows>
        </Panel>
      </Page>
    </AppFrame>
  );
}
