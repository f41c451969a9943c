-- Penalties are rare and counted on the page of an authority.
create index case_event_of_penalty on case_event (tenant_id, at desc) include (case_id, sequence)
  where type = 'penalty-imposed';
