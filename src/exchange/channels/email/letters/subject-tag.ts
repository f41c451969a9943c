/**
 * The subject of a mail that carries a letter. It ends in the reference of its thread in brackets, which an
 * answer bears as well, also where a mail program drops the fields that name the mail it answers.
 *
 * @param subject may be empty, as of a thread whose words were erased
 */
export function taggedSubject(subject: string, reference: string, isAnswer: boolean): string {
  const words = subject.replace(/[\r\n]+/g, ' ').trim()
  return `${isAnswer ? 'Re: ' : ''}${words} [Ref ${reference}]`.trim()
}

const TAG = /\[\s*ref\.?:?\s*([A-Z0-9]{10,35})\s*\]/gi

/** The reference in a subject; undefined where there is none, or several that differ. */
export function referenceIn(subject: string): string | undefined {
  const found = new Set([...subject.matchAll(TAG)].map(([, reference]) => reference!.toUpperCase()))
  const [only, ...others] = found
  return others.length === 0 ? only : undefined
}

/** Marks that mail programs put before the subject of an answer, and our tag. */
const MARKS = /^(\s*(re|aw|sv|antw|fw|fwd|wg|回复|答复|转发)\s*(\[\d+\])?\s*[:：]\s*)+/i

/** A subject without what mail programs and we ourselves have added to it. */
export function plainSubject(subject: string): string {
  return subject.replace(TAG, '').replace(MARKS, '').replace(/\s+/g, ' ').trim()
}

/**
 * A movement reference number in a text: year, country, then the rest (Union Customs Code, implementing
 * regulation 2015/2447 Annex B, data element 15 01: an..18). Undefined where there is none, or several.
 */
export function mrnIn(text: string): string | undefined {
  const found = new Set([...text.matchAll(/\b\d{2}GB[A-Z0-9]{14}\b/g)].map(([mrn]) => mrn))
  const [only, ...others] = found
  return others.length === 0 ? only : undefined
}
