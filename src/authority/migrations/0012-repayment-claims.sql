-- What is given back on a claim does not change what was owed on the declaration, so it is told apart from
-- the charges that are held against its assessment.
alter table charge add column claim text references correspondence_thread;
