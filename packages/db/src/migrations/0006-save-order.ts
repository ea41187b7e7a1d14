import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create function record_command(p jsonb, p_at bigint) returns jsonb language plpgsql as $$
    declare
      v_known commands%rowtype;
    begin
      insert into commands (actor_id, key, request_hash, result, at)
        values (p ->> 'actorId', p ->> 'key', decode(p ->> 'requestHash', 'hex'), p -> 'result', p_at)
        on conflict (actor_id, key) do nothing;
      if found then return null; end if;
      select * into v_known from commands where actor_id = p ->> 'actorId' and key = p ->> 'key';
      if v_known.request_hash <> decode(p ->> 'requestHash', 'hex') then
        raise exception 'idempotency key reused' using errcode = 'LG003';
      end if;
      return jsonb_build_object('status', 'repeated', 'result', v_known.result);
    end $$;

    create function save_order_row(o jsonb) returns boolean language plpgsql as $$
    begin
      if (o ->> 'version')::integer = 1 then
        insert into orders (city_id, id, version, state, customer_id, worker_id, category_id, mode, starts_at, since, created_at, ended_at,
          rate_fen_per_hour, head_hash, body)
        values (o ->> 'cityId', (o ->> 'id')::uuid, 1, o ->> 'state', (o ->> 'customerId')::uuid, (o ->> 'workerId')::uuid, o ->> 'categoryId',
          o ->> 'mode', (o ->> 'startsAt')::bigint, (o ->> 'since')::bigint, (o ->> 'createdAt')::bigint, (o ->> 'endedAt')::bigint,
          (o ->> 'rateFenPerHour')::bigint, decode(o ->> 'hash', 'hex'), o -> 'body')
        on conflict (id) do nothing;
      else
        update orders set version = (o ->> 'version')::integer, state = o ->> 'state', worker_id = (o ->> 'workerId')::uuid,
          category_id = o ->> 'categoryId', mode = o ->> 'mode', starts_at = (o ->> 'startsAt')::bigint, since = (o ->> 'since')::bigint,
          ended_at = (o ->> 'endedAt')::bigint, rate_fen_per_hour = (o ->> 'rateFenPerHour')::bigint,
          head_hash = decode(o ->> 'hash', 'hex'), body = o -> 'body'
        where city_id = o ->> 'cityId' and id = (o ->> 'id')::uuid and version = (o ->> 'version')::integer - 1
          and head_hash = decode(o ->> 'previousHash', 'hex');
      end if;
      if not found then
        raise exception 'the order has moved on' using errcode = 'LG002', detail = 'version';
      end if;
      return true;
    end $$;

    -- Each step is a function that answers true: plpgsql evaluates an assignment directly, but plans a PERFORM as a query.

    -- Whose calendar is given free is locked and counted as changed as well: what was decided on it is decided again.
    create function save_workers(p jsonb, p_order uuid, p_frees boolean) returns boolean language plpgsql as $$
    declare
      w record;
    begin
      for w in
        select * from jsonb_to_recordset(p) as t (id uuid, "calendarVersion" integer, "calendarChanges" boolean, completed integer, answered boolean)
        union all
        select distinct c.worker_id, null::integer, true, 0, false from commitments as c
        where p_frees and c.order_id = p_order and not exists (select from jsonb_array_elements(p) as e where (e ->> 'id')::uuid = c.worker_id)
        order by id
      loop
        update workers set
          calendar_version = calendar_version + w."calendarChanges"::integer,
          completed_orders = completed_orders + w.completed,
          missed_in_a_row = case when w.answered then 0 else missed_in_a_row end
        where id = w.id and (w."calendarVersion" is null or calendar_version = w."calendarVersion");
        if not found and w."calendarVersion" is not null then
          raise exception 'the calendar has changed' using errcode = 'LG002', detail = 'calendar';
        end if;
      end loop;
      return true;
    end $$;

    create function save_commitments(p jsonb, p_order uuid) returns boolean language plpgsql as $$
    begin
      delete from commitments where order_id = p_order;
      insert into commitments (worker_id, order_id, during)
        select worker::uuid, p_order, int8range(i."from", i."to")
        from jsonb_array_elements_text(p -> 'workerIds') as worker, jsonb_to_recordset(p -> 'intervals') as i ("from" bigint, "to" bigint)
        order by worker;
      return true;
    end $$;

    create function save_assignment(p jsonb, o jsonb, p_at bigint) returns boolean language plpgsql as $$
    declare
      v_id uuid := (p ->> 'id')::uuid;
    begin
      update assignments set ended_at = p_at where order_id = (o ->> 'id')::uuid and ended_at is null and id is distinct from v_id;
      if v_id is not null then
        insert into assignments (id, city_id, order_id, worker_id, crew, accepted_at)
          values (v_id, o ->> 'cityId', (o ->> 'id')::uuid, (p ->> 'workerId')::uuid,
            array(select jsonb_array_elements_text(p -> 'crew'))::uuid[], (p ->> 'acceptedAt')::bigint)
          on conflict (id) do update set crew = excluded.crew;
      end if;
      return true;
    end $$;

    create function save_payments(p jsonb, o jsonb, p_at bigint) returns boolean language plpgsql as $$
    begin
      insert into payments (id, city_id, order_id, customer_id, purpose, subject_id, fen, state, refunded_fen, captured_at, capture_id, provider, created_at)
        select t.id, o ->> 'cityId', (o ->> 'id')::uuid, (o ->> 'customerId')::uuid, t.purpose, t."subjectId", t.fen, t.state, t."refundedFen",
          t."capturedAt", t."captureId", t.provider, p_at
        from jsonb_to_recordset(p) as t (id text, purpose text, "subjectId" text, fen bigint, state text, "refundedFen" bigint, "capturedAt" bigint,
          "captureId" text, provider text)
      on conflict (id) do update set state = excluded.state, refunded_fen = excluded.refunded_fen, captured_at = excluded.captured_at,
        capture_id = excluded.capture_id, provider = coalesce(excluded.provider, payments.provider)
      where payments.order_id = excluded.order_id
        and (payments.state, payments.refunded_fen, payments.captured_at) is distinct from (excluded.state, excluded.refunded_fen, excluded.captured_at);
      return true;
    end $$;

    create function apply_effect(e jsonb, o jsonb, p_at bigint) returns boolean language plpgsql as $$
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
      when 'voidQuotes' then
        update quotes set state = 'void', version = version + 1, updated_at = p_at, body = jsonb_set(body, '{state}', '"void"')
        where order_id = v_order and state in ('open', 'countered', 'agreed') and id is distinct from (e ->> 'exceptQuoteId')::uuid;
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

    create function save_matching(m jsonb, o jsonb) returns boolean language plpgsql as $$
    begin
      if m -> 'since' is null then
        delete from matching where order_id = (o ->> 'id')::uuid;
      else
        insert into matching (order_id, city_id, since, round, wave_since)
          values ((o ->> 'id')::uuid, o ->> 'cityId', (m ->> 'since')::bigint, (m ->> 'round')::integer, (m ->> 'now')::bigint)
          on conflict (order_id) do update set since = excluded.since, round = excluded.round, wave = 0, wave_since = excluded.wave_since
          where matching.round <> excluded.round;
      end if;
      return true;
    end $$;

    create function save_order(p jsonb) returns jsonb language plpgsql as $$
    declare
      o jsonb := p -> 'order';
      v_at bigint := (p ->> 'at')::bigint;
      v_order uuid := (o ->> 'id')::uuid;
      v_repeated jsonb;
      v_done boolean;
      v_entry bigint;
      e jsonb;
    begin
      if jsonb_typeof(p -> 'command') = 'object' then
        v_repeated := record_command(p -> 'command', v_at);
        if v_repeated is not null then return v_repeated; end if;
      end if;
      v_done := save_order_row(o);
      if jsonb_array_length(p -> 'workers') > 0 or jsonb_typeof(p -> 'commitment') = 'object' then
        v_done := save_workers(p -> 'workers', v_order, jsonb_typeof(p -> 'commitment') = 'object');
      end if;
      if jsonb_typeof(p -> 'commitment') = 'object' then v_done := save_commitments(p -> 'commitment', v_order); end if;
      if jsonb_typeof(p -> 'assignment') = 'object' then v_done := save_assignment(p -> 'assignment', o, v_at); end if;

      insert into order_events (city_id, order_id, version, at, prev_hash, hash, body)
        values (o ->> 'cityId', v_order, (o ->> 'version')::integer, v_at, decode(o ->> 'previousHash', 'hex'), decode(o ->> 'hash', 'hex'), p -> 'event');

      if jsonb_typeof(p -> 'deadline') = 'object' then
        insert into deadlines (order_id, city_id, due_at, what)
          values (v_order, o ->> 'cityId', (p -> 'deadline' ->> 'at')::bigint, p -> 'deadline' ->> 'what')
          on conflict (order_id) do update set due_at = excluded.due_at, what = excluded.what
          where deadlines.due_at <> excluded.due_at or deadlines.what <> excluded.what;
      else
        delete from deadlines where order_id = v_order;
      end if;

      for i in 0 .. jsonb_array_length(p -> 'entries') - 1 loop
        e := p -> 'entries' -> i;
        v_entry := post_entry(e ->> 'key', e ->> 'reason', v_at, v_order,
          array(select jsonb_array_elements_text(e -> 'from')), array(select jsonb_array_elements_text(e -> 'to')),
          array(select jsonb_array_elements_text(e -> 'fen'))::bigint[]);
      end loop;
      if jsonb_array_length(p -> 'payments') > 0 then v_done := save_payments(p -> 'payments', o, v_at); end if;

      if jsonb_typeof(p -> 'matching') = 'object' then v_done := save_matching(p -> 'matching', o); end if;
      for i in 0 .. jsonb_array_length(p -> 'effects') - 1 loop
        v_done := apply_effect(p -> 'effects' -> i, o, v_at);
      end loop;
      if jsonb_typeof(p -> 'worked') = 'object' then
        insert into worked (order_id, worker_id, from_at, to_at)
          select v_order, worker::uuid, (p -> 'worked' ->> 'from')::bigint, (p -> 'worked' ->> 'to')::bigint
          from jsonb_array_elements_text(p -> 'worked' -> 'workerIds') as worker
          on conflict (order_id, worker_id) do update set from_at = excluded.from_at, to_at = excluded.to_at;
      end if;
      if jsonb_typeof(p -> 'place') = 'object' then
        insert into order_places (order_id, city_id, lat, lng, address_cipher)
          values (v_order, o ->> 'cityId', (p -> 'place' ->> 'lat')::double precision, (p -> 'place' ->> 'lng')::double precision,
            decode(p -> 'place' ->> 'addressCipher', 'hex'))
          on conflict (order_id) do update set lat = excluded.lat, lng = excluded.lng, address_cipher = excluded.address_cipher, erased_at = null;
      end if;

      if jsonb_array_length(p -> 'intents') > 0 then
        insert into intents (key, kind, order_id, payment_id, withdrawal_id, capture_id, provider, fen, created_at, updated_at)
          select t.key, t.kind, v_order, t."paymentId", t."withdrawalId", t."captureId", t.provider, t.fen, v_at, v_at
          from jsonb_to_recordset(p -> 'intents') as t (key text, kind text, "paymentId" text, "withdrawalId" uuid, "captureId" text, provider text, fen bigint)
          on conflict (key) do nothing;
      end if;
      if jsonb_array_length(p -> 'notifications') > 0 then
        insert into notifications (user_id, kind, order_id, data, at)
          select t."userId", t.kind, v_order, t.data, v_at
          from jsonb_to_recordset(p -> 'notifications') as t ("userId" uuid, kind text, data jsonb);
      end if;
      insert into outbox (at, rooms, kind, subject_id, version, data)
        select v_at, t.rooms, t.kind, t."subjectId", t.version, t.data
        from jsonb_to_recordset(p -> 'outbox') as t (rooms text[], kind text, "subjectId" text, version integer, data jsonb);
      return '{"status": "saved"}';
    end $$;
  `)
    .execute(db);
}

/**
 * save_order: one transition of an order, persisted whole. It holds no rule: what to write was decided before. The
 * order of its steps is the order of locks everywhere: command key, order, workers by id, commitments, event, deadline,
 * journal (balances by account id), what stands beside the order, outbox.
 * Error codes of our own: LG002 somebody was faster (detail: what), LG003 the idempotency key was used for another request.
 */
export const saveOrder: Migration = { up };
