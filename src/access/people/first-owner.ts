import { failure, type Failure, type Result } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { AccessContext } from '../audit.ts'
import { issueSignInLink, type IssuedSignInLink } from '../sessions/sign-in-link.ts'
import { invitePerson } from './invite-person.ts'
import { listPeople, type Person } from './person.ts'

/** For whom a link is wanted by whoever has the machine. */
export interface OwnerLinkRequest {
  /** Absent: the only owner. */
  readonly personId?: string
  /** The name of the first owner, needed where the tenant has no owner yet. */
  readonly firstOwnerName?: string
}

/**
 * Makes a link for an owner, and the owner as well where the tenant has none yet. It is for the
 * command line and the first start: nobody can sign in yet to invite anybody.
 */
export async function issueOwnerLink(
  transaction: TenantTransaction,
  { personId, firstOwnerName }: OwnerLinkRequest,
  context: AccessContext,
): Promise<Result<IssuedSignInLink>> {
  if (personId !== undefined) return issueSignInLink(transaction, personId, context)
  const owners = (await listPeople(transaction)).filter(mayBeOwner)
  const [owner, ...others] = owners
  if (others.length > 0) return failure(severalOwners(owners))
  if (owner !== undefined) return issueSignInLink(transaction, owner.personId, context)
  if (firstOwnerName === undefined) return failure(noOwnerYet)
  const first = { name: firstOwnerName, role: 'owner' } as const
  const { personId: firstId } = await invitePerson(transaction, first, context)
  return issueSignInLink(transaction, firstId, context)
}

/** Whether an owner of the tenant has ever signed in; who else has cannot let an owner in. */
export async function hasSignedInOwner(transaction: TenantTransaction): Promise<boolean> {
  const row = await transaction
    .selectFrom('person')
    .select('id')
    .where('joined_at', 'is not', null)
    .where('role', '=', 'owner')
    .executeTakeFirst()
  return row !== undefined
}

function mayBeOwner({ role, state }: Person): boolean {
  return role === 'owner' && (state === 'active' || state === 'invited')
}

function severalOwners(owners: readonly Person[]): Failure {
  const ids = owners.map(({ personId, name }) => `${personId} (${name})`)
  return {
    code: 'invalid-input',
    path: '/person',
    message: `The tenant has several owners: ${ids.join(', ')}.`,
    mend: 'Say for whom the link is.',
    zh: { message: `该租户有多位所有者：${ids.join('、')}。`, mend: '请指明链接给哪一位。' },
  }
}

const noOwnerYet: Failure = {
  code: 'invalid-input',
  path: '/name',
  message: 'The tenant has no owner who could sign in.',
  mend: 'Say the name of its first owner.',
  zh: { message: '该租户没有能够登录的所有者。', mend: '请填写首位所有者的姓名。' },
}
