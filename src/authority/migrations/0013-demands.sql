-- What is demanded after the goods have gone (C18) waits for money as what is owed before they go.
create or replace view queue_line as
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
           when state = 'released' and secured.since is not null then 'officer'
           when held.for_trader_since is not null then 'trader'
           when payment_state in ('awaiting-cash', 'insufficient', 'reminded', 'overdue', 'referred')
             then 'money'
           else 'nobody'
         end as waits_for,
         case
           when state in ('refused', 'seized') then ended_at
           when state = 'registered' and arrived_at is null then registered_at
           when state not in ('accepted', 'released') then null
           else coalesce(
             held.for_officer_since,
             case when state = 'released' then secured.since end,
             held.for_trader_since,
             case when state = 'accepted' or payment_state <> 'settled' then payment_state_since end
           )
         end as waits_since
  from lodgement
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
  ) as held
  cross join lateral (
    select min(required_at) as since from security
    where security.lodgement_id = lodgement.id and security.state = 'held'
  ) as secured;
