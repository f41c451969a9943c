-- What businesses permit traders' software to do in their name, and the tokens that follow from it (OAuth 2.0).

alter table trader_application add column client_secret_sha256 text;
-- Where browsers may be sent back to.
alter table trader_application add column redirect_urls jsonb not null default '[]';

-- A permission lasts until it ends or is used up: a refresh token that was shown is replaced by another.
create table permission (
  id text primary key,
  application_id text not null references trader_application,
  scopes text not null,
  refresh_sha256 text not null unique,
  granted_at timestamptz not null,
  ends_at timestamptz not null
);

-- Handed to a browser, exchanged once for tokens.
create table permission_code (
  code_sha256 text primary key,
  application_id text not null references trader_application,
  scopes text not null,
  redirect_url text not null,
  expires_at timestamptz not null
);

-- Of a permission, or of the application itself.
create table access_token (
  token_sha256 text primary key,
  application_id text not null references trader_application,
  permission_id text references permission on delete cascade,
  scopes text not null,
  expires_at timestamptz not null
);
create index access_token_of_permission on access_token (permission_id);
create index access_token_age on access_token (expires_at);
create index permission_code_age on permission_code (expires_at);
