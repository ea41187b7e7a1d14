import type { Category } from "../category.ts";
import { choice, choices, option, photos, quantity, text, words } from "../checklist.ts";

const symptom = words("symptom", text("故障现象", "What is wrong"), 300, true);
const floor = quantity("floor", text("楼层", "Floor"), false, { unit: text("层", "floor"), least: -3, most: 120, step: 1, usual: 5 });

/** 家电维修 */
export const applianceRepair: Category = {
  id: "appliance_repair",
  name: text("家电维修", "Appliance repair"),
  icon: "tool",
  mode: "on_site",
  plan: "life",
  minimumMinutes: 60,
  usualMinutes: 90,
  baseMinutes: 60,
  referenceRateFen: 9_000,
  certificate: "required",
  tags: [
    option("air_conditioner", "空调", "Air conditioners"),
    option("fridge", "冰箱", "Fridges"),
    option("washing_machine", "洗衣机", "Washing machines"),
    option("television", "电视", "Televisions"),
    option("gas_appliance", "燃气灶与热水器", "Gas stoves and heaters"),
  ],
  checklist: [
    choice("appliance", text("维修什么", "Which appliance"), true, [
      option("air_conditioner", "空调", "Air conditioner", 30),
      option("fridge", "冰箱", "Fridge", 30),
      option("washing_machine", "洗衣机", "Washing machine", 15),
      option("television", "电视", "Television"),
      option("water_heater", "热水器", "Water heater", 15),
      option("gas_stove", "燃气灶", "Gas stove"),
      option("small", "小家电", "Small appliance"),
    ]),
    quantity("count", text("台数", "How many"), true, { unit: text("台", "units"), least: 1, most: 10, step: 1, usual: 1, minutesEach: 30 }),
    symptom,
    words("model", text("品牌与型号", "Brand and model"), 80),
    quantity("years", text("用了几年", "Years in use"), false, { unit: text("年", "years"), least: 0, most: 30, step: 1, usual: 5 }),
    choice("warranty", text("是否在保", "Under warranty"), false, [
      option("no", "已过保", "No"),
      option("yes", "在保，已与厂家确认", "Yes, cleared with the maker"),
      option("unknown", "不清楚", "Not known"),
    ]),
    photos(text("铭牌与故障照片", "Photos of name plate and fault"), 2),
  ],
  extras: [
    { key: "refrigerant", label: text("加氟（每台）", "Refrigerant, per unit"), fen: 15_000, minutes: 45 },
    { key: "capacitor", label: text("更换启动电容", "New start capacitor"), fen: 8_000, minutes: 30 },
    { key: "removal", label: text("旧机拆卸", "Removal of the old unit"), fen: 10_000, minutes: 45 },
  ],
};

/** 电工 */
export const electrician: Category = {
  id: "electrician",
  name: text("电工", "Electrician"),
  icon: "bolt",
  mode: "on_site",
  plan: "life",
  minimumMinutes: 60,
  usualMinutes: 90,
  baseMinutes: 30,
  referenceRateFen: 10_000,
  certificate: "required",
  tags: [
    option("lighting", "灯具安装", "Lighting"),
    option("sockets", "插座开关", "Sockets and switches"),
    option("breaker", "跳闸检修", "Tripping breakers"),
    option("wiring", "线路改造", "Rewiring"),
    option("ev_charger", "充电桩", "Charging stations"),
  ],
  checklist: [
    choices("tasks", text("要做什么", "What is to be done"), true, [
      option("fault", "跳闸 / 停电检修", "Find a fault", 45),
      option("socket", "更换插座开关", "Change sockets or switches", 15),
      option("lamp", "安装灯具", "Install lamps", 15),
      option("new_line", "新增线路", "New line", 60),
      option("panel", "配电箱整理", "Distribution board", 60),
      option("charger", "安装充电桩", "Install a charging station", 120),
    ]),
    quantity("points", text("点位数量", "Points to work on"), true, {
      unit: text("处", "points"),
      least: 1,
      most: 60,
      step: 1,
      usual: 3,
      minutesEach: 15,
    }),
    choice("material", text("材料谁备", "Who brings material"), false, [
      option("customer", "客户已备", "The customer"),
      option("worker", "服务者代购", "The worker"),
    ]),
    choice("cut_off", text("能否断电施工", "May power be cut"), false, [
      option("yes", "可以", "Yes"),
      option("limited", "部分时段", "At times"),
      option("no", "不可以", "No"),
    ]),
    floor,
    words("detail", text("补充说明", "More detail"), 300),
    photos(text("配电箱与现场照片", "Photos of board and place"), 2),
  ],
  extras: [
    { key: "breaker", label: text("更换空气开关", "New breaker"), fen: 6_000, minutes: 20 },
    { key: "line_metre", label: text("加线（每 10 米）", "Cable, per 10 m"), fen: 12_000, minutes: 45 },
  ],
};

