import { Type, type Static, type TSchema } from 'typebox'

import { coverageKinds } from '../../customs/coverage/kinds-of-charge.ts'
import type { Immutable } from '../../customs/immutable.ts'
import type { TextByLanguage } from '../../customs/nomenclature/nomenclature-edition.ts'
import { currencyCode, decimalText, localDate, money, oneOf } from '../../customs/order/schema.ts'
import { bilingualText, sha256, signedMoney } from '../http/schema.ts'

/** A schema that says what its value is here. */
function described<Schema extends TSchema>(schema: Schema, description: string): Schema {
  return { ...schema, description }
}

/** The law behind a charge or a regime. */
export const chargeLawSchema = Type.Object(
  {
    title: Type.String(),
    url: Type.Optional(Type.String({ description: 'where the law can be read' })),
    inForceFrom: Type.Optional(localDate),
  },
  { title: 'ChargeLaw', description: 'the law that a charge or a regime rests on' },
)

const confidence = oneOf(
  ['verified', 'secondary', 'unverified'],
  'how well the rule is known: read at the source, from others who have read it, or neither',
)

/** What kind of charge a charge is. */
export const chargeKindSchema = oneOf(
  ['customs-duty', 'additional-duty', 'excise', 'import-tax', 'sale-tax', 'fee'],
  'kind of charge',
)

const lineNumber = Type.Integer({ minimum: 1, description: 'line of the sale, from 1' })

/** Where not all of a charge goes by the pieces of its line. */
const countSchema = Type.Object(
  {
    pieces: described(decimalText, 'weight of what goes by the pieces of the line'),
    wholeLines: Type.Array(
      Type.Object({
        lineNumbers: Type.Array(lineNumber),
        weight: decimalText,
      }),
      { description: 'weights of what is due once for some lines, as long as one piece stays' },
    ),
  },
  {
    description:
      'in what proportion the amount goes back with returned pieces; absent where all of it goes by their number',
  },
)

/** One sum of money with all that is needed to work it out again by hand. */
export const landedChargeSchema = Type.Object(
  {
    rule: Type.String({ description: 'rule of the destination, such as import-vat' }),
    kind: chargeKindSchema,
    name: bilingualText,
    lineNumber: Type.Optional(
      Type.Integer({ minimum: 1, description: 'absent for a charge on the whole consignment' }),
    ),
    base: Type.Optional(money),
    rate: Type.String({ description: 'as a tariff prints it: 20%, 8% + 21 GBP/100 kg' }),
    amount: money,
    formula: bilingualText,
    law: Type.Optional(chargeLawSchema),
    inForceFrom: Type.Optional(
      described(
        localDate,
        'the first day on which the charge is as it is; absent where that is before all records',
      ),
    ),
    payer: oneOf(['buyer', 'seller'], 'who bears it in the end'),
    collector: oneOf(
      ['customs', 'seller', 'marketplace', 'carrier', 'postal-operator'],
      'who takes the money in',
    ),
    timing: oneOf(['at-sale', 'at-import', 'after-delivery'], 'when it falls due'),
    rounding: Type.Object(
      {
        rule: oneOf(['truncate', 'half-up', 'half-even'], 'how the amount was rounded'),
        to: Type.String({ description: 'to multiples of this, such as 0.01' }),
      },
      { description: 'the rounding of the authority' },
    ),
    confidence,
    ownFee: Type.Optional(
      Type.Object(
        { vat: oneOf(['included', 'not-reckoned'], 'whether the fee contains the VAT on it') },
        { description: 'only of a fee of the tenant’s own table, which no law sets' },
      ),
    ),
    measure: Type.Optional(
      Type.String({ description: 'measure of the tariff, or programme that stacks on it' }),
    ),
    declaredHeading: Type.Optional(
      Type.String({ description: 'heading that is declared besides, such as 9903.88.03' }),
    ),
    count: Type.Optional(countSchema),
  },
  { title: 'LandedCharge', description: 'one sum of money of a quote, and why it is due' },
)

const optionSchema = Type.Object(
  {
    id: Type.String(),
    kind: oneOf(
      ['third-country', 'preference', 'quota', 'suspension', 'authorised-use'],
      'kind of option',
    ),
    name: bilingualText,
    rate: Type.String(),
    needs: Type.Array(bilingualText, { description: 'what has to be there before it may be used' }),
    claim: Type.Optional(
      Type.Object(
        {
          preference: Type.Optional(Type.String()),
          documents: Type.Optional(Type.Array(Type.String())),
          additionalCodes: Type.Optional(Type.Array(Type.String())),
        },
        { description: 'what the line states to be charged under it; absent where nothing can' },
      ),
    ),
    isApplied: Type.Boolean({ description: 'whether the quote is charged under it' }),
    charges: described(
      money,
      'duties, taxes and fees of the whole quote, were it used for this line',
    ),
    isCheapest: Type.Boolean({
      description: 'whether it is the cheapest lawful way for this line',
    }),
  },
  { title: 'QuotedOption', description: 'a lawful way to charge the goods of a line' },
)

