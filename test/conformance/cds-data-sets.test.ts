import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dataSetOf } from '../../src/customs/formats/uk-cds/data-set-of.ts'
import { readDeclarationCategories } from '../../src/customs/formats/uk-cds/declaration-categories.ts'
import { readDeclaration } from '../../src/customs/formats/uk-cds/read-declaration.ts'
import { dataFile, valueOf } from '../gb-reference-data.ts'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../shared-material.ts'
import { declarationSamples } from './cds-samples.ts'

const title = hasSharedMaterial ? 'CDS data sets' : `CDS data sets: ${sharedMaterialAbsent}`

/**
 * Where HMRC's table of scenarios says otherwise than the declaration, and why. Its entries differ
 * in capitals and in how much of the name they write out; those differences are no disagreement.
 */
const knownDisagreements: Readonly<Record<string, string>> = {
  TT_IM142a: 'the table has H, cut off; type Z with 4000 is H1',
}

describe.skipIf(!hasSharedMaterial)(title, () => {
  const categories = valueOf(readDeclarationCategories(dataFile('gb/declaration-categories.json')))
  const told = hasSharedMaterial ? samplesWithDataSet() : []

  it('are told from every declaration alone', () => {
    expect(told.length).toBeGreaterThanOrEqual(94)
    const untold = told.filter(({ found }) => !found.ok).map(({ name }) => name)
    expect(untold).toEqual([])
  })

  it('are those of the table of scenarios, but for those listed with their reason', () => {
    const compared = told.filter(({ stated }) => stated !== undefined)
    expect(compared.length).toBeGreaterThanOrEqual(85)
    const disagreeing = compared.filter(
      ({ found, stated }) => !found.ok || plain(stated) !== plain(asTable(found.value)),
    )
    expect(disagreeing.map(({ scenario }) => scenario)).toEqual(Object.keys(knownDisagreements))
  })

  function samplesWithDataSet() {
    const stated = new Map(
      (
        parse(readFileSync(sharedPath('messages', 'cds', 'scenarios.csv')), {
          columns: true,
        }) as readonly { ref: string; dataset: string }[]
      ).map(({ ref, dataset }) => [ref, dataset.trim()]),
    )
    return declarationSamples().flatMap(({ name, bytes }) => {
      const declaration = valueOf(readDeclaration(bytes))
      if (declaration.functionCode !== '9') return []
      const scenario = name.split('/')[0] ?? ''
      const found = dataSetOf(declaration, categories)
      return [{ name, scenario, found, stated: stated.get(scenario) }]
    })
  }
})

/** The category as the table of scenarios writes it: with GL before those of goods not at risk. */
function asTable({
  dataSet,
  isGreenLane,
}: {
  readonly dataSet: { readonly category: string }
  readonly isGreenLane: boolean
}): string {
  return isGreenLane && dataSet.category !== 'H8' ? `GL ${dataSet.category}` : dataSet.category
}

/** Without capitals and without the kind of simplification (C&F, B&E), which the type tells. */
function plain(category: string | undefined): string | undefined {
  return category?.toLowerCase().replace(/ [bc]&[ef]$/, '')
}
