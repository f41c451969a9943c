import { Type, type Static } from 'typebox'
import { daysLater } from '../calendar/days-later.ts'
import { type LocalDate, monthsLater } from '../calendar/local-date.ts'
import { checkedReader } from '../checked-reader.ts'
import { combineAll, type Result } from '../result.ts'

/**
 * On what a claim for repayment rests: goods that were defective or not as agreed (`rejected`), bought at
 * a distance and sent back (`withdrawn`), or more paid than was owed (`overpaid`).
 */
export const claimBases = ['rejected', 'withdrawn', 'overpaid'] as const

/** One of {@link claimBases}. */
export type ClaimBasis = (typeof claimBases)[number]

/** Within which time a claim has to be made, counted from the day after the acceptance. */
export interface ClaimPeriod {
  readonly id: string
  readonly days?: number
  readonly months?: number
  /** Id of the law within the law data. */
  readonly law: string
}

const fileSchema = Type.Object({ periods: Type.Array(Type.Object({ id: Type.String() })) })
const readFile = checkedReader<Static<typeof fileSchema>>(fileSchema)

const count = Type.Optional(Type.Integer({ minimum: 1 }))
const periodSchema = Type.Object({
  id: Type.String(),
  days: count,
  months: count,
  law: Type.String(),
})
const readPeriod = checkedReader<ClaimPeriod>(periodSchema)

/** Reads the periods from the contents of `data/gb/periods.json`, one for each basis. */
export function readClaimPeriods(json: unknown): Result<readonly ClaimPeriod[]> {
  const file = readFile(json)
  if (!file.ok) return file
  return combineAll(
    claimBases.map((basis) =>
      readPeriod(file.value.periods.find(({ id }) => id === `claim-${basis}`)),
    ),
  )
}

/** The last day on which a claim is made in time, and the law that says so. */
export interface ClaimLastDay {
  readonly basis: ClaimBasis
  readonly lastDay: LocalDate
  readonly law: string
}

/**
 * Until when what was paid on an entry can be claimed back, by the basis of the claim.
 *
 * @law Customs (Import Duty) (EU Exit) Regulations 2018, regulations 47 to 52; Taxation (Cross-border
 * Trade) Act 2018, schedule 1, paragraph 16
 */
export function lastDaysForClaims(
  periods: readonly ClaimPeriod[],
  acceptedOn: LocalDate,
): readonly ClaimLastDay[] {
  return claimBases.flatMap((basis) => {
    const period = periods.find(({ id }) => id === `claim-${basis}`)
    if (period === undefined) return []
    const { days = 0, months = 0, law } = period
    return [{ basis, lastDay: daysLater(monthsLater(acceptedOn, months), days), law }]
  })
}
