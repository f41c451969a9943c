import { Type, type Static } from 'typebox'
import { DESCRIPTION_ZH } from '../checked-reader.ts'
import type { Immutable } from '../immutable.ts'
import {
  countryCode,
  currencyCode,
  decimalText,
  localDate,
  money,
  oneOf,
  text,
} from '../order/schema.ts'
import { stackingFactsSchema } from '../programmes/stacking-facts.ts'

/** An amount in a unit that duties count, such as `LTR` litres or `NPR` pairs, for all pieces of a line. */
const quantitiesSchema = Type.Record(Type.String({ pattern: '^[A-Z0-9]{2,5}$' }), decimalText, {
  maxProperties: 12,
  description: 'further quantities of the line by unit of measurement, such as {"LTR": "4.5"}',
  [DESCRIPTION_ZH]: '按计量单位填写的其他数量，如 {"LTR": "4.5"}',
})

/** One line of the goods to quote. */
export const quoteLineSchema = Type.Object(
  {
    id: Type.Optional(text(64, 'name of the line in the answer')),
    description: Type.Optional(text(512, 'what the goods are')),
    commodityCode: Type.Optional(
      Type.String({
        pattern: '^\\d{4,12}$',
        description: 'commodity code, 4 to 12 digits without points or spaces; never padded',
        [DESCRIPTION_ZH]: '商品编码，4至12位数字，不含点和空格，不得补零',
      }),
    ),
    origin: Type.Optional(countryCode),
    quantity: Type.Integer({
      minimum: 1,
      maximum: 1_000_000,
      description: 'number of pieces, a whole number',
      [DESCRIPTION_ZH]: '件数，须为整数',
    }),
    /** What is paid for one piece, without what stands beside the prices. */
    unitPrice: money,
    /** Of all pieces of the line together. */
    netWeightKg: Type.Optional(decimalText),
    grossWeightKg: Type.Optional(decimalText),
    quantities: Type.Optional(quantitiesSchema),
    /** Additional codes that are declared for the line, such as the company of a trade remedy. */
    additionalCodes: Type.Optional(
      Type.Array(
        Type.String({
          pattern: '^[0-9A-Z]{4}$',
          description: 'additional code, 4 digits or capital letters such as C999',
          [DESCRIPTION_ZH]: '附加编码，4位数字或大写字母，如 C999',
        }),
        { maxItems: 9 },
      ),
    ),
    /** Codes of the documents that are there, such as `U110` for a statement on origin. */
    documents: Type.Optional(
      Type.Array(
        Type.String({
          pattern: '^[0-9A-Z]{4,7}$',
          description: 'code of a document, 4 to 7 digits or capital letters such as U110',
          [DESCRIPTION_ZH]: '单证代码，4至7位数字或大写字母，如 U110',
        }),
        { maxItems: 30 },
      ),
    ),
    /**
     * The preference that is claimed and can be proven: the area or programme that gives it, such as
     * `1013`, `KR` or `S`.
     */
    preference: Type.Optional(Type.String({ pattern: '^[0-9A-Z+*]{1,8}$' })),
    /** What additional duties of the United States depend on. */
    unitedStates: Type.Optional(stackingFactsSchema),
    /**
     * The rate of customs duty on these goods, where whoever asks knows it. It is charged where the
     * tariff of the destination is not loaded or does not hold the goods, and the quote says so.
     */
    dutyPercent: Type.Optional(decimalText),
    /**
     * The rate of VAT on these goods, where whoever asks knows it. It is charged where it is the tariff
     * that says which rate goods bear and the tariff does not hold these; the quote says so.
     */
    vatPercent: Type.Optional(decimalText),
  },
  {
    title: 'QuoteLine',
    additionalProperties: false,
    description: 'goods of one kind',
    [DESCRIPTION_ZH]: '一种货物',
  },
)

/** An amount that valuation adds to the price or takes off it, for the whole consignment. */
const adjustmentSchema = Type.Object(
  {
    kind: oneOf(
      [
        'selling-commission',
        'packing',
        'assist',
        'royalty',
        'proceeds',
        'buying-commission',
        'inland-transport-after-import',
        'assembly-after-import',
        'duties-in-price',
        'interest',
      ],
      'what the amount is',
    ),
    amount: money,
  },
  { additionalProperties: false },
)

