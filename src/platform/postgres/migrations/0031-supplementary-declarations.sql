-- Goods that were released on a simplified declaration: what completes it is a message of its own, and
-- people are reminded of it before its day.

alter table exchange_message drop constraint exchange_message_kind_check;
alter table exchange_message add constraint exchange_message_kind_check check (
  kind in ('declaration', 'supplementary', 'arrival', 'cancellation', 'amendment', 'document')
);

alter table clearance_case add column supplementary_attention_on date;
create index clearance_case_supplementary_attention on clearance_case (supplementary_attention_on)
  where supplementary_attention_on is not null;

-- Reviewed pick across tenants: in which cases something is to be said of a supplementary declaration.
create function supplementary_declarations_to_see(of_day date, at_most integer)
  returns table (tenant_id text, case_id text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select c.tenant_id, c.id from clearance_case c
    where c.supplementary_attention_on <= of_day
    order by c.supplementary_attention_on, c.id limit at_most
  $$;
revoke all on function supplementary_declarations_to_see(date, integer) from public;
grant execute on function supplementary_declarations_to_see(date, integer) to {{worker}};
