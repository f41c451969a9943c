import type { PersonalFields } from '../../clearance/personal/personal-fields.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { failure, success, type Failure, type Result } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { recordAccessChange, type AccessContext } from '../audit.ts'
import type { Role } from '../role.ts'
import { shutOut } from '../sessions/shut-out.ts'
import {
  lockPeople,
  noSuchPerson,
  personalFieldsOfPerson,
  personOf,
  stateOf,
  type Person,
  type PersonRow,
} from './person.ts'

/** What of a person can be edited; what is absent stays as it is. */
export interface PersonChange {
  readonly name?: string
  /** `null` takes the address away. */
  readonly email?: string | null
  readonly role?: Role
  /** `disabled`: signed out everywhere, and every way in is shut. */
  readonly state?: 'enabled' | 'disabled'
}

/** A change with the person and the version that it is for. */
export interface PersonEdit {
  readonly personId: string
  readonly change: PersonChange
  readonly expectedVersion: number
}

/**
 * Changes a person. A new role holds within seconds, also where the person is signed in. Fails with
 * `conflict` where nobody would be left who is an owner and can sign in.
 */
export async function changePerson(
  transaction: TenantTransaction,
  edit: PersonEdit,
  context: AccessContext,
): Promise<Result<Person>> {
  const { personId, change } = edit
  const people = await lockPeople(transaction)
  const row = people.find(({ id }) => id === personId)
  if (row === undefined) return failure(noSuchPerson(personId))
  const obstacle = obstacleTo(row, edit, people)
  if (obstacle !== undefined) return failure(obstacle)
  const fields = fieldsAfter(row, change)
  await transaction
    .updateTable('personal_record')
    .set({ fields: JSON.stringify(fields) })
    .where('id', '=', row.personal_record_id)
    .execute()
  const changed = await transaction
    .updateTable('person')
    .set({ version: row.version + 1, ...columnsOf(row, change, context.now) })
    .where('id', '=', personId)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (change.state === 'disabled') await shutOut(transaction, personId, context.now)
  await recordAccessChange(
    transaction,
    { action: 'person-changed', subject: personId, detail: auditDetail(change) },
    context,
  )
  return success(personOf({ ...changed, fields }))
}

function obstacleTo(
  row: PersonRow,
  { change, expectedVersion }: PersonEdit,
  people: readonly PersonRow[],
): Failure | undefined {
  if (row.version !== expectedVersion) return personHasChanged
  if (stateOf(row) === 'erased') return personIsErased
  const staysOwner = (change.role ?? row.role) === 'owner' && change.state !== 'disabled'
  return staysOwner || !isLastOwner(row, people) ? undefined : lastOwner
}

function isLastOwner(row: PersonRow, people: readonly PersonRow[]): boolean {
  const others = people.filter(({ id }) => id !== row.id)
  return isActiveOwner(row) && !others.some(isActiveOwner)
}

function isActiveOwner(row: PersonRow): boolean {
  return row.role === 'owner' && stateOf(row) === 'active'
}

function fieldsAfter(row: PersonRow, change: PersonChange): PersonalFields {
  const before = personOf(row)
  const email = change.email === undefined ? before.email : (change.email ?? undefined)
  const name = change.name ?? before.name
  return personalFieldsOfPerson(
    { name, ...(email !== undefined && { email }) },
    row.personal_record_id,
  )
}

function columnsOf(row: PersonRow, { role, state }: PersonChange, now: Instant) {
  return {
    ...(role !== undefined && { role }),
    ...(state === 'enabled' && { disabled_at: null }),
    ...(state === 'disabled' && { disabled_at: row.disabled_at ?? now }),
  }
}

/** Which facts changed, without the name and the address themselves. */
function auditDetail({ role, state, ...personal }: PersonChange) {
  return {
    changed: Object.keys(personal),
    ...(role !== undefined && { role }),
    ...(state !== undefined && { state }),
  }
}

const personHasChanged: Failure = {
  code: 'precondition-failed',
  path: '',
  message: 'The person was changed after you had read them.',
  mend: 'Read the people again and repeat the change with the present version.',
  zh: {
    message: '您读取之后，该人员资料已被修改。',
    mend: '请重新读取人员资料，并以当前版本再次提交更改。',
  },
}

const personIsErased: Failure = {
  code: 'conflict',
  path: '',
  message: 'The data of this person were erased; there is nothing left to change.',
  mend: 'Invite the person anew.',
  zh: { message: '该人员的个人数据已被删除，没有可更改的内容。', mend: '请重新邀请该人员。' },
}

const lastOwner: Failure = {
  code: 'conflict',
  path: '',
  message: 'This is the last owner who can sign in; without one nobody could invite others.',
  mend: 'Let another owner sign in first.',
  zh: {
    message: '这是最后一位能够登录的所有者；没有所有者，将无人能够邀请他人。',
    mend: '请先让另一位所有者登录。',
  },
}
