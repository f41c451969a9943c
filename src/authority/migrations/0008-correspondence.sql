-- Letters between traders and the office: threads, what was written in them, and what has changed in them,
-- in the order in which each trader's software reads it.

create sequence correspondence_number;

create table correspondence_thread (
  -- The office's reference, such as COR-2026-000017.
  reference text primary key,
  application_id text not null references trader_application,
  kind text not null,
  subject text not null,
  -- The declaration that it is about.
  lodgement_id text references lodgement,
  opened_by text not null check (opened_by in ('trader', 'office')),
  opened_at timestamptz not null,
  status text not null check (status in ('open', 'answered', 'decided', 'closed')),
  awaits text not null check (awaits in ('trader', 'office', 'nobody')),
  answer_due_on date,
  -- The office's own last day, which stays while it waits for the trader.
  decide_by date,
  -- What the trader corrects, asks a ruling for or appeals against, as sent.
  matter jsonb,
  -- The decision that is appealed against, as the office has it.
  appealed jsonb,
  -- Of an appeal that came late: `pending` until an officer has looked at why.
  lateness text check (lateness in ('pending', 'accepted', 'refused')),
  decision jsonb,
  -- When the office looks at it by itself: to acknowledge, or because its time is over.
  due_at timestamptz
);
create index correspondence_thread_application on correspondence_thread (application_id, opened_at desc);
create index correspondence_thread_lodgement on correspondence_thread (lodgement_id);
create index correspondence_thread_turn on correspondence_thread (awaits, answer_due_on);
create index correspondence_thread_due on correspondence_thread (due_at) where due_at is not null;

create table correspondence_message (
  id text primary key,
  thread text not null references correspondence_thread,
  application_id text not null references trader_application,
  sent_by text not null check (sent_by in ('trader', 'office')),
  -- The officer; absent where the office wrote by itself.
  officer text,
  text text not null,
  at timestamptz not null,
  -- The sender's own reference, under which a repeated letter is known, what it asked, and what was answered.
  sender_reference text,
  request_sha256 text,
  answer jsonb,
  unique (application_id, sender_reference)
);
create index correspondence_message_thread on correspondence_message (thread, at);

create table correspondence_attachment (
  id text primary key,
  message_id text not null references correspondence_message,
  position integer not null,
  name text not null,
  media_type text not null,
  size_bytes integer not null,
  sha256 text not null,
  content bytea not null
);
create index correspondence_attachment_message on correspondence_attachment (message_id, position);

-- How many changes each trader's software has been given. Its row is locked until the commit, so that numbers
-- become visible in their order and a reader that goes on after the last one misses none.
create table correspondence_count (
  application_id text primary key references trader_application,
  changes bigint not null
);

create table correspondence_change (
  application_id text not null references trader_application,
  number bigint not null,
  thread text not null references correspondence_thread,
  at timestamptz not null,
  status text not null,
  awaits text not null,
  answer_due_on date,
  -- A letter of the office that came with the change.
  message_id text references correspondence_message,
  decision jsonb,
  -- Who did what, for the officers' own history.
  actor text not null,
  what text not null,
  primary key (application_id, number)
);
create index correspondence_change_thread on correspondence_change (thread, number);
create trigger correspondence_change_append_only before update or delete on correspondence_change
  for each statement execute function refuse_change();
