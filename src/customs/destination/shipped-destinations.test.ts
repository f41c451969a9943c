import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isInForce, type LocalDate, localDate } from '../calendar/local-date.ts'
import { validityOf } from '../tariff/dated-rule.ts'
import type { Destination } from './destination.ts'
import { readDestination } from './read-destination.ts'

const folder = new URL('../../../data/destinations/', import.meta.url)
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({
    name,
    json: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown,
  }))

const firstDay = localDate('2024-01-01')
const lastDay = localDate('2026-12-31')

/** Rates are steady between the days on which one begins or ends, so those days stand for all. */
function daysOfChange(destination: Destination): readonly LocalDate[] {
  const days = destination.taxRates.flatMap(({ validFrom, validUntil }) => [
    validFrom,
    validUntil ?? validFrom,
  ])
  const within = days.filter((day) => day >= firstDay && day <= lastDay)
  return [...new Set([firstDay, ...within, lastDay])].toSorted()
}

/** The rules of a list that are in force on a day. */
function on<Rule extends Parameters<typeof validityOf>[0]>(
  day: LocalDate,
  rules: readonly Rule[],
): readonly Rule[] {
  return rules.filter((rule) => isInForce(validityOf(rule), day))
}

function repeatedIn(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index)
}

describe('the destinations that are shipped', () => {
  test('are there', () => {
    expect(files).not.toHaveLength(0)
  })

  test.each(files)('$name has the form of a destination and no loose end', ({ name, json }) => {
    const read = readDestination(json)
    expect(read.ok ? [] : read.failures).toEqual([])
    if (read.ok) expect(name).toBe(`${read.value.destination.toLowerCase()}.json`)
  })

  test.each(files)('$name has one rate of tax for the same goods and place', ({ json }) => {
    const destination = destinationIn(json)
    for (const day of daysOfChange(destination)) {
      const rates = on(day, destination.taxRates)
      const places = rates.map(({ goods, member, region }) => [goods, member, region].join('|'))
      expect(repeatedIn(places), `rates on ${day}`).toEqual([])
      const members = destination.members ?? []
      const standard = rates.filter(({ goods, member }) => !goods && member)
      expect(standard.map(({ member }) => member).toSorted()).toEqual(members.toSorted())
    }
  })

  test.each(files)('$name names each thing once', ({ json }) => {
    const { sources, laws, goodsGroups, coverage } = destinationIn(json)
    for (const names of [sources, laws, goodsGroups].map((list) => list.map(({ id }) => id))) {
      expect(repeatedIn(names)).toEqual([])
    }
    expect(repeatedIn(coverage.map(({ charge }) => charge))).toEqual([])
    expect(coverage).toHaveLength(9)
  })
})

function destinationIn(json: unknown): Destination {
  const read = readDestination(json)
  if (!read.ok) throw new Error(read.failures[0].message)
  return read.value
}
