import type { Resource, ResourceName } from './json-api-document.ts'

/** The objects that a body brings along, by name. It remembers which ones were looked at. */
export class IncludedResources {
  private readonly byName: ReadonlyMap<string, Resource>
  private readonly seen = new Set<Resource>()

  constructor(private readonly resources: readonly Resource[]) {
    this.byName = new Map(resources.map((resource) => [keyOf(resource), resource]))
  }

  /** The object of a name; nothing where the body refers to it without bringing it along. */
  find(name: ResourceName): Resource | undefined {
    const found = this.byName.get(keyOf(name))
    if (found !== undefined) this.seen.add(found)
    return found
  }

  /** All objects of one type, in the order of the body. */
  ofType(...types: readonly string[]): readonly Resource[] {
    const found = this.resources.filter(({ type }) => types.includes(type))
    for (const resource of found) this.seen.add(resource)
    return found
  }

  /** The objects that nobody has looked at. */
  unseen(): readonly Resource[] {
    return this.resources.filter((resource) => !this.seen.has(resource))
  }
}

function keyOf({ type, id }: ResourceName): string {
  return `${type} ${id}`
}
