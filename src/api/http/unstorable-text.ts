import { jsonPointer } from '../../customs/json-pointer.ts'
import type { Failure } from '../../customs/result.ts'

/** The broken half of a character that takes two places in UTF-16. */
const BROKEN_HALF = /\p{Cs}/u

/** How JSON writes a NUL and half a character; text that quotes such a sign looks the same. */
const MAYBE_UNSTORABLE = /\\u(?:0000|d[89a-f])/

/**
 * The first text of an input that PostgreSQL could not hold, wherever it stands: one with a NUL or
 * with half a character. Names of properties are texts as well. It goes through the input without
 * recursion, so that deep nesting cannot exhaust the stack.
 */
export function findUnstorableText(input: unknown): Failure | undefined {
  // Nearly every input has none, which its text tells sooner than a walk through it.
  const text = textOf(input)
  if (text !== undefined && !MAYBE_UNSTORABLE.test(text)) return undefined
  const rest: { readonly path: string; readonly value: unknown }[] = [{ path: '', value: input }]
  for (let place = rest.pop(); place !== undefined; place = rest.pop()) {
    const { path, value } = place
    if (typeof value === 'string' && !isStorable(value)) return unstorableAt(path)
    if (typeof value !== 'object' || value === null) continue
    for (const [name, inner] of Object.entries(value)) {
      if (!isStorable(name)) return unstorableAt(path)
      rest.push({ path: path + jsonPointer(name), value: inner })
    }
  }
  return undefined
}

/** The input as JSON; nothing for one that is nested too deep to be written. */
function textOf(input: unknown): string | undefined {
  try {
    return JSON.stringify(input)
  } catch {
    return undefined
  }
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && !BROKEN_HALF.test(text)
}

function unstorableAt(path: string): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `${path || 'The input'} holds a NUL or half a character.`,
    mend: 'Send text of whole Unicode characters without U+0000.',
    zh: {
      message: `${path || '输入内容'} 含有 NUL 字符或不完整的字符。`,
      mend: '请发送由完整 Unicode 字符组成的文本，不得含 U+0000。',
    },
  }
}
