-- Pushes are due by the clock on the wall, whatever the pace of the office, and are given up two weeks
-- after the first was due.
alter table notification add column push_since timestamptz;
update notification set push_since = least(issued_at, now()), push_due_at = least(push_due_at, now())
where push_due_at is not null;
