import { inflateSync } from 'node:zlib'

import type { BilingualText } from '../../customs/bilingual-text.ts'

/** Names of the PDF language (ISO 32000-1) that a plain paper has no use for. */
const unwanted: Readonly<Record<string, BilingualText>> = {
  Encrypt: { en: 'The PDF file is encrypted.', zh: 'PDF 文件已加密。' },
  JavaScript: { en: 'The PDF file contains a program.', zh: 'PDF 文件含有程序。' },
  Launch: { en: 'The PDF file starts other programs.', zh: 'PDF 文件会启动其他程序。' },
  XFA: {
    en: 'The PDF file is a dynamic form, which can contain programs.',
    zh: 'PDF 文件是动态表单，可能含有程序。',
  },
}

/** An object stream may unpack to this much; a scanned paper needs a fraction. */
const LARGEST_OBJECT_STREAM_BYTES = 32 * 1024 * 1024

/** What is wrong with a PDF file, if anything is: its end, encryption, or content that acts. */
export function pdfFault(bytes: Buffer): BilingualText | undefined {
  const text = bytes.toString('latin1')
  if (!/^%PDF-[12]\.\d/.test(text))
    return { en: 'The PDF file has no header.', zh: 'PDF 文件没有文件头。' }
  if (!/startxref\s+\d+\s+%%EOF[\s\0]*$/.test(text.slice(-1024))) {
    return { en: 'The PDF file breaks off before its end.', zh: 'PDF 文件不完整，在结尾前中断。' }
  }
  const packed = objectStreams(bytes, text)
  // What cannot be unpacked cannot be searched, and what cannot be searched is not taken.
  if (packed === undefined)
    return {
      en: 'The PDF file holds objects that cannot be read.',
      zh: 'PDF 文件含有无法读取的对象。',
    }
  return [text, ...packed].map(unwantedIn).find((fault) => fault !== undefined)
}

/** Searches streams as well: a name of this length does not occur in packed bytes by chance. */
function unwantedIn(text: string): BilingualText | undefined {
  const plain = withoutEscapes(text)
  const name = Object.keys(unwanted).find((key) => new RegExp(`/${key}(?![A-Za-z0-9])`).test(plain))
  return name === undefined ? undefined : unwanted[name]
}

/** Names with their escapes resolved: `/J#61vaScript` is `/JavaScript` (section 7.3.5). */
function withoutEscapes(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, hexadecimal: string) =>
    String.fromCharCode(Number.parseInt(hexadecimal, 16)),
  )
}

/**
 * The content of the object streams, where writers since PDF 1.5 pack their objects. Absent where
 * one cannot be unpacked, or where the file names more of them than were found as streams.
 */
function objectStreams(bytes: Buffer, text: string): readonly string[] | undefined {
  const contents: string[] = []
  for (const { index, 0: keyword } of text.matchAll(/(?<!end)stream\r?\n/g)) {
    const dictionary = withoutEscapes(text.slice(startOfObject(text, index), index))
    if (!dictionary.includes('/ObjStm')) continue
    const start = index + keyword.length
    const content = unpacked(bytes.subarray(start, text.indexOf('endstream', start)), dictionary)
    if (content === undefined) return undefined
    contents.push(content)
  }
  const named = withoutEscapes(text).split('/ObjStm').length - 1
  return named === contents.length ? contents : undefined
}

/** The dictionary of a stream begins after the object or stream before it. */
function startOfObject(text: string, before: number): number {
  return Math.max(text.lastIndexOf('endobj', before), text.lastIndexOf('endstream', before), 0)
}

/** Absent where the coding is unknown, damaged, or unpacks to more than any paper holds. */
function unpacked(packed: Buffer, dictionary: string): string | undefined {
  const filter = /\/Filter\s*\[?\s*\/(\w+)/.exec(dictionary)?.[1]
  if (filter === undefined) return packed.toString('latin1')
  if (filter !== 'FlateDecode') return undefined
  try {
    const options = { maxOutputLength: LARGEST_OBJECT_STREAM_BYTES }
    return inflateSync(packed, options).toString('latin1')
  } catch {
    return undefined
  }
}
