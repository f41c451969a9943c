import type { LocalDate } from '../calendar/local-date.ts'
import type { Destination } from '../destination/destination.ts'
import type { Failure } from '../result.ts'

/** Says that no rule of a destination holds on a day, and from which day on there are some. */
export function noRulesForDay({ name, regimes, valuation }: Destination, on: LocalDate): Failure {
  const firstDay = [...regimes, ...valuation].map(({ validFrom }) => validFrom).toSorted()[0]
  const isBefore = firstDay !== undefined && on < firstDay
  return {
    code: 'not-covered',
    path: '/on',
    message: `The rules of ${name.en} for ${on} are not loaded.`,
    mend: isBefore ? `Choose a day from ${firstDay} on.` : 'Choose another day.',
    zh: {
      message: `没有载入${name.zh}在 ${on} 的规则。`,
      mend: isBefore ? `请选择 ${firstDay} 或之后的日期。` : '请选择其他日期。',
    },
  }
}
