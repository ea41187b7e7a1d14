import type { Category } from "../category.ts";
import { choice, choices, option, photos, quantity, text, words } from "../checklist.ts";

/** 搬家拉货 */
export const moving: Category = {
  id: "moving",
  name: text("搬家拉货", "Moving and haulage"),
  icon: "truck",
  mode: "on_site",
  plan: "flat",
  minimumMinutes: 120,
  usualMinutes: 180,
  baseMinutes: 60,
  referenceRateFen: 6_000,
  certificate: "optional",
  tags: [
    option("heavy", "大件搬运", "Heavy pieces"),
    option("stairs", "无电梯", "No lift"),
    option("packing", "打包整理", "Packing"),
    option("fragile", "易碎品", "Fragile goods"),
    option("own_van", "自带车辆", "Own van"),
  ],
  checklist: [
    quantity("volume", text("物品体积", "Volume"), true, { unit: text("立方米", "m³"), least: 1, most: 80, step: 1, usual: 8, minutesEach: 15 }),
    quantity("large_pieces", text("大件数量", "Large pieces"), true, { unit: text("件", "pieces"), least: 0, most: 60, step: 1, usual: 4 }),
    quantity("floor_from", text("搬出楼层", "Floor moved from"), true, { unit: text("层", "floor"), least: -3, most: 100, step: 1, usual: 3 }),
    quantity("floor_to", text("搬入楼层", "Floor moved to"), true, { unit: text("层", "floor"), least: -3, most: 100, step: 1, usual: 3 }),
    choice("lift", text("电梯", "Lifts"), true, [
      option("both", "两头都有", "At both ends"),
      option("one", "只有一头", "At one end", 30),
      option("none", "都没有", "At neither end", 60),
    ]),
    choice("vehicle", text("车辆", "Vehicle"), false, [
      option("none", "不需要，只搬运", "None, carrying only"),
      option("worker", "服务者带车", "The worker's"),
      option("customer", "客户已叫车", "Already ordered"),
    ]),
    words("destination", text("搬到哪里（区和路名）", "Where to (district and road)"), 100),
    photos(text("物品照片", "Photos of the goods"), 3),
  ],
  extras: [
    { key: "packing", label: text("打包服务（每 10 箱）", "Packing, per 10 boxes"), fen: 8_000, minutes: 45 },
    { key: "disassembly", label: text("家具拆装（每件）", "Furniture apart and together, each"), fen: 6_000, minutes: 30 },
  ],
};

/** 家具安装 */
export const furnitureAssembly: Category = {
  id: "furniture_assembly",
  name: text("家具安装", "Furniture assembly"),
  icon: "armchair",
  mode: "on_site",
  plan: "flat",
  minimumMinutes: 60,
  usualMinutes: 120,
  baseMinutes: 15,
  referenceRateFen: 7_000,
  certificate: "optional",
  tags: [
    option("wardrobe", "衣柜", "Wardrobes"),
    option("bed", "床", "Beds"),
    option("shelving", "打孔上墙", "Wall mounting"),
    option("curtains", "窗帘", "Curtains"),
    option("locks", "门锁五金", "Locks and fittings"),
  ],
  checklist: [
    choices("pieces", text("安装什么", "What is to be assembled"), true, [
      option("wardrobe", "衣柜 / 大柜", "Wardrobe", 60),
      option("bed", "床", "Bed", 30),
      option("desk", "桌椅", "Desk or chairs"),
      option("shelf", "墙面置物架 / 电视支架", "Wall shelf or bracket", 15),
      option("curtain", "窗帘杆 / 轨道", "Curtain rail"),
      option("lock", "门锁五金", "Lock or fittings", 15),
    ]),
    quantity("count", text("总件数", "Pieces in all"), true, { unit: text("件", "pieces"), least: 1, most: 40, step: 1, usual: 3, minutesEach: 35 }),
    choice("wall", text("墙体", "Wall"), false, [
      option("none", "不上墙", "No wall"),
      option("concrete", "混凝土 / 砖墙", "Concrete or brick"),
      option("light", "轻质隔墙", "Light partition"),
    ]),
    words("brand", text("品牌与型号", "Brand and model"), 100),
    photos(text("包装与现场照片", "Photos of packages and place"), 2),
  ],
  extras: [
    { key: "holes", label: text("打孔（每 5 个）", "Drilling, per 5 holes"), fen: 3_000, minutes: 15 },
    { key: "disposal", label: text("旧家具拆除", "Old piece taken apart"), fen: 8_000, minutes: 45 },
  ],
};

/** 上门做饭 */
export const cooking: Category = {
  id: "cooking",
  name: text("上门做饭", "Cooking at home"),
  icon: "tools-kitchen",
  mode: "on_site",
  plan: "life",
  minimumMinutes: 60,
  usualMinutes: 120,
  baseMinutes: 40,
  referenceRateFen: 5_500,
  certificate: "optional",
  tags: [
    option("home_style", "家常菜", "Home style"),
    option("sichuan", "川湘菜", "Sichuan and Hunan"),
    option("cantonese", "粤菜", "Cantonese"),
    option("light", "清淡少油", "Light"),
    option("maternity", "月子餐", "Postnatal meals"),
    option("halal", "清真", "Halal"),
  ],
  checklist: [
    quantity("people", text("几人用餐", "How many eat"), true, { unit: text("人", "people"), least: 1, most: 30, step: 1, usual: 4, minutesEach: 5 }),
    quantity("dishes", text("几道菜", "How many dishes"), true, {
      unit: text("道", "dishes"),
      least: 1,
      most: 20,
      step: 1,
      usual: 4,
      minutesEach: 15,
    }),
    choice("shopping", text("谁买菜", "Who shops"), true, [
      option("customer", "客户已备", "The customer"),
      option("worker", "服务者代买（实报实销）", "The worker, at cost", 40),
    ]),
    choices("diet", text("忌口与要求", "Diet"), false, [
      option("no_spicy", "不辣", "Not spicy"),
      option("low_salt", "少盐少油", "Little salt and oil"),
      option("no_pork", "不吃猪肉", "No pork"),
      option("vegetarian", "素食", "Vegetarian"),
      option("seafood_allergy", "海鲜过敏", "Seafood allergy"),
      option("nut_allergy", "坚果过敏", "Nut allergy"),
    ]),
    choice("washing", text("是否洗碗", "Washing up"), false, [option("yes", "需要", "Yes", 20), option("no", "不需要", "No")]),
    words("menu", text("想吃什么", "What you would like"), 200),
  ],
  extras: [
    { key: "extra_dish", label: text("加一道菜", "One more dish"), fen: 2_000, minutes: 20 },
    { key: "fridge_tidy", label: text("整理冰箱", "Tidy the fridge"), fen: 2_000, minutes: 20 },
  ],
};

