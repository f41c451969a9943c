-- The purchasing agent's side: what was bought for whom, what arrived at the warehouse, what is shipped together.

create table purchase_list (
  id text primary key,
  tenant_id text not null references tenant (id),
  name text not null,
  sha256 text not null,
  findings jsonb not null,
  rows_total integer not null,
  rows_accepted integer not null,
  created_at timestamptz not null
);

create table warehouse_receipt (
  id text primary key,
  tenant_id text not null references tenant (id),
  order_id text not null references customer_order (id),
  received_at timestamptz not null,
  lines jsonb not null,
  packages jsonb not null,
  photo_ids jsonb not null,
  received_by jsonb not null,
  unique (order_id)
);

create table shipment (
  id text primary key,
  tenant_id text not null references tenant (id),
  reference text not null,
  state text not null check (state in ('open', 'split')),
  transport jsonb not null,
  freight jsonb not null,
  insurance jsonb not null,
  created_at timestamptz not null,
  unique (tenant_id, reference)
);

create table shipment_order (
  tenant_id text not null references tenant (id),
  shipment_id text not null references shipment (id),
  order_id text not null references customer_order (id),
  primary key (order_id)
);

grant select, insert, update on shipment to {{app}}, {{worker}};
grant select, insert on purchase_list, warehouse_receipt, shipment_order to {{app}}, {{worker}};
grant delete on shipment_order to {{app}};
