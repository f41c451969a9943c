import { describe, expect, it } from 'vitest'
import { isLocalDate, localDate, type LocalDate } from '../../src/customs/calendar/local-date.ts'
import { checkDeclaration, type Finding } from '../../src/customs/declaration/check-declaration.ts'
import type { Declaration } from '../../src/customs/declaration/declaration.ts'
import { isDataSet } from '../../src/customs/declaration/rules/data-set.ts'
import { dataSetOf } from '../../src/customs/formats/uk-cds/data-set-of.ts'
import { readDeclarationCategories } from '../../src/customs/formats/uk-cds/declaration-categories.ts'
import { readDeclaration } from '../../src/customs/formats/uk-cds/read-declaration.ts'
import { readNotification } from '../../src/customs/formats/uk-cds/read-notification.ts'
import { dataFile, valueOf } from '../gb-reference-data.ts'
import { ruleContext } from '../rule-context.ts'
import { hasSharedMaterial, sharedMaterialAbsent } from '../shared-material.ts'
import { declarationSamples, notificationSamples } from './cds-samples.ts'

/** Samples of which nobody knows that CDS took them, and the rule that each breaks. */
const notKnownAsTaken: Readonly<Record<string, readonly string[]>> = {
  // Written for a quota of the European Union in 2020; it bears no day, so it is held to rules of today.
  'TT_IM007a/TT_IM007a.xml': ['quota-of-the-united-kingdom'],
  // Procedure 42 without the movement NIIMP, which its sister TT_IM047b states.
  'TT_IM047a/TT_IM047a.xml': ['onward-supply-relief-stated'],
}

interface Original {
  readonly name: string
  readonly scenario: string
  readonly declaration: Declaration
}

const categories = valueOf(readDeclarationCategories(dataFile('gb/declaration-categories.json')))

function originals(): readonly Original[] {
  return declarationSamples().flatMap(({ name, bytes }) => {
    const declaration = valueOf(readDeclaration(bytes))
    const [scenario = ''] = name.split('/')
    return declaration.functionCode === '9' ? [{ name, scenario, declaration }] : []
  })
}

/** The day on which a scenario's declaration was taken (01) or rejected (03), where that is known. */
function dayOf(scenario: string, functionCode: '01' | '03'): LocalDate | undefined {
  const answers = notificationSamples()
    .filter(({ name }) => name.startsWith(`${scenario}__`))
    .flatMap(({ bytes }) => {
      const read = readNotification(bytes)
      return read.ok ? [read.value] : []
    })
  const day = answers.find((each) => each.functionCode === functionCode)?.issuedAt?.slice(0, 10)
  return day !== undefined && isLocalDate(day) ? day : undefined
}

/** What the rules say of a declaration; the intrinsic value of its case is not known. */
function errorsOf(declaration: Declaration, on: LocalDate): readonly Finding[] {
  const { dataSet } = valueOf(dataSetOf(declaration, categories))
  if (!isDataSet(dataSet.id)) throw new Error(`no rules for ${dataSet.id}`)
  const { lowValue: _, ...context } = ruleContext
  const findings = checkDeclaration(declaration, {
    ...{ ...context, dataSet: dataSet.id, on, lodgedOn: on },
  })
  return findings.filter(({ severity }) => severity === 'error')
}

function told({ name }: Original, { rule, path, message }: Finding): string {
  return `${name} ${rule} ${path}: ${message}`
}

const title = hasSharedMaterial ? 'Rules over CDS samples' : `CDS rules: ${sharedMaterialAbsent}`

describe.skipIf(!hasSharedMaterial)(title, () => {
  const samples = hasSharedMaterial ? originals() : []

  it('belong to data sets that have rules, and to the ones that the data names', () => {
    expect(samples.length).toBeGreaterThanOrEqual(90)
    expect(categories.dataSets.filter(({ id }) => !isDataSet(id))).toEqual([])
  })

  it('have no error against a declaration that CDS took', () => {
    const taken = samples.flatMap((sample) => {
      const answered = dayOf(sample.scenario, '01')
      // Some declarations were given a later day after their notifications had been recorded.
      const accepted = sample.declaration.acceptedAt?.slice(0, 10) ?? ''
      if (answered === undefined) return []
      return [{ sample, day: accepted > answered ? localDate(accepted) : answered }]
    })
    expect(taken.length).toBeGreaterThanOrEqual(30)
    expect(
      taken.flatMap(({ sample, day }) =>
        errorsOf(sample.declaration, day).map((finding) => told(sample, finding)),
      ),
    ).toEqual([])
  })

  it('have no error against the other ones either, but for those listed with the reason', () => {
    const others = samples.filter(({ scenario }) =>
      ['01', '03'].every((code) => dayOf(scenario, code as '01') === undefined),
    )
    expect(others.length).toBeGreaterThan(50)
    const broken = others.flatMap(({ name, declaration }) => {
      const day = localDate(declaration.acceptedAt?.slice(0, 10) ?? '2026-09-10')
      const rules = errorsOf(declaration, day).map(({ rule }) => rule)
      return rules.length === 0 ? [] : [[name, rules] as const]
    })
    expect(Object.fromEntries(broken)).toEqual(notKnownAsTaken)
  })

  it('find why CDS rejected one, where it can be known', () => {
    const rejected = samples.find(({ scenario }) => scenario === 'TT_IM014a')
    const day = dayOf('TT_IM014a', '03')
    if (rejected === undefined || day === undefined) throw new Error('the sample is not there')
    // CDS12016; its two other errors turn on the price that the tariff had for the goods that day.
    expect(errorsOf(rejected.declaration, day).map(({ rule }) => rule)).toEqual([
      'acceptance-within-180-days',
    ])
  })
})
