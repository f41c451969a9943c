import { failure, type Result, success } from '../result.ts'

/** The shortest is a chapter; the longest that is in use anywhere has twelve digits. */
const DIGITS = /^\d{2,12}$/

/**
 * Reads a commodity code as people write it, with points or spaces between its groups, and gives
 * its digits, half or full width. A code that lost a leading zero cannot be told from a short one, so none is added.
 */
export function readCommodityCode(text: string, path: string): Result<string> {
  // Full-width digits and points, as Chinese and Japanese keyboards write them, are the same ones.
  const digits = text
    .normalize('NFKC')
    .trim()
    .replaceAll(/(?<=\d)[. ](?=\d)/g, '')
  if (DIGITS.test(digits)) return success(digits)
  return failure({
    code: 'invalid-input',
    path,
    message: `${JSON.stringify(text)} is no commodity code.`,
    mend: 'Write two to twelve digits, such as 0101.21 or 6109100010, with every leading zero.',
    zh: {
      message: `${JSON.stringify(text)} 不是商品编码。`,
      mend: '请填写两到十二位数字，如 0101.21 或 6109100010，并保留开头的零。',
    },
  })
}
