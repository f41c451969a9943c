import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../../test/shared-material.ts'
import { decimal, multiplyDecimals, type DecimalText } from '../customs/money/decimal.ts'
import { round } from '../customs/money/rounding.ts'
import { checkStructure } from './message/check-structure.ts'
import { declarationStructure } from './message/declaration-structure.ts'
import { metaDataNamespaceOf, namespaces } from './message/namespaces.ts'
import { readDeclaration } from './message/read-declaration.ts'
import { checkDeclaration } from './rules/check-declaration.ts'
import { officeKnowledge } from './testing/office-knowledge.ts'
import { parseXml } from './xml/parse-xml.ts'
import type { XmlElement } from './xml/xml-element.ts'

interface Sample {
  readonly name: string
  readonly metaData: XmlElement
}

/** The declarations among HMRC's sample messages, which also hold other kinds of message. */
function samples(): readonly Sample[] {
  const folder = sharedPath('messages/cds/samples')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .flatMap((name): Sample[] => {
      const parsed = parseXml(readFileSync(join(folder, name)))
      if (!parsed.ok || parsed.value.name !== 'MetaData') return []
      const isDeclaration = parsed.value.namespace === namespaces.metaData
      return isDeclaration ? [{ name, metaData: parsed.value }] : []
    })
}

describe.skipIf(!hasSharedMaterial)(`HMRC’s sample declarations (${sharedMaterialAbsent})`, () => {
  it('have the structure that the office’s own table asks for', () => {
    const all = samples()
    expect(all.length).toBeGreaterThan(80)
    const faulty = all.flatMap(({ name, metaData }) =>
      checkStructure(metaData, declarationStructure, metaDataNamespaceOf).map(
        (fault) => `${name}${fault.path}: ${fault.message}`,
      ),
    )
    expect(faulty).toEqual([])
  })

  it('are read, and taken or refused with a CDS code, a place and a cause', () => {
    for (const { name, metaData } of samples()) {
      const declaration = readDeclaration(metaData)
      expect(declaration.typeCode, name).toBeDefined()
      for (const error of checkDeclaration(declaration, officeKnowledge())) {
        expect(error.code, name).toMatch(/^CDS\d{5}$/)
        expect(error.pointer[0]?.section, name).toBe('42A')
        expect(error.reason.length, name).toBeGreaterThan(10)
      }
    }
  })

  it('of the plain H1 kind is refused only for the goods and accounts that are not known here', () => {
    const plain = samples().find(({ name }) => name.includes('TT_IM001a'))
    const errors = checkDeclaration(readDeclaration(plain!.metaData), officeKnowledge())
    expect(errors.map((error) => error.code).sort()).toEqual(['CDS12125', 'CDS40013'])
  })
})

describe.skipIf(!hasSharedMaterial)(
  `HMRC’s samples to Northern Ireland (${sharedMaterialAbsent})`,
  () => {
    it.each([
      'TT_IM067a.xml',
      'TT_IM068a/TT_IM068a.xml',
      'TT_IM124a',
      'TT_IM168a/Step1_TT_IM168a.xml',
    ])('%s is refused only for goods that the tariff of these tests does not hold', (part) => {
      const sample = samples().find(({ name }) => name.includes(part))
      const errors = checkDeclaration(readDeclaration(sample!.metaData), officeKnowledge())
      expect(errors.map(({ code }) => code)).toEqual(['CDS40013'])
    })
  },
)

interface SampleTaxLine {
  readonly rate: string | null
  readonly base: string | null
  readonly assessed: string
  readonly deduct: string | null
}

describe.skipIf(!hasSharedMaterial)(`HMRC’s sample tax lines (${sharedMaterialAbsent})`, () => {
  it('are cut to whole pence as the office cuts them', () => {
    const file = sharedPath('vectors/duty/cds-tax-lines_part.json')
    const all = JSON.parse(readFileSync(file, 'utf8')) as { lines: SampleTaxLine[] }[]
    const lines = all
      .flatMap((notification) => notification.lines)
      .filter((line) => line.rate !== null && line.base !== null && line.assessed !== '0.00')
    expect(lines.length).toBeGreaterThan(100)
    const different = lines.filter(({ rate, base, assessed }) => cut(base!, rate!) !== assessed)
    // A few lines have further components of duty that their single rate does not show.
    expect(different.length / lines.length).toBeLessThan(0.05)
  })
})

function cut(base: string, ratePercent: string): DecimalText {
  const exact = multiplyDecimals(
    multiplyDecimals(decimal(base), decimal(ratePercent)),
    decimal('0.01'),
  )
  return round(exact, 2, 'truncate')
}
