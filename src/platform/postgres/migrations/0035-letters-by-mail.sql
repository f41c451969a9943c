-- Letters by mail: an answer names the letter that it answers, ours by its reference or one of the office by
-- its id (RFC 5322, In-Reply-To and References).

create index letter_of_the_office on letter (office_letter_id) where office_letter_id is not null;

-- Reviewed pick across tenants: the letter that another one answers, or that came back.
create policy reviewed_pick on letter for select to current_user using (true);
create function find_letter(of_channel text, of_reference text, of_office_letter text)
  returns table (tenant_id text, thread_id text, letter_id text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select l.tenant_id, l.thread_id, l.id
    from letter l join exchange_message m on m.id = l.message_id
    where m.channel = of_channel and m.kind = 'letter' and m.lrn = of_reference
    union all
    select l.tenant_id, l.thread_id, l.id
    from letter l join correspondence_thread t on t.id = l.thread_id
    where t.channel = of_channel and l.office_letter_id = of_office_letter
    limit 1
  $$;
revoke all on function find_letter(text, text, text) from public;
grant execute on function find_letter(text, text, text) to {{worker}};
