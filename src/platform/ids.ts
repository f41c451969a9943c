import { createHash, randomBytes, randomFillSync } from 'node:crypto'

/** An id that says what it names: `case_` and 26 characters, sortable by time of creation. */
export type Id<Kind extends string = string> = `${Kind}_${string}`

/** Crockford's base 32 leaves out i, l, o and u, which people misread or mistype. */
const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'
const TIME_CHARACTERS = 10
const RANDOM_BYTES = 16

/** The form of an id of whatever kind, for schemas. */
export const ID_PATTERN = '^[a-z]+(?:_[a-z]+)*_[0-9a-hjkmnp-tv-z]{26}$'

const ID = new RegExp(ID_PATTERN)

/**
 * A new id in the layout of a ULID: 48 bits of milliseconds, then 80 random bits. Ids of the same
 * kind therefore sort by the time they were made, which keeps index pages warm and cursors simple.
 *
 * @param kind lower-case letters, with `_` between words
 */
export function newId<Kind extends string>(kind: Kind, at: number = Date.now()): Id<Kind> {
  return `${kind}_${timePart(at)}${randomPart()}`
}

/** Whether a text has the form of an id, of whatever kind. It may name nothing all the same. */
export function isId(text: string): text is Id {
  return ID.test(text)
}

/** Random bytes as base64url, for keys and links that nobody may guess. 32 bytes are 256 bits. */
export function newSecret(bytes: number): string {
  return randomBytes(bytes).toString('base64url')
}

/** The digest under which secrets and documents are kept, as 64 lower-case hex characters. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function timePart(milliseconds: number): string {
  let rest = milliseconds
  let text = ''
  for (let position = 0; position < TIME_CHARACTERS; position += 1) {
    text = CROCKFORD.charAt(rest % 32) + text
    rest = Math.floor(rest / 32)
  }
  return text
}

/** Takes five bits of each byte, so that every character is equally likely. */
function randomPart(): string {
  if (nextRandom === randomPool.length) {
    randomFillSync(randomPool)
    nextRandom = 0
  }
  let text = ''
  for (const end = nextRandom + RANDOM_BYTES; nextRandom < end; nextRandom += 1) {
    text += CROCKFORD.charAt(randomPool[nextRandom]! & 31)
  }
  return text
}

/** Drawn for many ids at once: asking the system takes longer than making the id. */
const randomPool = new Uint8Array(256 * RANDOM_BYTES)
let nextRandom = randomPool.length

/** A random number from 0 up to 1, to spread what would otherwise happen all at once. */
export function randomFraction(): number {
  return randomBytes(4).readUInt32BE() / 2 ** 32
}

const LOCAL_REFERENCE_CHARACTERS = 16

/**
 * A reference for a message to an authority: `TW` and 16 capital letters and digits, unique and
 * short enough for a local reference number and for the end of a unique consignment reference.
 */
export function newLocalReference(): string {
  const random = newId('reference').slice('reference_'.length)
  return `TW${random.slice(0, LOCAL_REFERENCE_CHARACTERS).toUpperCase()}`
}
