-- Papers that were uploaded for a letter about no case and that never went with one are nobody's: the
-- letter was not sent. Papers of cases, and those that stand as evidence, are never among them.
create policy reviewed_pick on attachment for select to current_user
  using (case_id is null and kind = 'letter-paper');
create policy reviewed_removal on attachment for delete to current_user
  using (case_id is null and kind = 'letter-paper');
create policy reviewed_pick on letter_attachment for select to current_user using (true);
create index letter_attachment_of_paper on letter_attachment (attachment_id);
create index attachment_without_case on attachment (created_at)
  where case_id is null and kind = 'letter-paper';

-- Reviewed removal across tenants: of the oldest papers, so many at a time that no lock is held for long.
create function remove_unsent_papers(uploaded_before timestamptz, at_most integer)
  returns table (removed_count integer)
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
    with removed as (
      delete from attachment where id in (
        select a.id from attachment a
        where a.case_id is null and a.kind = 'letter-paper' and a.created_at < uploaded_before
          and not exists (select from letter_attachment goes where goes.attachment_id = a.id)
        order by a.created_at limit at_most
      )
      returning 1
    )
    select count(*)::integer from removed
  $$;
revoke all on function remove_unsent_papers(timestamptz, integer) from public;
grant execute on function remove_unsent_papers(timestamptz, integer) to {{worker}};
