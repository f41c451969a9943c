-- What is told to people and systems: tracking links, webhooks, e-mail, and the outbox of both.

create table tracking_link (
  id text primary key,
  tenant_id text not null references tenant (id),
  case_id text not null references clearance_case (id),
  token_sha256 text not null unique,
  created_at timestamptz not null,
  revoked_at timestamptz
);
create index tracking_link_of_case on tracking_link (case_id);

create table webhook_endpoint (
  id text primary key,
  tenant_id text not null references tenant (id),
  url text not null,
  sealed_secret text not null,
  event_types jsonb not null,
  created_at timestamptz not null,
  disabled_at timestamptz
);

create table delivery (
  id text primary key,
  tenant_id text not null references tenant (id),
  case_id text references clearance_case (id),
  kind text not null check (kind in ('webhook', 'email')),
  endpoint_id text references webhook_endpoint (id),
  payload jsonb not null,
  state text not null check (state in ('due', 'delivered', 'dead')),
  attempts integer not null default 0,
  due_at timestamptz not null,
  last_error text,
  created_at timestamptz not null,
  delivered_at timestamptz
);
create index delivery_due on delivery (due_at) where state = 'due';
create index delivery_of_tenant on delivery (tenant_id, id desc);

grant select, insert, update on tracking_link, webhook_endpoint, delivery to {{app}}, {{worker}};

-- Reviewed picks across tenants.
create function find_tracking_link(hash text) returns table (tenant_id text, tracking_link_id text)
  language sql stable security definer set search_path = public
  as $$ select l.tenant_id, l.id from tracking_link l where l.token_sha256 = hash $$;
revoke all on function find_tracking_link(text) from public;
grant execute on function find_tracking_link(text) to {{app}};

create function due_deliveries(of_now timestamptz, at_most integer)
  returns table (tenant_id text, delivery_id text)
  language sql stable security definer set search_path = public
  as $$
    select d.tenant_id, d.id from delivery d
    where d.state = 'due' and d.due_at <= of_now order by d.due_at limit at_most
  $$;
revoke all on function due_deliveries(timestamptz, integer) from public;
grant execute on function due_deliveries(timestamptz, integer) to {{worker}};
