import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'

import type { FileReader } from '../../customs/formats/rows/file-reader.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import { isErrno } from '../../platform/private-file.ts'
import type { EditionFile } from '../edition.ts'

/** A file on the disk that an edition is to be read from. */
export interface EditionSource {
  readonly path: string
  /** Without its folder. */
  readonly name: string
  readonly sizeBytes: number
}

/** A file that was read to its end, and what it states. */
export interface SourceRead<Stated> {
  readonly file: EditionFile
  readonly stated: Stated
}

/** Finds a file; fails where it cannot be read. */
export async function editionSource(path: string): Promise<Result<EditionSource>> {
  try {
    const handle = await open(path)
    await handle.close()
    const found = await stat(path)
    if (!found.isFile()) return failure(unreadable(path, 'it is no file'))
    return success({ path, name: basename(path), sizeBytes: found.size })
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    return failure(unreadable(path, code === 'ENOENT' ? 'there is no such file' : code))
  }
}

/** The SHA-256 of a file as it lies there. */
export async function digestOf({ path }: EditionSource): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/**
 * Streams a file through a reader, uncompressed where its content says that it is compressed. Fails
 * with what the reader says of the whole file, or where the bytes are no text.
 *
 * @param onBytes told how many bytes of the file have been read so far
 */
export async function readSource<Stated>(
  { path, name }: EditionSource,
  reader: FileReader<Stated>,
  onBytes: (bytes: number) => void,
): Promise<Result<SourceRead<Stated>>> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  const measure = async function* (chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    for await (const chunk of chunks) {
      hash.update(chunk)
      sizeBytes += chunk.length
      onBytes(sizeBytes)
      yield chunk
    }
  }
  const bytes = createReadStream(path, { highWaterMark: CHUNK_BYTES })
  const take = textInto(reader)
  try {
    await ((await isGzip(path))
      ? pipeline(bytes, measure, createGunzip(), take)
      : pipeline(bytes, measure, take))
  } catch (error) {
    return failure(brokenBytes(name, error))
  }
  const stated = reader.end()
  if (!stated.ok) return stated
  return success({ file: { name, sha256: hash.digest('hex'), sizeBytes }, stated: stated.value })
}

/** Hands bytes on as text; characters that stand across two chunks stay whole. */
function textInto(reader: FileReader<unknown>) {
  const decoder = new TextDecoder(reader.encoding ?? 'utf-8', { fatal: true })
  return async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks) reader.push(decoder.decode(chunk, { stream: true }))
    reader.push(decoder.decode())
  }
}

const CHUNK_BYTES = 65_536

/** The first two bytes of every gzip file (RFC 1952). */
const GZIP_SIGN = Buffer.from([0x1f, 0x8b])

async function isGzip(path: string): Promise<boolean> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer.equals(GZIP_SIGN)
  } finally {
    await handle.close()
  }
}

function unreadable(path: string, why: string): Failure {
  return {
    code: 'invalid-input',
    path: '',
    message: `${path} cannot be read: ${why}.`,
    mend: 'Name a readable file.',
    zh: { message: `无法读取 ${path}：${why}。`, mend: '请指定可读的文件。' },
  }
}

/** @throws the error itself where it does not come from the bytes of the file */
function brokenBytes(name: string, error: unknown): Failure {
  if (isErrno(error, 'Z_BUF_ERROR')) {
    return fault(name, 'is cut: its compressed data stop early', '不完整：压缩数据中断')
  }
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
    return fault(name, 'is damaged: its compressed data cannot be read', '已损坏：无法解压')
  }
  if (isErrno(error, 'ERR_ENCODING_INVALID_ENCODED_DATA')) {
    return notUtf8(name)
  }
  throw error
}

/** Spreadsheets save tables in the encoding of their country unless they are told otherwise. */
function notUtf8(name: string): Failure {
  const { mend, zh, ...rest } = fault(name, 'is no text in UTF-8', '不是 UTF-8 文本')
  return {
    ...rest,
    mend: `${mend} Save a table of your own as “CSV UTF-8 (comma delimited)”.`,
    zh: { ...zh, mend: `${zh.mend}自制表格请另存为“CSV UTF-8（逗号分隔）”。` },
  }
}

function fault(name: string, en: string, zh: string) {
  return {
    code: 'invalid-input',
    path: '',
    message: `${name} ${en}.`,
    mend: 'Take the file from its publisher again and load it as it comes.',
    zh: { message: `${name} ${zh}。`, mend: '请从公布机构重新获取文件，原样载入。' },
  } as const satisfies Failure
}
