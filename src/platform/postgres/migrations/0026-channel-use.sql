-- How much of a channel's limit is used, which explains to a business why its message waits for its turn.

create policy reviewed_pick on exchange_attempt for select to current_user using (true);
create index exchange_attempt_of_channel on exchange_attempt (channel, started_at);

-- Reviewed figure across tenants: a number of attempts, and nothing of whose they are.
create function exchange_channel_use(of_channel text, of_since timestamptz)
  returns table (attempts_count integer)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select count(*)::integer from exchange_attempt a
    where a.channel = of_channel and a.started_at >= of_since
  $$;
revoke all on function exchange_channel_use(text, timestamptz) from public;
grant execute on function exchange_channel_use(text, timestamptz) to {{app}};
