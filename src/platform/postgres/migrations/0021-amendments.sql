-- A declaration that the authority has can be amended, by a message of its own.

alter table exchange_message drop constraint exchange_message_kind_check;
alter table exchange_message add constraint exchange_message_kind_check
  check (kind in ('declaration', 'arrival', 'cancellation', 'amendment', 'document'));

-- The authority's grant comes to the worker, and the case is then found by its goods as amended.
grant delete on case_search_term to {{worker}};
