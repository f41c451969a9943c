-- Warning letters and civil penalties about a declaration, which outlive it: they are given, paid and
-- withdrawn after the goods have gone.
create table penalty (
  lodgement_id text not null references lodgement,
  number integer not null,
  reason_code text not null,
  state text not null check (state in ('warned', 'imposed', 'paid', 'withdrawn')),
  amount_gbp numeric(15, 2),
  reason text not null,
  imposed_at timestamptz not null,
  imposed_by text not null,
  moved_at timestamptz,
  moved_by text,
  moved_because text,
  primary key (lodgement_id, number),
  check (state <> 'warned' or amount_gbp is null),
  check (state not in ('imposed', 'paid') or amount_gbp > 0)
);
