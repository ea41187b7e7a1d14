import type { AdminRole } from "@lingong/contracts";
import type { Position, TravelMode } from "@lingong/domain";

/** The code that demo numbers always get, and the password of the demo admins. Development only. */
export const demoCode = "246810";
export const demoPassword = "Banshichu7-demo";

interface DemoPerson {
  readonly phone: string;
  readonly name: string;
  readonly cityId: string;
}

export interface DemoCustomer extends DemoPerson {
  readonly salutation: "ms" | "mr";
}

export interface DemoWorker extends DemoPerson {
  readonly kind: "individual" | "team";
  readonly crewSize: number;
  readonly home: Position;
  readonly travelMode: TravelMode;
  readonly radiusKm: number;
  /** Categories offered; `certified` ones carry a certificate, `proven` ones a proof of work. */
  readonly categories: readonly string[];
  readonly certified: readonly string[];
  readonly proven: readonly string[];
  readonly tags: readonly string[];
  readonly introduction: string;
  /** The first 17 digits of an ID number of nobody: region, birthday, sequence. */
  readonly identity: string;
}

export interface DemoAdmin extends DemoPerson {
  readonly roles: readonly AdminRole[];
}

export const demoCustomers: readonly DemoCustomer[] = [
  { phone: "13800138001", name: "陈静", cityId: "shanghai", salutation: "ms" },
  { phone: "13800138002", name: "王磊", cityId: "beijing", salutation: "mr" },
  { phone: "13800138003", name: "林悦", cityId: "chengdu", salutation: "ms" },
];

const individual = { kind: "individual", crewSize: 1, proven: [] } as const;

