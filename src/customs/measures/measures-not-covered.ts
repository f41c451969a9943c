import { Type, type Static } from 'typebox'
import type { BilingualText } from '../bilingual-text.ts'
import { checkedReader } from '../checked-reader.ts'
import { jsonPointer } from '../json-pointer.ts'
import { countryCode, oneOf } from '../order/schema.ts'
import { type Failure, type Result, success } from '../result.ts'

/** A measure that is known to exist for some goods and that a tariff does not hold. */
export interface MeasureNotCovered {
  readonly measure: string
  /** Beginnings of the commodity codes that it concerns; absent for all goods. */
  readonly codes?: readonly string[]
  /** Countries of origin that it concerns; absent for all. */
  readonly origins?: readonly string[]
  /** `refuse`: a figure without it would be wrong, so none is given; `warn`: it is named beside the figure. */
  readonly effect: 'warn' | 'refuse'
  /** Absent where it matters to goods that are relieved of duty as well. */
  readonly concerns?: 'duty'
  readonly note: BilingualText
}

const fileSchema = Type.Object({
  measures: Type.Array(
    Type.Object({
      measure: Type.String(),
      codes: Type.Optional(Type.Array(Type.String({ pattern: '^\\d{2,10}$' }), { minItems: 1 })),
      origins: Type.Optional(Type.Array(countryCode, { minItems: 1 })),
      effect: oneOf(['warn', 'refuse'], 'what the gap does to a figure'),
      concerns: Type.Optional(Type.Literal('duty')),
      note: Type.Object({ en: Type.String(), zh: Type.String() }),
    }),
  ),
})

const readFile = checkedReader<Static<typeof fileSchema>>(fileSchema)

/** Reads the contents of `data/gb/measures-not-covered.json`; sources stand beside it for people. */
export function readMeasuresNotCovered(json: unknown): Result<readonly MeasureNotCovered[]> {
  const file = readFile(json)
  return file.ok ? success(file.value.measures) : file
}

/** Goods of a line, as far as a gap asks about them. */
interface GoodsOfLine {
  readonly code: string
  readonly origin: string
  readonly lineIndex: number
}

/** The gaps that concern the goods of a line. */
export function gapsFor(
  measures: readonly MeasureNotCovered[],
  { code, origin }: GoodsOfLine,
): readonly MeasureNotCovered[] {
  return measures.filter(
    ({ codes, origins }) =>
      (codes?.some((beginning) => code.startsWith(beginning)) ?? true) &&
      (origins?.includes(origin) ?? true),
  )
}

/** A figure that leaves out an anti-dumping duty or a ban would mislead, so there is none. */
export function refusalOf({ note }: MeasureNotCovered, goods: GoodsOfLine): Failure {
  const { code, origin, lineIndex } = goods
  return {
    code: 'not-covered',
    path: jsonPointer('lines', lineIndex, 'commodityCode'),
    message: `Line ${lineIndex + 1} (${code} from ${origin}): ${note.en}`,
    mend: 'Ask a customs broker for these goods, or leave them out.',
    zh: {
      message: `第${lineIndex + 1}行（${code}，原产于 ${origin}）：${note.zh}`,
      mend: '请就这些货物咨询报关行，或将其剔除。',
    },
  }
}
