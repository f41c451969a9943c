/** Things that speak of rows, by their row. */
export function byRow<T extends { readonly row: number }>(
  things: readonly T[],
): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>()
  for (const thing of things) {
    const group = groups.get(thing.row)
    if (group === undefined) groups.set(thing.row, [thing])
    else group.push(thing)
  }
  return groups
}
