import type { BilingualText } from '../bilingual-text.ts'
import { inOneList } from '../in-one-list.ts'
import { STATED } from '../measures/stated-vat.ts'
import { isZero } from '../money/decimal.ts'
import { compare, type Money, sum } from '../money/money.ts'
import { present } from '../present.ts'
import { type Result, success } from '../result.ts'
import { chargeRegime } from './charge-regime.ts'
import { lawOf } from './charge-of.ts'
import type { Charging, WorkedCharge } from './charging.ts'
import type { ChosenRegime } from './choose-regime.ts'
import type { DutyOption } from './duty-option.ts'
import type { LandedCharge } from './landed-charge.ts'
import { inShopCurrency } from './in-shop-currency.ts'
import type { LandedCost, LandedLine, QuotedOption } from './landed-cost.ts'
import { landedTotals } from './landed-totals.ts'
import type { QuoteSources } from './quote-landed-cost.ts'

/** A reckoning that has gone through, with what it was made from. */
export interface ReckonedSale {
  readonly charging: Charging
  readonly charges: readonly WorkedCharge[]
  readonly chosen: ChosenRegime
  readonly sources: QuoteSources
}

/** Puts the answer together. Only the shop's currency can still be one without a rate. */
export function landedCostOf(reckoned: ReckonedSale): Result<LandedCost> {
  const { charging, charges, sources } = reckoned
  const { facts, on, valued } = charging
  const { request, destination } = facts
  const shown = charges.map((charge) => asShown(charge, sources))
  const totals = landedTotals(valued, shown, destination.currency)
  const inShop = inShopCurrency(totals, charging)
  if (!inShop.ok) return inShop
  const { totals: shopTotals, used } = inShop.value ?? {}
  const { country, region } = request.destination
  return success(
    present({
      on,
      destination: present({ country, region, name: destination.name }),
      regime: regimeOf(reckoned),
      valuationBasis: valued.basis,
      lines: request.lines.map((_, index) => lineOf(index, reckoned)),
      charges: shown,
      totals,
      shopTotals,
      notCovered: notCoveredHere(reckoned),
      inputs: {
        tariffEditions: editionsUsed(reckoned),
        exchangeRates: [...valued.conversions, ...(used ? [used] : [])],
        ratesPublishedBy: sources.ratesPublishedBy,
      },
    }),
  )
}

/** The editions of the tariff that answered, then those that state a rate of tax which is charged. */
function editionsUsed({ charging: { goods, facts }, charges }: ReckonedSale): readonly string[] {
  const ofTaxes = new Set(facts.destination.taxRates.map(({ edition }) => edition))
  const used = new Set(inOneList(goods.map((known) => known?.editions ?? [])))
  for (const { edition } of charges) {
    if (edition !== undefined && ofTaxes.has(edition)) used.add(edition)
  }
  return [...used]
}

/** Beside what is shown a charge has what later charges and declarations are made from. */
function asShown(charge: WorkedCharge, { ownFees }: QuoteSources): LandedCharge {
  const own = ownFees?.find(({ id }) => id === charge.rule)
  return present({
    rule: charge.rule,
    kind: charge.kind,
    name: charge.name,
    lineNumber: charge.lineNumber,
    base: charge.base,
    rate: charge.rate,
    amount: charge.amount,
    formula: charge.formula,
    law: charge.law,
    inForceFrom: charge.inForceFrom,
    payer: charge.payer,
    collector: charge.collector,
    timing: charge.timing,
    rounding: charge.rounding,
    confidence: charge.confidence,
    ownFee: own && { vat: own.vat },
    measure: charge.measure,
    declaredHeading: charge.declaredHeading,
    count: charge.count,
  })
}

function regimeOf({ charging, chosen }: ReckonedSale): LandedCost['regime'] {
  const { id, name, why, law, confidence, notes = [] } = charging.regime
  return {
    id,
    name,
    why,
    confidence,
    notes,
    law: lawOf(charging.facts.destination, law),
    notTaken: chosen.notTaken,
  }
}

function lineOf(index: number, reckoned: ReckonedSale): LandedLine {
  const { charging, charges } = reckoned
  const { facts, valued } = charging
  const { id, commodityCode, origin } = facts.request.lines[index]!
  const { parts, adjustments } = valued.lines[index]!
  const { price, freight, insurance, 'customs-value': customsValue } = parts
  if (!price.ok) throw new Error('a line without a price is not quoted')
  const code = charging.goods[index]?.commodityCode ?? commodityCode
  const borne = charges.filter(({ lineNumber }) => lineNumber === index + 1)
  return present({
    lineNumber: index + 1,
    id,
    commodityCode: code,
    origin,
    price: price.value,
    freight: freight.ok ? freight.value : undefined,
    insurance: insurance.ok ? insurance.value : undefined,
    adjustments,
    customsValue: customsValue.ok ? customsValue.value : undefined,
    charges: sum(
      borne.map(({ amount }) => amount),
      price.value.currency,
    ),
    options: optionsOf(index, reckoned),
  })
}

/** Every option of a line with what the whole quote comes to under it; none where there is only one. */
function optionsOf(index: number, { charging, charges }: ReckonedSale): readonly QuotedOption[] {
  const chosen = charging.tariffs[index]
  if (chosen === undefined || chosen.tariff.options.length === 1) return []
  const quoted: { readonly option: DutyOption; readonly total: Money }[] = []
  for (const option of chosen.tariff.options) {
    const total =
      option === chosen.option
        ? totalOf(charges, charging)
        : totalUnder(option, index, { charging, charges })
    if (total !== undefined) quoted.push({ option, total })
  }
  const least = quoted.reduce((left, right) =>
    compare(right.total, left.total) < 0 ? right : left,
  )
  return quoted.map(({ option, total }) =>
    present({
      id: option.id,
      kind: option.kind,
      name: option.name,
      rate: option.duties.map(({ rate }) => rate).join(' + '),
      needs: option.needs,
      claim: option.claim,
      isApplied: option === chosen.option,
      charges: total,
      isCheapest: option === least.option,
    }),
  )
}

