import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import { chmod, link, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { isErrno, readIfThere } from './private-file.ts'

/**
 * The key under which secrets lie in the database. It is kept in the data folder, so a copy of the
 * database alone opens none of them; losing it makes them unreadable for good.
 */
export interface SealingKey {
  readonly sealing: KeyObject
  readonly deriving: KeyObject
}

const KEY_FILE = 'sealing.key'
const KEY_BYTES = 32
const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
const VERSION = 'v1'

/**
 * Reads the key of a data folder, made at the first start.
 *
 * @throws Error when the file does not hold a key: a new one would make what was sealed unreadable
 */
export async function openSealingKey(dataFolder: string): Promise<SealingKey> {
  const path = join(dataFolder, KEY_FILE)
  const text = (await readIfThere(path)) ?? (await makeKeyFile(dataFolder, path))
  const master = Buffer.from(text.trim(), 'base64url')
  if (master.length !== KEY_BYTES) throw new Error(`${path} does not hold a sealing key`)
  return sealingKeyFrom(master)
}

/** The key from 32 secret bytes. One key for each use, so that no use weakens the other. */
export function sealingKeyFrom(master: Uint8Array): SealingKey {
  const keyFor = (use: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', master, '', use, KEY_BYTES)))
  return { sealing: keyFor('tidewaiter sealing'), deriving: keyFor('tidewaiter deriving') }
}

/**
 * Encrypts a secret so that it can be kept in the database.
 *
 * @param owner the id of the row that keeps it; sealed text that was moved to another row stays shut
 */
export function seal({ sealing }: SealingKey, secret: string, owner: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, sealing, nonce).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  const content = Buffer.concat([nonce, cipher.getAuthTag(), sealed])
  return `${VERSION}.${content.toString('base64url')}`
}

/** @throws Error when the text was sealed for another row or with another key, or was altered */
export function unseal({ sealing }: SealingKey, text: string, owner: string): string {
  const [version, encoded = ''] = text.split('.')
  const content = Buffer.from(encoded, 'base64url')
  if (version !== VERSION || content.length < NONCE_BYTES + TAG_BYTES) {
    throw new Error('this is no sealed secret')
  }
  const nonce = content.subarray(0, NONCE_BYTES)
  const tag = content.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
  const decipher = createDecipheriv(CIPHER, sealing, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(owner))
    .setAuthTag(tag)
  const opened = [decipher.update(content.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]
  return Buffer.concat(opened).toString('utf8')
}

/**
 * A secret of 256 bits that only the holder of the key can work out from a name. It need not be kept
 * anywhere to be known again.
 */
export function derivedSecret({ deriving }: SealingKey, name: string): string {
  return createHmac('sha256', deriving).update(name).digest('base64url')
}

/** Several processes may start at once: a hard link lets exactly one of their keys become the key. */
async function makeKeyFile(folder: string, path: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.draft`
  await writeFile(draft, `${randomBytes(KEY_BYTES).toString('base64url')}\n`, { mode: 0o600 })
  await chmod(draft, 0o600)
  try {
    await link(draft, path)
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error
  } finally {
    await rm(draft)
  }
  return (await readIfThere(path)) ?? ''
}
