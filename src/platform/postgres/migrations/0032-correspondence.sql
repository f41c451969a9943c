-- Letters between businesses and authorities: questions, enquiries, voluntary corrections, requests for
-- rulings, appeals. A thread is about a case or about none; its letters go out by the outbox.

alter table exchange_message drop constraint exchange_message_kind_check;
alter table exchange_message add constraint exchange_message_kind_check
  check (kind in (
    'declaration', 'supplementary', 'arrival', 'cancellation', 'amendment', 'document', 'letter'
  ));
-- Letters alone may be about no case.
alter table exchange_message alter column case_id drop not null;
alter table exchange_message add constraint only_letters_without_case
  check (case_id is not null or kind = 'letter');

create table correspondence_thread (
  id text primary key,
  tenant_id text not null references tenant (id),
  case_id text references clearance_case (id),
  channel text not null,
  kind text not null
    check (kind in ('question', 'enquiry', 'voluntary-correction', 'ruling-request', 'appeal')),
  subject text not null,
  mrn text,
  opened_by text not null check (opened_by in ('trader', 'office')),
  -- Ours, of the letter that opened it.
  reference text,
  -- The office's, once it has the first letter.
  office_reference text,
  state text not null
    check (state in ('written', 'open', 'answered', 'decided', 'closed', 'refused')),
  awaits text check (awaits in ('trader', 'office')),
  answer_due_on date,
  -- When somebody is reminded next, of an answer of ours or of one that the office owes.
  remind_on date,
  -- What a correction, a request for a ruling or an appeal brings with it.
  matter jsonb,
  decision jsonb,
  refusal jsonb,
  opened_at timestamptz not null,
  first_answer_at timestamptz,
  updated_at timestamptz not null,
  erased_at timestamptz,
  unique (channel, reference),
  unique (channel, office_reference),
  check ((opened_by = 'trader') = (reference is not null)),
  check (state in ('written', 'refused') or office_reference is not null)
);
create index correspondence_thread_of_tenant on correspondence_thread (tenant_id, id desc);
create index correspondence_thread_of_case on correspondence_thread (case_id);
create index correspondence_thread_reminder on correspondence_thread (remind_on)
  where remind_on is not null;

create table letter (
  id text primary key,
  tenant_id text not null references tenant (id),
  thread_id text not null references correspondence_thread (id),
  written_by text not null check (written_by in ('trader', 'office')),
  actor jsonb,
  officer text,
  text text not null,
  message_id text references exchange_message (id),
  office_letter_id text,
  written_at timestamptz not null,
  erased_at timestamptz,
  unique (thread_id, office_letter_id),
  check ((written_by = 'trader') = (message_id is not null)),
  check ((written_by = 'trader') = (actor is not null)),
  check ((written_by = 'office') = (office_letter_id is not null))
);
create index letter_of_thread on letter (thread_id, id);
create unique index letter_of_message on letter (message_id) where message_id is not null;

-- Papers lie where papers lie; this says which went with which letter.
create table letter_attachment (
  letter_id text not null references letter (id),
  attachment_id text not null references attachment (id),
  tenant_id text not null references tenant (id),
  position integer not null,
  primary key (letter_id, attachment_id)
);

do $$
declare
  belonging text;
begin
  foreach belonging in array array['correspondence_thread', 'letter', 'letter_attachment'] loop
    execute format('alter table %I enable row level security', belonging);
    execute format('alter table %I force row level security', belonging);
    execute format(
      'create policy own_rows on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())',
      belonging);
  end loop;
end $$;
grant select, insert, update on correspondence_thread to {{app}}, {{worker}};
grant select, insert on letter, letter_attachment to {{app}}, {{worker}};
-- Words are taken out with the personal data of the case, and never changed otherwise.
grant update (text, officer, erased_at) on letter to {{app}};

create function letter_is_erased_only() returns trigger language plpgsql as $$
begin
  if old.erased_at is not null or new.erased_at is null or new.text <> '' or new.officer is not null then
    raise exception 'letter % can only be erased', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger erased_only before update on letter
  for each row execute function letter_is_erased_only();

-- How far the letters of a channel have been read; moved in the transaction of what was read.
create table letter_cursor (
  channel text primary key,
  cursor text not null,
  read_at timestamptz not null
);
grant select, insert, update on letter_cursor to {{worker}};
grant select on letter_cursor to {{app}};

-- Reviewed picks across tenants: whom a letter of the office concerns. It names a thread by the office's
-- reference or by ours, or a declaration by its MRN.
create policy reviewed_pick on correspondence_thread for select to current_user using (true);
create function find_letter_thread(of_channel text, of_office_reference text, of_reference text)
  returns table (tenant_id text, thread_id text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select t.tenant_id, t.id from correspondence_thread t
    where t.channel = of_channel
      and (t.office_reference = of_office_reference or t.reference = of_reference)
    limit 1
  $$;
revoke all on function find_letter_thread(text, text, text) from public;
grant execute on function find_letter_thread(text, text, text) to {{worker}};

create index clearance_case_of_mrn on clearance_case (mrn) where mrn is not null;
create function find_case_of_mrn(of_mrn text)
  returns table (tenant_id text, case_id text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select c.tenant_id, c.id from clearance_case c where c.mrn = of_mrn order by c.id desc limit 1
  $$;
revoke all on function find_case_of_mrn(text) from public;
grant execute on function find_case_of_mrn(text) to {{worker}};

-- Reviewed count across tenants: letters whose thread the office may have opened while we do not know it
-- yet. Those that were surely not sent, or given up, are none of them.
create function openings_under_way(of_channel text)
  returns table (opening_count integer)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select count(*)::integer from correspondence_thread t
    join exchange_message m on m.channel = t.channel and m.lrn = t.reference
    where t.channel = of_channel and t.state = 'written' and m.state in ('sending', 'unknown')
  $$;
revoke all on function openings_under_way(text) from public;
grant execute on function openings_under_way(text) to {{worker}};

-- Reviewed pick across tenants: threads of which somebody has to be reminded.
create function due_reminders(of_today date, at_most integer)
  returns table (tenant_id text, thread_id text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select t.tenant_id, t.id from correspondence_thread t
    where t.remind_on <= of_today
    order by t.remind_on, t.id limit at_most
  $$;
revoke all on function due_reminders(date, integer) from public;
grant execute on function due_reminders(date, integer) to {{worker}};
