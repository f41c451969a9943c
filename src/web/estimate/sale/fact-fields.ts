import type { BilingualText } from '../../../customs/bilingual-text.ts'
import type { FieldNotes } from './field-notes.ts'

/** How a fact is stated that has no field of its own until it is asked for. */
export interface FactField {
  readonly place: string
  readonly label: BilingualText
  readonly kind: 'text' | 'yes-or-no' | 'day'
}

/** Facts that a quote may ask for, by how their place in the request ends. */
const kinds: readonly {
  readonly place: RegExp
  readonly label: (name: string) => BilingualText
  readonly kind?: FactField['kind']
}[] = [
  fact(/\/netWeightKg$/, 'Net weight of the line, kg', '该行净重（千克）'),
  fact(/\/grossWeightKg$/, 'Gross weight of the line, kg', '该行毛重（千克）'),
  fact(/\/dutyPercent$/, 'Rate of duty, if you know it, %', '关税税率（如已知，%）'),
  fact(/\/additionalCodes$/, 'Additional codes', '附加代码'),
  fact(/\/documents$/, 'Document codes', '单证代码'),
  fact(/\/preference$/, 'Preference claimed, by area', '主张的优惠（地区代码）'),
  fact(/\/boughtThisYear$/, 'Bought from abroad this year', '今年以来的境外购物金额'),
  fact(/\/onwardTransport$/, 'Transport from the border on', '入境后的运输费'),
  fact(/\/metalWeightPercent$/, 'Metals, % of the weight', '金属占重量的百分比'),
  fact(/\/usContentValueUsd$/, 'Value of US content, USD', '美国成分价值（美元）'),
  { place: /\/loaded$/, label: () => ({ en: 'Loaded on', zh: '装运日' }), kind: 'day' },
  {
    place: /\/quantities\/([A-Z0-9]+)$/,
    label: (unit) => ({ en: `Quantity in ${unit}`, zh: `数量（${unit}）` }),
  },
  {
    place: /\/metalValueUsd\/(\w+)$/,
    label: (metal) => ({ en: `Value of the ${metal}, USD`, zh: `金属价值（${metal}，美元）` }),
  },
  {
    place: /\/metalMadeIn\/(\w+)$/,
    label: (metal) => ({ en: `Countries that made the ${metal}`, zh: `金属产地（${metal}）` }),
  },
  {
    place: /\/answers\/([a-z0-9-]+)$/,
    label: () => ({ en: 'Your answer', zh: '您的回答' }),
    kind: 'yes-or-no',
  },
]

function fact(place: RegExp, en: string, zh: string) {
  return { place, label: () => ({ en, zh }) }
}

/** The field for a place, where what is missing there can be typed. */
export function factFieldAt(place: string): FactField | undefined {
  for (const { place: pattern, label, kind = 'text' } of kinds) {
    const found = pattern.exec(place)
    if (found !== null) return { place, label: label(found[1] ?? ''), kind }
  }
  return undefined
}

/** The facts below a place that are stated or asked for, but for those that have a standing field. */
export function factFieldsBelow(
  place: string,
  {
    facts,
    notes,
    standing,
  }: {
    readonly facts: Readonly<Record<string, string>>
    readonly notes: FieldNotes
    readonly standing: readonly string[]
  },
): readonly FactField[] {
  const places = new Set([...Object.keys(facts), ...notes.keys()])
  return [...places]
    .filter((path) => path.startsWith(`${place}/`) && !standing.includes(path))
    .toSorted()
    .flatMap((path) => factFieldAt(path) ?? [])
}
