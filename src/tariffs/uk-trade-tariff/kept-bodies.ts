/**
 * Where the bodies of a walk are kept, by the path that they were asked for under. What is there is
 * not asked for again, so a walk goes on where it stopped. The tariffs of the United Kingdom and of
 * Northern Ireland have the same paths, so each is kept apart.
 */
export interface KeptBodies {
  bodyOf(path: string): Promise<string | undefined>
  keep(path: string, text: string): Promise<void>
}

/** Keeps bodies as long as the process lives. */
export function keptInMemory(): KeptBodies {
  const bodies = new Map<string, string>()
  return {
    bodyOf: (path) => Promise.resolve(bodies.get(path)),
    keep: (path, text) => {
      bodies.set(path, text)
      return Promise.resolve()
    },
  }
}
