import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { recordFigureNames } from '../../src/customs/trusted-trader/trusted-trader-scheme.ts'
import { dataFolder } from '../../src/platform/data-files.ts'

const readJson = (...path: readonly string[]): unknown =>
  JSON.parse(readFileSync(join(dataFolder, ...path), 'utf8'))

describe('authorities', () => {
  interface Named {
    readonly id: string
  }
  const { authorities } = readJson('gb', 'authority-contacts.json') as {
    readonly authorities: readonly (Named & { readonly contactPoints: readonly Named[] })[]
  }
  const { schemes } = readJson('gb', 'trusted-trader.json') as {
    readonly schemes: readonly (Named & {
      readonly authority: string
      readonly statuses: readonly Named[]
      readonly criteria: readonly (Named & {
        readonly statuses: readonly string[]
        readonly documents: readonly Named[]
        readonly figures: readonly string[]
      })[]
    })[]
  }
  const repeatedIn = (values: readonly string[]) =>
    values.filter((value, index) => values.indexOf(value) !== index)
  const idsOf = (things: readonly Named[]) => things.map(({ id }) => id)

  it('have ids of their own, and so have their places', () => {
    expect(repeatedIn(idsOf(authorities))).toEqual([])
    for (const { contactPoints } of authorities)
      expect(repeatedIn(idsOf(contactPoints))).toEqual([])
  })

  it('ask of trusted traders what belongs to a status that exists, each thing once', () => {
    for (const { authority, statuses, criteria } of schemes) {
      expect(idsOf(authorities)).toContain(authority)
      expect(repeatedIn(idsOf(criteria))).toEqual([])
      for (const criterion of criteria) {
        expect(idsOf(statuses)).toEqual(expect.arrayContaining([...criterion.statuses]))
        expect(criterion.statuses).not.toEqual([])
        expect(repeatedIn(idsOf(criterion.documents))).toEqual([])
        expect(recordFigureNames).toEqual(expect.arrayContaining([...criterion.figures]))
      }
    }
  })
})