export const demoWorkers: readonly DemoWorker[] = [
  {
    ...individual,
    phone: "13900139001",
    name: "周桂芳",
    cityId: "shanghai",
    home: { lat: 31.2198, lng: 121.5372 },
    travelMode: "ebike",
    radiusKm: 12,
    categories: ["daily_cleaning", "deep_cleaning", "appliance_cleaning"],
    certified: ["daily_cleaning", "deep_cleaning"],
    tags: ["kitchen", "bathroom", "pets", "degreasing", "mould", "dust"],
    introduction: "做了九年家政，厨房和卫生间是强项。自带工具与六色抹布，进门先拍照、走前一起验收。",
    identity: "31011519780412102",
  },
  {
    ...individual,
    phone: "13900139002",
    name: "吴立新",
    cityId: "shanghai",
    home: { lat: 31.2311, lng: 121.5104 },
    travelMode: "car",
    radiusKm: 20,
    categories: ["electrician", "plumbing", "appliance_repair"],
    certified: ["electrician", "plumbing", "appliance_repair"],
    tags: [],
    introduction: "持低压电工证和家电维修证，十五年水电维修，先检测、再报价、后动手，材料小票都给您留着。",
    identity: "31010919810923353",
  },
  {
    ...individual,
    phone: "13900139003",
    name: "何秀兰",
    cityId: "shanghai",
    home: { lat: 31.2089, lng: 121.4452 },
    travelMode: "transit",
    radiusKm: 15,
    categories: ["cooking", "elder_care", "daily_cleaning"],
    certified: ["elder_care", "cooking"],
    tags: ["kitchen"],
    introduction: "养老护理员四级，会做本帮菜和清淡的病号饭，陪诊熟悉仁济、瑞金的流程，说话慢、有耐心。",
    identity: "31010419750618224",
  },
  {
    ...individual,
    phone: "13900139004",
    name: "丁海燕",
    cityId: "shanghai",
    home: { lat: 31.2278, lng: 121.5531 },
    travelMode: "ebike",
    radiusKm: 10,
    categories: ["daily_cleaning", "deep_cleaning", "appliance_cleaning", "pet_care"],
    certified: [],
    tags: ["bathroom", "windows", "ironing", "mould"],
    introduction: "做事仔细，喜欢猫狗，擦玻璃和卫生间除霉最拿手，时间上以您方便为准。",
    identity: "31011719900203468",
  },
  {
    phone: "13900139005",
    name: "安顺搬家队",
    cityId: "beijing",
    kind: "team",
    crewSize: 4,
    home: { lat: 39.9219, lng: 116.4551 },
    travelMode: "car",
    radiusKm: 30,
    categories: ["moving", "furniture_assembly", "deep_cleaning"],
    certified: ["moving"],
    proven: [],
    tags: [],
    introduction: "四人一车，按人按时计价，打包材料齐全，电梯、楼梯、远距离都提前说清，不现场加价。",
    identity: "11010519831107471",
  },
  {
    ...individual,
    phone: "13900139006",
    name: "赵建国",
    cityId: "beijing",
    home: { lat: 39.9342, lng: 116.4487 },
    travelMode: "ebike",
    radiusKm: 12,
    categories: ["appliance_repair", "electrician", "plumbing", "appliance_cleaning"],
    certified: ["appliance_repair", "electrician", "plumbing"],
    tags: [],
    introduction: "冰箱、空调、洗衣机维修二十年，证件齐全，修不好不收工时费，用过的零件带走或留给您都行。",
    identity: "11010819720530191",
  },
  {
    ...individual,
    phone: "13900139007",
    name: "刘芳",
    cityId: "beijing",
    home: { lat: 39.9078, lng: 116.4295 },
    travelMode: "transit",
    radiusKm: 15,
    categories: ["translation", "design", "daily_cleaning"],
    certified: [],
    proven: ["translation", "design"],
    tags: [],
    introduction: "英汉双向笔译，译过三百万字合同与说明书；也做排版和海报，交稿前自己先校三遍。",
    identity: "11010219880915262",
  },
  {
    ...individual,
    phone: "13900139008",
    name: "张强",
    cityId: "chengdu",
    home: { lat: 30.6502, lng: 104.0667 },
    travelMode: "ebike",
    radiusKm: 12,
    categories: ["appliance_cleaning", "daily_cleaning", "deep_cleaning"],
    certified: ["appliance_cleaning"],
    tags: ["kitchen", "windows", "degreasing", "steam"],
    introduction: "空调、油烟机拆洗持证上岗，高温蒸汽机自带，洗前洗后都拍给您看，地面铺好再动手。",
    identity: "51010419860721335",
  },
  {
    ...individual,
    phone: "13900139009",
    name: "李敏",
    cityId: "chengdu",
    home: { lat: 30.6631, lng: 104.0805 },
    travelMode: "transit",
    radiusKm: 15,
    categories: ["elder_care", "cooking", "daily_cleaning"],
    certified: ["elder_care", "cooking"],
    tags: ["kitchen"],
    introduction: "陪诊陪护五年，华西、省医院都熟，川菜家常菜都会，老人口味清淡也做得来。",
    identity: "51010719800226188",
  },
  {
    ...individual,
    phone: "13900139010",
    name: "孙晨",
    cityId: "shanghai",
    home: { lat: 31.2155, lng: 121.4361 },
    travelMode: "transit",
    radiusKm: 20,
    categories: ["programming", "design", "photography"],
    certified: [],
    proven: ["programming", "design", "photography"],
    tags: [],
    introduction: "前端与小程序开发八年，界面和拍摄也做；需求先写成清单，完成一项打一个勾。",
    identity: "31010119930511573",
  },
];

export const demoAdmins: readonly DemoAdmin[] = [
  { phone: "13700137001", name: "林珊", cityId: "shanghai", roles: ["operator", "reviewer", "support", "finance"] },
  { phone: "13700137002", name: "高原", cityId: "shanghai", roles: ["arbitrator"] },
  { phone: "13700137003", name: "许宁", cityId: "beijing", roles: ["arbitrator"] },
  { phone: "13700137004", name: "苏航", cityId: "chengdu", roles: ["arbitrator", "reviewer", "support"] },
];
