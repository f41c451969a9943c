/** The units that rates of the schedule are printed in, each in one spelling. */
export type RateUnit =
  | 'article'
  | 'bbl'
  | 'clean kg'
  | 'doz.'
  | 'doz. pr.'
  | 'each'
  | 'g'
  | 'gross'
  | 'head'
  | 'jewel'
  | 'kg'
  | 'line/gross'
  | 'liter'
  | 'm'
  | 'm2'
  | 'm3'
  | 'pack'
  | 'pf. liter'
  | 'pr.'
  | 't'
  | 'thousand'

/** A unit that stands at the head of a text, what the amount is divided by, and the text behind it. */
export interface LeadingUnit {
  readonly unit: RateUnit
  /** The amount as printed holds for so many units: `$6/1000` is six dollars for a thousand pieces. */
  readonly count: '1' | '1000'
  readonly rest: string
}

/**
 * Spellings of each unit. Bulbs and the like are dutiable by `/1000` and counted in pieces, pins
 * and bobbins by `/1,000` and counted in thousands; so each keeps the unit that it is counted in.
 */
const spellings: readonly (readonly [RegExp, RateUnit, ('1' | '1000')?])[] = [
  [/^line\/ ?gross\b/, 'line/gross'],
  [/^doz\. ?prs?\.?/, 'doz. pr.'],
  [/^doz(\.|en\b)/, 'doz.'],
  [/^clean kg\b/, 'clean kg'],
  [/^pf\. ?liters?\b/, 'pf. liter'],
  [/^proof liters?\b/, 'pf. liter'],
  [/^1000\b/, 'each', '1000'],
  [/^1,000( pins)?\b/, 'thousand'],
  [/^thousands?\b/, 'thousand'],
  [/^prs?\.|^pairs?\b/, 'pr.'],
  [/^(lin\. )?m(?![a-z0-9])/, 'm'],
  [/^m2/, 'm2'],
  [/^m3/, 'm3'],
  [/^kg\b/, 'kg'],
  [/^g\b/, 'g'],
  [/^t\b/, 't'],
  [/^liters?\b/, 'liter'],
  [/^bbl\b\.?/, 'bbl'],
  [/^gross\b/, 'gross'],
  [/^head\b/, 'head'],
  [/^each\b/, 'each'],
  [/^article\b/, 'article'],
  [/^jewel\b/, 'jewel'],
  [/^pack\b/, 'pack'],
]

/** The unit at the head of a text; nothing where the schedule has no such unit. */
export function leadingUnit(text: string): LeadingUnit | undefined {
  for (const [spelling, unit, count = '1'] of spellings) {
    const found = spelling.exec(text)
    if (found !== null) return { unit, count, rest: text.slice(found[0].length) }
  }
  return undefined
}
