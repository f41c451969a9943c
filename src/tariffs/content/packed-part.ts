import { gunzipSync, gzipSync } from 'node:zlib'

import { sha256Hex } from '../../platform/ids.ts'
import type { EditionPart } from '../formats/tariff-format.ts'

/** A part as the database keeps it: the same content has the same digest, whatever edition it is of. */
export interface PackedPart {
  readonly name: string
  /** Of the content before it was compressed. */
  readonly sha256: string
  readonly body: Buffer
}

/** Little is gained by a harder try, and an import waits for it. */
const COMPRESSION = { level: 4 }

/** Makes a part ready to be kept. */
export function packPart({ name, content }: EditionPart): PackedPart {
  const json = JSON.stringify(content)
  return { name, sha256: sha256Hex(json), body: gzipSync(json, COMPRESSION) }
}

/** The content of a part. */
export function unpackPart(body: Buffer): object {
  return JSON.parse(gunzipSync(body).toString('utf8')) as object
}
