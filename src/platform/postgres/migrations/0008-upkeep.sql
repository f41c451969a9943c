-- Upkeep: what is removed when its time is over, the figures that are watched, and the settings under
-- which every reviewed function runs.

-- The answer to a request is kept for its repetition and no longer.
create index idempotency_record_age on idempotency_record (created_at);
create policy reviewed_pick on idempotency_record for select to current_user using (true);
create policy reviewed_removal on idempotency_record for delete to current_user using (true);

-- Reviewed removal across tenants: of the oldest rows, so many at a time that no lock is held for long.
create function remove_idempotency_records(made_before timestamptz, at_most integer)
  returns table (removed_count integer)
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
    with removed as (
      delete from idempotency_record where (tenant_id, key) in (
        select r.tenant_id, r.key from idempotency_record r
        where r.created_at < made_before order by r.created_at limit at_most
      )
      returning 1
    )
    select count(*)::integer from removed
  $$;
revoke all on function remove_idempotency_records(timestamptz, integer) from public;
grant execute on function remove_idempotency_records(timestamptz, integer) to {{worker}};

-- What was sent is history and only grows; the figures are about the rest, which is small.
create index exchange_message_unsent on exchange_message (channel, state, due_at) where state <> 'sent';

-- Reviewed figures across tenants: how much waits on a channel, and for how long the longest is due.
create function exchange_outbox_depth(of_channel text, of_now timestamptz)
  returns table (
    due_count integer, sending_count integer, unknown_count integer,
    refused_count integer, dead_count integer, oldest_due_seconds double precision
  )
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select
      count(*) filter (where m.state = 'due')::integer,
      count(*) filter (where m.state = 'sending')::integer,
      count(*) filter (where m.state = 'unknown')::integer,
      count(*) filter (where m.state = 'refused')::integer,
      count(*) filter (where m.state = 'dead')::integer,
      extract(epoch from of_now - min(m.due_at) filter (
        where m.state in ('due', 'sending', 'unknown') and m.due_at <= of_now
      ))::double precision
    from exchange_message m where m.channel = of_channel and m.state <> 'sent'
  $$;
revoke all on function exchange_outbox_depth(text, timestamptz) from public;
grant execute on function exchange_outbox_depth(text, timestamptz) to {{app}};

-- Lists go by tenant, filter and cursor; cases that wait for nothing are never looked for by that.
create index clearance_case_by_waiting on clearance_case (tenant_id, waiting_for, id desc)
  where waiting_for is not null;
create index attachment_of_case on attachment (case_id);

-- A function that runs with the rights of its owner must not find another object than the one that was
-- reviewed: the system's names go first, and what a session has made for itself is looked at last.
alter function find_api_key(text) set search_path = pg_catalog, public, pg_temp;
alter function find_exchange_message(text, text, text) set search_path = pg_catalog, public, pg_temp;
alter function due_exchange_messages(timestamptz, integer) set search_path = pg_catalog, public, pg_temp;
alter function find_tracking_link(text) set search_path = pg_catalog, public, pg_temp;
alter function due_deliveries(timestamptz, integer) set search_path = pg_catalog, public, pg_temp;
