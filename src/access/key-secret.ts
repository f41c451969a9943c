import { newSecret, sha256Hex } from '../platform/ids.ts'

const PREFIX = 'tw_'
const SECRET_BYTES = 32
const FORM = /^tw_[\w-]{43}$/
const HINT_LENGTH = 8

/** A new key: the prefix, by which scanners of leaked secrets know it, and 256 random bits. */
export function newKeySecret(): string {
  return PREFIX + newSecret(SECRET_BYTES)
}

/** Whether a text has the form of a key at all; what has not needs no look into the database. */
export function isKeySecret(text: string): boolean {
  return FORM.test(text)
}

/** The hash under which a key is kept. 256 random bits cannot be guessed, so it need not be slow. */
export function keyHash(secret: string): string {
  return sha256Hex(secret)
}

/** The beginning of a key, by which its owner can tell it from others. */
export function keyHint(secret: string): string {
  return secret.slice(0, HINT_LENGTH)
}
