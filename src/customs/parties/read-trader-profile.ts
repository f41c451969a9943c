import { isLocalDate } from '../calendar/local-date.ts'
import { checkedReader } from '../checked-reader.ts'
import { jsonPointer } from '../json-pointer.ts'
import { noSuchDay } from '../order/unknown-codes.ts'
import { type Failure, resultOf, type Result } from '../result.ts'
import { type TraderProfile, traderProfileSchema } from './trader-profile.ts'

const readForm = checkedReader<TraderProfile>(traderProfileSchema)

/** Reads the standing facts of a tenant as it stated them; every fault is named with its place. */
export function readTraderProfile(input: unknown): Result<TraderProfile> {
  const form = readForm(input)
  if (!form.ok) return form
  const failures = [...impossibleDates(form.value), ...missingGuarantee(form.value)]
  return resultOf(failures, () => form.value)
}

/** A power with an impossible day would silently hold for ever or never. */
function impossibleDates(profile: TraderProfile): readonly Failure[] {
  const dated = [
    ...profile.standingAuthorities.map((power, index) => ({
      at: jsonPointer('standingAuthorities', index),
      power,
    })),
    ...(profile.exporterRegistrations ?? []).map((power, index) => ({
      at: jsonPointer('exporterRegistrations', index),
      power,
    })),
  ]
  return dated.flatMap(({ at, power }) => [
    ...impossibleDate(`${at}/validFrom`, power.validFrom),
    ...impossibleDate(`${at}/validUntil`, power.validUntil),
  ])
}

function impossibleDate(path: string, date: string | undefined): readonly Failure[] {
  return date === undefined || isLocalDate(date) ? [] : [noSuchDay(path, date)]
}

/** An account without a guarantee and without a waiver cannot be used, so it is no fact to rely on. */
function missingGuarantee({ deferment }: TraderProfile): readonly Failure[] {
  if (!deferment || deferment.guaranteeWaived || deferment.guaranteeReference) return []
  return [
    {
      code: 'fact-missing',
      path: '/deferment/guaranteeReference',
      message: 'The deferment account has neither a guarantee nor a waiver of it.',
      mend: 'State the reference of the guarantee, or that the guarantee was waived.',
      zh: {
        message: '延期付款账户既没有担保，也没有免除担保。',
        mend: '请填写担保的参考号，或说明已免除担保。',
      },
    },
  ]
}
