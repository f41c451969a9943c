import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { decodeClientDataJSON } from '@simplewebauthn/server/helpers'

import type { Immutable } from '../../customs/immutable.ts'
import { failure, success, type Failure, type Result } from '../../customs/result.ts'
import { newId } from '../../platform/ids.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { recordAccessChange, type AccessContext } from '../audit.ts'
import type { Person } from '../people/person.ts'
import { CHALLENGE_LIFE_MS, keepChallenge, takeChallenge } from './challenge.ts'
import { passkeyOf, passkeyRows, type Passkey } from './passkey.ts'
import type { RelyingParty } from './relying-party.ts'

/** For whom and where a passkey is made. */
export interface PasskeyOwner {
  readonly person: Person
  /** Shown beside the person's name, as somebody may work for several businesses. */
  readonly tenantName: string
  readonly relyingParty: RelyingParty
}

/** What the browser is told to make: a passkey that unlocks with a finger, a face or a PIN. */
export async function passkeyCreationOptions(
  transaction: TenantTransaction,
  { person, tenantName, relyingParty }: PasskeyOwner,
  { now }: AccessContext,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const existing = await passkeyRows(transaction, person.personId)
  const options = await generateRegistrationOptions({
    rpID: relyingParty.id,
    rpName: relyingParty.name,
    userID: new TextEncoder().encode(person.personId),
    userName: `${person.name} (${tenantName})`,
    userDisplayName: person.name,
    timeout: CHALLENGE_LIFE_MS,
    attestationType: 'none',
    // One device needs no second passkey of the same person.
    excludeCredentials: existing.map((row) => ({
      id: row.credential_id,
      transports: row.transports as string[],
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  const { challenge } = options
  await keepChallenge(transaction, { challenge, purpose: `passkey of ${person.personId}`, now })
  return options
}

/** What the browser has made, and how the person calls it. */
export interface MadePasskey {
  readonly personId: string
  readonly name: string
  readonly response: Immutable<RegistrationResponseJSON>
  readonly relyingParty: RelyingParty
}

/** Keeps a passkey that the browser has made, if it was made for us and on our asking. */
export async function addPasskey(
  transaction: TenantTransaction,
  { personId, name, response, relyingParty }: MadePasskey,
  context: AccessContext,
): Promise<Result<Passkey>> {
  const challenge = challengeIn(response)
  const purpose = `passkey of ${personId}` as const
  if (challenge === undefined) return failure(passkeyRefused)
  if (!(await takeChallenge(transaction, { challenge, purpose, now: context.now }))) {
    return failure(passkeyRefused)
  }
  const verified = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: relyingParty.origin,
    expectedRPID: relyingParty.id,
    requireUserVerification: true,
    // What the library throws at is what the browser sent; it is refused like any other wrong answer.
  }).catch(() => undefined)
  const credential = verified?.registrationInfo?.credential
  if (credential === undefined) return failure(passkeyRefused)
  const row = await transaction
    .insertInto('passkey')
    .values({
      id: newId('passkey'),
      tenant_id: context.tenantId,
      person_id: personId,
      credential_id: credential.id,
      public_key: Buffer.from(credential.publicKey),
      use_count: credential.counter,
      transports: JSON.stringify(credential.transports ?? []),
      name,
      created_at: context.now,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) return failure(passkeyRefused)
  await recordAccessChange(
    transaction,
    { action: 'passkey-added', subject: personId, detail: { passkeyId: row.id } },
    context,
  )
  return success(passkeyOf(row))
}

/** The challenge that an answer of the browser speaks of; nothing where it cannot be read. */
export function challengeIn({
  response,
}: {
  readonly response: { readonly clientDataJSON: string }
}): string | undefined {
  try {
    return decodeClientDataJSON(response.clientDataJSON).challenge
  } catch {
    return undefined
  }
}

const passkeyRefused: Failure = {
  code: 'sign-in-refused',
  path: '/response',
  message: 'The passkey was not made for this place, or too long ago.',
  mend: 'Make the passkey again.',
  zh: { message: '该通行密钥不是为本站创建的，或创建时间过久。', mend: '请重新创建通行密钥。' },
}
