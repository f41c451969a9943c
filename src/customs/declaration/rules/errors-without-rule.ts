import { type Static, Type } from 'typebox'
import type { BilingualText } from '../../bilingual-text.ts'
import { checkedReader } from '../../checked-reader.ts'
import type { Result } from '../../result.ts'

/** Errors of CDS that no rule is named after, and why not. */
export interface ErrorsWithoutRule {
  readonly reasons: readonly {
    readonly id: string
    readonly reason: BilingualText
    readonly codes: readonly string[]
  }[]
}

const schema = Type.Object({
  reasons: Type.Array(
    Type.Object({
      id: Type.String(),
      reason: Type.Object({ en: Type.String(), zh: Type.String() }),
      codes: Type.Array(Type.String()),
    }),
  ),
})

/** Reads `data/gb/cds-errors-without-rule.json`. */
export const readErrorsWithoutRule: (input: unknown) => Result<ErrorsWithoutRule> =
  checkedReader<Static<typeof schema>>(schema)
