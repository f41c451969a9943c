-- Attempts are for whoever looks after the exchange, and grow with every message: what is long over is
-- removed. Those of a message that waits, or waits for a person, stay: what is decided about it hangs on them.
create policy reviewed_removal on exchange_attempt for delete to current_user using (true);
create index exchange_attempt_age on exchange_attempt (ended_at);

-- Reviewed removal across tenants: of the oldest rows, so many at a time that no lock is held for long.
create function remove_exchange_attempts(ended_before timestamptz, at_most integer)
  returns table (removed_count integer)
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
    with removed as (
      delete from exchange_attempt where id in (
        select a.id from exchange_attempt a join exchange_message m on m.id = a.message_id
        where a.ended_at < ended_before and m.state in ('sent', 'refused', 'set-aside')
        order by a.ended_at limit at_most
      )
      returning 1
    )
    select count(*)::integer from removed
  $$;
revoke all on function remove_exchange_attempts(timestamptz, integer) from public;
grant execute on function remove_exchange_attempts(timestamptz, integer) to {{worker}};
