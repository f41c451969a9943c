import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'

import { BadInput } from './bad-input.ts'
import type { Terminal } from './terminal.ts'

/** How the input is called in messages: its file, or standard input. */
export function inputName(file: string | undefined): string {
  return isStandardInput(file) ? 'standard input' : file
}

/** Whether input comes from standard input: no file is named, or `-` is, as is usual in a shell. */
export function isStandardInput(file: string | undefined): file is undefined | '-' {
  return file === undefined || file === '-'
}

/** Reads one JSON value from a file, or from standard input where none or `-` is named. */
export async function readJson(terminal: Terminal, file: string | undefined): Promise<unknown> {
  const where = inputName(file)
  const content = await readText(terminal, file)
  if (content.trim() === '') throw new BadInput(`${where}: It is empty. Write one JSON object.`)
  try {
    return JSON.parse(content) as unknown
  } catch (error) {
    const why = (error as Error).message.replaceAll(/\s+/g, ' ')
    throw new BadInput(`${where}: It is no JSON: ${why}. Write one JSON object.`)
  }
}

/** Reads text from a file, or from standard input where none or `-` is named. */
export async function readText({ stdin }: Terminal, file: string | undefined): Promise<string> {
  const content = isStandardInput(file) ? await text(stdin) : await readFileText(file)
  // A byte order mark is what some editors write first; JSON does not have it.
  return content.replace(/^\uFEFF/, '')
}

async function readFileText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw unreadableFile(file, error)
  }
}

/**
 * The bad input of a file that cannot be opened, in words instead of the system's code where the
 * file is simply not there.
 */
export function unreadableFile(file: string, error: unknown): BadInput {
  const { code } = error as NodeJS.ErrnoException
  const why = code === 'ENOENT' ? 'There is no such file' : `It cannot be read (${code})`
  return new BadInput(`${file}: ${why}. Name a readable file, or - for standard input.`)
}
