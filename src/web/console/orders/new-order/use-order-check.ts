import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'

import type { CheckedOrderView } from '../../../../api/order-checks.ts'
import { change } from '../../../kit/api/ask.ts'

const AFTER_MS = 500

/** What is wrong with the order so far and what it would cost, asked anew as it is typed. */
export function useOrderCheck(order: object) {
  const [settled] = useDebouncedValue(JSON.stringify(order), AFTER_MS)
  return useQuery({
    queryKey: ['order-check', settled],
    queryFn: async () => {
      const body = { orders: [JSON.parse(settled) as object] }
      const { items } = await change<{ items: readonly CheckedOrderView[] }>('/v1/order-checks', {
        body,
      })
      return items[0]
    },
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  })
}

/** One finding of the check. */
export type CheckFinding = CheckedOrderView['findings'][number]

/**
 * Findings by the field at which they are said: the field of the fact itself, else the first one
 * inside of what is missing as a whole. What belongs to no field is kept under the empty pointer.
 */
export function findingsByField(
  findings: readonly CheckFinding[],
  pointers: readonly string[],
): ReadonlyMap<string, readonly CheckFinding[]> {
  const byField = new Map<string, CheckFinding[]>()
  for (const finding of findings) {
    const field = fieldOf(finding.path, pointers)
    byField.set(field, [...(byField.get(field) ?? []), finding])
  }
  return byField
}

function fieldOf(path: string, pointers: readonly string[]): string {
  if (pointers.includes(path)) return path
  if (/\/currency$/.test(path)) return '/currency'
  return pointers.find((pointer) => path !== '' && pointer.startsWith(`${path}/`)) ?? ''
}
