/** A name that is still missing. It is never stored or shown: only figures are made from it. */
const NAMELESS = '-'

/** An object of an order that has not been checked. */
type Part = Readonly<Record<string, unknown>>

/**
 * An order in which names and streets that are still missing are made up, because no figure depends
 * on them: what the goods cost can be told while their buyer is still being typed. Everything that
 * decides about a figure (countries, postcodes, goods, prices, terms) stays as it is, present or not.
 */
export function withoutNames(input: unknown): unknown {
  if (!isPart(input)) return input
  const { purchasingAgent, incoterm } = input
  return {
    ...input,
    reference: stated(input.reference),
    seller: party(input.seller),
    buyer: party(input.buyer),
    ...(isPart(input.marketplace) && { marketplace: party(input.marketplace) }),
    ...(isPart(purchasingAgent) && {
      purchasingAgent: { ...purchasingAgent, party: party(purchasingAgent.party) },
    }),
    shipFrom: address(input.shipFrom),
    deliverTo: address(input.deliverTo),
    ...(isPart(incoterm) && { incoterm: { ...incoterm, place: stated(incoterm.place) } }),
    lines: Array.isArray(input.lines) ? input.lines.map(line) : input.lines,
  }
}

function party(value: unknown): unknown {
  if (!isPart(value)) return value
  const { email: _, phone: __, ...others } = value
  return { ...others, name: stated(value.name), address: address(value.address) }
}

function address(value: unknown): unknown {
  if (!isPart(value)) return value
  return { ...value, lines: [NAMELESS], city: stated(value.city) }
}

function line(value: unknown): unknown {
  return isPart(value) ? { ...value, description: stated(value.description) } : value
}

function stated(value: unknown): unknown {
  return typeof value === 'string' && value.trim() !== '' ? value : NAMELESS
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
