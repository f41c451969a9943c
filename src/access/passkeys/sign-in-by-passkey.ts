import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'

import type { Immutable } from '../../customs/immutable.ts'
import { failure, success, type Failure, type Result } from '../../customs/result.ts'
import {
  acrossTenants,
  inTenant,
  inTransaction,
  type Row,
  type TenantTransaction,
} from '../../platform/postgres/index.ts'
import { maySignIn } from '../people/person.ts'
import { openSession, type OpenedSession } from '../sessions/session.ts'
import type { SignInPorts } from '../sessions/sign-in-by-link.ts'
import { challengeIn } from './add-passkey.ts'
import { CHALLENGE_LIFE_MS, keepChallenge, takeChallenge } from './challenge.ts'
import type { RelyingParty } from './relying-party.ts'

/** What the browser is asked to sign. It names nobody: the browser shows whose passkeys it has. */
export async function passkeyRequestOptions(
  { database, clock }: SignInPorts,
  relyingParty: RelyingParty,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty.id,
    userVerification: 'required',
    timeout: CHALLENGE_LIFE_MS,
  })
  const kept = { challenge: options.challenge, purpose: 'sign-in', now: clock.now() } as const
  await inTransaction(database, (transaction) => keepChallenge(transaction, kept))
  return options
}

type Assertion = Immutable<AuthenticationResponseJSON>

/** What the browser has signed, and the device that it was signed on. */
export interface ShownPasskey {
  readonly response: Assertion
  readonly device: string | undefined
  readonly relyingParty: RelyingParty
}

/**
 * Signs in whoever holds a passkey. The refusal is the same whatever is wrong, so that nobody learns
 * by it which passkeys there are; the reason that the library gives goes to `refused`.
 */
export async function signInByPasskey(
  ports: SignInPorts,
  { response, device, relyingParty }: ShownPasskey,
  refused: (why: string) => void,
): Promise<Result<OpenedSession>> {
  const { database, clock } = ports
  const challenge = challengeIn(response)
  if (challenge === undefined || !(await takeSignInChallenge(ports, challenge))) {
    refused('no such challenge')
    return failure(signInRefused)
  }
  const [found] = await acrossTenants(database, 'find_passkey', [response.id])
  const { tenant_id: tenantId, passkey_id: passkeyId } = found ?? {}
  if (tenantId === undefined || passkeyId === undefined) {
    refused('no such passkey')
    return failure(signInRefused)
  }
  return inTenant(database, tenantId, async (transaction) => {
    const { passkey, person } = await lockPasskey(transaction, passkeyId)
    if (passkey === undefined || person === undefined || !maySignIn(person)) {
      refused('its person may not sign in')
      return failure(signInRefused)
    }
    const useCount = await countOfSignature({ response, challenge, passkey, relyingParty }, refused)
    if (useCount === undefined) return failure(signInRefused)
    const now = clock.now()
    await transaction
      .updateTable('passkey')
      .set({ use_count: useCount, last_used_at: now })
      .where('id', '=', passkeyId)
      .execute()
    return success(await openSession(transaction, { person, signedInWith: 'passkey', device, now }))
  })
}

/** Spent in a transaction of its own, so that a refusal does not bring it back. */
function takeSignInChallenge(
  { database, clock }: SignInPorts,
  challenge: string,
): Promise<boolean> {
  const taken = { challenge, purpose: 'sign-in', now: clock.now() } as const
  return inTransaction(database, (transaction) => takeChallenge(transaction, taken))
}

/** Locked, so that two signatures of one passkey are counted one after the other. */
async function lockPasskey(transaction: TenantTransaction, passkeyId: string) {
  const passkey = await transaction
    .selectFrom('passkey')
    .selectAll()
    .where('id', '=', passkeyId)
    .forUpdate()
    .executeTakeFirst()
  const person =
    passkey &&
    (await transaction
      .selectFrom('person')
      .selectAll()
      .where('id', '=', passkey.person_id)
      .forUpdate()
      .executeTakeFirst())
  return { passkey, person }
}

interface Signature {
  readonly response: Assertion
  readonly challenge: string
  readonly passkey: Row<'passkey'>
  readonly relyingParty: RelyingParty
}

/**
 * The count that comes with a good signature. A count that does not go up is refused: somebody has a
 * copy of the passkey.
 */
async function countOfSignature(
  { response, challenge, passkey, relyingParty }: Signature,
  refused: (why: string) => void,
): Promise<number | undefined> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: relyingParty.origin,
      expectedRPID: relyingParty.id,
      credential: {
        id: passkey.credential_id,
        publicKey: new Uint8Array(passkey.public_key),
        counter: Number(passkey.use_count),
      },
      requireUserVerification: true,
    })
    if (verified) return authenticationInfo.newCounter
    refused('the signature does not fit')
  } catch (error) {
    refused(error instanceof Error ? error.message : String(error))
  }
  return undefined
}

const signInRefused: Failure = {
  code: 'sign-in-refused',
  path: '',
  message: 'The passkey does not let anybody in.',
  mend: 'Try another passkey, or ask an owner of your business for a link.',
  zh: {
    message: '无法用该通行密钥登录。',
    mend: '请换用其他通行密钥，或向本企业的所有者索取登录链接。',
  },
}
