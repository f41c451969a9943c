import { surroundingScheme } from '../kit/embedded.ts'

/** Where the other pages of this address keep the choice of their readers. */
const PLACE = 'mantine-color-scheme-value'

/** The colours of the page around this one or of the reader's choice; else the browser decides. */
export function rememberedScheme(): 'light' | 'dark' | undefined {
  if (surroundingScheme !== undefined) return surroundingScheme
  try {
    const chosen = localStorage.getItem(PLACE)
    return chosen === 'light' || chosen === 'dark' ? chosen : undefined
  } catch {
    // A browser that keeps nothing has no choice to remember.
    return undefined
  }
}
