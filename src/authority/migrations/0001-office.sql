-- The sandbox authority's own database. It knows what was sent to it and what its officers did.

-- A trader's software: how it proves itself and where notifications are pushed to.
create table trader_application (
  id text primary key,
  client_id text not null unique,
  name text not null,
  token_sha256 text not null unique,
  callback_url text,
  callback_token text,
  created_at timestamptz not null
);

-- The register: one row for each declarant's LRN, whatever happens to it later.
create table lodgement (
  id text primary key,
  application_id text not null references trader_application,
  declarant_eori text,
  lrn text,
  mrn text not null unique,
  ducr text,
  conversation_id uuid not null unique,
  type_code text,
  -- The declaration as read from the message, and once officers have changed it as it stands now.
  declared jsonb not null,
  corrected jsonb,
  version integer not null default 1,
  state text not null,
  received_at timestamptz not null,
  registered_at timestamptz,
  arrived_at timestamptz,
  accepted_at timestamptz,
  released_at timestamptz,
  ended_at timestamptz,
  -- Which version's final tax notification (13 with status 4) has been sent.
  final_tax_version integer not null default 0,
  payment_state text not null default 'none',
  payment_state_since timestamptz,
  -- When the office next looks at it; null while it waits for somebody.
  due_at timestamptz,
  unique (declarant_eori, lrn)
);
create index lodgement_due on lodgement (due_at) where due_at is not null;
create index lodgement_ducr on lodgement (ducr);
create index lodgement_received on lodgement (received_at desc, id desc);
create index lodgement_unpaid on lodgement (payment_state) where payment_state <> 'none';

-- Every message that was taken with 202, with its exact bytes.
create table message (
  id text primary key,
  application_id text not null references trader_application,
  conversation_id uuid not null unique,
  kind text not null,
  lrn text,
  mrn text,
  lodgement_id text references lodgement,
  request jsonb,
  body bytea not null,
  sha256 text not null,
  received_at timestamptz not null,
  due_at timestamptz,
  outcome text
);
create index message_due on message (due_at) where due_at is not null;
create index message_lodgement on message (lodgement_id);

create table assessment (
  lodgement_id text not null references lodgement,
  version integer not null,
  assessed_gbp numeric(18, 2) not null,
  payable_gbp numeric(18, 2) not null,
  data jsonb not null,
  created_at timestamptz not null,
  primary key (lodgement_id, version)
);

create table risk_rule (
  id text primary key,
  data jsonb not null,
  position integer not null,
  enabled boolean not null,
  changed_at timestamptz not null,
  changed_by text not null
);

-- What every rule said when a declaration was accepted, hits and misses.
create table risk_evaluation (
  lodgement_id text not null references lodgement,
  version integer not null,
  outcomes jsonb not null,
  at timestamptz not null,
  primary key (lodgement_id, version)
);

-- What holds a lodgement up: an inspection, a request for documents, a question, a review.
create table control (
  id text primary key,
  lodgement_id text not null references lodgement,
  kind text not null,
  state text not null,
  blocks_release boolean not null,
  reason text not null,
  detail jsonb not null,
  limit_at timestamptz,
  opened_at timestamptz not null,
  opened_by text not null,
  closed_at timestamptz,
  closed_by text,
  outcome jsonb
);
create index control_open on control (lodgement_id) where state = 'open';

-- A place that was given out for one file, and the file once it has come.
create table file_upload (
  reference uuid primary key,
  application_id text not null references trader_application,
  lodgement_id text not null references lodgement,
  conversation_id uuid not null,
  sequence integer not null,
  document_type text not null,
  expires_at timestamptz not null,
  received_at timestamptz,
  file_name text,
  media_type text,
  size_bytes integer,
  sha256 text,
  content bytea
);
create index file_upload_lodgement on file_upload (lodgement_id);

create table deferment_account (
  number text primary key,
  holder_eori text not null,
  name text not null,
  limit_gbp numeric(18, 2) not null,
  owed_gbp numeric(18, 2) not null default 0,
  state text not null default 'active',
  opened_at timestamptz not null
);

-- What was charged to an account, paid in cash, or paid back (negative).
create table charge (
  id text primary key,
  lodgement_id text not null references lodgement,
  method text not null,
  account_number text references deferment_account,
  amount_gbp numeric(18, 2) not null,
  reference text not null,
  at timestamptz not null
);
create index charge_lodgement on charge (lodgement_id);

create table notification (
  id text primary key,
  sequence bigint generated always as identity unique,
  application_id text not null references trader_application,
  lodgement_id text references lodgement,
  conversation_id uuid not null,
  function_code text not null,
  body text not null,
  issued_at timestamptz not null,
  push_state text not null,
  push_due_at timestamptz,
  push_attempts integer not null default 0,
  push_error text,
  delivered_at timestamptz,
  pulled_at timestamptz
);
create index notification_push on notification (push_due_at, sequence) where push_due_at is not null;
create index notification_conversation on notification (conversation_id, sequence);
create index notification_unpulled on notification (application_id, sequence)
  where pulled_at is null and delivered_at is null;
create index notification_lodgement on notification (lodgement_id);

-- The dossier: what the office and its officers did, in order, never changed.
create table dossier_entry (
  id bigint generated always as identity primary key,
  lodgement_id text not null references lodgement,
  at timestamptz not null,
  actor text not null,
  what text not null,
  detail jsonb not null
);
create index dossier_entry_lodgement on dossier_entry (lodgement_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end
$$;
create trigger dossier_entry_append_only before update or delete on dossier_entry
  for each statement execute function refuse_change();

create table setting (
  name text primary key,
  value jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null
);

create table certificate_of_origin (
  number text primary key,
  application jsonb not null,
  issued_on date not null,
  scan bytea not null,
  sha256 text not null,
  issued_at timestamptz not null
);
create sequence certificate_number;

-- For people who look into the database: the goods and the taxes as tables.
create view goods_item as
  select lodgement.mrn,
         (item ->> 'sequence')::integer as sequence,
         item ->> 'commodityCode' as commodity_code,
         item ->> 'description' as description,
         item ->> 'originCountry' as origin_country,
         item #>> '{itemPrice,amount}' as item_price,
         item #>> '{itemPrice,currency}' as currency
  from lodgement, jsonb_array_elements(coalesce(lodgement.corrected, lodgement.declared) -> 'items') as item;

create view tax_line as
  select lodgement.mrn, assessment.version,
         (item ->> 'sequence')::integer as sequence,
         line ->> 'taxType' as tax_type,
         (line ->> 'baseGbp')::numeric as base_gbp,
         line ->> 'basis' as basis,
         (line ->> 'assessedGbp')::numeric as assessed_gbp,
         (line ->> 'payableGbp')::numeric as payable_gbp,
         line ->> 'treatment' as treatment
  from assessment
  join lodgement on lodgement.id = assessment.lodgement_id,
       jsonb_array_elements(assessment.data -> 'items') as item,
       jsonb_array_elements(item -> 'taxLines') as line;
