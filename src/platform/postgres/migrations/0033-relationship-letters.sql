-- Letters and securities on the page of an authority: what waits, and how long answers took.

create index correspondence_thread_waiting on correspondence_thread (tenant_id, awaits) where awaits is not null;
create index correspondence_thread_answered on correspondence_thread (tenant_id, opened_by, first_answer_at desc)
  where first_answer_at is not null;
-- Security is rare, and what is held of it may be held for long.
create index case_event_of_security on case_event (tenant_id, at desc) include (case_id, sequence)
  where type = 'security-required';
