-- Editions of tariffs and lists as authorities publish them. They belong to no tenant: what a law says
-- is the same for all. Only the owner writes them, as he migrates; the application and the workers read.

-- One import. An edition that is loaded anew keeps its old import, marked as superseded.
create table tariff_edition (
  id text primary key,
  territory text not null,
  format text not null,
  edition text not null,
  published_on date,
  effective_from date not null,
  imported_at timestamptz not null,
  superseded_at timestamptz,
  rows_read integer not null,
  rows_understood integer not null,
  -- Every row that is not in the edition, or is in it with something amiss.
  row_reports jsonb not null,
  -- Digest over the digests of the files in their order.
  sha256 text not null
);
create unique index tariff_edition_current on tariff_edition (territory, format, edition)
  where superseded_at is null;

create table tariff_edition_file (
  edition_id text not null references tariff_edition (id),
  position integer not null,
  name text not null,
  sha256 text not null,
  size_bytes bigint not null,
  primary key (edition_id, position)
);

-- The content in parts, such as chapters, each kept once under its digest: most chapters are the same
-- from one edition to the next.
create table tariff_part (
  sha256 text primary key,
  body bytea not null
);
-- Compressed before it comes here.
alter table tariff_part alter column body set storage external;

create table tariff_edition_part (
  edition_id text not null references tariff_edition (id),
  position integer not null,
  name text not null,
  sha256 text not null references tariff_part (sha256),
  primary key (edition_id, position)
);

grant select on tariff_edition, tariff_edition_file, tariff_part, tariff_edition_part to {{app}}, {{worker}};
