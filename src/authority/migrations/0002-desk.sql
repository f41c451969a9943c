-- The officers' desk: who signs in there, what the queue is sorted by, what an inspection has seen,
-- and how the risk rules came to be what they are.

create table officer (
  id text primary key,
  -- As it stands in the dossier, so no two officers share one.
  name text not null unique,
  -- `head` invites officers and sets the office; every other act is open to both.
  role text not null,
  created_at timestamptz not null,
  created_by text not null
);

-- A link signs in once. Only the digest of its secret is kept.
create table sign_in_link (
  token_sha256 text primary key,
  officer_id text not null references officer,
  made_at timestamptz not null,
  made_by text not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table officer_session (
  id text primary key,
  token_sha256 text not null unique,
  officer_id text not null references officer,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);

create table passkey (
  -- The credential's own id, as base64url.
  id text primary key,
  officer_id text not null references officer,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports jsonb not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_officer on passkey (officer_id);

-- What a passkey has to sign; each is asked for once and gone with the answer.
create table passkey_challenge (
  challenge text primary key,
  -- The session that adds a passkey; absent where a passkey signs in.
  session_id text references officer_session,
  expires_at timestamptz not null
);

-- What an inspection has seen of one item.
create table inspection_photo (
  id text primary key,
  lodgement_id text not null references lodgement,
  control_id text not null references control,
  item_sequence integer not null,
  media_type text not null,
  size_bytes integer not null,
  sha256 text not null,
  content bytea not null,
  taken_at timestamptz not null,
  taken_by text not null
);
create index inspection_photo_lodgement on inspection_photo (lodgement_id, taken_at);

-- Every set of risk rules that was ever in force, the latest last.
create table risk_rule_set (
  number integer generated always as identity primary key,
  rules jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null,
  reason text,
  -- Whether the set was tried on past lodgements before it was switched on.
  tried boolean not null,
  -- The earlier set that this one goes back to.
  restores integer references risk_rule_set
);

-- Which sets a session has tried, so that an untried one is not switched on by oversight.
create table risk_trial (
  session_id text not null references officer_session,
  rules_sha256 text not null,
  tried_at timestamptz not null,
  primary key (session_id, rules_sha256)
);

-- Rules have a weight from now on, outcomes the weight that their rule had. Those of before get the
-- weight of what their rule leads to.
create function weight_of_action(action text) returns integer language sql immutable as $$
  select case action when 'review' then 50 when 'inspect' then 40 else 25 end
$$;
update risk_rule set data = data || jsonb_build_object('weight', weight_of_action(data ->> 'action'));
update risk_evaluation set outcomes = (
  select coalesce(jsonb_agg(
    outcome || jsonb_build_object('weight', weight_of_action(outcome ->> 'action')) order by place
  ), '[]')
  from jsonb_array_elements(outcomes) with ordinality as given (outcome, place)
);
drop function weight_of_action(text);

-- The first set of the history is what stands now.
insert into risk_rule_set (rules, changed_at, changed_by, tried)
  select jsonb_agg(data order by position, id), max(changed_at),
         (array_agg(changed_by order by changed_at desc))[1], false
  from risk_rule
  having count(*) > 0;

-- The sum of the weights of the rules that hit, at most 100; absent before acceptance.
alter table lodgement add column risk_score integer;
update lodgement set risk_score = (
  select least(100, coalesce(sum((outcome ->> 'weight')::integer), 0))
  from risk_evaluation, jsonb_array_elements(outcomes) as outcome
  where lodgement_id = lodgement.id and (outcome ->> 'hit')::boolean
)
where exists (select from risk_evaluation where lodgement_id = lodgement.id);
create index lodgement_risk on lodgement ((coalesce(risk_score, -1)) desc, id desc);

-- One line of the queue: a lodgement, and whom it waits for since when.
create view queue_line as
  select lodgement.id, lodgement.mrn, lodgement.lrn, lodgement.ducr, lodgement.state,
         lodgement.version, lodgement.declarant_eori as declarant, lodgement.risk_score,
         lodgement.payment_state, lodgement.received_at, lodgement.accepted_at,
         coalesce(corrected, declared) as declaration,
         held.kinds as open_controls,
         case
           when state in ('refused', 'seized') then 'officer'
           when state = 'registered' and arrived_at is null then 'trader'
           when state not in ('accepted', 'released') then 'nobody'
           when held.for_officer_since is not null then 'officer'
           when held.for_trader_since is not null then 'trader'
           when state = 'accepted' and payment_state in ('awaiting-cash', 'insufficient', 'reminded')
             then 'money'
           else 'nobody'
         end as waits_for,
         case
           when state in ('refused', 'seized') then ended_at
           when state = 'registered' and arrived_at is null then registered_at
           when state not in ('accepted', 'released') then null
           else coalesce(
             held.for_officer_since, held.for_trader_since,
             case when state = 'accepted' then payment_state_since end
           )
         end as waits_since
  from lodgement
  -- A request or a question waits for the trader until a file has come, and then for the officer.
  cross join lateral (
    select coalesce(array_agg(control.kind order by control.opened_at)
             filter (where control.id is not null), '{}') as kinds,
           min(case when control.kind in ('inspection', 'review') then control.opened_at
                    else answer.received_at end) as for_officer_since,
           min(control.opened_at) filter (
             where control.kind in ('documents', 'question') and answer.received_at is null
           ) as for_trader_since
    from control
    left join lateral (
      select min(received_at) as received_at from file_upload
      where file_upload.lodgement_id = control.lodgement_id
        and file_upload.received_at >= control.opened_at
    ) as answer on true
    where control.lodgement_id = lodgement.id and control.state = 'open'
  ) as held;
