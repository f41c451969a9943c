-- Tenants, their keys, and what was done with them. Rows are kept apart by row-level security:
-- the policies read the tenant that the transaction has set; unset means that no row is seen.

create function current_tenant() returns text
  language sql stable
  as $$ select nullif(current_setting('app.tenant_id', true), '') $$;

create table tenant (
  id text primary key,
  name text not null,
  kind text not null check (kind in ('purchasing-agent', 'e-commerce-platform')),
  profile jsonb not null,
  declare_when_ready boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null
);
alter table tenant enable row level security;
alter table tenant force row level security;
create policy own_row on tenant using (id = current_tenant()) with check (id = current_tenant());

-- A key is shown once and kept only as its hash: 256 random bits need no slow hash.
create table api_key (
  id text primary key,
  tenant_id text not null references tenant (id),
  name text not null,
  role text not null check (role in ('owner', 'operator', 'broker', 'viewer')),
  key_sha256 text not null unique,
  key_hint text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz
);

create table audit_entry (
  id bigint generated always as identity primary key,
  tenant_id text not null references tenant (id),
  actor jsonb not null,
  action text not null,
  subject text not null,
  detail jsonb not null default '{}',
  at timestamptz not null
);

-- The answer to a request that may be repeated; the response is stored with the effect itself.
create table idempotency_record (
  tenant_id text not null references tenant (id),
  key text not null,
  request_sha256 text not null,
  status integer,
  response jsonb,
  created_at timestamptz not null,
  primary key (tenant_id, key)
);

grant select, insert, update on tenant, api_key, idempotency_record to {{app}}, {{worker}};
grant delete on idempotency_record to {{worker}};
grant select, insert on audit_entry to {{app}}, {{worker}};

-- Reviewed pick across tenants: a key's hash names its tenant and its row, nothing else.
create function find_api_key(hash text) returns table (tenant_id text, api_key_id text)
  language sql stable security definer set search_path = public
  as $$ select k.tenant_id, k.id from api_key k where k.key_sha256 = hash $$;
revoke all on function find_api_key(text) from public;
grant execute on function find_api_key(text) to {{app}};
