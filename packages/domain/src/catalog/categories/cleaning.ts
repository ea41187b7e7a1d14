import type { Category, ChecklistItem } from "../category.ts";
import { choice, choices, option, photos, quantity, text, words } from "../checklist.ts";

const area = (usual: number, minutesEach: number): ChecklistItem =>
  quantity("area", text("面积", "Floor area"), true, { unit: text("平方米", "m²"), least: 10, most: 600, step: 1, usual, minutesEach });
const layout = choice("layout", text("户型", "Layout"), true, [
  option("studio", "单间 / 开间", "Studio"),
  option("one_room", "1 室 1 厅 1 卫", "1 bedroom, 1 bath"),
  option("two_rooms", "2 室 1 厅 1 卫", "2 bedrooms, 1 bath"),
  option("three_rooms", "3 室 2 厅 2 卫", "3 bedrooms, 2 baths", 15),
  option("four_rooms", "4 室及以上 / 复式", "4 bedrooms or more, duplex", 45),
  option("office", "办公室 / 店铺", "Office or shop"),
]);
const tools = choice("tools", text("清洁工具谁带", "Who brings tools and detergents"), false, [
  option("worker", "服务者自带", "The worker"),
  option("customer", "客户提供", "The customer"),
  option("both", "大件客户提供，耗材自带", "Machines here, detergents brought"),
]);
const fragile = words("fragile", text("贵重或易碎物品", "Valuable or fragile things"), 200);
const place = photos(text("现场照片", "Photos of the place"), 3);

/** 日常保洁 */
export const dailyCleaning: Category = {
  id: "daily_cleaning",
  name: text("日常保洁", "Regular cleaning"),
  icon: "broom",
  mode: "on_site",
  plan: "life",
  minimumMinutes: 120,
  usualMinutes: 180,
  baseMinutes: 30,
  referenceRateFen: 5_000,
  certificate: "optional",
  tags: [
    option("kitchen", "厨房油污", "Kitchen grease"),
    option("bathroom", "卫生间水垢", "Bathroom limescale"),
    option("pets", "有宠物家庭", "Homes with pets"),
    option("windows", "擦玻璃", "Window panes"),
    option("ironing", "熨烫收纳", "Ironing and tidying"),
  ],
  checklist: [
    area(89, 1),
    layout,
    choices("focus", text("打扫重点", "What matters most"), true, [
      option("kitchen_grease", "厨房油污", "Kitchen grease", 15),
      option("bathroom_scale", "卫生间水垢", "Bathroom limescale", 15),
      option("pet_hair", "宠物毛发", "Pet hair", 15),
      option("windows_inside", "玻璃内侧", "Windows, inside", 20),
      option("balcony", "阳台", "Balcony", 10),
      option("bedding", "换洗床品", "Change of bedding", 10),
    ]),
    place,
    tools,
    fragile,
  ],
  extras: [
    { key: "hood", label: text("抽油烟机清洗", "Range hood"), fen: 2_500, minutes: 30 },
    { key: "fridge", label: text("冰箱内部", "Inside of the fridge"), fen: 3_000, minutes: 30 },
    { key: "windows_outside", label: text("玻璃外侧（可开启窗）", "Windows outside (that open)"), fen: 4_000, minutes: 45 },
  ],
};

