-- How a business stands with an authority: whom it knows there, what it can show of itself, and how long
-- answers take.

-- Whom a business can turn to at an authority, beside what the authority publishes. Names, telephones and
-- addresses of people stand here: a contact that is removed is gone, and who changed what is in the audit
-- record without them.
create table authority_contact (
  id text primary key,
  tenant_id text not null references tenant (id),
  authority text not null,
  topic text not null,
  -- `AuthorityContactFacts`
  facts jsonb not null,
  version integer not null check (version > 0),
  changed_by jsonb not null,
  changed_at timestamptz not null
);
create index authority_contact_of_tenant on authority_contact (tenant_id, authority, id);

-- What shows that a criterion of a trusted trader is met: a document, or the judgement of a person.
-- Withdrawn ones stay, so that it can be said what a standing once rested on.
create table standing_evidence (
  id text primary key,
  tenant_id text not null references tenant (id),
  authority text not null,
  scheme text not null,
  criterion text not null,
  kind text not null check (kind in ('document', 'judgement')),
  -- Of a document: which of the criterion's it is, and its content.
  document text,
  attachment_id text references attachment (id),
  -- Of a judgement: what was judged, and why.
  verdict text check (verdict in ('met', 'not-met')),
  reason text,
  issued_on date,
  expires_on date,
  actor jsonb not null,
  cause jsonb not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by jsonb,
  check ((kind = 'document') = (document is not null and attachment_id is not null)),
  check ((kind = 'judgement') = (verdict is not null and reason is not null)),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index standing_evidence_of_tenant on standing_evidence (tenant_id, authority, criterion, at desc);

do $$
declare
  belonging text;
begin
  foreach belonging in array array['authority_contact', 'standing_evidence'] loop
    execute format('alter table %I enable row level security', belonging);
    execute format('alter table %I force row level security', belonging);
    execute format(
      'create policy own_rows on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())',
      belonging);
  end loop;
end $$;

grant select, insert, update, delete on authority_contact to {{app}};
grant select, insert on standing_evidence to {{app}};
-- What was said is never changed, only withdrawn.
grant update (withdrawn_at, withdrawn_by) on standing_evidence to {{app}};

-- Response times and the figures of the record are read by what happened and when; the other events of a
-- case, most of them, are not in this index.
create index case_event_with_authority on case_event (tenant_id, type, at desc) include (case_id, sequence)
  where type in (
    'declaration-sent', 'declaration-rejected', 'declaration-accepted', 'goods-released',
    'documents-requested', 'documents-answered', 'control-satisfied', 'control-not-satisfied',
    'examination-ordered', 'goods-examined', 'question-asked', 'question-answered', 'question-closed',
    'request-made', 'request-granted', 'request-denied', 'assessment-corrected', 'debt-reduced', 'debt-refunded',
    'funds-insufficient',
    'entry-refused', 'goods-seized'
  );
-- The first answer to a message.
create index exchange_message_sent on exchange_message (tenant_id, channel, sent_at desc)
  where sent_at is not null;
create index exchange_notification_of_message on exchange_notification (message_id, received_at);
