-- A click that is repeated because its answer was lost does nothing again; who changed an account is known.

-- What the desk has answered under an Idempotency-Key, for a day.
create table officer_answer (
  -- The officer's id, or `software`: keys of different people do not meet.
  asked_by text not null,
  key text not null,
  request_sha256 text not null,
  answer jsonb not null,
  answered_at timestamptz not null,
  primary key (asked_by, key)
);
create index officer_answer_time on officer_answer (answered_at);

-- What people did to a deferment account, never changed; what is charged to it stands with the lodgements.
create table account_change (
  id bigint generated always as identity primary key,
  account_number text not null references deferment_account,
  at timestamptz not null,
  actor text not null,
  -- `opened`, `paid-in` or `set`.
  what text not null,
  -- Pounds: what was paid in, or the limit from then on.
  amount_gbp numeric(18, 2) not null,
  -- The state from then on; absent where it did not matter.
  state text
);
create index account_change_account on account_change (account_number, id desc);
create trigger account_change_append_only before update or delete on account_change
  for each statement execute function refuse_change();
