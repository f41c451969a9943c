import fc from 'fast-check'
import type { Fields } from '../../src/customs/formats/structure/read-by-structure.ts'
import type { ElementNode } from '../../src/customs/formats/structure/structure-table.ts'
import type {
  NumberFormat,
  TextFormat,
  ValueFormat,
} from '../../src/customs/formats/structure/value-format.ts'
import { isXmlText } from '../../src/customs/xml/write-xml.ts'

/** Any fields that a structure allows, with optional ones sometimes left out. */
export function anyFields(nodes: readonly ElementNode[]): fc.Arbitrary<Fields> {
  const fields: Record<string, fc.Arbitrary<unknown>> = {}
  for (const node of nodes) {
    const one = anyContent(node)
    const content = node.maximum === 1 ? one : fc.array(one, { minLength: 1, maxLength: 2 })
    fields[node.field] = content
  }
  const required = nodes.filter(({ minimum }) => minimum === 1).map(({ field }) => field)
  return fc.record(fields, { requiredKeys: required })
}

/** A value for every field of a structure, lists with one member. */
export function everyField(nodes: readonly ElementNode[]): fc.Arbitrary<Fields> {
  return fc.record(
    Object.fromEntries(
      nodes.map((node) => {
        const one =
          node.content.kind === 'group' ? everyField(node.content.children) : anyContent(node)
        return [node.field, node.maximum === 1 ? one : one.map((value) => [value])]
      }),
    ),
  )
}

function anyContent({ content }: ElementNode): fc.Arbitrary<unknown> {
  return content.kind === 'group' ? anyFields(content.children) : anyValue(content.format)
}

function anyValue(format: ValueFormat): fc.Arbitrary<unknown> {
  switch (format.kind) {
    case 'code':
    case 'id':
    case 'text':
    case 'plain':
      return anyText(format)
    case 'count':
    case 'integer':
    case 'positive':
      return fc.nat({ max: 10 ** format.totalDigits - 1 })
    case 'decimal':
      return anyDecimal(format)
    case 'amount':
      return fc.record({ amount: anyDecimal(format), currency: fc.constantFrom('GBP', 'CNY') })
    case 'measure':
    case 'quantity':
      return fc.record(
        { value: anyDecimal(format), unitCode: fc.constantFrom('KGM', 'KGM#G', 'NAR') },
        { requiredKeys: ['value'] },
      )
    case 'dateTime':
      return fc.constantFrom('2026-09-01', '2026-09-01T12:30:00Z', '2026-02-28T00:00:00+01:00')
  }
}

function anyText(format: TextFormat): fc.Arbitrary<string> {
  if (format.oneOf.length > 0) return fc.constantFrom(...format.oneOf)
  const unit = {
    a: fc.constantFrom(...Array.from('abcXYZ')),
    n: fc.constantFrom(...Array.from('0123456789')),
    some: fc.constantFrom(...Array.from('aZ9')),
    an: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter(isXmlText),
    any: fc.constantFrom(...Array.from('aZ9')),
  }[format.characters]
  const text = fc.string({
    unit,
    minLength: format.atMost ? 1 : format.length,
    maxLength: Math.min(format.length, 40),
  })
  // Codes are collapsed by the schema, so blanks at their ends would not come back.
  return text
    .map((value) => (format.kind === 'code' ? value.replace(/[\t ]+/g, ' ').trim() : value))
    .filter((value) => value.trim() !== '' && !/[\n\r]/.test(value))
}

function anyDecimal({ totalDigits, fractionDigits }: NumberFormat): fc.Arbitrary<string> {
  const decimals = Math.min(fractionDigits, 3)
  const whole = Math.min(totalDigits, 12) - decimals
  return fc
    .tuple(fc.nat({ max: 10 ** whole - 1 }), fc.nat({ max: 10 ** decimals - 1 }))
    .map(([integer, fraction]) =>
      decimals === 0 ? String(integer) : `${integer}.${String(fraction).padStart(decimals, '0')}`,
    )
}
