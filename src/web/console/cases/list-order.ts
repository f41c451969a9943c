import type { CaseSort } from '../../../api/views/case-order.ts'
import type { CaseSummary } from '../../../api/views/case-summary.ts'

/**
 * Whether a case stands among those that a list has read: before the last of them, after which there
 * are more. A list without such a last one has read them all.
 */
export function isWithin(
  sort: CaseSort = 'newest',
  one: CaseSummary,
  last: CaseSummary | undefined,
): boolean {
  return last === undefined || placeOf(sort, one, last) < 0
}

/** Below 0 where the one stands before the other, as the interface sorts them. */
function placeOf(sort: CaseSort, one: CaseSummary, other: CaseSummary): number {
  const newestFirst = compare(other.id, one.id)
  switch (sort) {
    case 'newest':
      return newestFirst
    case 'longest-waiting':
      // Who waits for nothing comes last, and among equals the oldest first.
      return compare(since(one), since(other)) || compare(one.id, other.id)
    case 'highest-value':
      return compare(valueKey(other), valueKey(one)) || newestFirst
    case 'reference':
      return compare(one.reference, other.reference) || newestFirst
  }
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

function since({ waitingSince }: CaseSummary): string {
  return waitingSince ?? 'without end'
}

/** Currencies apart, then amounts: as text of equal length, so that they compare exactly. */
function valueKey({ customsValue }: CaseSummary): string {
  if (customsValue === undefined) return ''
  const [whole = '', fraction = ''] = customsValue.amount.split('.')
  return `${customsValue.currency}${whole.padStart(14, '0')}.${fraction.padEnd(6, '0')}`
}
