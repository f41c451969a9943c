-- Threads in which a business claims back what it has paid.
alter table correspondence_thread drop constraint correspondence_thread_kind_check;
alter table correspondence_thread add constraint correspondence_thread_kind_check check (
  kind in ('question', 'enquiry', 'voluntary-correction', 'repayment-claim', 'ruling-request', 'appeal'));
