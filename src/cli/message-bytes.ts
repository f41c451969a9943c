import { open } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'

import type { InputLine } from './answer-lines.ts'
import { isStandardInput } from './read-input.ts'
import type { Terminal } from './terminal.ts'

/** The largest message that is read: a declaration of 999 goods items has less. */
const MAXIMUM_MESSAGE_BYTES = 16_000_000

/** A message to look at, or in one sentence why there is none and how to mend it. */
export type MessageInput = { readonly message: Uint8Array | string } | { readonly error: string }

/** The message that a line of input hands in, as text or by the path of a file. */
export async function messageOf({ fields }: InputLine): Promise<MessageInput> {
  const { path, text } = fields
  if (typeof text === 'string' && path === undefined) {
    return { message: text.replace(/^\uFEFF/, '') }
  }
  if (typeof path === 'string' && text === undefined) return readMessageFile(path)
  return { error: 'The line names no message. Add either "path", a file, or "text", the message.' }
}

/** The message of a file, or on standard input where none or `-` is named. */
export async function readOneMessage(
  { stdin }: Terminal,
  file: string | undefined,
): Promise<MessageInput> {
  return isStandardInput(file) ? { message: await buffer(stdin) } : readMessageFile(file)
}

/** Reads the bytes of a message; only a plain file of a bearable size is opened. */
async function readMessageFile(path: string): Promise<MessageInput> {
  try {
    await using file = await open(path)
    const about = await file.stat()
    if (!about.isFile()) {
      return { error: `${path} is no file. Name the file of one message.` }
    }
    if (about.size > MAXIMUM_MESSAGE_BYTES) {
      return {
        error: `${path} is larger than ${MAXIMUM_MESSAGE_BYTES} bytes. Hand in one message a file.`,
      }
    }
    return { message: await file.readFile() }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'There is no such file' : `It cannot be read (${code})`
    return { error: `${path}: ${why}. Name a readable file.` }
  }
}
