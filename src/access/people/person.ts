import type { Actor } from '../../clearance/events/actor.ts'
import { ERASED, type PersonalFields } from '../../clearance/personal/personal-fields.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { failure, success, type Failure, type Result } from '../../customs/result.ts'
import { instantOf } from '../../platform/clock.ts'
import type { Row, TenantTransaction } from '../../platform/postgres/index.ts'
import type { Role } from '../role.ts'

/**
 * How far a person has come:
 * - `invited`: has never signed in
 * - `active`: has signed in and may again
 * - `disabled`: may not sign in
 * - `erased`: the same for good; name and e-mail are gone
 */
export const personStates = ['invited', 'active', 'disabled', 'erased'] as const

/** One of {@link personStates}. */
export type PersonState = (typeof personStates)[number]

/** Somebody who works for a tenant and signs in. */
export interface Person {
  readonly personId: string
  readonly name: string
  readonly email?: string
  readonly role: Role
  readonly state: PersonState
  /** Goes up by one with each edit; the next names the version that it was made on. */
  readonly version: number
  readonly createdAt: Instant
  /** The first sign-in. */
  readonly joinedAt?: Instant
}

/** A row of a person with what its personal record holds. */
export type PersonRow = Row<'person'> & { readonly fields: object }

/** All people of the tenant, the newest first. */
export async function listPeople(transaction: TenantTransaction): Promise<readonly Person[]> {
  const rows = await peopleWithNames(transaction).orderBy('person.id', 'desc').execute()
  return rows.map(personOf)
}

/** One person of the tenant; fails with `not-found`. */
export async function readPerson(
  transaction: TenantTransaction,
  personId: string,
): Promise<Result<Person>> {
  const row = await peopleWithNames(transaction)
    .where('person.id', '=', personId)
    .executeTakeFirst()
  return row === undefined ? failure(noSuchPerson(personId)) : success(personOf(row))
}

/**
 * All people of the tenant, whom no other transaction can change until this one ends. Two owners who
 * disable each other at the same moment have to take turns.
 */
export function lockPeople(transaction: TenantTransaction): Promise<readonly PersonRow[]> {
  return peopleWithNames(transaction).orderBy('person.id').forUpdate('person').execute()
}

function peopleWithNames(transaction: TenantTransaction) {
  return transaction
    .selectFrom('person')
    .innerJoin('personal_record', 'personal_record.id', 'person.personal_record_id')
    .selectAll('person')
    .select('personal_record.fields')
}

/** What goes into the personal record of a person. */
export function personalFieldsOfPerson(
  { name, email }: { readonly name: string; readonly email?: string },
  recordId: string,
): PersonalFields {
  return {
    [nameReference(recordId)]: name,
    ...(email !== undefined && { [emailReference(recordId)]: email }),
  }
}

/** How a person stands in the record of what they change: by a reference in the place of the name. */
export function actorOf({
  id,
  personal_record_id,
}: Pick<Row<'person'>, 'id' | 'personal_record_id'>): Extract<Actor, { kind: 'person' }> {
  return { kind: 'person', id, name: nameReference(personal_record_id) }
}

/** The person in a stored row. */
export function personOf(row: PersonRow): Person {
  const fields = row.fields as PersonalFields
  const email = fields[emailReference(row.personal_record_id)]
  return {
    personId: row.id,
    name: fields[nameReference(row.personal_record_id)] ?? ERASED,
    ...(email !== undefined && { email }),
    role: row.role,
    state: stateOf(row),
    version: row.version,
    createdAt: instantOf(row.created_at),
    ...(row.joined_at !== null && { joinedAt: instantOf(row.joined_at) }),
  }
}

/** How far the person in a row has come. */
export function stateOf({
  erased_at,
  disabled_at,
  joined_at,
}: Pick<Row<'person'>, 'erased_at' | 'disabled_at' | 'joined_at'>): PersonState {
  if (erased_at !== null) return 'erased'
  if (disabled_at !== null) return 'disabled'
  return joined_at === null ? 'invited' : 'active'
}

/** Whether a person may be let in at all. */
export function maySignIn(row: Row<'person'>): boolean {
  const state = stateOf(row)
  return state === 'invited' || state === 'active'
}

/** Nobody has this id in the tenant. */
export function noSuchPerson(personId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no person ${personId}.`,
    mend: 'List the people to see their ids.',
    zh: { message: `没有人员 ${personId}。`, mend: '请在人员列表中查看编号。' },
  }
}

function nameReference(recordId: string): string {
  return `personal:${recordId}#1;`
}

function emailReference(recordId: string): string {
  return `personal:${recordId}#2;`
}
