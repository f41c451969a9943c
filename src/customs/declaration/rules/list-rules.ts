import type { BilingualText } from '../../bilingual-text.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { DataSet } from './data-set.ts'
import type { CaseFacts, DeclarationRule, RuleSource } from './rule.ts'
import { ruleFamilies } from './rule-sets.ts'

/** A rule as people and programs read it: all of it but the check itself. */
export interface ListedRule {
  readonly id: string
  /** The subject that it is about. */
  readonly subject: BilingualText
  readonly severity: DeclarationRule['severity']
  readonly dataElement: string
  readonly asks: BilingualText
  readonly mend: BilingualText
  readonly source: RuleSource
  readonly dataSets: readonly DataSet[]
  readonly errorCodes: readonly string[]
  readonly validFrom?: LocalDate
  readonly validTo?: LocalDate
  /** Facts of the case without which it is not judged. */
  readonly needs: readonly (keyof CaseFacts)[]
}

/** The rules by subject, of one data set or of all. */
export function listRules(dataSet?: DataSet): readonly ListedRule[] {
  return ruleFamilies.flatMap(({ name, rules }) =>
    rules
      .filter((rule) => dataSet === undefined || rule.dataSets.includes(dataSet))
      .map(({ breaches: _, concerns: __, errorCodes = [], needs = [], ...rule }): ListedRule => ({
        ...rule,
        subject: name,
        errorCodes,
        needs,
      })),
  )
}
