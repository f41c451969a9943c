import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { Declaration } from '../../customs/declaration/declaration.ts'
import type { FieldOrigin } from '../../customs/declaration/fill-input.ts'
import type { AmendedField } from '../../customs/formats/uk-cds/amended-fields.ts'
import { dataElementOfField } from '../../customs/formats/uk-cds/data-element.ts'
import {
  declaredFields,
  itemNumberIn,
  type DeclaredField,
} from '../../customs/formats/uk-cds/declared-fields.ts'
import { goodsFactBehind, type GoodsFact } from '../mending/goods-facts.ts'
import type { OpenPoint } from '../mending/open-points.ts'

/** A field of the declaration with all that is known of it. */
export interface FormField extends DeclaredField {
  /** Where the value comes from; parts of one data element may come from several places. */
  readonly origins: readonly FieldOrigin[]
  /** The fact of the goods data that it is filled from, where a person can mend it. */
  readonly goodsFact?: GoodsFact
  readonly points: readonly OpenPoint[]
  /** What the authority has put in the place of the values. */
  readonly changedTo?: readonly string[]
}

/** Fields that belong together, as the completion guide groups them. */
export interface FormSection {
  /** `1` to `8` for the groups of the guide, `item-1` for a goods item. */
  readonly id: string
  readonly name: BilingualText
  readonly fields: readonly FormField[]
}

/** What a form is made from. */
export interface FormSources {
  readonly declaration: Declaration
  readonly origins: Readonly<Record<string, FieldOrigin>>
  readonly points: readonly OpenPoint[]
  readonly amendments: readonly AmendedField[]
}

/** The declaration as a form: each field with its name, origin, open points and later changes. */
export function declarationForm(sources: FormSources): readonly FormSection[] {
  const declared = declaredFields(sources.declaration)
  const pointed = sources.points.flatMap(({ fieldPath }) => fieldPath ?? [])
  const absent = pointed.filter((path) => placeFor(path, declared) === undefined)
  const fields = [...declared, ...[...new Set(absent)].map(absentField)].map((field) =>
    formField(field, declared, sources),
  )
  const sections = new Map<string, FormField[]>()
  for (const field of fields) {
    const id = sectionOf(field)
    sections.set(id, [...(sections.get(id) ?? []), field])
  }
  return [...sections]
    .map(([id, members]) => ({ id, name: sectionName(id), fields: members.toSorted(byNumber) }))
    .toSorted((left, right) => rank(left.id) - rank(right.id))
}

/** A field that is not declared although something is said of it. */
function absentField(path: string): DeclaredField {
  const itemNumber = itemNumberIn(path)
  const dataElement = dataElementOfField(path) ?? { number: '-', name: { en: path, zh: path } }
  return { path, dataElement, ...(itemNumber !== undefined && { itemNumber }), values: [] }
}

function formField(
  field: DeclaredField,
  declared: readonly DeclaredField[],
  { origins, points, amendments }: FormSources,
): FormField {
  const { path } = field
  const goodsFact = goodsFactBehind(path)
  const here = points.filter(({ fieldPath }) =>
    fieldPath === undefined ? false : (placeFor(fieldPath, declared) ?? fieldPath) === path,
  )
  const changed = amendments.filter(({ fieldPath }) => isWithin(fieldPath, path))
  const changedTo = changed.map(({ value }) => value)
  const isChanged = changedTo.length > 0 && changedTo.join() !== field.values.join()
  return {
    ...field,
    origins: originsOf(path, origins, declared),
    points: here,
    ...(goodsFact && { goodsFact }),
    ...(isChanged && { changedTo }),
  }
}

/** The path of the declared field that a place in the declaration belongs to. */
function placeFor(path: string, declared: readonly DeclaredField[]): string | undefined {
  const number = dataElementOfField(path)?.number
  const around = declared.filter((field) => isWithin(path, field.path))
  const exact = around.find(({ dataElement }) => dataElement.number === number)
  return (exact ?? declared.find((field) => isWithin(field.path, path)))?.path
}

function isWithin(path: string, ancestor: string): boolean {
  return path === ancestor || path.startsWith(`${ancestor}/`)
}

/** Every origin of the parts of a field, each once; fields within it have their own. */
function originsOf(
  path: string,
  origins: Readonly<Record<string, FieldOrigin>>,
  declared: readonly DeclaredField[],
): readonly FieldOrigin[] {
  const inner = declared.filter((field) => field.path !== path && isWithin(field.path, path))
  const found = Object.entries(origins).filter(
    ([place]) => isWithin(place, path) && !inner.some((field) => isWithin(place, field.path)),
  )
  const distinct = new Map(found.map(([, origin]) => [JSON.stringify(origin), origin]))
  return [...distinct.values()]
}

/** The groups in which the completion guide numbers its data elements. */
const groupNames: Readonly<Record<string, BilingualText>> = {
  '1': { en: 'Message and procedure', zh: '报文与程序' },
  '2': { en: 'References and documents', zh: '编号与单证' },
  '3': { en: 'Parties', zh: '相关各方' },
  '4': { en: 'Value and taxes', zh: '估价与税费' },
  '5': { en: 'Places and countries', zh: '地点与国家' },
  '6': { en: 'Goods', zh: '货物' },
  '7': { en: 'Transport', zh: '运输' },
  '8': { en: 'Other', zh: '其他' },
}

const OTHER = '8'

function sectionOf({ itemNumber, dataElement }: FormField): string {
  if (itemNumber !== undefined) return `item-${itemNumber}`
  const group = /^[1-8]/.exec(dataElement.number)?.[0]
  // A field without a number is about the message itself.
  return group ?? '1'
}

function sectionName(id: string): BilingualText {
  const item = /^item-(\d+)$/.exec(id)?.[1]
  if (item !== undefined) return { en: `Goods item ${item}`, zh: `商品项 ${item}` }
  return groupNames[id] ?? groupNames[OTHER]!
}

/** Goods items stand behind what is declared once, in their own order. */
function rank(id: string): number {
  const item = /^item-(\d+)$/.exec(id)?.[1]
  return item === undefined ? Number(id) : 10 + Number(item)
}

function byNumber(left: FormField, right: FormField): number {
  return left.dataElement.number.localeCompare(right.dataElement.number, 'en', { numeric: true })
}
