import { MINUTE } from "@lingong/domain";
import { ActionIcon } from "@mantine/core";
import { IconAlertCircle, IconAlertTriangle, IconCamera, IconMessage, IconPlus, IconUsers } from "@tabler/icons-react";
import {
  AddPhotoTile,
  AppFrame,
  ConnectionBar,
  CountdownRing,
  ListRow,
  ListRows,
  Page,
  Panel,
  PhotoGrid,
  PhotoTile,
  Steps,
} from "../../src/index.ts";
import { now, photos } from "../sample.ts";

const steps = ["确认", "出发", "到达", "开始", "过程", "完工", "结束"].map((label) => ({ key: label, label }));

export function JobScreen() {
  return (
    <AppFrame connection={<ConnectionBar state="offline" queued={3} />}>
      <Page
        title="联洋年华 12-1202"
        subtitle="日常保洁 · 14:00–17:00"
        onBack={() => undefined}
        aside={
          <>
            <ActionIcon aria-label="消息">
              <IconMessage size={24} aria-hidden />
            </ActionIcon>
            <ActionIcon aria-label="求助" color="red">
              <IconAlertCircle size={24} aria-hidden />
            </ActionIcon>
          </>
        }
        lead={<Steps steps={steps} current={2} centred />}
        actions={{ primary: { label: "拍卫生间", icon: IconCamera }, consequence: "拍完第 4 处即可开始计时，收入从那一刻算起" }}
      >
        <Panel>
          <div style={{ display: "flex", gap: 16, alignItems: "center" }}>
            <CountdownRing until={now + 27 * MINUTE} total={30 * MINUTE} size={72} />
            <div>
              <h2 style={{ fontSize: "var(--t17)" }}>已到达 13:47，早 13 分钟</h2>
              <div style={{ fontSize: "var(--t13)", color: "var(--ink-2)" }}>14:17 前开始。若客户不在，届时可报“未到”，按规则补偿您 ¥75.00</div>
            </div>
          </div>
        </Panel>
        <Panel title="进门先拍照" aside="3 / 4 处">
          <PhotoGrid columns={2}>
            <PhotoTile
              photo={{ key: "1", url: photos.door, name: "入户门", stamp: "13:48 已盖时间戳", upload: { state: "waiting" } }}
              ratio="8 / 5"
            />
            <PhotoTile
              photo={{ key: "2", url: photos.living, name: "客厅", stamp: "13:49 已盖时间戳", upload: { state: "waiting" } }}
              ratio="8 / 5"
            />
            <PhotoTile photo={{ key: "3", url: photos.kitchen, name: "厨房", upload: { state: "failed" } }} ratio="8 / 5" onRetry={() => undefined} />
            <AddPhotoTile name="卫生间" emphasis="next" onFiles={() => undefined} ratio="8 / 5" />
          </PhotoGrid>
        </Panel>
        <Panel dense>
          <ListRows>
            <ListRow icon={IconAlertTriangle} title="有破损或旧伤，记一笔" onClick={() => undefined} />
            <ListRow icon={IconPlus} title="要加项目或时间" onClick={() => undefined} />
            <ListRow icon={IconUsers} title="客户不在场" onClick={() => undefined} />
          </ListRows>
        </Panel>
      </Page>
    </AppFrame>
  );
}
