import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { failure, success, type Result } from '../../customs/result.ts'
import { instantOf } from '../../platform/clock.ts'
import { secondsAfter } from '../processing/instant.ts'
import type { AuthorityTransaction } from '../store/lodgement-store.ts'
import { openSession, type DeskSession, type OpenedSession } from './desk-session.ts'

/** How long a person has to touch the authenticator. */
const CHALLENGE_SECONDS = 300
const SITE_NAME = 'Sandbox customs office'

/** The site that passkeys are bound to: its origin, whose host name is the relying party's id. */
export interface PasskeySite {
  readonly origin: string
}

/** A passkey as its officer sees it. */
export interface KnownPasskey {
  readonly id: string
  readonly name: string
  readonly createdAt: Instant
  readonly lastUsedAt: Instant | null
}

/** What a browser needs to make a passkey for the officer of a session. */
export async function offerRegistration(
  transaction: AuthorityTransaction,
  site: PasskeySite,
  { session, at }: { readonly session: DeskSession; readonly at: Instant },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await transaction
    .selectFrom('passkey')
    .select(['id', 'transports'])
    .where('officer_id', '=', session.officerId)
    .execute()
  const options = await generateRegistrationOptions({
    rpName: SITE_NAME,
    rpID: hostOf(site),
    userName: session.officer,
    userID: new Uint8Array(Buffer.from(session.officerId)),
    userDisplayName: session.officer,
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(transaction, { challenge: options.challenge, sessionId: session.id, at })
  return options
}

/** What an authenticator answered, and what the officer calls it. */
export interface PasskeyRegistration {
  readonly session: DeskSession
  readonly name: string
  readonly response: RegistrationResponseJSON
  readonly at: Instant
}

/** Keeps a new passkey, once it has signed the challenge that was given to this session. */
export async function addPasskey(
  transaction: AuthorityTransaction,
  site: PasskeySite,
  { session, name, response, at }: PasskeyRegistration,
): Promise<Result<KnownPasskey>> {
  const verified = await proven(() =>
    verifyRegistrationResponse({
      response,
      expectedOrigin: site.origin,
      expectedRPID: hostOf(site),
      requireUserVerification: true,
      expectedChallenge: (challenge) =>
        takeChallenge(transaction, { challenge, sessionId: session.id, at }),
    }),
  )
  if (verified?.verified !== true) return notProven
  const { credential } = verified.registrationInfo
  const added = await transaction
    .insertInto('passkey')
    .values({
      id: credential.id,
      officer_id: session.officerId,
      name,
      public_key: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: JSON.stringify(credential.transports ?? []),
      created_at: at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added === undefined) return alreadyKnown
  return success({ id: credential.id, name, createdAt: at, lastUsedAt: null })
}

/** What a browser needs to sign in with whichever passkey of this site it has. */
export async function offerSignIn(
  transaction: AuthorityTransaction,
  site: PasskeySite,
  at: Instant,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await generateAuthenticationOptions({
    rpID: hostOf(site),
    userVerification: 'required',
  })
  await keepChallenge(transaction, { challenge: options.challenge, at })
  return options
}

/** Opens a session for the officer whose passkey has signed a challenge of ours. */
export async function signInByPasskey(
  transaction: AuthorityTransaction,
  site: PasskeySite,
  { response, at }: { readonly response: AuthenticationResponseJSON; readonly at: Instant },
): Promise<Result<OpenedSession>> {
  const passkey = await transaction
    .selectFrom('passkey')
    .selectAll()
    .where('id', '=', response.id)
    .forUpdate()
    .executeTakeFirst()
  if (passkey === undefined) return notProven
  const verified = await proven(() =>
    verifyAuthenticationResponse({
      response,
      expectedOrigin: site.origin,
      expectedRPID: hostOf(site),
      requireUserVerification: true,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(passkey.public_key),
        counter: Number(passkey.counter),
        transports: [...passkey.transports],
      },
      expectedChallenge: (challenge) => takeChallenge(transaction, { challenge, at }),
    }),
  )
  if (verified?.verified !== true) return notProven
  await transaction
    .updateTable('passkey')
    .set({ counter: verified.authenticationInfo.newCounter, last_used_at: at })
    .where('id', '=', passkey.id)
    .execute()
  return openSession(transaction, passkey.officer_id, at)
}

/** The passkeys of an officer, the oldest first. */
export async function listPasskeys(
  transaction: AuthorityTransaction,
  officerId: string,
): Promise<readonly KnownPasskey[]> {
  const rows = await transaction
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at', 'last_used_at'])
    .where('officer_id', '=', officerId)
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    createdAt: instantOf(row.created_at),
    lastUsedAt: row.last_used_at === null ? null : instantOf(row.last_used_at),
  }))
}

/** Forgets a passkey of an officer. @returns whether there was one */
export async function removePasskey(
  transaction: AuthorityTransaction,
  officerId: string,
  id: string,
): Promise<boolean> {
  const removed = await transaction
    .deleteFrom('passkey')
    .where('id', '=', id)
    .where('officer_id', '=', officerId)
    .returning('id')
    .executeTakeFirst()
  return removed !== undefined
}

interface Challenge {
  readonly challenge: string
  readonly sessionId?: string
  readonly at: Instant
}

async function keepChallenge(
  transaction: AuthorityTransaction,
  { challenge, sessionId, at }: Challenge,
): Promise<void> {
  await transaction.deleteFrom('passkey_challenge').where('expires_at', '<', new Date(at)).execute()
  await transaction
    .insertInto('passkey_challenge')
    .values({
      challenge,
      session_id: sessionId ?? null,
      expires_at: secondsAfter(at, CHALLENGE_SECONDS),
    })
    .execute()
}

/** Whether the challenge was given out to this session, or to nobody in particular; once. */
async function takeChallenge(
  transaction: AuthorityTransaction,
  { challenge, sessionId, at }: Challenge,
): Promise<boolean> {
  const taken = await transaction
    .deleteFrom('passkey_challenge')
    .where('challenge', '=', challenge)
    .where('session_id', 'is not distinct from', sessionId ?? null)
    .where('expires_at', '>', new Date(at))
    .returning('challenge')
    .executeTakeFirst()
  return taken !== undefined
}

/** The library throws at whatever is wrong with an answer, which a stranger can cause. */
async function proven<T>(verify: () => Promise<T>): Promise<T | undefined> {
  try {
    return await verify()
  } catch {
    return undefined
  }
}

function hostOf({ origin }: PasskeySite): string {
  return new URL(origin).hostname
}

const notProven = failure({
  code: 'unauthenticated',
  path: '/response',
  message: 'This passkey could not prove who you are.',
  mend: 'Try again, or ask for a sign-in link.',
  zh: { message: '此通行密钥未能证明您的身份。', mend: '请重试，或索取登录链接。' },
})

const alreadyKnown = failure({
  code: 'conflict',
  path: '/response',
  message: 'This passkey is known already.',
  zh: { message: '此通行密钥已添加。' },
})
