import type { SpecialRate } from './rate.ts'
import { readRateText } from './read-rate-text.ts'

/** What the special column says, and what of it could not be read. */
export interface SpecialColumn {
  readonly rates: readonly SpecialRate[]
  /** Passages that name no programme where one has to stand, or an indicator that cannot be one. */
  readonly unread: readonly string[]
}

/** Indicators of general note 3(c): one or two letters, some with a sign. */
const INDICATOR = /^[A-Z]{1,2}[*+#]?$/

/** A list of indicators in brackets; a slip of the pen in one does not make the brackets a sentence. */
const PROGRAMMES = /\(([A-Z.][A-Z.*+#]{0,3}(?:[,\s]+[A-Z.][A-Z.*+#]{0,3})*[,\s]*)\)/g

/**
 * Reads the special column: rates, each followed by the programmes that it is for, as in
 * `Free (AU,BH) 2.3% (KR) See 9822.05.20 (P+)`. What stands there without any programme, such as
 * `No change` in chapter 99, holds for all of them.
 */
export function readSpecialRates(column: string): SpecialColumn {
  const text = column.replaceAll(/\s+/g, ' ').trim()
  if (text === '') return { rates: [], unread: [] }
  const lists = [...text.matchAll(PROGRAMMES)]
  if (lists.length === 0) return { rates: [{ text, rate: readRateText(text) }], unread: [] }
  const rates: SpecialRate[] = []
  const unread: string[] = []
  let readTo = 0
  for (const list of lists) {
    const [brackets, indicators = ''] = list
    const words = text.slice(readTo, list.index).trim()
    readTo = list.index + brackets.length
    const stated = indicators.split(/[,\s]+/).filter((indicator) => indicator !== '')
    unread.push(...stated.filter((indicator) => !INDICATOR.test(indicator)))
    const programmes = stated.filter((indicator) => INDICATOR.test(indicator))
    if (words === '' || !hasClosedBrackets(words)) unread.push(`${words} ${brackets}`.trim())
    else rates.push({ text: words, rate: readRateText(words), programmes })
  }
  const behind = text.slice(readTo).trim()
  return { rates, unread: behind === '' ? unread : [...unread, behind] }
}

/** A bracket that is opened and not closed belongs to a list that was cut or printed twice. */
function hasClosedBrackets(words: string): boolean {
  return words.split('(').length === words.split(')').length
}
