import type { BilingualText } from '../bilingual-text.ts'

/** Goods that shops really ship, with our own plain name for them. */
export interface CommonGoods {
  readonly id: string
  readonly name: BilingualText
  /** The code that they are declared by, by customs territory, such as `US` or `EU`. */
  readonly codes: ReadonlyMap<string, string>
}

/** The digits that are the same everywhere, of a subheading of the Harmonized System. */
export const HARMONIZED_DIGITS = 6

/** The first six digits of the code of goods, in whichever territory one is known. */
export function harmonizedCode({ codes }: CommonGoods): string | undefined {
  const [code] = codes.values()
  return code?.slice(0, HARMONIZED_DIGITS)
}
