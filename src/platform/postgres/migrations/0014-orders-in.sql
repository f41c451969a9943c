-- Orders on their way in: tables of orders that are mapped and mended before they are taken, how a
-- tenant reads the headings of its tables, and orders whose goods are divided over several parcels.

create table list_draft (
  id text primary key,
  tenant_id text not null references tenant (id),
  name text not null,
  encoding text not null,
  delimiter text not null,
  -- The columns as the file has them, each with the column of ours that it was taken for.
  columns jsonb not null,
  -- What holds for cells that are empty, by the name of our column.
  defaults jsonb not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index list_draft_newest on list_draft (tenant_id, id desc);
create index list_draft_age on list_draft (updated_at);

-- The cells hold names and addresses until the order of the row is taken; then they are emptied.
create table list_draft_row (
  tenant_id text not null references tenant (id),
  draft_id text not null references list_draft (id) on delete cascade,
  row_number integer not null,
  cells jsonb not null,
  findings jsonb not null,
  state text not null check (state in ('flawed', 'ready', 'taken')),
  order_id text references customer_order (id),
  primary key (draft_id, row_number)
);

create table list_mapping (
  tenant_id text not null references tenant (id),
  headings_sha256 text not null,
  columns jsonb not null,
  defaults jsonb not null,
  updated_at timestamptz not null,
  primary key (tenant_id, headings_sha256)
);

-- Goods of an order that travel in several parcels: the order ends, and each part is an order.
alter table customer_order drop constraint customer_order_state_check;
alter table customer_order add constraint customer_order_state_check check (
  state in ('received', 'partly-received', 'in-warehouse', 'consigned', 'sent-back', 'cancelled',
    'divided'));
create table order_part (
  tenant_id text not null references tenant (id),
  order_id text primary key references customer_order (id),
  part_of text not null references customer_order (id)
);
create index order_part_of on order_part (part_of);

do $$
declare
  belonging text;
begin
  foreach belonging in array array['list_draft', 'list_draft_row', 'list_mapping', 'order_part'] loop
    execute format('alter table %I enable row level security', belonging);
    execute format('alter table %I force row level security', belonging);
    execute format(
      'create policy own_rows on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())',
      belonging);
  end loop;
end $$;

grant select, insert, update, delete on list_draft, list_draft_row to {{app}};
grant select, insert, update on list_mapping to {{app}};
grant select, insert on order_part to {{app}};
grant select on order_part to {{worker}};
grant delete on shipment to {{app}};

-- A draft that nobody has touched for long is given up; the orders that were taken from it stay.
create policy reviewed_pick on list_draft for select to current_user using (true);
create policy reviewed_removal on list_draft for delete to current_user using (true);

-- Reviewed removal across tenants: of the oldest drafts, so many at a time that no lock is held for long.
create function remove_list_drafts(untouched_since timestamptz, at_most integer)
  returns table (removed_count integer)
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
    with removed as (
      delete from list_draft where id in (
        select d.id from list_draft d
        where d.updated_at < untouched_since order by d.updated_at limit at_most
      )
      returning 1
    )
    select count(*)::integer from removed
  $$;
revoke all on function remove_list_drafts(timestamptz, integer) from public;
grant execute on function remove_list_drafts(timestamptz, integer) to {{worker}};

-- The buyers of a tenant are its orders by the digest of name and address.
create index customer_order_by_buyer on customer_order (tenant_id, buyer_key, id);
-- What stands in the warehouse is looked for by state.
create index customer_order_by_state on customer_order (tenant_id, state, id desc);
