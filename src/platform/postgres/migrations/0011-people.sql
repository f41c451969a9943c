-- People who sign in: who they are, the links that let them in once, their passkeys and their sessions.
-- Secrets are kept as hashes only: 256 random bits need no slow hash.

create table person (
  id text primary key,
  tenant_id text not null references tenant (id),
  -- Name and e-mail lie apart, so that they can be erased; the record of what was done refers to them.
  personal_record_id text not null references personal_record (id),
  role text not null check (role in ('owner', 'operator', 'broker', 'viewer')),
  version integer not null default 1,
  created_at timestamptz not null,
  -- The first sign-in; until then the person is invited only.
  joined_at timestamptz,
  disabled_at timestamptz,
  erased_at timestamptz
);
create index person_of_tenant on person (tenant_id);

create table sign_in_link (
  id text primary key,
  tenant_id text not null references tenant (id),
  person_id text not null references person (id),
  secret_sha256 text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_link_of_person on sign_in_link (person_id);

create table passkey (
  id text primary key,
  tenant_id text not null references tenant (id),
  person_id text not null references person (id),
  -- As the authenticator names it; the browser shows it before anybody is known.
  credential_id text not null unique,
  public_key bytea not null,
  -- How often the authenticator says it was used: one that counts backwards was copied.
  use_count bigint not null,
  transports jsonb not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_of_person on passkey (person_id);

create table person_session (
  id text primary key,
  tenant_id text not null references tenant (id),
  person_id text not null references person (id),
  secret_sha256 text not null unique,
  signed_in_with text not null check (signed_in_with in ('link', 'passkey')),
  -- Browser and system in a few words, by which people tell their sessions apart.
  device text,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz
);
create index person_session_of_person on person_session (person_id);

do $$
declare
  belonging text;
begin
  foreach belonging in array array['person', 'sign_in_link', 'passkey', 'person_session'] loop
    execute format('alter table %I enable row level security', belonging);
    execute format('alter table %I force row level security', belonging);
    execute format(
      'create policy own_rows on %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())',
      belonging);
  end loop;
end $$;

-- What a passkey has to sign. Asked for before it is known who signs in, so it belongs to no tenant; only
-- a hash is kept, into which goes for whom it was made. Spent or not, it is gone after minutes.
create table passkey_challenge (
  challenge_sha256 text primary key,
  expires_at timestamptz not null
);
create index passkey_challenge_age on passkey_challenge (expires_at);

grant select, insert, update on person, sign_in_link, passkey, person_session to {{app}};
grant delete on passkey to {{app}};
grant select, insert, delete on passkey_challenge to {{app}};

-- Reviewed picks across tenants: a secret's hash or a credential names its tenant and its row.
create policy reviewed_pick on sign_in_link for select to current_user using (true);
create policy reviewed_pick on passkey for select to current_user using (true);
create policy reviewed_pick on person_session for select to current_user using (true);

create function find_sign_in_link(hash text) returns table (tenant_id text, sign_in_link_id text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select l.tenant_id, l.id from sign_in_link l where l.secret_sha256 = hash $$;
create function find_passkey(credential text) returns table (tenant_id text, passkey_id text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select p.tenant_id, p.id from passkey p where p.credential_id = credential $$;
create function find_person_session(hash text) returns table (tenant_id text, session_id text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select s.tenant_id, s.id from person_session s where s.secret_sha256 = hash $$;

-- Reviewed removal across tenants: links and sessions that are long past tell where people were.
create index person_session_age on person_session (created_at);
create index sign_in_link_age on sign_in_link (expires_at);
create policy reviewed_removal on sign_in_link for delete to current_user using (true);
create policy reviewed_removal on person_session for delete to current_user using (true);

create function remove_past_sign_ins(made_before timestamptz, at_most integer)
  returns table (removed_count integer)
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
    with sessions as (
      delete from person_session where id in (
        select s.id from person_session s
        where s.created_at < made_before order by s.created_at limit at_most
      )
      returning 1
    ), links as (
      delete from sign_in_link where id in (
        select l.id from sign_in_link l
        where l.expires_at < made_before order by l.expires_at limit at_most
      )
      returning 1
    )
    select ((select count(*) from sessions) + (select count(*) from links))::integer
  $$;

revoke all on function find_sign_in_link(text), find_passkey(text), find_person_session(text),
  remove_past_sign_ins(timestamptz, integer) from public;
grant execute on function find_sign_in_link(text), find_passkey(text), find_person_session(text) to {{app}};
grant execute on function remove_past_sign_ins(timestamptz, integer) to {{worker}};