/** 全屋深度保洁 */
export const deepCleaning: Category = {
  id: "deep_cleaning",
  name: text("全屋深度保洁", "Deep cleaning"),
  icon: "sparkles",
  mode: "on_site",
  plan: "life",
  minimumMinutes: 180,
  usualMinutes: 240,
  baseMinutes: 60,
  referenceRateFen: 5_500,
  certificate: "optional",
  tags: [
    option("degreasing", "重油污", "Heavy grease"),
    option("mould", "除霉", "Mould removal"),
    option("dust", "全屋除尘", "Dust removal"),
    option("post_renovation", "开荒保洁", "After renovation"),
    option("steam", "高温蒸汽", "Steam cleaning"),
  ],
  checklist: [
    area(89, 2),
    layout,
    choices("focus", text("重点区域", "What matters most"), true, [
      option("kitchen_degrease", "厨房去油污", "Kitchen degreasing", 30),
      option("bathroom_mould", "卫生间除霉", "Bathroom mould", 30),
      option("rooms_dust", "客厅卧室除尘", "Dust in living and bedrooms", 20),
      option("cabinets", "柜体内外", "Cabinets in and out", 30),
      option("windows", "门窗轨道与玻璃", "Windows and tracks", 40),
      option("walls", "墙面踢脚线", "Walls and skirting", 20),
    ]),
    choice("condition", text("现在的状况", "Condition now"), true, [
      option("lived_in", "正常居住", "Lived in"),
      option("long_empty", "长期空置", "Long empty", 30),
      option("after_renovation", "装修后开荒", "After renovation", 90),
      option("moving_out", "退租清洁", "Moving out", 30),
    ]),
    quantity("bathrooms", text("卫生间数量", "Bathrooms"), false, { unit: text("间", "rooms"), least: 1, most: 10, step: 1, usual: 1 }),
    place,
    tools,
    fragile,
  ],
  extras: [
    { key: "hood", label: text("抽油烟机清洗", "Range hood"), fen: 2_500, minutes: 30 },
    { key: "mattress", label: text("床垫除螨", "Mattress mite removal"), fen: 6_000, minutes: 45 },
    { key: "sofa", label: text("布艺沙发清洗", "Fabric sofa"), fen: 12_000, minutes: 60 },
  ],
};

/** 家电清洗 */
export const applianceCleaning: Category = {
  id: "appliance_cleaning",
  name: text("家电清洗", "Appliance cleaning"),
  icon: "wash-machine",
  mode: "on_site",
  plan: "life",
  minimumMinutes: 60,
  usualMinutes: 90,
  baseMinutes: 15,
  referenceRateFen: 8_000,
  certificate: "optional",
  tags: [
    option("air_conditioner", "空调", "Air conditioners"),
    option("hood", "油烟机", "Range hoods"),
    option("washing_machine", "洗衣机", "Washing machines"),
    option("fridge", "冰箱", "Fridges"),
    option("water_heater", "热水器", "Water heaters"),
  ],
  checklist: [
    choice("appliance", text("清洗什么", "Which appliance"), true, [
      option("wall_air_conditioner", "挂式空调", "Wall air conditioner"),
      option("standing_air_conditioner", "柜式空调", "Standing air conditioner", 15),
      option("central_air_conditioner", "中央空调出风口", "Central air conditioning outlet", 15),
      option("hood", "油烟机", "Range hood", 30),
      option("drum_washer", "滚筒洗衣机", "Drum washing machine", 45),
      option("top_washer", "波轮洗衣机", "Top-loading washing machine", 15),
      option("fridge", "冰箱", "Fridge", 15),
      option("water_heater", "热水器", "Water heater", 30),
    ]),
    quantity("count", text("台数", "How many"), true, { unit: text("台", "units"), least: 1, most: 20, step: 1, usual: 2, minutesEach: 38 }),
    quantity("years", text("用了几年", "Years in use"), false, { unit: text("年", "years"), least: 0, most: 30, step: 1, usual: 3 }),
    choice("disassembly", text("清洗深度", "How deep"), false, [
      option("surface", "表面与滤网", "Surface and filter"),
      option("full", "拆机深度清洗", "Taken apart", 30),
    ]),
    words("model", text("品牌与型号", "Brand and model"), 80),
    photos(text("铭牌与现状照片", "Photos of name plate and condition"), 2),
  ],
  extras: [
    { key: "outdoor_unit", label: text("空调外机清洗（地面可及）", "Outdoor unit within reach"), fen: 6_000, minutes: 30 },
    { key: "filter", label: text("更换滤网", "New filter"), fen: 4_000, minutes: 10 },
  ],
};
