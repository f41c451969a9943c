-- Orders that come in parts or are given up, who moved them and why, and goods that are kept apart.

alter table customer_order drop constraint customer_order_state_check;
alter table customer_order add constraint customer_order_state_check check (
  state in ('received', 'partly-received', 'in-warehouse', 'consigned', 'sent-back', 'cancelled'));

-- What happened to an order, one row an event: insert-only by grant, like the events of a case.
create table order_event (
  id bigint generated always as identity primary key,
  tenant_id text not null references tenant (id),
  order_id text not null references customer_order (id),
  type text not null,
  state text not null,
  reason text,
  actor jsonb not null,
  cause jsonb not null,
  at timestamptz not null
);
create index order_event_of_order on order_event (order_id, id);

-- An order may come in several receipts; what differs from the order is kept with each.
alter table warehouse_receipt drop constraint warehouse_receipt_order_id_key;
create index warehouse_receipt_of_order on warehouse_receipt (order_id);
alter table warehouse_receipt add column differences jsonb not null default '[]';

-- Pieces that came and do not belong to what is sent on. Their number never changes, only their fate.
create table set_apart_goods (
  id text primary key,
  tenant_id text not null references tenant (id),
  receipt_id text not null references warehouse_receipt (id),
  order_id text not null references customer_order (id),
  kind text not null check (kind in ('surplus', 'late', 'damaged', 'wrong-goods')),
  line_number integer,
  quantity integer not null check (quantity > 0),
  description text not null,
  state text not null check (state in ('kept-apart', 'sent-back', 'disposed-of')),
  settled_reason text,
  settled_by jsonb,
  settled_at timestamptz
);
create index set_apart_goods_newest on set_apart_goods (tenant_id, id desc);
create index set_apart_goods_of_order on set_apart_goods (order_id);

do $$
declare
  belonging text;
begin
  foreach belonging in array array['order_event', 'set_apart_goods'] loop
    execute format('alter table %I enable row level security', belonging);
    execute format('alter table %I force row level security', belonging);
    execute format(
      'create policy own_rows on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())',
      belonging);
  end loop;
end $$;

grant select, insert on order_event, set_apart_goods to {{app}};
grant select on order_event, set_apart_goods to {{worker}};
grant update (state, settled_reason, settled_by, settled_at) on set_apart_goods to {{app}};
