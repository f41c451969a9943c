-- Every table that belongs to a tenant carries the same forced policy. The tenant table has its own.

do $$
declare
  belonging text;
begin
  foreach belonging in array array[
    'api_key', 'audit_entry', 'idempotency_record',
    'customer_order', 'personal_record', 'clearance_case', 'case_order', 'case_event', 'case_fact',
    'attachment', 'ledger_entry',
    'exchange_message', 'exchange_notification',
    'tracking_link', 'webhook_endpoint', 'delivery',
    'purchase_list', 'warehouse_receipt', 'shipment', 'shipment_order'
  ] loop
    execute format('alter table %I enable row level security', belonging);
    execute format('alter table %I force row level security', belonging);
    execute format(
      'create policy own_rows on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())',
      belonging);
  end loop;
end $$;

-- The picks across tenants run as the owner, to whom forced policies apply as well: it may read the
-- four tables that they search. The application's roles get nothing by this.
create policy reviewed_pick on api_key for select to current_user using (true);
create policy reviewed_pick on exchange_message for select to current_user using (true);
create policy reviewed_pick on tracking_link for select to current_user using (true);
create policy reviewed_pick on delivery for select to current_user using (true);
