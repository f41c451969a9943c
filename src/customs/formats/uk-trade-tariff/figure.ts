import { Type, type Static } from 'typebox'
import { type DecimalText, isDecimalText } from '../../money/decimal.ts'
import { failure, type Result, success } from '../../result.ts'

/** The form of a figure: text or, as the services of the tariff write it, a JSON number. */
export const figureSchema = Type.Union([
  Type.String({
    pattern: '^\\d{1,15}(\\.\\d{1,12})?$',
    description: 'exact decimal as text, such as "12.50"',
  }),
  Type.Number({ minimum: 0 }),
])

/** See {@link figureSchema}. */
export type Figure = Static<typeof figureSchema>

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

/** The same for a figure that may be absent, which the service writes as null. */
export function decimalIfStated(
  figure: Figure | null | undefined,
  path: string,
): Result<DecimalText | undefined> {
  return figure === undefined || figure === null ? success(undefined) : decimalOf(figure, path)
}
