-- The words by which an order is found, and by which the people of earlier orders are suggested. Rows
-- that tell of a private person are removed when the personal data of the order are erased.
create table order_search_term (
  tenant_id text not null references tenant (id),
  order_id text not null references customer_order (id),
  about text not null check (about in ('reference', 'buyer', 'seller')),
  term text collate "C" not null,
  is_personal boolean not null,
  primary key (order_id, term, about)
);
create index order_search_term_found on order_search_term (tenant_id, term, order_id);

alter table order_search_term enable row level security;
alter table order_search_term force row level security;
create policy own_rows on order_search_term
  using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
grant select, insert, delete on order_search_term to {{app}};

-- Orders that are there already. Row-level security binds the owner too, so it is lifted meanwhile.
-- Runs of Chinese, Japanese and Korean writing are found by each of their endings, as the application
-- has it; what was erased has no values any more, and leaves no word.
alter table customer_order no force row level security;
alter table personal_record no force row level security;
alter table order_search_term no force row level security;

insert into order_search_term (tenant_id, order_id, about, term, is_personal)
with fields as (
  select o.tenant_id, o.id as order_id, 'reference' as about, o.reference as text, false as is_personal
  from customer_order o
  union all
  select o.tenant_id, o.id, party.about,
    -- A value of a private person stands in the record that its reference names, or nowhere any more.
    case
      when value.text like 'personal:%' then (
        select r.fields ->> value.text from personal_record r
        where r.id = substring(value.text from 'personal:([a-z]+_[0-9a-z]{26})#')
      )
      else value.text
    end,
    party.data ->> 'kind' = 'private'
  from customer_order o,
  lateral (values ('buyer', o.data -> 'buyer'), ('seller', o.data -> 'seller')) as party (about, data),
  lateral (
    values (party.data ->> 'name'), (party.data ->> 'email'),
      (party.data #>> '{address,postcode}'), (party.data #>> '{address,city}')
  ) as value (text)
), clean as (
  select tenant_id, order_id, about, is_personal,
    lower(normalize(regexp_replace(text, 'personal:[^;]*;', ' ', 'g'), NFKC)) as text
  from fields where text is not null
)
select tenant_id, order_id, about, left(word[1], 40), is_personal from clean,
  lateral regexp_matches(text, '[a-z0-9ß-öø-ʯͰ-Ͽа-ӿ]+', 'g') as word
union
select tenant_id, order_id, about, left(substr(word[1], first), 40), is_personal from clean,
  lateral regexp_matches(text, '[ぁ-ヿ㐀-䶿一-鿿가-힣]+', 'g') as word,
  lateral generate_series(1, length(word[1])) as first
on conflict do nothing;

alter table customer_order force row level security;
alter table personal_record force row level security;
alter table order_search_term force row level security;
