import { Client } from 'pg'

import type { Instant } from '../src/customs/calendar/local-date.ts'

/**
 * So many cases of a tenant, spread over states, lanes, values and times, written straight into the
 * table: lists read its columns only, and to clear thousands of orders first would take an hour.
 */
const INSERT = `
  insert into clearance_case
    (id, tenant_id, reference, state, lane, waiting_for, waiting_since, destination, value_amount,
     value_currency, version, snapshot, opened_at, updated_at, lrn,
     due_currency, due_quoted, due_assessed, assessed_at, released_at)
  select 'case_' || lpad((number + $4::integer)::text, 26, '0'), $1, 'SHOP-' || lpad(number::text, 6, '0'),
    place.state, 'gb-h1-' || case when number % 5 = 0 then 'low-value' else 'standard' end,
    place.waiting_for,
    case when place.waiting_for is not null
      then $2::timestamptz - make_interval(mins => number * 7 % 12000) end,
    'GB', round(40 + number * 37 % 90000 / 7.0, 2), 'GBP', 12,
    jsonb_build_object(
      'padding', repeat(md5(number::text), 90),
      'consignment', jsonb_build_object('factId', 'fact_' || lpad((number + $4::integer)::text, 26, '0')),
      'orderIds', jsonb_build_array(), 'controls', jsonb_build_object()),
    $2::timestamptz - make_interval(mins => number * 3), $2, 'TW' || upper(left(md5(number::text), 16)),
    'GBP', number % 400 + 20.5, number % 400 + 20.5 + number % 4 * 7.25 - 5,
    case when place.rest in (5, 6, 7, 8) then $2::timestamptz - make_interval(mins => number) end,
    case when place.rest in (6, 7, 8) then $2::timestamptz - make_interval(mins => number) end
  from generate_series(1, $3::integer) as number
  join (values
    (0, 'preparing', 'goods-data'), (1, 'ready', 'declaring'), (2, 'lodged', 'the-authority'),
    (3, 'registered', 'arrival'), (4, 'accepted', 'the-authority'), (5, 'accepted', 'documents'),
    (6, 'released', 'carrier'), (7, 'cleared', 'carrier'), (8, 'delivered', null),
    (9, 'stopped', 'a-decision-of-staff')
  ) as place (rest, state, waiting_for) on place.rest = number % 10`

/** What the list says of each case beside its figures stands in the consignment. */
const INSERT_CONSIGNMENTS = `
  insert into case_fact (id, tenant_id, case_id, kind, sha256, data, created_at)
  select snapshot #>> '{consignment,factId}', tenant_id, id, 'consignment', md5(id),
    jsonb_build_object(
      'padding', repeat(md5(id), 60),
      'parties', jsonb_build_object('buyer', jsonb_build_object('name', 'Buyer ' || reference)),
      'goodsItems', jsonb_build_array(
        jsonb_build_object('description', 'Men''s T-shirts, knitted, 100 % cotton'),
        jsonb_build_object('description', 'Porcelain cups'))),
    opened_at
  from clearance_case where tenant_id = $1 and id like 'case_000%'`

const INSERT_TERMS = `
  insert into case_search_term (tenant_id, case_id, about, term)
  select tenant_id, id, about, term from clearance_case, lateral (values
    ('reference', 'shop'), ('reference', right(reference, 6)), ('reference', lower(lrn)),
    ('goods', case when right(id, 2) = '07' then 'porcelain' else 'cotton' end)
  ) as word (about, term) where tenant_id = $1 and id like 'case_000%'`

/** Whose list is filled, by whose right, and from which moment on times are counted back. */
export interface SeedSettings {
  readonly ownerDatabaseUrl: string
  readonly tenantId: string
  readonly count: number
  readonly now: Instant
  /** The numbers of its cases come after this one: ids are never those of another tenant. */
  readonly firstAfter?: number
}

/** Fills the list of a tenant with cases for looking at. */
export async function seedCases({
  ownerDatabaseUrl,
  tenantId,
  count,
  now,
  firstAfter = 0,
}: SeedSettings): Promise<void> {
  const owner = new Client({ connectionString: ownerDatabaseUrl })
  await owner.connect()
  await owner.query(`select set_config('app.tenant_id', $1, false)`, [tenantId])
  await owner.query('set statement_timeout = 0')
  await owner.query(INSERT, [tenantId, now, count, firstAfter])
  await owner.query(INSERT_CONSIGNMENTS, [tenantId])
  await owner.query(INSERT_TERMS, [tenantId])
  // What fills a database day by day has been vacuumed long since.
  await owner.query('vacuum analyze clearance_case')
  await owner.query('vacuum analyze case_fact')
  await owner.query('vacuum analyze case_search_term')
  await owner.end()
}
