import type { Address } from '../order/party.ts'

/** Whether goods are delivered to Northern Ireland: the postcode area BT covers it and nothing else. */
export function isNorthernIreland({ country, postcode = '' }: Address): boolean {
  return country === 'GB' && /^BT\d/i.test(postcode.trim())
}
