import type { Instant } from '../../customs/calendar/local-date.ts'
import { instantOf } from '../../platform/clock.ts'
import { sha256Hex } from '../../platform/ids.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'

/** How long a person has to unlock their device. */
export const CHALLENGE_LIFE_MS = 5 * 60_000

/** What a challenge is good for: signing in whoever it be, or a new passkey of one person. */
export type ChallengePurpose = 'sign-in' | `passkey of ${string}`

interface Challenge {
  /** As the library made it and the browser gives it back, base64url. */
  readonly challenge: string
  readonly purpose: ChallengePurpose
  readonly now: Instant
}

/** Keeps a challenge until it is taken, and forgets those whose time is over. */
export async function keepChallenge(
  transaction: TenantTransaction,
  { challenge, purpose, now }: Challenge,
): Promise<void> {
  await transaction
    .deleteFrom('passkey_challenge')
    .where('expires_at', '<=', new Date(now))
    .execute()
  await transaction
    .insertInto('passkey_challenge')
    .values({
      challenge_sha256: challengeHash(challenge, purpose),
      expires_at: instantOf(new Date(Date.parse(now) + CHALLENGE_LIFE_MS)),
    })
    .execute()
}

/** Takes a challenge, which can be done once. Whether it was there, for this purpose and in time. */
export async function takeChallenge(
  transaction: TenantTransaction,
  { challenge, purpose, now }: Challenge,
): Promise<boolean> {
  const taken = await transaction
    .deleteFrom('passkey_challenge')
    .where('challenge_sha256', '=', challengeHash(challenge, purpose))
    .where('expires_at', '>', new Date(now))
    .returning('challenge_sha256')
    .executeTakeFirst()
  return taken !== undefined
}

function challengeHash(challenge: string, purpose: ChallengePurpose): string {
  return sha256Hex(`${purpose}\n${challenge}`)
}
