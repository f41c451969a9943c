-- What a business's carriers, posts and brokers ask for their own work, as it keeps it in tables.

-- Each change is a row of its own, so that it can be said which fees a quote was made with on which day,
-- and who had stated them. The latest row of a table counts; one without fees says that it was removed.
create table fee_table_version (
  table_id text not null,
  version integer not null check (version > 0),
  tenant_id text not null references tenant (id),
  name text not null,
  fees jsonb,
  actor jsonb not null,
  cause jsonb not null,
  at timestamptz not null,
  primary key (table_id, version)
);
create index fee_table_version_of_tenant on fee_table_version (tenant_id, table_id, version desc);

alter table fee_table_version enable row level security;
alter table fee_table_version force row level security;
create policy own_rows on fee_table_version
  using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());

-- Never changed and never taken back.
grant select, insert on fee_table_version to {{app}};
