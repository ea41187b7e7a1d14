import type { Fen } from "../kernel/money.ts";

/** One published hourly minimum wage (非全日制小时最低工资标准) and the local day from which it holds. */
export interface PublishedWage {
  readonly cityId: string;
  /** Local calendar day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly fenPerHour: Fen;
}

/**
 * Hourly minimum wages of part-time work as published by the provinces' departments of human resources and social
 * security (人力资源和社会保障厅/局), collected by the ministry in 全国各地区最低工资标准情况. Add a row when a new one is
 * published; never change an old one: orders of that time were judged by it.
 */
export const publishedWages: readonly PublishedWage[] = [
  // 上海市人力资源和社会保障局: 24 yuan from 2023-07-01, 25 yuan from 2025-07-01.
  { cityId: "shanghai", from: "2023-07-01", fenPerHour: 2_400 },
  { cityId: "shanghai", from: "2025-07-01", fenPerHour: 2_500 },
  // 北京市人力资源和社会保障局: 26.4 yuan from 2023-09-01, 27.7 yuan from 2025-09-01.
  { cityId: "beijing", from: "2023-09-01", fenPerHour: 2_640 },
  { cityId: "beijing", from: "2025-09-01", fenPerHour: 2_770 },
  // 四川省人力资源和社会保障厅, first grade: 22 yuan from 2022-04-01, 23 yuan from 2025-01-01.
  { cityId: "chengdu", from: "2022-04-01", fenPerHour: 2_200 },
  { cityId: "chengdu", from: "2025-01-01", fenPerHour: 2_300 },
  // 广东省人民政府, Shenzhen: 22.2 yuan from 2021-12-01, 23.7 yuan from 2025-03-01.
  { cityId: "shenzhen", from: "2021-12-01", fenPerHour: 2_220 },
  { cityId: "shenzhen", from: "2025-03-01", fenPerHour: 2_370 },
  // 浙江省人民政府, first grade: 22 yuan from 2021-08-01, 24 yuan from 2024-01-01.
  { cityId: "hangzhou", from: "2021-08-01", fenPerHour: 2_200 },
  { cityId: "hangzhou", from: "2024-01-01", fenPerHour: 2_400 },
  // 新疆维吾尔自治区人力资源和社会保障厅, first grade: 19 yuan from 2021-04-01.
  { cityId: "urumqi", from: "2021-04-01", fenPerHour: 1_900 },
];

/** The hourly minimum wage in force in a city on a local day, or null: none is on file, so no rate there can be checked. */
export function minimumWageOn(cityId: string, localDay: string, wages: readonly PublishedWage[] = publishedWages): PublishedWage | null {
  let inForce: PublishedWage | null = null;
  for (const wage of wages) {
    if (wage.cityId === cityId && wage.from <= localDay && (inForce === null || wage.from > inForce.from)) inForce = wage;
  }
  return inForce;
}
