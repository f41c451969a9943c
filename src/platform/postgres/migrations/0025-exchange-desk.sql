-- What people decide about messages that the machine could not deliver, and about notifications that it
-- could not place. Kept of each decision: who, when, why, and what was before.

alter table exchange_message drop constraint exchange_message_state_check;
alter table exchange_message add constraint exchange_message_state_check
  check (state in ('due', 'sending', 'unknown', 'sent', 'refused', 'dead', 'set-aside'));

-- Lists of messages go by tenant, the newest first.
create index exchange_message_of_tenant on exchange_message (tenant_id, id desc);

create table message_decision (
  id text primary key,
  tenant_id text not null references tenant (id),
  message_id text not null references exchange_message (id),
  decision text not null check (decision in ('replayed', 'set-aside')),
  -- A message that is only sent again explains itself.
  reason text check (decision = 'replayed' or reason is not null),
  actor jsonb not null,
  -- State, attempts and last error of the message until then.
  before jsonb not null,
  decided_at timestamptz not null
);
create index message_decision_of_message on message_decision (message_id);
alter table message_decision enable row level security;
alter table message_decision force row level security;
create policy own_rows on message_decision
  using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
grant select, insert on message_decision to {{app}}, {{worker}};
-- To take names out when the personal data of a case are erased.
grant update (reason, before) on message_decision to {{app}};

-- Strays: what they name is kept beside the bytes, as far as they can be read, and what became of them.
alter table stray_notification
  add column lrn text,
  add column mrn text,
  add column outcome text check (outcome in ('assigned', 'set-aside')),
  add column settled_at timestamptz,
  add column settled_by jsonb,
  add column settled_why text,
  -- The case that an assigned one was stored for.
  add column case_id text references clearance_case (id),
  add constraint stray_is_settled_whole check (
    (outcome is null) = (settled_at is null) and (outcome is null) = (settled_by is null)
    and (outcome = 'assigned') = (case_id is not null)
  );

-- A stray belongs to no tenant. A business sees one only where it answers something that the business
-- itself has sent: the local reference that we made up for its message, the conversation that the
-- authority opened for it, or the MRN that the authority gave its declaration. An EORI proves nothing:
-- a business writes into its profile whichever it likes. The tables that are looked into show the
-- business its own rows alone, so the proof cannot be lent by somebody else's.
alter table stray_notification enable row level security;
alter table stray_notification force row level security;
create policy answers_own_message on stray_notification for select to {{app}}
  using (
    exists (
      select from exchange_message m
      where m.tenant_id = current_tenant() and m.channel = stray_notification.channel
        and (m.lrn = stray_notification.lrn
          or m.conversation_id = stray_notification.conversation_id)
    )
    or exists (
      select from clearance_case c
      where c.tenant_id = current_tenant() and c.mrn = stray_notification.mrn
    )
  );
create policy settles_own_message on stray_notification for update to {{app}}
  using (
    exists (
      select from exchange_message m
      where m.tenant_id = current_tenant() and m.channel = stray_notification.channel
        and (m.lrn = stray_notification.lrn
          or m.conversation_id = stray_notification.conversation_id)
    )
    or exists (
      select from clearance_case c
      where c.tenant_id = current_tenant() and c.mrn = stray_notification.mrn
    )
  );
-- Whatever comes is kept, by whichever process it comes in.
create policy kept on stray_notification for insert to {{app}}, {{worker}} with check (true);
-- The owner of the installation sees all of them, and erases for the businesses.
create policy of_the_installation on stray_notification to current_user
  using (true) with check (true);
grant select on stray_notification to {{app}};
grant update (outcome, settled_at, settled_by, settled_why, case_id) on stray_notification to {{app}};
create index stray_notification_by_lrn on stray_notification (lrn) where lrn is not null;
create index stray_notification_by_conversation on stray_notification (conversation_id)
  where conversation_id is not null;
create index clearance_case_by_mrn on clearance_case (tenant_id, mrn) where mrn is not null;

-- As before, and what people wrote when they settled it goes too.
create or replace function erase_stray_notifications(of_case text, of_now timestamptz)
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
    update stray_notification s
    set body = '', why = 'erased', erased_at = of_now,
      settled_why = case when s.settled_why is not null then 'erased' end
    where s.erased_at is null and exists (
      select from named
      where length(reference) >= 12
        and (s.conversation_id = reference or position(convert_to(reference, 'UTF8') in s.body) > 0)
    )
    returning s.id
  $$;