/** What has to be known of a sale to say what bringing its goods into a country costs. */
export const quoteRequestSchema = Type.Object(
  {
    /** The day of the import declaration; law asks for it, not for the day of the order. */
    on: Type.Optional(localDate),
    shipFrom: Type.Object({ country: countryCode }, { additionalProperties: false }),
    destination: Type.Object(
      {
        country: countryCode,
        region: Type.Optional(
          Type.String({
            pattern: '^[0-9A-Z]{1,3}$',
            description: 'state or province, the part of its ISO 3166-2 code after the hyphen',
            [DESCRIPTION_ZH]: '州或省：ISO 3166-2 代码中连字符后的部分',
          }),
        ),
      },
      { additionalProperties: false },
    ),
    incoterm: oneOf(
      ['EXW', 'FCA', 'FAS', 'FOB', 'CFR', 'CIF', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP'],
      'Incoterms 2020 rule',
    ),
    channel: oneOf(['post', 'courier', 'freight'], 'how the goods are carried'),
    transportMode: Type.Optional(oneOf(['air', 'sea', 'road', 'rail'], 'mode of transport')),
    /** `returned-goods-of-another`: they come back to another than who exported them. */
    purpose: oneOf(
      ['sale', 'gift', 'personal-effects', 'returned-goods', 'returned-goods-of-another'],
      'why the goods travel',
    ),
    buyer: Type.Object(
      {
        kind: oneOf(['private-person', 'business', 'vat-registered-business'], 'kind of buyer'),
        /** What the buyer has bought from abroad since 1 January, without this consignment. */
        boughtThisYear: Type.Optional(money),
      },
      { additionalProperties: false },
    ),
    /** Schemes in which the seller or the marketplace is registered, such as `IOSS` or `VOEC`. */
    registrations: Type.Array(
      Type.String({
        pattern: '^[A-Z][A-Z0-9-]{1,20}$',
        description:
          'name of a scheme in capitals, such as IOSS, VOEC, GB-VAT or AU-GST, without the number in it',
        [DESCRIPTION_ZH]: '登记计划的名称，大写，如 IOSS、VOEC、GB-VAT 或 AU-GST，不含登记号',
      }),
      { maxItems: 20, uniqueItems: true },
    ),
    /** Beside the prices, never a part of them; `"0"` is a fact. The same holds for insurance. */
    freight: Type.Optional(money),
    insurance: Type.Optional(money),
    /** What the prices contain for carriage and insurance, where they do and the invoice says so. */
    freightInPrices: Type.Optional(money),
    insuranceInPrices: Type.Optional(money),
    /** From the border to the first place of destination, where that is stated apart. */
    onwardTransport: Type.Optional(money),
    /** How carriage is shared over the lines; insurance always goes by value. */
    freightSharedBy: Type.Optional(oneOf(['value', 'gross-weight'], 'key of sharing')),
    adjustments: Type.Optional(Type.Array(adjustmentSchema, { maxItems: 20 })),
    relatedParties: Type.Optional(Type.Boolean()),
    lines: Type.Array(quoteLineSchema, { minItems: 1, maxItems: 999 }),
    /** The currency in which the shop shows its prices; totals are given in it as well. */
    shopCurrency: Type.Optional(currencyCode),
    /**
     * Which official rates amounts are converted at: those of the day alone, which is what is meant
     * unless stated, or, where none of the day are loaded, the latest before it. The quote says so.
     */
    exchangeRates: Type.Optional(
      oneOf(['of-the-day', 'latest-loaded'], 'official rates to convert amounts at'),
    ),
  },
  {
    title: 'QuoteRequest',
    additionalProperties: false,
    description: 'a sale to quote',
    [DESCRIPTION_ZH]: '待报价的交易',
  },
)

/** One line to quote, as it was stated. */
export type QuoteLine = Immutable<Static<typeof quoteLineSchema>>

/** A sale to quote, as it was stated; what was not stated is absent and is never filled in. */
export type QuoteRequest = Immutable<Static<typeof quoteRequestSchema>>

/** Something that valuation adds or takes off, see {@link quoteRequestSchema}. */
export type ValueAdjustment = NonNullable<QuoteRequest['adjustments']>[number]
