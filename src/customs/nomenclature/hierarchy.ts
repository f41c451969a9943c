import { entryAt, holds, type NomenclatureEntry } from './nomenclature.ts'

/** The line that a line belongs to; nothing for one that stands at the root. */
export function parentOf(entry: NomenclatureEntry): NomenclatureEntry | undefined {
  const { within, position, on, row } = entry
  const { rows } = within.edition
  let candidate = within.parents[position]!
  // A line that does not hold on the day is passed over, also for what stands less deep before it.
  while (candidate >= 0 && !(rows[candidate]!.depth < row.depth && holds(rows[candidate]!, on))) {
    candidate -= 1
  }
  return entryAt(within, candidate, on)
}

/** The lines above a line, the highest first. */
export function ancestorsOf(entry: NomenclatureEntry): readonly NomenclatureEntry[] {
  const ancestors: NomenclatureEntry[] = []
  for (let above = parentOf(entry); above !== undefined; above = parentOf(above)) {
    ancestors.unshift(above)
  }
  return ancestors
}

/** Every line below a line, in the order of publication. */
export function descendantsOf(entry: NomenclatureEntry): readonly NomenclatureEntry[] {
  const descendants: NomenclatureEntry[] = []
  let below = nextAfter(entry)
  while (below !== undefined && below.row.depth > entry.row.depth) {
    descendants.push(below)
    below = nextAfter(below)
  }
  return descendants
}

/** The lines that belong to a line directly. */
export function childrenOf(entry: NomenclatureEntry): readonly NomenclatureEntry[] {
  return descendantsOf(entry).filter((below) => parentOf(below)?.position === entry.position)
}

/** Whether goods are declared by this very line: it is of that kind and none stands below it. */
export function isDeclarable(entry: NomenclatureEntry): boolean {
  if (!entry.row.mayBeDeclared) return false
  const next = nextAfter(entry)
  return next === undefined || next.row.depth <= entry.row.depth
}

/** The lines below a line by which its goods are declared. */
export function declarableBelow(entry: NomenclatureEntry): readonly NomenclatureEntry[] {
  return descendantsOf(entry).filter(isDeclarable)
}

/**
 * What a line says together with all that stands above it, the highest first: `Other` means nothing
 * by itself. Where a text is not there in the language, it comes in one that it is published in.
 */
export function descriptionPath(entry: NomenclatureEntry, language: string): readonly string[] {
  return [...ancestorsOf(entry), entry].map(({ row: { descriptions } }) => {
    return descriptions[language] ?? Object.values(descriptions)[0] ?? ''
  })
}

/** The next line that holds on the day. */
function nextAfter({ within, position, on }: NomenclatureEntry): NomenclatureEntry | undefined {
  const { rows } = within.edition
  for (let next = position + 1; next < rows.length; next += 1) {
    const entry = entryAt(within, next, on)
    if (entry !== undefined) return entry
  }
  return undefined
}