/** 陪诊陪护 */
export const elderCare: Category = {
  id: "elder_care",
  name: text("陪诊陪护", "Elder care and hospital company"),
  icon: "heart-handshake",
  mode: "on_site",
  plan: "life",
  minimumMinutes: 120,
  usualMinutes: 240,
  referenceRateFen: 5_000,
  certificate: "optional",
  tags: [
    option("hospital", "陪诊", "Hospital visits"),
    option("companionship", "聊天陪伴", "Company"),
    option("mobility", "行动协助", "Help with moving"),
    option("meals", "喂餐", "Meals"),
    option("dementia", "认知症照护", "Dementia care"),
    option("dialect", "本地方言", "Local dialect"),
  ],
  checklist: [
    choice("kind", text("服务类型", "Kind of help"), true, [
      option("hospital_visit", "陪诊（挂号、取药、送回）", "Hospital visit and back"),
      option("bedside", "医院陪护", "At the bedside"),
      option("home_company", "居家陪伴", "Company at home"),
      option("outing", "陪同外出", "Company out of doors"),
    ]),
    quantity("age", text("老人年龄", "Age of the person"), true, { unit: text("岁", "years"), least: 1, most: 120, step: 1, usual: 75 }),
    choice("mobility", text("行动能力", "Mobility"), true, [
      option("independent", "能自己走", "Walks alone"),
      option("cane", "需搀扶 / 拐杖", "Walks with help"),
      option("wheelchair", "轮椅", "Wheelchair"),
      option("bedridden", "卧床", "Bedridden"),
    ]),
    choices("needs", text("需要帮忙的事", "What help is needed"), false, [
      option("register", "挂号缴费取药", "Registration, payment, medicine"),
      option("notes", "记录医嘱", "Notes of what the doctor says"),
      option("meals", "做饭 / 喂饭", "Meals"),
      option("medicine", "提醒服药", "Reminders of medicine"),
      option("walk", "散步", "A walk"),
    ]),
    words("health", text("健康状况与注意事项", "Health and what to mind"), 300),
    words("hospital", text("医院与科室", "Hospital and department"), 100),
  ],
  extras: [
    { key: "pick_up", label: text("接送陪同（单程）", "Escort one way"), fen: 4_000, minutes: 45 },
    { key: "report", label: text("书面陪诊记录", "Written record of the visit"), fen: 3_000, minutes: 30 },
  ],
};

/** 遛宠喂养 */
export const petCare: Category = {
  id: "pet_care",
  name: text("遛宠喂养", "Pet walking and feeding"),
  icon: "paw",
  mode: "on_site",
  plan: "life",
  minimumMinutes: 60,
  usualMinutes: 60,
  baseMinutes: 30,
  referenceRateFen: 4_500,
  certificate: "optional",
  tags: [
    option("dogs", "遛狗", "Dog walking"),
    option("large_dogs", "大型犬", "Large dogs"),
    option("cats", "上门喂猫", "Cats"),
    option("grooming", "洗护", "Washing and grooming"),
    option("medicine", "喂药", "Giving medicine"),
  ],
  checklist: [
    choice("pet", text("什么宠物", "Which pet"), true, [
      option("small_dog", "小型犬", "Small dog"),
      option("large_dog", "中大型犬", "Medium or large dog"),
      option("cat", "猫", "Cat"),
      option("other", "其他小宠", "Another small pet"),
    ]),
    quantity("count", text("几只", "How many"), true, { unit: text("只", "pets"), least: 1, most: 10, step: 1, usual: 1, minutesEach: 15 }),
    choices("tasks", text("要做什么", "What is to be done"), true, [
      option("walk", "遛 30 分钟", "A walk of 30 minutes", 15),
      option("feed", "喂食换水", "Food and water"),
      option("litter", "铲屎 / 清理", "Litter or clean-up"),
      option("wash", "洗澡", "A bath", 45),
      option("medicine", "喂药", "Medicine", 10),
    ]),
    choice("temper", text("性格", "Temper"), false, [
      option("friendly", "亲人", "Friendly"),
      option("shy", "胆小", "Shy"),
      option("guarding", "护食 / 护家", "Guards food or home"),
    ]),
    choice("vaccinated", text("疫苗", "Vaccinated"), false, [option("yes", "已接种", "Yes"), option("no", "未接种", "No")]),
    words("habits", text("习惯与注意", "Habits and what to mind"), 200),
  ],
  extras: [
    { key: "video", label: text("视频记录", "A video record"), fen: 500, minutes: 5 },
    { key: "extra_walk", label: text("多遛 30 分钟", "30 minutes more"), fen: 2_500, minutes: 30 },
  ],
};
