import { Type } from 'typebox'
import type { BilingualText } from '../../../bilingual-text.ts'
import type { NomenclatureRow } from '../../../nomenclature/nomenclature-edition.ts'
import { plainDescription } from '../../../nomenclature/plain-description.ts'
import { attributesReader, optionalText, windowBetween } from './read-attributes.ts'
import type { Resource } from './json-api-document.ts'

/** The types of object that are lines of the nomenclature. */
export const goodsTypes: readonly string[] = ['chapter', 'heading', 'subheading', 'commodity']

const readLine = attributesReader(
  Type.Object({
    goods_nomenclature_item_id: Type.String({ pattern: '^\\d{10}$' }),
    producline_suffix: Type.Optional(Type.String({ pattern: '^\\d{2}$' })),
    // Some answers of the service spell the name so.
    productline_suffix: Type.Optional(Type.String({ pattern: '^\\d{2}$' })),
    number_indents: Type.Optional(Type.Integer({ minimum: 0, maximum: 30 })),
    description: optionalText,
    formatted_description: optionalText,
    validity_start_date: optionalText,
    validity_end_date: optionalText,
    declarable: Type.Optional(Type.Boolean()),
  }),
)

/** A line of the nomenclature, or why the object is none. */
export type LineReading =
  | { readonly kind: 'understood'; readonly row: NomenclatureRow }
  | { readonly kind: 'left-out'; readonly problem: BilingualText }

/** The suffix of the lines that goods are declared by. */
const DECLARABLE_SUFFIX = '80'

/** Reads a chapter, heading, subheading or commodity. */
export function readGoodsLine(resource: Resource): LineReading {
  const read = readLine(resource)
  if (!read.ok) {
    const [{ message, zh }] = read.failures
    return leftOut({ en: message, zh: zh?.message ?? message })
  }
  const line = read.value
  const depth = depthOf(resource.type, line.number_indents)
  if (depth === undefined) {
    return leftOut({ en: 'the line states no indent', zh: '该行未注明缩进层级' })
  }
  const suffix = line.producline_suffix ?? line.productline_suffix ?? DECLARABLE_SUFFIX
  const validity = windowBetween(line.validity_start_date, line.validity_end_date)
  const row: NomenclatureRow = {
    code: line.goods_nomenclature_item_id,
    ...{ suffix, depth },
    mayBeDeclared:
      suffix === DECLARABLE_SUFFIX && resource.type !== 'chapter' && line.declarable !== false,
    descriptions: { en: descriptionOf(resource.type, line) },
    ...(validity && { validity }),
  }
  return { kind: 'understood', row }
}

/** Chapters and headings state no indent; a heading stands below its chapter. */
function depthOf(type: string, indents: number | undefined): number | undefined {
  if (type === 'chapter') return 0
  if (type === 'heading') return 1
  return indents === undefined ? undefined : indents + 1
}

/** The service writes chapters in capitals; the text that it formats for reading is in small letters. */
function descriptionOf(
  type: string,
  line: {
    readonly description?: string
    readonly formatted_description?: string
  },
): string {
  const { description: asPublished, formatted_description: formatted } = line
  const text = type === 'chapter' ? (formatted ?? asPublished) : (asPublished ?? formatted)
  return plainDescription(text ?? '')
}

function leftOut(problem: BilingualText): LineReading {
  return { kind: 'left-out', problem }
}