const lineSchema = Type.Object(
  {
    lineNumber,
    id: Type.Optional(Type.String({ description: 'as the sale names the line' })),
    commodityCode: Type.Optional(Type.String()),
    origin: Type.Optional(Type.String()),
    price: money,
    freight: Type.Optional(money),
    insurance: Type.Optional(money),
    adjustments: Type.Array(
      Type.Object({
        kind: Type.String({ description: 'what valuation adds or takes off' }),
        amount: signedMoney,
      }),
    ),
    customsValue: Type.Optional(money),
    charges: described(money, 'all charges of the line'),
    options: Type.Array(optionSchema, {
      description: 'all ways to charge these goods, where the tariff knows more than one',
    }),
  },
  {
    title: 'LandedLine',
    description: 'how the value of a line was built up, and its alternatives',
  },
)

const totalsSchema = Type.Object(
  {
    currency: currencyCode,
    goods: money,
    freight: Type.Optional(money),
    insurance: Type.Optional(money),
    customsDuty: money,
    additionalDuty: money,
    excise: money,
    importTax: money,
    saleTax: money,
    fees: money,
    charges: described(money, 'all duties, taxes and fees'),
    landedCost: described(money, 'goods, carriage, insurance and charges'),
    paidByBuyer: money,
    paidBySeller: money,
    dueAtSale: money,
    dueAtImport: money,
    dueAfterDelivery: money,
  },
  { title: 'LandedTotals', description: 'the sums of a quote in one currency' },
)

const conversionSchema = Type.Object(
  {
    from: currencyCode,
    to: currencyCode,
    unitsFrom: decimalText,
    unitsTo: decimalText,
    base: currencyCode,
    period: Type.Object({ from: localDate, until: localDate }),
    isStandIn: Type.Optional(
      Type.Literal(true, { description: 'the period does not hold the day; that was asked for' }),
    ),
  },
  { description: 'units of each currency for one unit of the base, and for which days they hold' },
)

const uncoveredNote = Type.Object({
  kind: Type.Optional(
    oneOf(
      coverageKinds.map((known) => known.kind),
      'kind of charge that the note speaks of; absent where it speaks of the goods',
    ),
  ),
  name: Type.Optional(described(bilingualText, 'what the kind is called')),
  ...bilingualText.properties,
})

/** What bringing goods into a country costs on a day, as clients see it: all of it. */
export const landedCostSchema = Type.Object(
  {
    on: localDate,
    destination: Type.Object({
      country: Type.String(),
      region: Type.Optional(Type.String()),
      name: bilingualText,
    }),
    regime: Type.Object(
      {
        id: Type.String(),
        name: bilingualText,
        why: bilingualText,
        confidence,
        notes: Type.Array(bilingualText),
        law: chargeLawSchema,
        notTaken: Type.Array(Type.Object({ id: Type.String(), name: bilingualText })),
      },
      { description: 'the way in which the goods come in, and the ways that they do not' },
    ),
    valuationBasis: oneOf(['CIF', 'FOB', 'price'], 'what the customs value is made of'),
    lines: Type.Array(lineSchema),
    charges: Type.Array(landedChargeSchema),
    totals: totalsSchema,
    shopTotals: Type.Optional(totalsSchema),
    notCovered: Type.Array(uncoveredNote, {
      description: 'what may be charged besides and is not worked out',
    }),
    inputs: Type.Object(
      {
        tariffEditions: Type.Array(Type.String()),
        exchangeRates: Type.Array(conversionSchema),
        ratesPublishedBy: Type.String(),
      },
      { description: 'what the quote was made from' },
    ),
  },
  { title: 'LandedCost', description: 'what bringing goods into a country costs, and why' },
)

/** The least and the most that a sale costs, as clients see them. */
export const landedCostRangeSchema = Type.Object(
  {
    lowest: landedCostSchema,
    highest: landedCostSchema,
    undecided: Type.Array(
      Type.Object({
        lineNumber,
        commodityCode: Type.String({ description: 'as stated, too short to be declared' }),
        choices: Type.Array(
          Type.Object({
            commodityCode: Type.String(),
            description: Type.Unsafe<TextByLanguage>({
              type: 'object',
              additionalProperties: { type: 'string' },
              description: 'what tells these goods apart, by language',
            }),
            charges: money,
          }),
          { description: 'what the line bears under each code, from the least to the greatest' },
        ),
        choicesAreAll: Type.Boolean({
          description:
            'whether the loaded tariff holds every code below; else other goods may bear less or more',
        }),
      }),
    ),
  },
  {
    title: 'LandedCostRange',
    description: 'the least and the most, and what decides between them',
  },
)

const id = described(
  sha256,
  'SHA-256 of the sale, the day and the answer, which names all that it was made from: two ' +
    'answers with one id are the same',
)

const exact = Type.Object({ kind: Type.Literal('exact'), landedCost: landedCostSchema })
const range = Type.Object({ kind: Type.Literal('range'), range: landedCostRangeSchema })

/** The quote of a sale with its id: exact, or a range where a code is too short to be declared. */
export const quotedSaleSchema = Type.Union(
  [Type.Object({ id, ...exact.properties }), Type.Object({ id, ...range.properties })],
  { title: 'QuotedSale', description: 'what a sale costs at the door: exactly, or between limits' },
)

/** The quote of a sale without an id, for answers that nobody refers to later. */
export const saleAnswerSchema = Type.Union([exact, range], {
  description: 'what a sale costs at the door: exactly, or between limits',
})

/** What of a quoted sale its id is the digest of, with the sale and the day. */
export type QuotedSaleAnswer = Immutable<Static<typeof exact> | Static<typeof range>>
