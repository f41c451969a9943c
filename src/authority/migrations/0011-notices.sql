-- A letter that does something, such as a penalty, says so to the trader's software as well as in words.
alter table correspondence_change add column notice jsonb;
-- Contraventions go by names of the office's own list: of many the number that HMRC gives them was not read.
alter table penalty rename column reason_code to contravention;
update penalty set contravention = 'wrong-particulars' where contravention = '051';
