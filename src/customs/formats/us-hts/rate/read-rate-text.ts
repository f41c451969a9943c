import { type DecimalText, fromBig, toBig } from '../../../money/decimal.ts'
import { notComputable } from './not-computable.ts'
import type { ComputableRate, NotComputableCause, NotComputableRate, Rate } from './rate.ts'
import { rateWording } from './rate-wording.ts'
import { readRateTerm, type RateTerm } from './read-rate-term.ts'

/**
 * Reads a rate of the Harmonized Tariff Schedule of the United States as it stands in the general
 * column or in column 2, or in the parts of the special column. What cannot be worked out exactly
 * from the text alone is named with its reason; nothing is guessed.
 *
 * @example readRateText('$1.104/kg + 14.9%') // adValorem '0.149', specific 1.104 USD per kg
 */
export function readRateText(text: string): Rate {
  const wording = rateWording(text)
  if (wording === '') return notComputable('no-rate', wording)
  return freeOf(wording) ?? inWords(wording) ?? sumOf(wording)
}

/**
 * Words behind `Free` say when it holds. An amount or a bracket that is left open there belongs to the
 * special column, where other rates follow.
 */
const FREE =
  /^(?:free|no additional duty)\b(?: ?\(([^()%¢$]+)\)|,? ([a-z](?:[^()%¢$]|\([^()%¢$]*\))*))?$/i

function freeOf(wording: string): ComputableRate | undefined {
  const found = FREE.exec(wording)
  if (found === null) return undefined
  const condition = found[1] ?? found[2]
  return {
    kind: 'computable',
    adValorem: '0' as DecimalText,
    specific: [],
    free: true,
    ...(condition !== undefined && { condition }),
  }
}

/** The texts that state no sum of terms, by how they are known. The first that fits decides. */
const wordings: readonly (readonly [RegExp, NotComputableCause])[] = [
  [/^no change$/i, 'no-change'],
  [/^suspended$/i, 'suspended'],
  [/^see\b/i, 'reference'],
  [/^the quantity\b/i, 'quantity'],
  [/^(the|a) (rate|duty)\b/i, 'other-rate'],
  [/\bless\b.*\bfor each degree\b/, 'sliding-scale'],
  [/\bbut (not (less|more)\b|if\b)|\bshall not exceed\b/, 'limit'],
]

function inWords(wording: string): NotComputableRate | undefined {
  const because = wordings.find(([pattern]) => pattern.test(wording))?.[1]
  if (because === undefined) return undefined
  const rate = notComputable(because, wording)
  if (because !== 'other-rate') return rate
  const added = addedShare(wording)
  return added === undefined ? rate : { ...rate, added }
}

/** What a heading of chapter 99 adds to the duty of the goods, where that is a share of their value. */
function addedShare(wording: string): DecimalText | undefined {
  const [, percent] =
    /(?:\+|\bplus\b) ?(?:a duty of )?(\d{1,9}(?:\.\d{1,9})?) ?%$/.exec(wording) ?? []
  return percent === undefined ? undefined : fromBig(toBig(percent as DecimalText).times('0.01'))
}

/** Terms that are added up; one that cannot be computed makes the whole so. */
function sumOf(wording: string): Rate {
  const terms = wording.split(/ ?\+ ?| plus /).map(readRateTerm)
  const refused = terms.find((term) => term.kind === 'not-computable')
  if (refused !== undefined) {
    return terms.length === 1 ? refused : notComputable(refused.because, wording)
  }
  const shares = terms.filter((term) => term.kind === 'ad-valorem')
  // Two shares of one value are nowhere printed; such a text means something else than their sum.
  if (shares.length > 1) return notComputable('unread', wording)
  return { kind: 'computable', ...shareOf(shares[0]), specific: specificOf(terms), free: false }
}

function shareOf(
  term: (RateTerm & { readonly kind: 'ad-valorem' }) | undefined,
): Pick<ComputableRate, 'adValorem' | 'valueBasis'> {
  if (term === undefined) return { adValorem: '0' as DecimalText }
  const { share, valueBasis } = term
  return { adValorem: share, ...(valueBasis !== undefined && { valueBasis }) }
}

function specificOf(terms: readonly RateTerm[]): ComputableRate['specific'] {
  return terms.flatMap((term) => (term.kind === 'specific' ? [term.rate] : []))
}
