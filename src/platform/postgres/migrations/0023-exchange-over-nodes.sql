-- The exchange over several nodes: every attempt on record, one breaker a channel that all nodes see, and
-- turns that are shared fairly between tenants.

-- One row an attempt to bring a message to an authority. Without an end it is under way.
create table exchange_attempt (
  id text primary key,
  tenant_id text not null references tenant (id),
  message_id text not null references exchange_message (id),
  channel text not null,
  node text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  -- Of its requests alone: without the time for which it waited for its turn.
  latency_ms integer check (latency_ms >= 0),
  outcome text check (
    outcome in ('delivered', 'known', 'refused', 'not-sent', 'unknown', 'abandoned')
  ),
  http_status integer,
  why text,
  check ((ended_at is null) = (outcome is null))
);
create index exchange_attempt_of_message on exchange_attempt (message_id, started_at);
create index exchange_attempt_of_tenant on exchange_attempt (tenant_id, channel, started_at desc);

-- Which attempt holds the lease: what an earlier one still brings back changes nothing any more.
alter table exchange_message add column attempt_id text;

-- How a channel does, for all tenants together. A channel without a row has not been used yet.
create table channel_state (
  channel text primary key,
  state text not null check (state in ('closed', 'open', 'half-open')),
  -- Failures in a row.
  failures integer not null default 0,
  -- How often it opened in a row, by which its pauses grow.
  openings integer not null default 0,
  opened_at timestamptz,
  -- When the next attempt may be made: after the pause, or in place of a probe that did not come back.
  retry_at timestamptz,
  last_error text,
  last_error_at timestamptz,
  last_success_at timestamptz
);

-- Start-time fair queueing: a tenant's turn begins at its own finish or at the channel's virtual time,
-- whichever is later, and the earliest beginning is served. One unit is one request.
alter table channel_pace add column virtual_time bigint not null default 0;
create table channel_share (
  channel text not null,
  tenant_id text not null references tenant (id),
  finish bigint not null,
  served_at timestamptz not null,
  primary key (channel, tenant_id)
);

do $$
declare
  belonging text;
begin
  foreach belonging in array array['exchange_attempt', 'channel_share'] loop
    execute format('alter table %I enable row level security', belonging);
    execute format('alter table %I force row level security', belonging);
    execute format(
      'create policy own_rows on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())',
      belonging);
  end loop;
end $$;

-- Erasing takes names out of what an attempt was answered, and the API is where erasing is asked for.
grant select, insert, update on exchange_attempt to {{worker}};
grant select, update on exchange_attempt to {{app}};
grant select, insert, update on channel_state to {{worker}};
grant select on channel_state, channel_pace to {{app}};
grant select, insert, update on channel_share to {{worker}};
grant select on channel_share to {{app}};

-- Reviewed pick across tenants: the message whose turn it is. Tenants are found by stepping from one to
-- the next in the index, so that a thousand messages of one cost no more than one. Among those whose turn
-- begins at the same time, the one that was served least lately goes first.
create policy reviewed_pick on channel_share for select to current_user using (true);
create index exchange_message_open on exchange_message (channel, tenant_id, due_at)
  where state in ('due', 'sending', 'unknown');

create function next_exchange_message(of_channel text, of_now timestamptz)
  returns table (tenant_id text, message_id text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    with recursive waiting as (
      select min(m.tenant_id) as tenant_id from exchange_message m
      where m.channel = of_channel and m.state in ('due', 'sending', 'unknown')
      union all
      select (
        select min(m.tenant_id) from exchange_message m
        where m.channel = of_channel and m.state in ('due', 'sending', 'unknown')
          and m.tenant_id > w.tenant_id
      ) from waiting w where w.tenant_id is not null
    )
    select w.tenant_id, first.id
    from waiting w
    cross join lateral (
      select m.id, m.due_at from exchange_message m
      where m.channel = of_channel and m.tenant_id = w.tenant_id
        and m.state in ('due', 'sending', 'unknown') and m.due_at <= of_now
      order by m.due_at limit 1
    ) first
    left join channel_share s on s.channel = of_channel and s.tenant_id = w.tenant_id
    left join channel_pace p on p.channel = of_channel
    order by greatest(s.finish, p.virtual_time, 0), s.served_at nulls first, first.due_at
    limit 1
  $$;
revoke all on function next_exchange_message(text, timestamptz) from public;
grant execute on function next_exchange_message(text, timestamptz) to {{worker}};

-- Senders look for the next message by themselves; nobody asks for all that are due any more.
drop function due_exchange_messages(timestamptz, integer);
drop index exchange_message_due;
