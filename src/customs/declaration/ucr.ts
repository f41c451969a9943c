import { failure, type Result, success } from '../result.ts'

const MAXIMUM_LENGTH = 35
const DUCR = /^\d[A-Z]{2}[A-Z0-9]{1,15}-[0-9A-Z()/-]{1,28}$/

/**
 * Whether a text is a declaration unique consignment reference (DUCR): last digit of the year, EORI,
 * a hyphen, the trader's reference; 35 characters at most. It ties invoice, transport document and
 * declaration together, after WCO recommendation of 30 June 2001 on the UCR.
 */
export function isDucr(text: string): boolean {
  return text.length <= MAXIMUM_LENGTH && DUCR.test(text)
}

/**
 * Builds the DUCR of a consignment.
 *
 * @param parts.year of the first use, four digits
 * @param parts.reference the trader's own, unique for at least ten years; capitals, digits and `()/-`
 * @returns `invalid-input` where the parts do not give a reference of the form
 * @example buildDucr({ year: 2026, eori: 'GB553202734852', reference: 'TW-1' }) // 6GB553202734852-TW-1
 */
export function buildDucr(parts: {
  readonly year: number
  readonly eori: string
  readonly reference: string
}): Result<string> {
  const ducr = `${parts.year % 10}${parts.eori}-${parts.reference}`
  if (isDucr(ducr)) return success(ducr)
  return failure({
    code: 'invalid-input',
    path: '/reference',
    message: `${ducr} is no consignment reference: at most 35 characters of capitals, digits and ()/- are.`,
    mend: 'Shorten the reference or leave out other characters.',
    zh: {
      message: `${ducr} 不是有效的货物参考号：最多35个字符，仅限大写字母、数字和 ()/-。`,
      mend: '请缩短参考号，或去掉其他字符。',
    },
  })
}
