-- The head of the office can close an officer's access; links and sessions that are over are removed.

-- Whose access is closed gets in by no link, passkey or session. The name stays in the dossiers.
alter table officer add column access_closed_at timestamptz;
alter table officer add column access_closed_by text;

-- Sessions come and go; when an officer was last here stays known.
alter table officer add column last_signed_in_at timestamptz;
update officer set last_signed_in_at = (
  select max(opened_at) from officer_session where officer_id = officer.id
);

-- What a session has tried or was asked to sign is of use in that session only.
alter table risk_trial
  drop constraint risk_trial_session_id_fkey,
  add constraint risk_trial_session_id_fkey
    foreign key (session_id) references officer_session on delete cascade;
alter table passkey_challenge
  drop constraint passkey_challenge_session_id_fkey,
  add constraint passkey_challenge_session_id_fkey
    foreign key (session_id) references officer_session on delete cascade;
create index passkey_challenge_session on passkey_challenge (session_id);
create index officer_session_expiry on officer_session (expires_at);
create index sign_in_link_expiry on sign_in_link (expires_at);
