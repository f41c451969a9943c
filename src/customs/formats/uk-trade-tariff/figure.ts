import { Type } from 'typebox'
import { DESCRIPTION_ZH } from '../../checked-reader.ts'
import { type DecimalText, isDecimalText } from '../../money/decimal.ts'
import { failure, type Result, success } from '../../result.ts'

/** A figure as it is written: text or, as the services of the tariff write it, a JSON number. */
export type Figure = string | number

/** One schema and no union of two, so that a wrong figure is one finding. */
export const figureSchema = Type.Unsafe<Figure>({
  type: ['string', 'number'],
  pattern: '^\\d{1,15}(\\.\\d{1,12})?$',
  minimum: 0,
  description: 'exact decimal that is not negative, such as "12.50"',
  [DESCRIPTION_ZH]: '不为负的精确小数，如 "12.50"',
})

/**
 * The exact decimal of a figure. A JSON number is taken by its shortest decimal form, so that 3.4 is
 * 3.4; one that has none without an exponent is refused.
 */
export function decimalOf(figure: Figure, path: string): Result<DecimalText> {
  const text = typeof figure === 'string' ? figure : String(figure)
  if (isDecimalText(text)) return success(text)
  return failure({
    code: 'invalid-input',
    path,
    message: `${path} is not a plain decimal: ${text}.`,
    mend: 'Write it as text, such as "12.50".',
    zh: { message: `${path} 不是普通的小数：${text}。`, mend: '请以文本填写，如 "12.50"。' },
  })
}

/** The same for a figure that may be absent. */
export function decimalIfStated(
  figure: Figure | undefined,
  path: string,
): Result<DecimalText | undefined> {
  return figure === undefined ? success(undefined) : decimalOf(figure, path)
}
