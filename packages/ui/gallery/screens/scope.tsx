import { IconCloudCheck } from "@tabler/icons-react";
import { useState } from "react";
import {
  AddPhotoTile,
  AppFrame,
  ListRow,
  ListRows,
  MultiChoiceChips,
  NumberStepper,
  Page,
  Panel,
  PhotoGrid,
  PhotoTile,
  Price,
  QualityRing,
  Steps,
} from "../../src/index.ts";
import { photos } from "../sample.ts";

const steps = ["内容", "时间地点", "价格", "合同", "付款"].map((label) => ({ key: label, label }));
const focus = ["厨房油污", "卫生间水垢", "宠物毛发", "玻璃内侧", "阳台", "换洗床品"].map((label) => ({ value: label, label }));

export function ScopeScreen() {
  const [area, setArea] = useState(89);
  const [picks, setPicks] = useState<readonly string[]>(["厨房油污", "卫生间水垢", "宠物毛发"]);
  const saved = (
    <>
      <IconCloudCheck size={20} aria-hidden /> 草稿已存
    </>
  );
  return (
    <AppFrame>
      <Page
        title="日常保洁"
        onBack={() => undefined}
        aside={saved}
        lead={<Steps steps={steps} current={0} />}
        actions={{ primary: { label: "下一步：时间和地点" }, lead: <Price fen={13_500} size={20} label="3 小时，预计" /> }}
      >
        <Panel dense>
          <QualityRing percent={70} missing={3}>
            同城近 30 天：写全的订单中位 4 分钟接单，未写全 11 分钟
          </QualityRing>
        </Panel>
        <Panel dense title="面积与户型" aside="建议 3 小时">
          <NumberStepper label="面积" value={area} onChange={setArea} least={10} most={500} unit="m²" />
        </Panel>
        <Panel dense title="打扫重点" aside="已选 3 项">
          <MultiChoiceChips label="打扫重点" choices={focus} columns={3} value={picks} onChange={setPicks} />
        </Panel>
        <Panel dense title="现场照片 2 / 3" aside="断网会自动续传">
          <PhotoGrid columns={4}>
            <PhotoTile photo={{ key: "1", url: photos.kitchen, name: "厨房" }} ratio="1" />
            <PhotoTile photo={{ key: "2", url: photos.living, name: "主卫" }} ratio="1" onRemove={() => undefined} />
            <PhotoTile photo={{ key: "3", url: photos.door, name: "客厅", upload: { state: "uploading", progress: 0.68 } }} ratio="1" />
            <AddPhotoTile onFiles={() => undefined} ratio="1" />
          </PhotoGrid>
        </Panel>
        <Panel dense>
          <ListRows>
            <ListRow done={false} title={<b>清洁工具谁带</b>} call="选择" onClick={() => undefined} />
            <ListRow done title={<b>贵重或易碎物品</b>} call="补充" onClick={() => undefined} />
          </ListRows>
        </Panel>
      </Page>
    </AppFrame>
  );
}