/** 管道水暖 */
export const plumbing: Category = {
  id: "plumbing",
  name: text("管道水暖", "Plumbing and heating"),
  icon: "droplet",
  mode: "on_site",
  plan: "life",
  minimumMinutes: 60,
  usualMinutes: 90,
  baseMinutes: 30,
  referenceRateFen: 9_000,
  certificate: "optional",
  tags: [
    option("unblock", "疏通", "Unblocking"),
    option("leak", "漏水检修", "Leaks"),
    option("fixtures", "洁具安装", "Fixtures"),
    option("heating", "暖气地暖", "Radiators and floor heating"),
    option("waterproof", "防水补漏", "Waterproofing"),
  ],
  checklist: [
    choices("tasks", text("要做什么", "What is to be done"), true, [
      option("unblock_toilet", "疏通马桶", "Unblock a toilet", 30),
      option("unblock_drain", "疏通地漏 / 水槽", "Unblock a drain or sink", 30),
      option("leak", "查漏修漏", "Find and fix a leak", 60),
      option("tap", "更换龙头角阀", "Change taps or valves", 20),
      option("toilet", "安装马桶 / 浴室柜", "Install toilet or cabinet", 60),
      option("radiator", "暖气检修", "Radiators", 60),
    ]),
    quantity("points", text("几处", "How many places"), true, { unit: text("处", "places"), least: 1, most: 30, step: 1, usual: 2, minutesEach: 30 }),
    choice("water_running", text("现在是否漏水", "Is water running now"), true, [
      option("no", "没有", "No"),
      option("dripping", "滴漏", "Dripping"),
      option("running", "正在流，已关总阀", "Running, main valve closed"),
    ]),
    choice("material", text("配件谁备", "Who brings parts"), false, [
      option("customer", "客户已备", "The customer"),
      option("worker", "服务者代购", "The worker"),
    ]),
    floor,
    photos(text("现场照片", "Photos of the place"), 2),
  ],
  extras: [
    { key: "high_pressure", label: text("高压疏通", "High-pressure unblocking"), fen: 18_000, minutes: 45 },
    { key: "valve", label: text("更换角阀（含件）", "New valve with part"), fen: 6_000, minutes: 20 },
  ],
};

/** 高空作业 */
export const workAtHeight: Category = {
  id: "work_at_height",
  name: text("高空作业", "Work at height"),
  icon: "ladder",
  mode: "on_site",
  plan: "life",
  minimumMinutes: 120,
  usualMinutes: 240,
  baseMinutes: 120,
  referenceRateFen: 15_000,
  certificate: "required",
  tags: [
    option("facade_cleaning", "外墙清洗", "Façade cleaning"),
    option("outdoor_unit", "空调外机", "Outdoor air-conditioning units"),
    option("signage", "广告牌", "Signs"),
    option("sealing", "外墙补漏", "Façade sealing"),
    option("rope_access", "绳索作业", "Rope access"),
  ],
  checklist: [
    choice("task", text("作业内容", "What is to be done"), true, [
      option("facade_cleaning", "外墙 / 玻璃幕墙清洗", "Clean façade or curtain wall"),
      option("outdoor_unit", "空调外机装拆", "Mount or remove outdoor units"),
      option("sealing", "外墙补漏", "Seal a façade"),
      option("signage", "招牌装拆维修", "Mount or mend signs"),
      option("inspection", "检查与拍照", "Inspect and take photos"),
    ]),
    quantity("height", text("作业高度", "Height"), true, { unit: text("米", "m"), least: 2, most: 200, step: 1, usual: 12 }),
    quantity("area", text("作业面积", "Area"), true, { unit: text("平方米", "m²"), least: 1, most: 5_000, step: 1, usual: 60, minutesEach: 2 }),
    choice("access", text("上下方式", "Access"), true, [
      option("ladder", "梯子 / 脚手架", "Ladder or scaffold"),
      option("lift", "升降车", "Lift platform"),
      option("rope", "绳索", "Rope", 60),
      option("gondola", "吊篮", "Gondola", 30),
    ]),
    choice("anchor", text("屋面有无固定点", "Anchors on the roof"), false, [
      option("yes", "有", "Yes"),
      option("no", "无", "No"),
      option("unknown", "不清楚", "Not known"),
    ]),
    words("permit", text("物业许可与安全要求", "Permits and safety rules of the building"), 300),
    photos(text("作业面照片", "Photos of the surface"), 3),
  ],
  extras: [
    { key: "spotter", label: text("地面监护（每次）", "Ground guard, each time"), fen: 20_000, minutes: 0 },
    { key: "sealant", label: text("耐候胶（每 10 米）", "Weather seal, per 10 m"), fen: 15_000, minutes: 60 },
  ],
};
