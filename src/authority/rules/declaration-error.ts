/** One step of a WCO pointer: a class of the data model, its number where it repeats, an element. */
export interface PointerStep {
  readonly section: string
  readonly sequence?: number
  readonly tag?: string
}

/** Why a declaration or request cannot be taken: a CDS error code, where, and why in words. */
export interface DeclarationError {
  /** Code of HMRC's published list of CDS errors, such as `CDS12056`. */
  readonly code: `CDS${number}`
  readonly pointer: readonly PointerStep[]
  /** For the officer's dossier and, within the 512 characters of the message, for the trader. */
  readonly reason: string
}

const SECTION = /^(\d{2}[A-Z])(?:#(\d+))?$/

/**
 * Reads a pointer from its short form: classes from the declaration (`42A`) down, `#` and the
 * number of a repeated one, the element tag last.
 *
 * @example pointer('42A/67A/68A#2/23A/137') // description of the second goods item
 */
export function pointer(text: string): readonly PointerStep[] {
  const steps: PointerStep[] = []
  for (const part of text.split('/')) {
    const section = SECTION.exec(part)
    const last = steps.at(-1)
    if (section !== null) {
      const sequence = section[2] === undefined ? {} : { sequence: Number(section[2]) }
      steps.push({ section: section[1]!, ...sequence })
    } else if (last !== undefined) {
      steps[steps.length - 1] = { ...last, tag: part }
    }
  }
  return steps
}

/** A pointer to an element of a goods item, by the item's number. */
export function itemPointer(sequence: number, path: string): readonly PointerStep[] {
  return pointer(`42A/67A/68A#${sequence}/${path}`)
}
