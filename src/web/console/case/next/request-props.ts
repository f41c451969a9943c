/** Which declaration of which case something is asked about. */
export interface RequestProps {
  readonly caseId: string
  /** Absent where it is the declaration on which the goods are released. */
  readonly about?: 'supplementary' | undefined
}

/** Where requests about a declaration are made, beneath the path of its case. */
export function placeOfRequests(about: RequestProps['about']): string {
  return about === undefined ? '' : '/supplementary-declaration'
}
