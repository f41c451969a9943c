-- Erasing the personal data of a case that is over: what may be taken out of records that are
-- otherwise never changed. The bytes go and their hashes stay, so it can still be shown what was there.

alter table attachment add column erased_at timestamptz;
alter table exchange_message add column erased_at timestamptz;
alter table exchange_notification add column erased_at timestamptz;
alter table stray_notification add column erased_at timestamptz;

-- The application gets these columns only, and the triggers allow it nothing but to erase.
grant update (content, file_name, erased_at) on attachment to {{app}};
grant update (body, parsed, erased_at) on exchange_notification to {{app}};

create function attachment_is_erased_only() returns trigger language plpgsql as $$
begin
  if old.erased_at is not null or new.erased_at is null
    or new.content <> ''::bytea or new.file_name <> '' then
    raise exception 'attachment % can only be erased', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger erased_only before update on attachment
  for each row execute function attachment_is_erased_only();

-- Of what was read from a notification a part may stay, but nothing may be added or altered.
create function notification_is_erased_only() returns trigger language plpgsql as $$
begin
  if old.erased_at is not null or new.erased_at is null
    or new.body <> ''::bytea or not (old.parsed @> new.parsed) then
    raise exception 'notification % can only be erased', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger erased_only before update on exchange_notification
  for each row execute function notification_is_erased_only();

-- The state of a message changes with each attempt to send it; the bytes that were committed do not.
create function message_body_is_erased_only() returns trigger language plpgsql as $$
begin
  if new.erased_at is null or new.body <> ''::bytea then
    raise exception 'the bytes of message % can only be erased', old.id
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger body_erased_only before update of body on exchange_message
  for each row execute function message_body_is_erased_only();

-- Reviewed: strays belong to no tenant, so they are erased as the owner. Found are those that name a
-- message, a conversation or the MRN of a case of the caller's own tenant. A short reference could
-- stand in anything; those of an authority and our own are long.
create function erase_stray_notifications(of_case text, of_now timestamptz)
  returns table (stray_id text)
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
    with named as (
      select unnest(array[m.lrn, m.conversation_id]) as reference
      from exchange_message m where m.tenant_id = current_tenant() and m.case_id = of_case
      union
      select n.parsed ->> 'mrn'
      from exchange_notification n where n.tenant_id = current_tenant() and n.case_id = of_case
    )
    update stray_notification s set body = '', why = 'erased', erased_at = of_now
    where s.erased_at is null and exists (
      select from named
      where length(reference) >= 12
        and (s.conversation_id = reference or position(convert_to(reference, 'UTF8') in s.body) > 0)
    )
    returning s.id
  $$;
revoke all on function erase_stray_notifications(text, timestamptz) from public;
grant execute on function erase_stray_notifications(text, timestamptz) to {{app}};
