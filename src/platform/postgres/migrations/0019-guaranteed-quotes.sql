-- Quotes that a business stands by until a day, with all that they were made from.

-- Sale, quote and snapshot are text: jsonb would put their fields into an order of its own, and a
-- quote is kept, and made again, byte for byte.
create table guaranteed_quote (
  id text primary key,
  tenant_id text not null references tenant (id),
  quoted_for date not null,
  sale text not null,
  quote text not null,
  quote_sha256 text not null,
  snapshot text not null,
  actor jsonb not null,
  cause jsonb not null,
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at)
);
create index guaranteed_quote_newest on guaranteed_quote (tenant_id, id desc);

-- What became of it: pieces that came back, and bills that came in.
create table guaranteed_quote_entry (
  id text primary key,
  tenant_id text not null references tenant (id),
  quote_id text not null references guaranteed_quote (id),
  kind text not null check (kind in ('amendment', 'reconciliation')),
  stated jsonb not null,
  outcome jsonb not null,
  actor jsonb not null,
  cause jsonb not null,
  at timestamptz not null
);
create index guaranteed_quote_entry_of_quote on guaranteed_quote_entry (quote_id, id);

do $$
declare
  belonging text;
begin
  foreach belonging in array array['guaranteed_quote', 'guaranteed_quote_entry'] loop
    execute format('alter table %I enable row level security', belonging);
    execute format('alter table %I force row level security', belonging);
    execute format(
      'create policy own_rows on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())',
      belonging);
  end loop;
end $$;

-- Neither is ever changed: they are the evidence of what was promised and of what came of it.
grant select, insert on guaranteed_quote, guaranteed_quote_entry to {{app}};
