import type { Statement } from "../statement.ts";

// What snapshots of workers are read from. Each text is used twice: for a few workers in one statement, and for a city
// set by set. Parameters: $1 workers, $2 and $3 the buffers on site and remote, $4 since when, $5 customers.

export interface WorkerRow {
  readonly id: string;
  readonly city_id: string;
  readonly kind: string;
  readonly crew_size: number;
  readonly verified: boolean;
  readonly online: boolean;
  readonly paused_until: number | null;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly travel_mode: string;
  readonly radius_km: number;
  readonly tags: string[];
  readonly night_first_visits: boolean;
  readonly calendar_version: number;
  readonly completed_orders: number;
  readonly profile_percent: number;
  readonly standing: number | null;
  readonly level: number | null;
  readonly online_minutes: number | null;
  readonly available_minutes: number | null;
  readonly answered_within_five_minutes: number | null;
  readonly asked: number | null;
  readonly income_per_available_hour_fen: number | null;
}

export interface QualificationRow {
  readonly worker_id: string;
  readonly category_id: string;
  readonly certified: boolean;
  readonly proof_of_work: boolean;
  readonly valid_until: number | null;
}

export interface IntervalRow {
  readonly worker_id: string;
  readonly order_id: string;
  readonly from_at: number;
  readonly to_at: number;
  readonly lat: number | null;
  readonly lng: number | null;
}

export interface RestRow {
  readonly worker_id: string;
  readonly from_at: number;
  readonly to_at: number;
}

export interface BlockRow {
  readonly blocker_id: string;
  readonly blocked_id: string;
}

export interface PairRow {
  readonly worker_id: string;
  readonly customer_id: string;
  readonly completed: number;
  readonly last_stars: number | null;
}

/** Everything that hangs on workers. */
export interface AttachedRows {
  readonly qualified: readonly QualificationRow[];
  readonly busy: readonly IntervalRow[];
  readonly resting: readonly RestRow[];
  readonly blocking: readonly BlockRow[];
  readonly together: readonly PairRow[];
}

const workers = `
  select w.id, w.city_id, w.kind, w.crew_size, w.verified, w.online, w.paused_until, w.travel_mode, w.radius_km, w.tags, w.night_first_visits,
    w.calendar_version, w.completed_orders, w.profile_percent, coalesce(p.lat, w.home_lat) as lat, coalesce(p.lng, w.home_lng) as lng, s.standing, s.level,
    t.online_minutes, t.available_minutes, t.answered_within_five_minutes, t.asked, t.income_per_available_hour_fen
  from workers w left join worker_positions p on p.worker_id = w.id left join standings s on s.worker_id = w.id
    left join worker_statistics t on t.worker_id = w.id`;

const qualified = "select worker_id, category_id, certified, proof_of_work, valid_until from qualifications where worker_id = any ($1::uuid[])";

/** What lies ahead or runs, without the buffer at its end; then finished work, with the times it really took. */
const busy = `
  select c.worker_id, c.order_id, lower(c.during) as from_at,
    upper(c.during) - case when o.mode = 'remote' then $3::bigint else $2::bigint end as to_at, p.lat, p.lng
  from commitments c join orders o on o.id = c.order_id left join order_places p on p.order_id = c.order_id
  where c.worker_id = any ($1::uuid[])
  union all
  select k.worker_id, k.order_id, k.from_at, k.to_at, p.lat, p.lng
  from worked k left join order_places p on p.order_id = k.order_id
  where k.worker_id = any ($1::uuid[]) and k.to_at > $4::bigint and not exists (select from commitments c where c.order_id = k.order_id)`;

/** Rest blocks ahead, and those that ended as lately as the finished work. */
function resting(since: string): string {
  return `select worker_id, from_at, to_at from rest_blocks where worker_id = any ($1::uuid[]) and to_at > ${since} order by from_at`;
}

const blocking = "select blocker_id, blocked_id from blocks where blocker_id = any ($1::uuid[]) or blocked_id = any ($1::uuid[])";

function together(customers: string): string {
  return `select worker_id, customer_id, completed, last_stars from pairs where customer_id = any (${customers}) and worker_id = any ($1::uuid[])`;
}

function listed(text: string): string {
  return `(select coalesce(json_agg(t), '[]') from (${text}) as t)`;
}

/** A few workers with all that hangs on them: what every step of an order loads. */
export const someWorkers: Statement<AttachedRows & { readonly workers: readonly WorkerRow[] }> = {
  name: "snapshot_by_id",
  text: `select ${listed(`${workers} where w.id = any ($1::uuid[]) order by w.id`)} as workers, ${listed(qualified)} as qualified,
    ${listed(busy)} as busy, ${listed(resting("$4::bigint"))} as resting, ${listed(blocking)} as blocking, ${listed(together("$5::uuid[]"))} as together`,
};

export const workersOfCity: Statement<WorkerRow> = {
  name: "snapshot_of_city",
  text: `${workers} where w.city_id = $1 and w.online and w.verified order by w.id`,
};

/** Those of a city who are in one of the boxes ($2 south, $3 north, $4 west, $5 east), or do remote work of one of the categories ($6). */
export const workersOfArea: Statement<WorkerRow> = {
  name: "snapshot_of_area",
  text: `${workers} where w.city_id = $1 and w.online and w.verified and (
      exists (select from unnest($2::float8[], $3::float8[], $4::float8[], $5::float8[]) as b (south, north, west, east)
        where coalesce(p.lat, w.home_lat) between b.south and b.north and coalesce(p.lng, w.home_lng) between b.west and b.east)
      or exists (select from qualifications q where q.worker_id = w.id and q.category_id = any ($6::text[])))
    order by w.id`,
};

/** The upper median of what a city's online workers earn an hour. */
export const medianIncome: Statement<{ readonly fen: number | null }> = {
  name: "snapshot_median_income",
  text: `select (array_agg(t.income_per_available_hour_fen order by t.income_per_available_hour_fen))[count(*) / 2 + 1] as fen
    from workers w join worker_statistics t on t.worker_id = w.id
    where w.city_id = $1 and w.online and w.verified and t.income_per_available_hour_fen is not null`,
};
export const qualifications: Statement<QualificationRow> = { name: "snapshot_qualifications", text: qualified };
export const intervals: Statement<IntervalRow> = { name: "snapshot_intervals", text: busy };
export const restBlocks: Statement<RestRow> = { name: "snapshot_rest_blocks", text: resting("$2::bigint") };
export const blocks: Statement<BlockRow> = { name: "snapshot_blocks", text: blocking };
export const pairs: Statement<PairRow> = { name: "snapshot_pairs", text: together("$2::uuid[]") };
