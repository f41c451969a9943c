-- Orders, cases and their append-only record. Events and facts are insert-only by grant;
-- personal fields live apart so that they can be erased without touching the record.

create table customer_order (
  id text primary key,
  tenant_id text not null references tenant (id),
  reference text not null,
  channel text not null,
  state text not null check (state in ('received', 'in-warehouse', 'consigned', 'cancelled')),
  buyer_key text not null,
  data jsonb not null,
  created_at timestamptz not null,
  unique (tenant_id, reference)
);
create index customer_order_newest on customer_order (tenant_id, id desc);

create table personal_record (
  id text primary key,
  tenant_id text not null references tenant (id),
  fields jsonb not null,
  created_at timestamptz not null,
  erased_at timestamptz
);

create table clearance_case (
  id text primary key,
  tenant_id text not null references tenant (id),
  reference text not null,
  state text not null,
  lane text,
  destination text not null,
  value_amount numeric(20, 6),
  value_currency text,
  waiting_for text,
  waiting_since timestamptz,
  version integer not null,
  snapshot jsonb not null,
  opened_at timestamptz not null,
  updated_at timestamptz not null
);
create index clearance_case_newest on clearance_case (tenant_id, id desc);
create index clearance_case_by_state on clearance_case (tenant_id, state, id desc);

create table case_order (
  tenant_id text not null references tenant (id),
  case_id text not null references clearance_case (id),
  order_id text not null references customer_order (id),
  primary key (order_id)
);

create table case_event (
  tenant_id text not null references tenant (id),
  case_id text not null references clearance_case (id),
  sequence integer not null,
  type text not null,
  schema_version integer not null,
  at timestamptz not null,
  actor jsonb not null,
  cause jsonb not null,
  data jsonb not null,
  primary key (case_id, sequence)
);

-- Large facts that events refer to by id and hash: consignment, quote, decisions, documents as data.
create table case_fact (
  id text primary key,
  tenant_id text not null references tenant (id),
  case_id text not null references clearance_case (id),
  kind text not null,
  sha256 text not null,
  data jsonb not null,
  created_at timestamptz not null
);
create index case_fact_of_case on case_fact (case_id, kind);

create table attachment (
  id text primary key,
  tenant_id text not null references tenant (id),
  case_id text references clearance_case (id),
  kind text not null,
  file_name text not null,
  media_type text not null,
  size_bytes integer not null,
  sha256 text not null,
  content bytea not null,
  created_at timestamptz not null
);

-- Double entry: debit positive, credit negative; the entries of a posting sum to zero in each currency at
-- commit.
create table ledger_entry (
  id bigint generated always as identity primary key,
  tenant_id text not null references tenant (id),
  case_id text not null references clearance_case (id),
  posting_id text not null,
  account text not null,
  amount numeric(20, 2) not null check (amount <> 0),
  currency text not null,
  memo text not null,
  event_sequence integer not null,
  at timestamptz not null
);
create index ledger_entry_of_case on ledger_entry (case_id);
create index ledger_entry_of_posting on ledger_entry (posting_id);

create function assert_posting_balances() returns trigger language plpgsql as $$
declare
  difference record;
begin
  select currency, sum(amount) as amount into difference from ledger_entry
    where posting_id = new.posting_id group by currency having sum(amount) <> 0 limit 1;
  if found then
    raise exception 'posting % does not balance: % % too much',
      new.posting_id, difference.amount, difference.currency;
  end if;
  return null;
end $$;
create constraint trigger posting_balances after insert on ledger_entry
  deferrable initially deferred for each row execute function assert_posting_balances();

grant select, insert, update on customer_order, personal_record, clearance_case to {{app}}, {{worker}};
grant select, insert on case_order, case_event, case_fact, attachment, ledger_entry to {{app}}, {{worker}};
