-- Rows of a table of orders are counted by how far they are when they are written, so that a list of
-- such tables counts none.
alter table list_draft
  add column rows_flawed integer not null default 0,
  add column rows_ready integer not null default 0,
  add column rows_taken integer not null default 0;
create index list_draft_row_by_state on list_draft_row (draft_id, state, row_number);

-- Tables that are there already. Row-level security binds the owner too, so it is lifted meanwhile.
alter table list_draft no force row level security;
alter table list_draft_row no force row level security;
update list_draft set
  (rows_flawed, rows_ready, rows_taken) = (
    select count(*) filter (where r.state = 'flawed'),
      count(*) filter (where r.state = 'ready'),
      count(*) filter (where r.state = 'taken')
    from list_draft_row r where r.draft_id = list_draft.id
  );
alter table list_draft force row level security;
alter table list_draft_row force row level security;
