-- Lists of cases: sorted and narrowed in many ways, searched, followed live, changed many at a time.

-- The policies of row-level security are checked before any condition that could tell of a row it
-- sees. An index is used for those that cannot, which comparisons of text, time and whole numbers
-- are and comparisons of numeric are not: hence a customs value is compared as text of fixed width,
-- currency first, so that amounts of different currencies are never mixed.
alter table clearance_case
  add column lrn text,
  add column mrn text,
  add column value_key text collate "C" not null
    generated always as (coalesce(value_currency || lpad(value_amount::text, 21, '0'), '')) stored,
  -- What was quoted as due at import and what the authority has assessed, in the same currency.
  add column due_currency text,
  add column due_quoted numeric(20, 6),
  add column due_assessed numeric(20, 6),
  add column assessed_at timestamptz,
  add column released_at timestamptz,
  -- The transaction of the last change: what is below the oldest one that still runs is settled, so
  -- whoever reads up to there, and later on from there, misses nothing and reads nothing twice.
  add column changed_in bigint not null default 0;

drop index clearance_case_by_state;
create index clearance_case_by_state on clearance_case (tenant_id, state, id desc)
  include (waiting_for);
create index clearance_case_by_waiting_since on clearance_case
  (tenant_id, coalesce(waiting_since, 'infinity'), id);
create index clearance_case_by_value on clearance_case (tenant_id, value_key desc, id desc);
drop index clearance_case_by_reference;
create index clearance_case_by_reference on clearance_case
  (tenant_id, reference collate "C", id desc);
create index clearance_case_changed on clearance_case (changed_in);
create index clearance_case_released on clearance_case (tenant_id, released_at desc)
  where released_at is not null;
create index clearance_case_assessed on clearance_case (tenant_id, assessed_at desc)
  where assessed_at is not null;

-- The words by which a case is found, each as the beginning of what is looked for. Names of buyers
-- are personal data: rows about `buyer` are removed when the data of the case are erased.
create table case_search_term (
  tenant_id text not null references tenant (id),
  case_id text not null references clearance_case (id),
  about text not null check (about in ('reference', 'goods', 'buyer')),
  term text collate "C" not null,
  primary key (case_id, term, about)
);
create index case_search_term_found on case_search_term (tenant_id, term, case_id);

-- A list as somebody wants to see it again; `owner_id` is the key or the person who saved it.
create table saved_view (
  id text primary key,
  tenant_id text not null references tenant (id),
  owner_id text not null,
  name text not null,
  filter jsonb not null,
  sort text not null,
  shared boolean not null,
  version integer not null default 1,
  created_at timestamptz not null,
  removed_at timestamptz
);
create index saved_view_of_tenant on saved_view (tenant_id, id);

-- One action on many cases: who asked for it, and what became of each case.
create table bulk_run (
  id text primary key,
  tenant_id text not null references tenant (id),
  action text not null check (action in ('prepare', 'declare', 'stop', 'reopen')),
  input jsonb not null,
  actor jsonb not null,
  cause jsonb not null,
  created_at timestamptz not null
);
create table bulk_run_case (
  tenant_id text not null references tenant (id),
  run_id text not null references bulk_run (id),
  case_id text not null references clearance_case (id),
  position integer not null,
  state text not null check (state in ('waiting', 'done', 'failed')),
  failures jsonb not null default '[]',
  primary key (run_id, case_id)
);

do $$
declare
  belonging text;
begin
  foreach belonging in array array['case_search_term', 'saved_view', 'bulk_run', 'bulk_run_case'] loop
    execute format('alter table %I enable row level security', belonging);
    execute format('alter table %I force row level security', belonging);
    execute format(
      'create policy own_rows on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())',
      belonging);
  end loop;
end $$;

grant select, insert, delete on case_search_term to {{app}};
grant select, insert on case_search_term to {{worker}};
grant select, insert, update on saved_view to {{app}};
grant select, insert on bulk_run to {{app}};
grant select on bulk_run to {{worker}};
grant select, insert on bulk_run_case to {{app}};
grant select, update on bulk_run_case to {{worker}};

-- Everything that was changed below this number is settled. It reads no table.
create function case_change_horizon() returns table (horizon double precision)
  language sql volatile set search_path = pg_catalog, public, pg_temp
  as $$ select pg_snapshot_xmin(pg_current_snapshot())::text::double precision $$;
revoke all on function case_change_horizon() from public;
grant execute on function case_change_horizon() to {{app}};

-- Reviewed pick across tenants: which cases were changed last between two horizons.
create policy reviewed_pick on clearance_case for select to current_user using (true);
create function changed_cases(of_from bigint, of_until bigint)
  returns table (tenant_id text, case_id text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select c.tenant_id, c.id from clearance_case c
    where c.changed_in >= of_from and c.changed_in < of_until
  $$;
revoke all on function changed_cases(bigint, bigint) from public;
grant execute on function changed_cases(bigint, bigint) to {{app}};

-- Cases that are there already. Row-level security binds the owner too, so it is lifted meanwhile;
-- lists of the terms that the application would have made leave out scripts without spaces other
-- than Chinese, and names, which stand apart.
alter table clearance_case no force row level security;
alter table case_event no force row level security;
alter table case_fact no force row level security;
alter table case_search_term no force row level security;

update clearance_case set
  lrn = snapshot #>> '{declaration,lrn}',
  mrn = snapshot #>> '{declaration,mrn}',
  due_currency = snapshot #>> '{quote,dueAtImport,currency}',
  due_quoted = (snapshot #>> '{quote,dueAtImport,amount}')::numeric,
  due_assessed = (snapshot #>> '{assessment,payable,amount}')::numeric,
  assessed_at = (select max(e.at) from case_event e
    where e.case_id = clearance_case.id and e.type like 'assessment-%'),
  released_at = (select min(e.at) from case_event e
    where e.case_id = clearance_case.id and e.type = 'goods-released');

insert into case_search_term (tenant_id, case_id, about, term)
with texts as (
  select tenant_id, id as case_id, 'reference' as about, text
  from clearance_case, lateral (
    values (reference), (lrn), (mrn)
    union all select jsonb_array_elements_text(snapshot -> 'earlierLrns')
  ) as known (text)
  union all
  select f.tenant_id, f.case_id, wanted.about, wanted.text
  from case_fact f
  join clearance_case c on c.id = f.case_id
    and c.snapshot #>> '{consignment,factId}' = f.id,
  lateral (
    select 'goods' as about, item ->> 'description' as text
    from jsonb_array_elements(f.data -> 'goodsItems') as item
    union all
    select 'reference', jsonb_array_elements_text(f.data -> 'orderReferences')
  ) as wanted
), clean as (
  -- What stands for a name is no word.
  select tenant_id, case_id, about, lower(regexp_replace(text, 'personal:[^;]*;', ' ', 'g')) as text
  from texts where text is not null
)
select tenant_id, case_id, about, left(word[1], 40) from clean,
  lateral regexp_matches(text, '[a-z0-9]+', 'g') as word
union
select tenant_id, case_id, about, left(substr(word[1], first), 40) from clean,
  lateral regexp_matches(text, '[一-鿿]+', 'g') as word,
  lateral generate_series(1, length(word[1])) as first
on conflict do nothing;

alter table clearance_case force row level security;
alter table case_event force row level security;
alter table case_fact force row level security;
alter table case_search_term force row level security;
