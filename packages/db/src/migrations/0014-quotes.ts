import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create index quotes_of_order on quotes (order_id, rate_fen_per_hour, id);
    alter table quotes
      add constraint quotes_three_counters check (coalesce((body ->> 'countersMade')::integer, 0) between 0 and 3),
      add constraint quotes_floor_within check (
        coalesce((body ->> 'floorFenPerHour')::bigint between ceil((body ->> 'askFenPerHour')::numeric * 0.8) and (body ->> 'askFenPerHour')::bigint, true)
      );

    create table quote_requests (
      order_id uuid not null,
      worker_id uuid not null,
      at bigint not null,
      primary key (order_id, worker_id)
    );
    comment on table quote_requests is 'Workers who were asked to quote for an order, each once.';

    create or replace function apply_effect(e jsonb, o jsonb, p_at bigint) returns boolean language plpgsql as $$
    declare
      v_order uuid := (o ->> 'id')::uuid;
    begin
      case e ->> 'kind'
      when 'voidOffers' then
        with voided as (
          update offers set state = 'void', void_reason = e ->> 'reason', decided_at = p_at
          where order_id = v_order and state = 'open' and id is distinct from (e ->> 'exceptOfferId')::uuid
          returning id, worker_id
        )
        insert into outbox (at, rooms, kind, subject_id, data)
          select p_at, array['user:' || worker_id], 'offer', id::text, jsonb_build_object('state', 'void', 'reason', e ->> 'reason', 'orderId', v_order)
          from voided;
      when 'acceptOffer' then
        update offers set state = 'accepted', decided_at = p_at where id = (e ->> 'offerId')::uuid and order_id = v_order and state = 'open';
        if not found then
          raise exception 'the offer is not open' using errcode = 'LG002', detail = 'offer';
        end if;
      when 'chooseQuote' then
        update quotes set version = version + 1, updated_at = p_at
        where id = (e ->> 'quoteId')::uuid and order_id = v_order and state in ('open', 'countered', 'agreed')
          and rate_fen_per_hour = (e ->> 'rateFenPerHour')::bigint;
        if not found then
          raise exception 'the quote is not open at this rate' using errcode = 'LG002', detail = 'quote';
        end if;
      when 'voidQuotes' then
        with voided as (
          update quotes set state = 'void', version = version + 1, updated_at = p_at, body = jsonb_set(body, '{state}', '"void"')
          where order_id = v_order and state in ('open', 'countered', 'agreed') and id is distinct from (e ->> 'exceptQuoteId')::uuid
          returning id, worker_id
        ), told as (
          insert into notifications (user_id, kind, order_id, data, at)
            select worker_id, 'quote_not_chosen', v_order, '{}', p_at from voided
        )
        insert into outbox (at, rooms, kind, subject_id, version, data)
          select p_at, array['user:' || worker_id], hint.kind, v_order::text, null, hint.data
          from voided, (values ('quote', jsonb_build_object('state', 'void')), ('notice', jsonb_build_object('notice', 'quote_not_chosen'))) as hint (kind, data);
      when 'recordReliability' then
        insert into reliability_events (worker_id, order_id, version, event, fault, at)
          values ((e ->> 'workerId')::uuid, v_order, (o ->> 'version')::integer, e ->> 'event', (e ->> 'fault')::boolean, p_at)
          on conflict do nothing;
        if e ->> 'event' = 'completed' then
          insert into pairs (worker_id, customer_id, completed, last_completed_at)
            values ((e ->> 'workerId')::uuid, (o ->> 'customerId')::uuid, 1, p_at)
            on conflict (customer_id, worker_id) do update set completed = pairs.completed + 1, last_completed_at = p_at;
        end if;
      when 'recordCustomer' then
        insert into customer_events (customer_id, order_id, version, event, at)
          values ((e ->> 'customerId')::uuid, v_order, (o ->> 'version')::integer, e ->> 'event', p_at)
          on conflict do nothing;
        insert into customer_statistics as s (customer_id, completed_orders, cancelled_orders, cancelled_after_arrival, disputes_lost, no_shows)
          values ((e ->> 'customerId')::uuid, (e ->> 'event' = 'completed')::integer, (e ->> 'event' like 'cancelled%')::integer,
            (e ->> 'event' = 'cancelled_after_arrival')::integer, (e ->> 'event' = 'dispute_lost')::integer, (e ->> 'event' = 'no_show')::integer)
          on conflict (customer_id) do update set completed_orders = s.completed_orders + excluded.completed_orders,
            cancelled_orders = s.cancelled_orders + excluded.cancelled_orders,
            cancelled_after_arrival = s.cancelled_after_arrival + excluded.cancelled_after_arrival,
            disputes_lost = s.disputes_lost + excluded.disputes_lost, no_shows = s.no_shows + excluded.no_shows;
      when 'openReviews' then
        insert into review_windows (order_id, worker_id, customer_id, opens_at, closes_at)
          values (v_order, (e ->> 'workerId')::uuid, (e ->> 'customerId')::uuid, (e ->> 'opensAt')::bigint, (e ->> 'closesAt')::bigint)
          on conflict do nothing;
      else
        raise exception 'save_order does not know the effect %', e ->> 'kind' using errcode = '22023';
      end case;
      return true;
    end $$;
  `)
    .execute(db);
}

/**
 * Quotes walk the write path: a choice holds only while the quote is open at the rate that was chosen, and whoever was not
 * chosen hears of it. Three counters at most and
 * a floor of at least 80 % of the ask (§7) are the database's own rules as well.
 */
export const quotes: Migration = { up };
