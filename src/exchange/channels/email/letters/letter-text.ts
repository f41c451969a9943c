import type { LetterEnvelope } from '../../../letters/letter-envelope.ts'

/**
 * The words of a mail that carries a letter: what the letter says, then what its kind brings with it, written
 * out for whoever reads it, and the reference that an answer has to bear.
 */
export function letterText({ thread, letter }: LetterEnvelope): string {
  // Whatever a kind brings with it is written out, also where this carrier does not know the kind.
  const matter = Object.entries(letter).filter(([name]) => !ofEveryLetter.has(name))
  const mrn = 'mrn' in letter ? letter.mrn : undefined
  const blocks = [
    ...(mrn !== undefined ? [`Declaration (MRN): ${mrn}`] : []),
    letter.text.trim(),
    ...matter.flatMap(([name, value]) => {
      const lines = writtenOut(headings[name] ?? inWords(name), value)
      return lines.length === 0 ? [] : [lines.join('\n')]
    }),
    ...(letter.attachments.length === 0
      ? []
      : [`Attached: ${letter.attachments.map(({ name }) => name).join(', ')}`]),
    `Our reference: ${thread ?? letter.reference}. Please keep it in the subject of your answer.`,
  ]
  return `${blocks.join('\n\n')}\n`
}

/** What is said at its own place, or on the head of the mail. */
const ofEveryLetter: ReadonlySet<string> = new Set([
  ...['reference', 'kind', 'subject', 'mrn', 'text', 'attachments'],
])

const headings: Readonly<Record<string, string>> = {
  correction: 'Error found in the declaration',
  ruling: 'Request for an advance ruling',
  appeal: 'Request for a review',
  claim: 'Claim for repayment',
}

/** A value as lines of text, one for each plain value, indented by how deep it lies. */
function writtenOut(name: string, value: unknown, depth = 0): readonly string[] {
  const indent = '  '.repeat(depth)
  if (Array.isArray(value)) {
    return value.flatMap((one, index) => writtenOut(`${name} ${index + 1}`, one, depth))
  }
  if (typeof value === 'object' && value !== null) {
    if (isMoney(value)) return [`${indent}${name}: ${value.amount} ${value.currency}`]
    const inner = Object.entries(value).flatMap(([key, one]) =>
      writtenOut(inWords(key), one, depth + 1),
    )
    return [`${indent}${name}`, ...inner]
  }
  const isPlain =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return isPlain ? [`${indent}${name}: ${value}`] : []
}

function isMoney(value: object): value is { readonly amount: string; readonly currency: string } {
  const { amount, currency } = value as { readonly amount?: unknown; readonly currency?: unknown }
  return typeof amount === 'string' && typeof currency === 'string'
}

/** `goodsItem` as people write it. */
function inWords(key: string): string {
  const words = key.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)
  return words[0]!.toUpperCase() + words.slice(1)
}
