import { isLocalDate } from '../calendar/local-date.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { Failure } from '../result.ts'
import { checkAmounts } from './check-amounts.ts'
import { checkTerms } from './check-terms.ts'
import { checkWeights } from './check-weights.ts'
import type { KnownCodes } from './known-codes.ts'
import type { Order } from './order.ts'
import { noSuchDay, unknownCountry } from './unknown-codes.ts'

/**
 * What a schema cannot say of an order: that the days and countries it speaks of exist, and that its
 * parts do not contradict each other.
 *
 * A fact that is merely absent is no fault here, because which facts are needed depends on where the
 * goods go; the later steps ask for them. Only the postcode of a British delivery is asked for at
 * once: it decides under which law the goods come in, and nobody mends an address afterwards.
 */
export function checkOrder(order: Order, known: KnownCodes): readonly Failure[] {
  return [
    ...checkTerms(order),
    ...impossibleDates(order),
    ...unknownCountries(order, known),
    ...missingPostcode(order),
    ...checkAmounts(order, known),
    ...checkWeights(order),
  ]
}

/** Days such as 30 February have the form of a date, so only the calendar can refuse them. */
function impossibleDates(order: Order): readonly Failure[] {
  const dates: readonly { readonly path: string; readonly date: string | undefined }[] = [
    { path: jsonPointer('orderedOn'), date: order.orderedOn },
    { path: jsonPointer('commercialInvoice', 'issuedOn'), date: order.commercialInvoice?.issuedOn },
    { path: jsonPointer('authorityToAct', 'givenOn'), date: order.authorityToAct?.givenOn },
    { path: jsonPointer('returnedGoods', 'exportedOn'), date: order.returnedGoods?.exportedOn },
  ]
  return dates.flatMap(({ path, date }): readonly Failure[] =>
    date === undefined || isLocalDate(date) ? [] : [noSuchDay(path, date)],
  )
}

/**
 * A misspelt country would decide duty, origin and lane, so it is refused before anything is
 * decided.
 */
function unknownCountries(order: Order, known: KnownCodes): readonly Failure[] {
  return countriesOf(order)
    .filter(({ country }) => country !== undefined && !known.countries.has(country))
    .map(({ path, country }) => unknownCountry(path, country!))
}

/** Every British address has a postcode, and it tells Great Britain from Northern Ireland. */
function missingPostcode({ buyer, deliverTo }: Order): readonly Failure[] {
  if (deliverTo.country !== 'GB' || deliverTo.postcode !== undefined) return []
  // Most orders go to the buyer's own address, and that is where the postcode was left out.
  const { address } = buyer
  const isBuyers =
    address.city === deliverTo.city && address.lines.join() === deliverTo.lines.join()
  return [
    {
      code: 'fact-missing',
      path: isBuyers
        ? jsonPointer('buyer', 'address', 'postcode')
        : jsonPointer('deliverTo', 'postcode'),
      message: 'The address of delivery has no postcode.',
      mend: 'State it: it decides between Great Britain and Northern Ireland.',
      zh: {
        message: '收货地址缺少邮编。',
        mend: '请填写邮编：须凭邮编判断属于大不列颠还是北爱尔兰。',
      },
    },
  ]
}

/** A place of the order that may name a country. */
interface StatedCountry {
  readonly path: string
  readonly country: string | undefined
}

/** Every place of an order that names a country, whether or not it is stated. */
function countriesOf(order: Order): readonly StatedCountry[] {
  const { seller, buyer, marketplace, purchasingAgent, shipFrom, deliverTo } = order
  const ofParty = (party: typeof seller | undefined, ...path: readonly string[]) => ({
    path: jsonPointer(...path, 'address', 'country'),
    country: party?.address.country,
  })
  return [
    ofParty(seller, 'seller'),
    ofParty(buyer, 'buyer'),
    ofParty(marketplace, 'marketplace'),
    ofParty(purchasingAgent?.party, 'purchasingAgent', 'party'),
    { path: jsonPointer('shipFrom', 'country'), country: shipFrom.country },
    { path: jsonPointer('deliverTo', 'country'), country: deliverTo.country },
    { path: jsonPointer('saleVat', 'country'), country: order.saleVat?.country },
    { path: jsonPointer('transport', 'nationality'), country: order.transport.nationality },
    ...order.lines.map((line, index) => ({
      path: jsonPointer('lines', index, 'origin'),
      country: line.origin,
    })),
  ]
}