/** The charges of the quote, were this option used for this line. */
function totalUnder(
  option: DutyOption,
  lineIndex: number,
  { charging, charges: before }: Pick<ReckonedSale, 'charging' | 'charges'>,
): Money | undefined {
  const tariffs = charging.tariffs.map((chosen, position) =>
    chosen !== undefined && position === lineIndex ? { ...chosen, option } : chosen,
  )
  const charged = chargeRegime({ changed: { lineIndex, before }, ...charging, tariffs })
  return charged.ok ? totalOf(charged.value, charging) : undefined
}

function totalOf(charges: readonly WorkedCharge[], { facts }: Charging): Money {
  return sum(
    charges.map(({ amount }) => amount),
    facts.destination.currency,
  )
}

/** What the destination's rules leave open, and what the tariff knows of and does not work out. */
function notCoveredHere(reckoned: ReckonedSale): LandedCost['notCovered'] {
  const { charging, sources } = reckoned
  const { facts, goods } = charging
  const { destination } = facts.destination
  const gaps = sources.gapsFor(reckoned).map(({ about: _, ...note }) => note)
  const ofTariff = inOneList(goods.map((known) => known?.notCovered ?? []))
  const ofRates = [
    ...ratesOfAnotherAuthority(destination, sources, charging),
    ...ratesOfAnotherPeriod(charging, sources),
  ]
  const ofFees = vatOnOwnFees(reckoned)
  const unused = [...unusedVatRates(charging), ...unusedPreferences(charging)]
  const all = [...gaps, ...ofTariff, ...unused, ...ofRates, ...ofFees]
  return [...new Map(all.map((note) => [note.en, note])).values()]
}

/** A carrier's or broker's own bill bears VAT that no rule of import says. */
function vatOnOwnFees({
  charges,
  sources: { ownFees = [] },
}: ReckonedSale): readonly BilingualText[] {
  const without = ownFees.filter(
    ({ id, vat }) => vat === 'not-reckoned' && charges.some(({ rule }) => rule === id),
  )
  return without.map(({ name }) => ({
    en: `VAT on the fee “${name.en}” of the business's own table is not worked out.`,
    zh: `未计算自有费用表中“${name.zh}”的增值税。`,
  }))
}

/** A rate of VAT that a line states and that the law or the tariff says instead. */
function unusedVatRates({ facts, goods }: Charging): readonly BilingualText[] {
  const notes: BilingualText[] = []
  for (const [index, { vatPercent }] of facts.request.lines.entries()) {
    if (vatPercent === undefined || goods[index]?.vat?.edition === STATED) continue
    notes.push({
      en: `The stated VAT rate of ${vatPercent}% was not used, because the rate is known.`,
      zh: `税率已知，未采用所填的 ${vatPercent}% 增值税税率。`,
    })
  }
  return notes
}

/** A preference that a line claims and that gives its goods no rate, such as one of another country. */
function unusedPreferences({ facts, tariffs }: Charging): readonly BilingualText[] {
  const notes: BilingualText[] = []
  for (const [index, { preference }] of facts.request.lines.entries()) {
    const chosen = tariffs[index]
    if (preference === undefined || chosen === undefined) continue
    const { option, tariff } = chosen
    if (tariff.options.some(({ claim }) => claim?.preference === preference)) continue
    // Goods that are free for all have no rate under it either, and a claim may spare them fees.
    if (option.duties.every(({ source, exact }) => source !== 'tariff' || isZero(exact.amount))) {
      continue
    }
    const line = index + 1
    notes.push({
      en: `Line ${line} claims preference ${preference}, under which the tariff has no rate for these goods: their rate of duty stays the same.`,
      zh: `第${line}行申请优惠 ${preference}，但税则未就此对该货物规定税率，其关税税率不变。`,
    })
  }
  return notes
}

/** Rates of another authority are near enough to plan with, and not those of the declaration. */
function ratesOfAnotherAuthority(
  destination: string,
  { ratesPublishedBy, ratesAreOfficialIn }: QuoteSources,
  { valued }: Charging,
): readonly BilingualText[] {
  if (valued.conversions.length === 0 || ratesAreOfficialIn.includes(destination)) return []
  return [
    {
      en: `Amounts were converted at the rates of ${ratesPublishedBy}; the authority of the destination uses its own, which are not loaded.`,
      zh: `金额按 ${ratesPublishedBy} 的汇率折算；目的地海关采用其自行公布的汇率，尚未载入。`,
    },
  ]
}

/** Whoever asked for the latest rates that are loaded is told of which days they are. */
function ratesOfAnotherPeriod(
  { facts: { rates }, on }: Charging,
  { ratesPublishedBy }: QuoteSources,
): readonly BilingualText[] {
  if (rates.standIn === undefined) return []
  const { from, until } = rates.standIn
  return [
    {
      en: `No official rates of exchange for ${on} are loaded. As asked for, amounts in other currencies were converted at the rates of ${ratesPublishedBy} for the days from ${from} until before ${until}; the declaration will have others.`,
      zh: `没有载入 ${on} 的官方汇率。已按要求采用 ${ratesPublishedBy} 自 ${from} 起至 ${until} 之前的汇率折算外币金额；报关时的汇率会有所不同。`,
    },
  ]
}
