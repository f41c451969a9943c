/** Ways in which goods come to Northern Ireland. */
export type NorthernIrelandRoute =
  'from-great-britain' | 'from-rest-of-world' | 'from-european-union'

/** What the goods are for, when they have arrived. */
export type ProcessingPurpose = 'none' | 'commercial' | 'non-commercial'

/**
 * Whether an importer may ask that the duty be waived as aid of small amount: open for goods from
 * Great Britain that are put to commercial use. The limits of such aid are the importer's own account,
 * so it comes without a figure.
 *
 * Source: UK Trade Tariff duty calculator (read 2026-11-23).
 */
export function mayAskForWaiver(facts: {
  readonly route: NorthernIrelandRoute
  readonly purpose: ProcessingPurpose
}): boolean {
  return facts.route === 'from-great-britain' && facts.purpose === 'commercial'
}
