import type { ProgrammeEntry, ProvisionEntry } from './programme.ts'

/** A provision of one kind of goods and origin: its rows by country are taken apart. */
export type SingleProvision = Omit<ProvisionEntry, 'byCountry'>

/** A provision, or each of its rows by country as a provision of its own. */
export function singleProvisions(entry: ProvisionEntry): readonly SingleProvision[] {
  const { byCountry, ...alike } = entry
  return byCountry === undefined ? [alike] : byCountry.map((row) => ({ ...alike, ...row }))
}

/** The headings that a provision may declare. */
export function headingsIn({ heading, headingWhenReached }: SingleProvision): readonly string[] {
  return [heading, headingWhenReached].filter((one) => one !== undefined)
}

/** Every heading that a programme declares. */
export function headingsOf({ provisions }: ProgrammeEntry): readonly string[] {
  return provisions.flatMap(singleProvisions).flatMap(headingsIn)
}

/** Every heading, or range of headings, that a provision asks about. */
export function rangesAskedBy({ when = [], on }: SingleProvision): readonly string[] {
  return [
    ...when.flatMap((condition) => (condition.fact === 'under-heading' ? condition.anyOf : [])),
    ...(on?.of === 'under-heading' ? on.anyOf : []),
  ]
}
