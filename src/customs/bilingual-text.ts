/** A sentence for people in both languages that the papers and screens speak. */
export interface BilingualText {
  readonly en: string
  readonly zh: string
}
