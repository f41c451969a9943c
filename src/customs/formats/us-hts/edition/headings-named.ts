/** A heading that a text names, or all from one to another: `9904.04.50-9904.05.01`. */
export interface NamedHeadings {
  readonly from: string
  readonly to: string
}

const HEADING = /\b(\d{4}(?:\.\d{2}){1,3})(?:\s*(?:[-–]|through|to)\s*(\d{4}(?:\.\d{2}){1,3}))?/g

/**
 * The headings that a footnote or a rate sends the reader to, as digits: `See 9903.88.15.` names one,
 * `See 9823.01.01-9823.01.07` seven at most.
 */
export function headingsNamed(text: string): readonly NamedHeadings[] {
  return [...text.matchAll(HEADING)].map(([, first = '', last = first]) => ({
    from: first.replaceAll('.', ''),
    to: last.replaceAll('.', ''),
  }))
}
