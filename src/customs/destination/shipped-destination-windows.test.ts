import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isInForce, type LocalDate, localDate } from '../calendar/local-date.ts'
import { validityOf } from '../tariff/dated-rule.ts'
import type { Destination, Regime } from './destination.ts'
import { readDestination } from './read-destination.ts'

const folder = new URL('../../../data/destinations/', import.meta.url)
const destinations = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name): readonly [string, Destination] => {
    const read = readDestination(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    if (!read.ok) throw new Error(`${name} cannot be read: ${JSON.stringify(read.failures)}`)
    return [name, read.value]
  })

/** The days that have to be answered for; rules of some destinations reach further back. */
const [firstDay, lastDay] = [localDate('2024-01-01'), localDate('2026-12-31')]

describe.each(destinations)('the windows of %s', (_, destination) => {
  const days = daysThatMatter(destination)

  test('leave no day without a general rule, a valuation and a rule of rounding', () => {
    const { regimes, valuation, rounding } = destination
    const general = regimes.filter(({ when }) => when.length === 0)
    const always = valuation.filter(({ when }) => when === undefined)
    expect(days.filter((day) => general.every((rule) => !isOn(rule, day)))).toEqual([])
    expect(days.filter((day) => always.every((rule) => !isOn(rule, day)))).toEqual([])
    expect(days.filter((day) => rounding.every((rule) => !isOn(rule, day)))).toEqual([])
  })

  test('leave no day without a rate of tax for goods of no group, where no region decides', () => {
    const general = destination.taxRates.filter(
      ({ goods, name }) => goods === undefined && name === 'standard',
    )
    if (general.some(({ region }) => region !== undefined)) return
    const places = destination.members ?? [undefined]
    const bare = general.length === 0 ? [] : places.flatMap((place) => daysWithout(general, place))
    expect(bare).toEqual([])
  })

  test('never hold two rules of one name on one day', () => {
    const { regimes, taxRates } = destination
    const rates = taxRates.map(({ name, goods, member, region, ...rate }) => ({
      ...rate,
      id: [name, goods, member, region].join(' '),
    }))
    expect(twiceOnOneDay(regimes)).toEqual([])
    expect(twiceOnOneDay(rates)).toEqual([])
    for (const regime of regimes) expect(twiceOnOneDay(chargesOf(regime))).toEqual([])
  })

  /** Days on which no rate of a place is in force. */
  function daysWithout(
    rates: Destination['taxRates'],
    place: string | undefined,
  ): readonly string[] {
    const here = rates.filter(({ member }) => member === undefined || member === place)
    return days
      .filter((day) => here.every((rate) => !isOn(rate, day)))
      .map((day) => `${place ?? 'everywhere'} ${day}`)
  }

  function twiceOnOneDay(rules: readonly (Dated & { readonly id: string })[]): readonly string[] {
    return days.flatMap((day) => {
      const ids = rules.filter((rule) => isOn(rule, day)).map(({ id }) => id)
      return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map(
        (id) => `${id} on ${day}`,
      )
    })
  }
})

interface Dated {
  readonly validFrom: LocalDate
  readonly validUntil?: LocalDate | undefined
}

function isOn({ validFrom, validUntil }: Dated, day: LocalDate): boolean {
  return isInForce(validityOf({ validFrom, ...(validUntil && { validUntil }) }), day)
}

/** The charges of a regime, each with its own window cut to that of the regime. */
function chargesOf({ charges, ...regime }: Regime): readonly (Dated & { readonly id: string })[] {
  return charges.map(({ id, validFrom = regime.validFrom, validUntil = regime.validUntil }) => ({
    id,
    validFrom: validFrom < regime.validFrom ? regime.validFrom : validFrom,
    validUntil,
  }))
}

/** Between two of these days nothing changes: the first and the last day, and all that a rule names. */
function daysThatMatter({ regimes, valuation, rounding, taxRates }: Destination): LocalDate[] {
  const rules = [
    ...regimes,
    ...regimes.flatMap((regime) => chargesOf(regime)),
    ...[...valuation, ...rounding, ...taxRates],
  ]
  const named = rules.flatMap(({ validFrom, validUntil }) =>
    validUntil === undefined ? [validFrom] : [validFrom, validUntil],
  )
  const within = named.filter((day) => day >= firstDay && day <= lastDay)
  return [...new Set([firstDay, ...within, lastDay])].toSorted()
}
