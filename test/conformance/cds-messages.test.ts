import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadMessageFacts } from '../../src/cli/message-facts.ts'
import { readMessage } from '../../src/customs/formats/uk-cds/message/read-message.ts'
import { valueOf } from '../gb-reference-data.ts'
import { apiExamples } from './cds-api-examples.ts'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../shared-material.ts'

const title = hasSharedMaterial ? 'CDS messages' : `CDS messages: ${sharedMaterialAbsent}`

describe.skipIf(!hasSharedMaterial)(title, async () => {
  const reference = await loadMessageFacts()
  const readings = hasSharedMaterial
    ? sampleFiles().map(({ name, bytes }) => ({ name, said: readMessage(bytes, reference) }))
    : []

  it('are all read, whatever their kind', () => {
    expect(readings.length).toBeGreaterThanOrEqual(320)
    expect(readings.filter(({ said }) => !said.ok).map(({ name }) => name)).toEqual([])
  })

  it.each([
    ['openapi-declarations-3.0.yaml', 9],
    ['openapi-declarations-information-2.0.yaml', 6],
  ])('of the examples of %s are all read', (file, least) => {
    const examples = apiExamples(file).map(({ name, bytes }) => [
      name,
      readMessage(bytes, reference),
    ])
    expect(examples.length).toBeGreaterThanOrEqual(least)
    expect(examples.filter(([, said]) => !(said as { ok: boolean }).ok)).toEqual([])
  })

  it('leave nothing unread but the one date that is no date, and every data set is known', () => {
    const said = readings.map((each) => valueOf(each.said))
    expect(said.flatMap(({ unread = [] }) => unread)).toEqual([
      '/Response/Status/EffectiveDateTime',
    ])
    expect(said.flatMap(({ dataSetUnknown }) => dataSetUnknown?.en ?? [])).toEqual([])
  })

  it('all say what they are about, and notifications what they report', () => {
    for (const { name, said } of readings) {
      const { mrn, lrn, ucr, kind, outcome } = valueOf(said)
      expect(mrn ?? lrn ?? ucr, name).toBeDefined()
      if (kind === 'notification') expect(outcome, name).toBeDefined()
    }
  })

  it('explain every error of a notification in both languages, with the field', () => {
    const errors = readings.flatMap(({ said }) => valueOf(said).errors)
    expect(errors.length).toBeGreaterThanOrEqual(6)
    expect(
      errors.filter(({ explanation, mend, field }) => !explanation || !mend || !field),
    ).toEqual([])
  })

  it('state the tax lines of their notifications with exact figures', () => {
    const taxes = readings.flatMap(({ said }) => valueOf(said).taxes)
    expect(taxes.length).toBeGreaterThanOrEqual(150)
    const figures = taxes.flatMap(({ base, rate, relief, assessed, payable }) => [
      base?.amount,
      base?.quantity,
      rate,
      relief?.amount,
      assessed?.amount,
      payable?.amount,
    ])
    expect(figures.filter((each) => each !== undefined && !/^-?\d+(\.\d+)?$/.test(each))).toEqual(
      [],
    )
  })
})

function sampleFiles(): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  return ['samples', 'notifications'].flatMap((part) => {
    const folder = sharedPath('messages', 'cds', part)
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.xml'))
      .sort()
      .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
  })
}
