import { headingSet } from './heading-set.ts'
import type { ProgrammeCondition } from './programme-condition.ts'
import type { ProgrammeEntry, ValuePart } from './programme.ts'
import type {
  DecidableCondition,
  MeasurablePart,
  ProductScope,
  Programme,
  ProgrammeLaw,
  Provision,
} from './programmes.ts'
import { type SingleProvision, singleProvisions } from './provision-entries.ts'

/** What the names in a programme stand for. */
export interface Vocabulary {
  readonly laws: ReadonlyMap<string, ProgrammeLaw>
  readonly groups: ReadonlyMap<string, readonly string[]>
  /** Every heading that there is. */
  readonly headings: readonly string[]
}

/** Makes a programme ready to be applied: names are followed, provisions sorted out by country. */
export function prepareProgramme(entry: ProgrammeEntry, vocabulary: Vocabulary): Programme {
  const { id, authority, name, order } = entry
  const provisions = entry.provisions
    .flatMap(singleProvisions)
    .map((provision) => prepareProvision(provision, vocabulary))
  const named = new Set(
    provisions.flatMap(({ origins, exceptOrigins }) => [...(origins ?? []), ...exceptOrigins]),
  )
  const byOrigin = [...named].map(
    (origin) => [origin, provisions.filter((provision) => reaches(provision, origin))] as const,
  )
  return {
    id,
    authority,
    name,
    order,
    byOrigin: new Map(byOrigin),
    elsewhere: provisions.filter(({ origins }) => origins === undefined),
  }
}

function reaches({ origins, exceptOrigins }: Provision, origin: string): boolean {
  return (origins?.has(origin) ?? true) && !exceptOrigins.has(origin)
}

function prepareProvision(entry: SingleProvision, vocabulary: Vocabulary): Provision {
  const { heading, headingWhenReached, mode, percent, about, from, until } = entry
  return {
    mode,
    part: measurable(entry.on, vocabulary),
    exceptOrigins: countriesOf(entry.exceptOrigins ?? [], vocabulary),
    products: scopeOf(entry),
    when: (entry.when ?? []).map((condition) => decidable(condition, entry, vocabulary)),
    window: { from, ...(until && { until }) },
    law: lawCited(entry.law, vocabulary),
    ...(entry.endedBy && { endedBy: lawCited(entry.endedBy, vocabulary) }),
    ...(heading && { heading }),
    ...(headingWhenReached && { headingWhenReached }),
    ...(percent && { percent }),
    ...(entry.origins && { origins: countriesOf(entry.origins, vocabulary) }),
    ...(about && { about }),
  }
}

/** @throws Error when the file holds no such law, which the reader has checked before. */
function lawCited(id: string, { laws }: Vocabulary): ProgrammeLaw {
  const law = laws.get(id)
  if (law === undefined) throw new Error(`the programmes hold no law ${id}`)
  return law
}

function countriesOf(names: readonly string[], { groups }: Vocabulary): ReadonlySet<string> {
  return new Set(names.flatMap((name) => groups.get(name) ?? [name]))
}

function scopeOf({ products }: SingleProvision): ProductScope {
  return {
    lists: products?.lists ?? [],
    codes: products?.codes?.split(' ') ?? [],
    exceptCodes: products?.exceptCodes?.split(' ') ?? [],
    exceptLists: products?.exceptLists ?? [],
  }
}

function decidable(
  condition: ProgrammeCondition,
  { heading = '' }: SingleProvision,
  { headings }: Vocabulary,
): DecidableCondition {
  switch (condition.fact) {
    case 'under-heading':
      return { fact: condition.fact, headings: headingSet(condition.anyOf, headings) }
    case 'heading-declared':
      return { fact: condition.fact, heading }
    default:
      return condition
  }
}

function measurable(part: ValuePart | undefined, { headings }: Vocabulary): MeasurablePart {
  if (part === undefined) return { of: 'all-that-is-left' }
  return part.of === 'under-heading'
    ? { of: part.of, headings: headingSet(part.anyOf, headings) }
    : part
}
