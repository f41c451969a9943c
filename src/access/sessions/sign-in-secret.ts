import { newSecret, sha256Hex } from '../../platform/ids.ts'

/** What a secret lets in with; each kind has a prefix, by which scanners of leaked secrets know it. */
const prefixes = { link: 'twl_', session: 'tws_' } as const

/** One of the kinds of secrets of people. */
export type SignInSecretKind = keyof typeof prefixes

const SECRET_BYTES = 32
const RANDOM_PART = /^[\w-]{43}$/

/** A new secret: the prefix of its kind and 256 random bits. */
export function newSignInSecret(kind: SignInSecretKind): string {
  return prefixes[kind] + newSecret(SECRET_BYTES)
}

/** Whether a text has the form of a secret at all; what has not needs no look into the database. */
export function isSignInSecret(kind: SignInSecretKind, text: string): boolean {
  const prefix = prefixes[kind]
  return text.startsWith(prefix) && RANDOM_PART.test(text.slice(prefix.length))
}

/** The hash under which a secret is kept. 256 random bits cannot be guessed, so it need not be slow. */
export function signInSecretHash(secret: string): string {
  return sha256Hex(secret)
}
