/** What a shop asks at its checkout: three kinds of goods from China to a private person in Germany. */
export const threeLineSale = {
  on: '2026-09-01',
  shipFrom: { country: 'CN' },
  destination: { country: 'DE' },
  incoterm: 'DAP',
  channel: 'courier',
  purpose: 'sale',
  buyer: { kind: 'private-person' },
  registrations: [],
  freight: { amount: '10.00', currency: 'EUR' },
  insurance: { amount: '0', currency: 'EUR' },
  lines: [
    { commodityCode: '6109100010', origin: 'CN', quantity: 3, unitPrice: euros('18.00') },
    { commodityCode: '8518210000', origin: 'CN', quantity: 1, unitPrice: euros('30.00') },
    { commodityCode: '4202221000', origin: 'CN', quantity: 1, unitPrice: euros('95.00') },
  ],
} as const

/** The same goods to a private person elsewhere, in the currency there; what they weigh is stated. */
export function threeLineSaleTo(
  { country, currency }: { readonly country: string; readonly currency: string },
  codes: readonly [string, string, string],
): unknown {
  const money = (amount: string) => ({ amount, currency })
  return {
    ...threeLineSale,
    destination: { country },
    freight: money(threeLineSale.freight.amount),
    insurance: money(threeLineSale.insurance.amount),
    lines: threeLineSale.lines.map((line, index) => ({
      ...line,
      commodityCode: codes[index],
      unitPrice: money(line.unitPrice.amount),
      netWeightKg: '0.5',
    })),
  }
}

function euros(amount: string) {
  return { amount, currency: 'EUR' }
}
