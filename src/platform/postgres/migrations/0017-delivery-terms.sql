-- The delivery terms of an order can be changed until its goods are consigned: its history says what
-- they were and what they became. Personal values stand apart, as in the order itself.
alter table order_event add column details jsonb;
