-- Messages to and from authorities. The exact bytes are committed before anything is sent, and a
-- notification is committed before it is acknowledged.

create table exchange_message (
  id text primary key,
  tenant_id text not null references tenant (id),
  case_id text not null references clearance_case (id),
  channel text not null,
  kind text not null check (kind in ('declaration', 'arrival', 'cancellation', 'document')),
  lrn text not null,
  ducr text not null,
  subject text not null,
  body bytea not null,
  sha256 text not null,
  state text not null check (state in ('due', 'sending', 'unknown', 'sent', 'refused', 'dead')),
  attempts integer not null default 0,
  due_at timestamptz not null,
  conversation_id text,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  unique (channel, lrn)
);
create index exchange_message_due on exchange_message (due_at) where state in ('due', 'sending', 'unknown');
create index exchange_message_of_case on exchange_message (case_id);
create index exchange_message_conversation on exchange_message (channel, conversation_id);

create table exchange_notification (
  id text primary key,
  tenant_id text not null references tenant (id),
  case_id text not null references clearance_case (id),
  message_id text not null references exchange_message (id),
  channel text not null,
  notification_id text not null,
  function_code text not null,
  body bytea not null,
  sha256 text not null,
  parsed jsonb not null,
  received_at timestamptz not null,
  unique (channel, notification_id)
);
create index exchange_notification_of_case on exchange_notification (case_id);

-- What an authority pushed and nobody here is known to wait for, or cannot be read: kept and shown.
create table stray_notification (
  id text primary key,
  channel text not null,
  conversation_id text,
  sha256 text not null unique,
  body bytea not null,
  why text not null,
  received_at timestamptz not null
);

-- When the next message may go out on a channel: one pace for all nodes.
create table channel_pace (
  channel text primary key,
  next_at timestamptz not null
);

grant select, insert, update on channel_pace to {{worker}};
grant select, insert, update on exchange_message to {{app}}, {{worker}};
grant select, insert on exchange_notification to {{app}}, {{worker}};
-- To see a repeat the hash must be readable; what strays contain is for operators alone.
grant insert, select (sha256) on stray_notification to {{app}}, {{worker}};

-- Reviewed picks across tenants.
create function find_exchange_message(of_channel text, of_lrn text, of_conversation text)
  returns table (tenant_id text, message_id text, case_id text)
  language sql stable security definer set search_path = public
  as $$
    select m.tenant_id, m.id, m.case_id from exchange_message m
    where m.channel = of_channel and (m.lrn = of_lrn or m.conversation_id = of_conversation)
    order by (m.lrn = of_lrn) desc limit 1
  $$;
revoke all on function find_exchange_message(text, text, text) from public;
grant execute on function find_exchange_message(text, text, text) to {{app}}, {{worker}};

create function due_exchange_messages(of_now timestamptz, at_most integer)
  returns table (tenant_id text, message_id text)
  language sql stable security definer set search_path = public
  as $$
    select m.tenant_id, m.id from exchange_message m
    where m.state in ('due', 'sending', 'unknown') and m.due_at <= of_now
    order by m.due_at limit at_most
  $$;
revoke all on function due_exchange_messages(timestamptz, integer) from public;
grant execute on function due_exchange_messages(timestamptz, integer) to {{worker}};
