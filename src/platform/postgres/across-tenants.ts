import { type Kysely, sql } from 'kysely'

import { isId } from '../ids.ts'
import { openDatabase, type Database } from './connect.ts'
import type { Schema } from './schema.ts'

/**
 * The functions that may look across tenants. Each is SECURITY DEFINER, was reviewed in its
 * migration, and returns ids only: what is behind an id is read inside `inTenant`. Those that count
 * are {@link CrossTenantFigure}s.
 */
export type CrossTenantPick =
  | 'find_api_key'
  | 'find_sign_in_link'
  | 'find_passkey'
  | 'find_person_session'
  | 'find_exchange_message'
  | 'next_exchange_message'
  | 'find_tracking_link'
  | 'due_deliveries'
  | 'changed_cases'
  | 'supplementary_declarations_to_see'
  | 'find_letter_thread'
  | 'find_letter'
  | 'find_case_of_mrn'
  | 'due_reminders'

/** The reviewed functions that count rows of all tenants, or remove what nobody needs any more. */
export type CrossTenantFigure =
  | 'exchange_outbox_depth'
  | 'exchange_channel_use'
  | 'remove_idempotency_records'
  | 'remove_past_sign_ins'
  | 'case_change_horizon'
  | 'remove_list_drafts'
  | 'remove_exchange_attempts'
  | 'remove_unsent_papers'
  | 'openings_under_way'

type Parameters = readonly (string | number | Date | null)[]

/**
 * Calls one of the reviewed picks across tenants.
 *
 * @returns one record of ids per row, under the names of the function's result columns
 * @throws TypeError when a function returns anything but ids, which is a fault of its migration
 */
export async function acrossTenants(
  database: Database<Schema>,
  pick: CrossTenantPick,
  parameters: Parameters,
): Promise<readonly Readonly<Record<string, string>>[]> {
  return callPick(openDatabase(database).kysely, pick, parameters)
}

/** The same on a connection or in a transaction that the caller has; for this folder only. */
export async function callPick(
  on: Kysely<Schema>,
  pick: CrossTenantPick,
  parameters: Parameters,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const rows = await call<string>(on, pick, parameters)
  for (const value of rows.flatMap((row) => Object.values(row))) {
    if (!isId(value)) throw new TypeError(`${pick} must return ids only`)
  }
  return rows
}

/**
 * Calls one of the reviewed functions that count across tenants.
 *
 * @returns its figures under the names of the function's result columns; null where there is none
 * @throws TypeError when it returns anything but one row of numbers, a fault of its migration
 */
export async function figuresAcrossTenants(
  database: Database<Schema>,
  figure: CrossTenantFigure,
  parameters: Parameters,
): Promise<Readonly<Record<string, number | null>>> {
  const { kysely } = openDatabase(database)
  const [row, ...others] = await call<number | null>(kysely, figure, parameters)
  if (row === undefined || others.length > 0) throw new TypeError(`${figure} must return one row`)
  for (const value of Object.values(row)) {
    if (value !== null && typeof value !== 'number') {
      throw new TypeError(`${figure} must return numbers only`)
    }
  }
  return row
}

async function call<Value>(
  on: Kysely<Schema>,
  name: CrossTenantPick | CrossTenantFigure,
  parameters: Parameters,
): Promise<readonly Readonly<Record<string, Value>>[]> {
  const list = sql.join(parameters.map((parameter) => sql.val(parameter)))
  const statement = sql<Record<string, Value>>`select * from ${sql.id(name)}(${list})`
  return (await statement.execute(on)).rows
}
