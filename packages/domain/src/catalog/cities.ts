import { distanceMetres } from "../geo/distance.ts";
import type { Position } from "../geo/position.ts";
import type { Bilingual } from "./category.ts";

export interface District {
  readonly name: Bilingual;
  readonly centre: Position;
}

/** A city is a market of its own: dispatch never crosses it. Positions are WGS-84. */
export interface City {
  readonly id: string;
  readonly name: Bilingual;
  /** IANA zone of every local rule (night, peak, working day) of the city. */
  readonly zone: string;
  readonly centre: Position;
  /** How far from the centre an address still belongs to it. */
  readonly radiusKm: number;
  readonly districts: readonly District[];
}

function district(zh: string, en: string, lat: number, lng: number): District {
  return { name: { zh, en }, centre: { lat, lng } };
}

/** The cities the platform opens in. Centres of districts are those of their seats. */
export const cities: readonly City[] = [
  {
    id: "shanghai",
    name: { zh: "上海", en: "Shanghai" },
    zone: "Asia/Shanghai",
    centre: { lat: 31.2304, lng: 121.4737 },
    radiusKm: 75,
    districts: [
      district("黄浦区", "Huangpu", 31.2316, 121.4846),
      district("徐汇区", "Xuhui", 31.1885, 121.4365),
      district("长宁区", "Changning", 31.2204, 121.4246),
      district("静安区", "Jing'an", 31.2475, 121.4432),
      district("普陀区", "Putuo", 31.2495, 121.397),
      district("虹口区", "Hongkou", 31.2646, 121.5051),
      district("杨浦区", "Yangpu", 31.2595, 121.526),
      district("浦东新区", "Pudong", 31.2215, 121.5447),
      district("闵行区", "Minhang", 31.1128, 121.3817),
      district("宝山区", "Baoshan", 31.4053, 121.4894),
      district("嘉定区", "Jiading", 31.375, 121.2656),
      district("松江区", "Songjiang", 31.0323, 121.2277),
      district("青浦区", "Qingpu", 31.1497, 121.1242),
      district("奉贤区", "Fengxian", 30.9179, 121.4741),
      district("金山区", "Jinshan", 30.7418, 121.342),
      district("崇明区", "Chongming", 31.6229, 121.3973),
    ],
  },
  {
    id: "beijing",
    name: { zh: "北京", en: "Beijing" },
    zone: "Asia/Shanghai",
    centre: { lat: 39.9042, lng: 116.4074 },
    radiusKm: 90,
    districts: [
      district("东城区", "Dongcheng", 39.9289, 116.416),
      district("西城区", "Xicheng", 39.9123, 116.3659),
      district("朝阳区", "Chaoyang", 39.9215, 116.4433),
      district("海淀区", "Haidian", 39.9593, 116.2981),
      district("丰台区", "Fengtai", 39.8585, 116.2871),
      district("石景山区", "Shijingshan", 39.9057, 116.2229),
      district("通州区", "Tongzhou", 39.9092, 116.6563),
      district("顺义区", "Shunyi", 40.13, 116.6546),
      district("昌平区", "Changping", 40.2207, 116.2312),
      district("大兴区", "Daxing", 39.7269, 116.3413),
      district("房山区", "Fangshan", 39.7479, 116.1433),
    ],
  },
  {
    id: "chengdu",
    name: { zh: "成都", en: "Chengdu" },
    zone: "Asia/Shanghai",
    centre: { lat: 30.6571, lng: 104.0658 },
    radiusKm: 70,
    districts: [
      district("锦江区", "Jinjiang", 30.6571, 104.0809),
      district("青羊区", "Qingyang", 30.6744, 104.0618),
      district("金牛区", "Jinniu", 30.6911, 104.0522),
      district("武侯区", "Wuhou", 30.6418, 104.043),
      district("成华区", "Chenghua", 30.66, 104.1015),
      district("龙泉驿区", "Longquanyi", 30.5568, 104.2746),
      district("双流区", "Shuangliu", 30.5744, 103.9236),
      district("温江区", "Wenjiang", 30.6828, 103.8566),
      district("郫都区", "Pidu", 30.7951, 103.901),
      district("新都区", "Xindu", 30.8232, 104.1587),
    ],
  },
  {
    id: "shenzhen",
    name: { zh: "深圳", en: "Shenzhen" },
    zone: "Asia/Shanghai",
    centre: { lat: 22.5431, lng: 114.0579 },
    radiusKm: 60,
    districts: [
      district("福田区", "Futian", 22.5219, 114.055),
      district("罗湖区", "Luohu", 22.5484, 114.1315),
      district("南山区", "Nanshan", 22.5333, 113.9304),
      district("宝安区", "Bao'an", 22.555, 113.8831),
      district("龙岗区", "Longgang", 22.7204, 114.2479),
      district("龙华区", "Longhua", 22.6968, 114.0455),
      district("盐田区", "Yantian", 22.557, 114.237),
      district("光明区", "Guangming", 22.7486, 113.9361),
      district("坪山区", "Pingshan", 22.7086, 114.3465),
    ],
  },
  {
    id: "hangzhou",
    name: { zh: "杭州", en: "Hangzhou" },
    zone: "Asia/Shanghai",
    centre: { lat: 30.2741, lng: 120.1551 },
    radiusKm: 70,
    districts: [
      district("上城区", "Shangcheng", 30.2426, 120.1693),
      district("拱墅区", "Gongshu", 30.3191, 120.1417),
      district("西湖区", "Xihu", 30.2595, 120.1303),
      district("滨江区", "Binjiang", 30.2084, 120.2119),
      district("萧山区", "Xiaoshan", 30.1837, 120.2645),
      district("余杭区", "Yuhang", 30.2727, 119.9787),
      district("临平区", "Linping", 30.419, 120.299),
      district("钱塘区", "Qiantang", 30.322, 120.493),
      district("富阳区", "Fuyang", 30.0489, 119.9605),
    ],
  },
  {
    id: "urumqi",
    name: { zh: "乌鲁木齐", en: "Urumqi" },
    // Local life runs two hours behind Beijing: night and peak follow the sun, not the capital.
    zone: "Asia/Urumqi",
    centre: { lat: 43.8256, lng: 87.6168 },
    radiusKm: 70,
    districts: [
      district("天山区", "Tianshan", 43.7944, 87.6317),
      district("沙依巴克区", "Saybagh", 43.8009, 87.5982),
      district("新市区", "Xinshi", 43.8439, 87.5736),
      district("水磨沟区", "Shuimogou", 43.8324, 87.6424),
      district("头屯河区", "Toutunhe", 43.8772, 87.2918),
      district("米东区", "Midong", 43.9735, 87.6558),
    ],
  },
];

/** The city of an id, or null: unknown ids come from outside. */
export function cityOf(id: string): City | null {
  return cities.find((city) => city.id === id) ?? null;
}

/** Whether a position lies within a city's market. */
export function isWithin(city: City, position: Position): boolean {
  return distanceMetres(city.centre, position) <= city.radiusKm * 1_000;
}

/** The district whose centre is nearest: a proposal for an address form, not a boundary. */
export function nearestDistrict(city: City, position: Position): District | null {
  let nearest: District | null = null;
  for (const candidate of city.districts) {
    if (nearest === null || distanceMetres(candidate.centre, position) < distanceMetres(nearest.centre, position)) nearest = candidate;
  }
  return nearest;
}
