import type { Standing } from '../../customs/formats/uk-cds/standing.ts'
import {
  openAmount,
  type Security,
  type SecurityLowering,
  securitiesOf,
} from '../../customs/formats/uk-cds/standing-securities.ts'
import { compare, type Money, subtract, sum, zero } from '../../customs/money/money.ts'
import type { CaseState, SecurityStanding } from '../case-state.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import type { StandingContext } from './follow-standing.ts'

/** Security that the authority wants, given with the release, and what it decides about it later. */
export function followSecurities(
  state: CaseState,
  standing: Standing,
  context: StandingContext,
): readonly NewCaseEvent[] {
  const isSecurity = (taxType: string): boolean => context.securityFor(taxType) !== undefined
  return securitiesOf(standing.assessments, isSecurity).flatMap((told) => {
    const known = knownOf(state, told, standing)
    const security = { ...told, securityId: known?.securityId ?? idOf(told, standing) }
    return [
      ...(known === undefined ? [required(security, standing, context)] : []),
      ...sinceThen(security, known, { standing, paidBy: context.paidBy }),
    ]
  })
}

/** A declaration that takes the place of another counts its versions anew, so its MRN goes with them. */
function idOf({ securityId }: Security, { mrn = '' }: Standing): string {
  return `${securityId}:${mrn}`
}

/** What was recorded before ids had the MRN is known by its version, unless it has ended with its entry. */
function knownOf(
  { securities = [] }: CaseState,
  told: Security,
  standing: Standing,
): SecurityStanding | undefined {
  const id = idOf(told, standing)
  return (
    securities.find(({ securityId }) => securityId === id) ??
    securities.find(
      ({ securityId, state }) => securityId === told.securityId && state !== 'lowered',
    )
  )
}

function required(
  { securityId, typeCode, goodsItemNumber, amount, version }: Security,
  { results }: Standing,
  { securityFor }: StandingContext,
): NewCaseEvent {
  const reason = results
    .filter(({ versionId }) => versionId === version)
    .flatMap(({ statements }) => statements.flatMap(({ description }) => description ?? []))[0]
  return {
    type: 'security-required',
    data: {
      ...{ securityId, typeCode, itemNumber: goodsItemNumber, amount },
      what: securityFor(typeCode) ?? { en: typeCode, zh: typeCode },
      ...(reason === undefined ? {} : { reason }),
    },
  }
}

interface Course {
  readonly standing: Standing
  readonly paidBy: string
}

const endedWithoutRelease: ReadonlySet<Standing['state']> = new Set([
  'refused',
  'seized',
  'expired',
  'invalidated',
])

/**
 * Security is given when the goods are released on it. What is lowered before moves no money; after,
 * it goes back or has become duty.
 */
function sinceThen(
  security: Security,
  known: SecurityStanding | undefined,
  { standing, paidBy }: Course,
): readonly NewCaseEvent[] {
  const { securityId } = security
  const isGiven = known?.how !== undefined
  const { releasedAt } = standing
  const early = security.lowerings.filter(
    ({ at = '' }) => !isGiven && (releasedAt === undefined || at <= releasedAt),
  )
  const late = security.lowerings.filter((lowering) => !early.includes(lowering))
  const lapsed = endedWithoutRelease.has(standing.state) ? openAmount(security) : NOTHING
  const lowered = difference([...early.map(wholeOf), lapsed], known?.lowered)
  const rest = subtract(security.amount, sum(early.map(wholeOf), 'GBP'))
  const returned = difference(partsOf(late, 'returned'), known?.returned)
  const taken = difference(partsOf(late, 'taken'), known?.taken)
  const reason = late.findLast((lowering) => lowering.reason !== undefined)?.reason
  const said = reason === undefined ? {} : { reason }
  return [
    ...(isMore(lowered)
      ? [{ type: 'security-lowered', data: { securityId, by: lowered } } as const]
      : []),
    ...(releasedAt !== undefined && !isGiven && isMore(rest)
      ? [{ type: 'security-given', data: { securityId, amount: rest, how: paidBy } } as const]
      : []),
    ...(isMore(taken)
      ? [{ type: 'security-taken', data: { securityId, by: taken } } as const]
      : []),
    ...(isMore(returned)
      ? [{ type: 'security-returned', data: { securityId, by: returned, ...said } } as const]
      : []),
  ]
}

const NOTHING = zero('GBP')

/** What has to be added to what is recorded; what is recorded too high is left, as nothing undoes it. */
function difference(parts: readonly Money[], recorded: Money = NOTHING): Money {
  return subtract(sum(parts, 'GBP'), recorded)
}

function isMore(amount: Money): boolean {
  return compare(amount, NOTHING) > 0
}

function wholeOf({ taken, returned }: SecurityLowering): Money {
  return sum([taken, returned], 'GBP')
}

function partsOf(
  lowerings: readonly SecurityLowering[],
  part: 'taken' | 'returned',
): readonly Money[] {
  return lowerings.map((lowering) => lowering[part])
}
