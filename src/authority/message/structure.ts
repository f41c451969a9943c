/** One row of a structure table: an element, how often it may stand, and what it contains. */
export interface ElementRule {
  readonly name: string
  readonly required: boolean
  readonly atMost: number
  /** The form of the text; absent for an element that only has children. */
  readonly form?: string
  readonly children: readonly ElementRule[]
}

interface DraftRule {
  readonly name: string
  readonly required: boolean
  readonly atMost: number
  readonly form?: string
  readonly children: ElementRule[]
}

/**
 * Reads a structure table in the notation that `declaration-structure.ts` explains. A table is
 * program text, so a mistake in it is a broken invariant and throws.
 *
 * @returns the rule of the last element that is not indented: the root
 */
export function parseStructure(table: string): ElementRule {
  const blocks = new Map<string, ElementRule[]>()
  const ancestors: DraftRule[] = []
  let root: ElementRule | undefined
  for (const line of table.split('\n').filter((text) => text.trim() !== '')) {
    const depth = (line.length - line.trimStart().length) / 2
    const rule = parseRow(line.trim(), blocks)
    ancestors.length = depth
    const parent = ancestors.at(-1)
    ancestors.push(rule)
    if (parent !== undefined) parent.children.push(rule)
    else if (rule.name.startsWith('@')) blocks.set(rule.name, rule.children)
    else root = rule
  }
  if (root === undefined) throw new TypeError('a structure table needs a root element')
  return root
}

function parseRow(row: string, blocks: ReadonlyMap<string, ElementRule[]>): DraftRule {
  const [name, cardinality = '1', form] = row.split(' ')
  const counts = countsOf(cardinality)
  if (form?.startsWith('@') === true) {
    const children = blocks.get(form)
    if (children === undefined) throw new TypeError(`the structure table has no block ${form}`)
    return { name: name!, ...counts, children }
  }
  return { name: name!, ...counts, ...(form === undefined ? {} : { form }), children: [] }
}

function countsOf(cardinality: string): { required: boolean; atMost: number } {
  if (cardinality === '1') return { required: true, atMost: 1 }
  if (cardinality === '?') return { required: false, atMost: 1 }
  if (cardinality === '+') return { required: true, atMost: Infinity }
  if (cardinality === '*') return { required: false, atMost: Infinity }
  return { required: false, atMost: Number(cardinality) }
}
