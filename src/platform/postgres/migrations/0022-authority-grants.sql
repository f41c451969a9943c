-- What businesses have permitted us with an authority, and what is fetched from it without being asked for.

-- A permission that somebody of the business gave at the authority's own page. One at a time is in force
-- for a business and a channel; what has ended stays, so that it can be said since when and why.
create table authority_grant (
  id text primary key,
  tenant_id text not null references tenant (id),
  channel text not null,
  -- Access and refresh token, sealed with the id of this row; nothing is left of them once it has ended.
  sealed_tokens text,
  scopes text not null,
  access_expires_at timestamptz not null,
  granted_at timestamptz not null,
  refreshed_at timestamptz,
  -- The authority lets a grant be refreshed until then.
  expires_at timestamptz not null,
  actor jsonb not null,
  ended_at timestamptz,
  ended_why text check (ended_why in ('disconnected', 'replaced', 'expired', 'refused')),
  check ((ended_at is null) = (ended_why is null)),
  check ((ended_at is null) = (sealed_tokens is not null))
);
create unique index authority_grant_in_force on authority_grant (tenant_id, channel) where ended_at is null;
create index authority_grant_of_tenant on authority_grant (tenant_id, channel, granted_at desc);

-- Somebody was sent to the authority's page and has not come back. Only a hash of the state is kept.
create table authority_authorisation (
  state_sha256 text primary key,
  tenant_id text not null references tenant (id),
  channel text not null,
  actor jsonb not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index authority_authorisation_of_tenant on authority_authorisation (tenant_id, channel);

do $$
declare
  belonging text;
begin
  foreach belonging in array array['authority_grant', 'authority_authorisation'] loop
    execute format('alter table %I enable row level security', belonging);
    execute format('alter table %I force row level security', belonging);
    execute format(
      'create policy own_rows on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())',
      belonging);
  end loop;
end $$;

grant select, insert, update on authority_grant to {{app}};
grant select, update on authority_grant to {{worker}};
grant select, insert, delete on authority_authorisation to {{app}};

-- A message that nothing but a new permission can help waits for it and is not given up.
alter table exchange_message add column waits_for text check (waits_for in ('connection'));
create index exchange_message_waiting on exchange_message (tenant_id, channel) where waits_for is not null;

-- When the notifications that an authority holds for us are collected next: one turn for all nodes.
create table channel_collection (
  channel text primary key,
  next_at timestamptz not null
);

-- Fetching is what acknowledges a notification to the authority, so that its id is noted before it is
-- fetched: what a killed worker has fetched and not stored is then known and fetched again.
create table collected_notification (
  channel text not null,
  notification_id text not null,
  begun_at timestamptz not null,
  stored_at timestamptz,
  primary key (channel, notification_id)
);
create index collected_notification_open on collected_notification (channel, begun_at) where stored_at is null;

grant select, insert, update on channel_collection, collected_notification to {{worker}};
