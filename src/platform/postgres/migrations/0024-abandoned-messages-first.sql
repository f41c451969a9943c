-- What a lost sender had in hand has had its turn, and is in doubt until somebody asks: it goes before all
-- others, however much they have waiting. There is no more of it than one sender can have in hand.

create or replace function next_exchange_message(of_channel text, of_now timestamptz)
  returns table (tenant_id text, message_id text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    (
      select m.tenant_id, m.id from exchange_message m
      where m.channel = of_channel and m.state = 'sending' and m.due_at <= of_now
      order by m.due_at limit 1
    )
    union all
    (
      with recursive waiting as (
        select min(m.tenant_id) as tenant_id from exchange_message m
        where m.channel = of_channel and m.state in ('due', 'sending', 'unknown')
        union all
        select (
          select min(m.tenant_id) from exchange_message m
          where m.channel = of_channel and m.state in ('due', 'sending', 'unknown')
            and m.tenant_id > w.tenant_id
        ) from waiting w where w.tenant_id is not null
      )
      select w.tenant_id, first.id
      from waiting w
      cross join lateral (
        select m.id, m.due_at from exchange_message m
        where m.channel = of_channel and m.tenant_id = w.tenant_id
          and m.state in ('due', 'sending', 'unknown') and m.due_at <= of_now
        order by m.due_at limit 1
      ) first
      left join channel_share s on s.channel = of_channel and s.tenant_id = w.tenant_id
      left join channel_pace p on p.channel = of_channel
      order by greatest(s.finish, p.virtual_time, 0), s.served_at nulls first, first.due_at
      limit 1
    )
    limit 1
  $$;
