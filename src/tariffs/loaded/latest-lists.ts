import type { HeldLaw, ProductList } from '../../customs/programmes/index.ts'

/**
 * Each list of goods as the latest edition that has it states it.
 *
 * @param editions the lists of each, the one that holds latest first
 */
export function latestLists(editions: readonly (readonly ProductList[])[]): readonly ProductList[] {
  const latest = new Map<string, ProductList>()
  for (const list of editions.flat()) if (!latest.has(list.id)) latest.set(list.id, list)
  return [...latest.values()]
}

/** The law with imported lists of goods, each in the place of the one that comes with the program. */
export function underImportedLists(held: HeldLaw, imported: readonly ProductList[]): HeldLaw {
  const ids = new Set(imported.map(({ id }) => id))
  return { ...held, lists: [...held.lists.filter(({ id }) => !ids.has(id)), ...imported] }
}
