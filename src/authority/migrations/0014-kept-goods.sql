-- Goods of a declaration that are kept back while the rest goes, in the same or a later year decided: they
-- outlive the clearance of the rest.
create table kept_goods (
  lodgement_id text not null references lodgement,
  number integer not null,
  state text not null check (state in ('detained', 'seized', 'restored', 'forfeited', 'destroyed')),
  items jsonb not null,
  reason text not null,
  -- The version of the declaration that covers what goes.
  version integer not null,
  kept_at timestamptz not null,
  kept_by text not null,
  moved_at timestamptz,
  moved_by text,
  moved_because text,
  primary key (lodgement_id, number)
);
