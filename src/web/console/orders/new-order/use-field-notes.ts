import { useFindingText } from './finding-text.ts'
import { useOrderForm } from './order-form.ts'

/** What is said below a field. */
export interface FieldNotes {
  readonly error?: string
}

/**
 * What the check says of a field. While somebody is still on the way there nothing is said; after
 * the order was to be handed in, everything is.
 */
export function useFieldNotes(pointer: string, isLeft: boolean): FieldNotes {
  const { findings, isTried } = useOrderForm()
  const textOf = useFindingText()
  const own = findings.get(pointer) ?? []
  if (!isLeft && !isTried) return {}
  const [first] = own.filter(({ severity }) => severity === 'refused' || isLeft)
  return first === undefined ? {} : { error: textOf(first) }
}
