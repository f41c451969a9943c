-- Reserved for the web pages; filled by the change that needs it.
select 1;
