import type { ShipmentView } from '../../../../api/shipments.ts'

/**
 * A reference to begin with, which can be changed: the day and the time of day of whoever opens the
 * shipment, such as `S-260901-230509`.
 */
export function nextReference(open: readonly Pick<ShipmentView, 'reference'>[], now: Date): string {
  const day = [now.getFullYear() % 100, now.getMonth() + 1, now.getDate()]
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()]
  const stem = `S-${inPairs(day)}-${inPairs(time)}`
  const taken = new Set(open.map(({ reference }) => reference))
  return taken.has(stem) ? `${stem}-${open.length}` : stem
}

function inPairs(parts: readonly number[]): string {
  return parts.map((part) => String(part).padStart(2, '0')).join('')
}
