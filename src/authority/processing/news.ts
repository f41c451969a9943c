/** Tells whoever looks on that something has happened to lodgements. */
export interface News {
  /**
   * To be called after the commit, so that whoever looks finds what they were told of. Letters about no
   * declaration are told of by the reference of their thread.
   */
  tell(mrns: readonly string[]): void
  /** Hears of lodgements until the function that it gives back is called. */
  hear(listener: (mrns: readonly string[]) => void): () => void
}

/**
 * News within this process, where all that changes a lodgement happens. It is only a hint to look
 * again: one that is missed costs a look later.
 */
export function newsOfLodgements(): News {
  const listeners = new Set<(mrns: readonly string[]) => void>()
  return {
    tell: (mrns) => {
      if (mrns.length === 0) return
      for (const listener of listeners) listener(mrns)
    },
    hear: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
