/** Where the other pages of this address keep the choice of their readers. */
const PLACE = 'mantine-color-scheme-value'

/** The colours that the reader chose on another page here; without a choice the browser decides. */
export function rememberedScheme(): 'light' | 'dark' | undefined {
  try {
    const chosen = localStorage.getItem(PLACE)
    return chosen === 'light' || chosen === 'dark' ? chosen : undefined
  } catch {
    // A browser that keeps nothing has no choice to remember.
    return undefined
  }
}
