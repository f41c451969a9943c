import { inflateSync } from 'node:zlib'

/** Names of the PDF language (ISO 32000-1) that a plain paper has no use for. */
const unwanted: Readonly<Record<string, string>> = {
  Encrypt: 'The PDF file is encrypted.',
  JavaScript: 'The PDF file contains a program.',
  Launch: 'The PDF file starts other programs.',
  XFA: 'The PDF file is a dynamic form, which can contain programs.',
}

/** An object stream may unpack to this much; a scanned paper needs a fraction. */
const LARGEST_OBJECT_STREAM_BYTES = 32 * 1024 * 1024

/** What is wrong with a PDF file, if anything is: its end, encryption, or content that acts. */
export function pdfFault(bytes: Buffer): string | undefined {
  const text = bytes.toString('latin1')
  if (!/^%PDF-[12]\.\d/.test(text)) return 'The PDF file has no header.'
  if (!/startxref\s+\d+\s+%%EOF\s*$/.test(text)) return 'The PDF file breaks off before its end.'
  try {
    return [text, ...objectStreams(bytes, text)]
      .map(unwantedIn)
      .find((fault) => fault !== undefined)
  } catch {
    // What cannot be unpacked cannot be searched, and what cannot be searched is not taken.
    return 'The PDF file holds objects that cannot be read.'
  }
}

function unwantedIn(text: string): string | undefined {
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

/** The content of every object stream, where writers since PDF 1.5 pack their objects. */
function objectStreams(bytes: Buffer, text: string): readonly string[] {
  return [...text.matchAll(/<<(?:[^<>]|<<[^<>]*>>)*>>\s*stream\r?\n/g)]
    .filter(([dictionary]) => /\/Type\s*\/ObjStm/.test(withoutEscapes(dictionary)))
    .map((match) => unpacked(bytes, text, match))
}

function unpacked(bytes: Buffer, text: string, { 0: dictionary, index }: RegExpExecArray): string {
  const start = index + dictionary.length
  const end = text.indexOf('endstream', start)
  const packed = bytes.subarray(start, end === -1 ? undefined : end)
  const filter = /\/Filter\s*\[?\s*\/(\w+)/.exec(withoutEscapes(dictionary))?.[1]
  if (filter === undefined) return packed.toString('latin1')
  if (filter !== 'FlateDecode') throw new Error(`object stream with the filter ${filter}`)
  return inflateSync(packed, { maxOutputLength: LARGEST_OBJECT_STREAM_BYTES }).toString('latin1')
}
