-- What the office has seen of each party before, so that risk rules can look at it. A party is known by its
-- EORI or else by its name; an entry counts once it is accepted, a finding once an entry was re-assessed,
-- refused or seized.
create table party_history (
  role text not null check (role in ('exporter', 'importer', 'declarant')),
  party text not null,
  entries integer not null default 0 check (entries >= 0),
  findings integer not null default 0 check (findings >= 0),
  primary key (role, party)
);

alter table lodgement add column has_finding boolean not null default false;

-- The facts that the rules were asked about, as they were then; absent in evaluations before this.
alter table risk_evaluation add column facts jsonb;

update lodgement set has_finding = exists (
  select from dossier_entry as entry
  where entry.lodgement_id = lodgement.id
    and entry.what in ('re-assessed', 'refused entry', 'seized the goods')
);

insert into party_history (role, party, entries, findings)
select party.role, party.known_by, count(*), count(*) filter (where lodgement.has_finding)
from lodgement,
  lateral (
    values
      ('exporter', lower(trim(coalesce(declared #>> '{exporter,id}', declared #>> '{exporter,name}')))),
      ('importer', lower(trim(coalesce(declared #>> '{importer,id}', declared #>> '{importer,name}')))),
      ('declarant', lower(trim(coalesce(declared #>> '{declarant,id}', declared #>> '{declarant,name}'))))
  ) as party (role, known_by)
where lodgement.accepted_at is not null and party.known_by <> ''
group by party.role, party.known_by;
