-- Channels by files and mails, beside the interface of HMRC.

-- A message whose file lay complete under its unfinished name and was about to be renamed. With that a
-- file that lies under neither name was taken by the other side, and does not go out a second time.
create table exchange_dispatch (
  message_id text primary key references exchange_message (id),
  tenant_id text not null references tenant (id),
  renaming_at timestamptz not null
);
alter table exchange_dispatch enable row level security;
alter table exchange_dispatch force row level security;
create policy own_rows on exchange_dispatch
  using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
grant select, insert on exchange_dispatch to {{worker}};
grant select on exchange_dispatch to {{app}};

-- What one node at a time does on a channel.
create table channel_turn (
  channel text not null,
  task text not null check (task in ('collect', 'certificates')),
  -- The process that is at it.
  holder text,
  -- The next turn; while a node is at it, the end of its lease.
  due_at timestamptz not null,
  failures integer not null default 0,
  last_error text,
  done_at timestamptz,
  primary key (channel, task)
);
grant select, insert, update on channel_turn to {{worker}};
grant select on channel_turn to {{app}};

-- What the doors of a channel's other side showed when they were last looked at.
create table channel_certificate (
  channel text not null,
  door text not null check (door in ('https', 'smtp', 'imap', 'ssh')),
  subject text not null,
  issuer text not null,
  fingerprint text not null,
  not_after timestamptz,
  first_seen_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (channel, door)
);
grant select, insert, update on channel_certificate to {{worker}};
grant select on channel_certificate to {{app}};
