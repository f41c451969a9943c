import { Type, type Static } from 'typebox'
import { sourcesSchema } from '../law/sources-schema.ts'
import { countryCode, currencyCode, decimalText, localDate, oneOf } from '../order/schema.ts'
import { ruleDates } from '../tariff/dated-rule.ts'
import { bilingualText, chargeRuleSchema, confidenceSchema, roundingSchema } from './charge-rule.ts'
import { conditionSchema } from './condition.ts'

/** What rates of VAT, GST and the like are called; all but the standard one are for some goods alone. */
export const taxRateNames = [
  'standard',
  'reduced',
  'second-reduced',
  'super-reduced',
  'parking',
  'zero',
] as const

/**
 * What a country, or a customs union, charges on goods that come in. Everything is dated, names its
 * law and says how well it is known; one file under `data/destinations` holds one destination.
 */
export const destinationSchema = Type.Object(
  {
    description: Type.String(),
    /** ISO code of the country, or `EU`. */
    destination: countryCode,
    name: bilingualText,
    /** Countries that share this customs territory, with the VAT of each in `taxRates`. */
    members: Type.Optional(Type.Array(countryCode, { minItems: 1 })),
    /** The currency of the declaration. Members of a union with other currencies state none here. */
    currency: currencyCode,
    /** Digits of a code that can be declared here, and of one that is enough for parcels. */
    declaredDigits: Type.Integer({ minimum: 6, maximum: 12 }),
    sources: sourcesSchema,
    laws: Type.Array(
      Type.Object(
        {
          id: Type.String({ pattern: '^[a-z0-9-]+$' }),
          title: Type.String(),
          url: Type.String({ pattern: '^https://' }),
          inForceFrom: localDate,
          /** The rule in one sentence of ours. */
          says: bilingualText,
          confidence: confidenceSchema,
          sources: Type.Array(Type.String(), { minItems: 1 }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
    /**
     * Parts of a country in which other rules hold than those of the file: by the part of their ISO
     * 3166-2 code after the hyphen. A sale that goes there is refused.
     */
    partsNotCovered: Type.Optional(
      Type.Array(
        Type.Object(
          {
            country: countryCode,
            regions: Type.Array(Type.String({ pattern: '^[0-9A-Z]{1,3}$' }), { minItems: 1 }),
            name: bilingualText,
            /** Its ISO 3166-1 code, where it has one by which a sale there is asked about. */
            ownCode: Type.Optional(countryCode),
            law: Type.String(),
          },
          { additionalProperties: false },
        ),
        { minItems: 1 },
      ),
    ),
    /**
     * What the customs value is made of, in the order in which the rules are tried: the first whose
     * conditions hold is the one, and one without conditions is always there.
     */
    valuation: Type.Array(
      Type.Object(
        {
          ...ruleDates,
          /**
           * `CIF`: price, freight and insurance to the border; `FOB`: without carriage from the place
           * of export on; `price`: what the buyer paid for the goods alone.
           */
          basis: oneOf(['CIF', 'FOB', 'price'], 'basis of the customs value'),
          /** The part of the basis that counts (0.6 of the retail price in Japan). */
          times: Type.Optional(decimalText),
          when: Type.Optional(Type.Array(conditionSchema, { minItems: 1 })),
          law: Type.String(),
        },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
    /** How amounts of tax are rounded, where no charge has a rule of its own. */
    rounding: Type.Array(
      Type.Object(
        {
          ...ruleDates,
          ...roundingSchema.properties,
          confidence: confidenceSchema,
          law: Type.Optional(Type.String()),
        },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
    /** Rates of VAT, GST or the like. `goods` names a group; the rate without one is for all others. */
    taxRates: Type.Array(
      Type.Object(
        {
          ...ruleDates,
          name: oneOf(taxRateNames, 'name of the rate'),
          percent: decimalText,
          goods: Type.Optional(Type.String()),
          /** Of a union: whose rate it is. */
          member: Type.Optional(countryCode),
          /** Of a country whose regions differ: which region's. */
          region: Type.Optional(Type.String()),
          law: Type.String(),
          /** The edition that states it, where it was imported. */
          edition: Type.Optional(Type.String()),
          confidence: confidenceSchema,
        },
        { additionalProperties: false },
      ),
    ),
    /** Groups of goods that rules speak of, by the beginnings of commodity codes (two digits or more). */
    goodsGroups: Type.Array(
      Type.Object(
        {
          id: Type.String({ pattern: '^[a-z0-9-]+$' }),
          name: bilingualText,
          codes: Type.Array(Type.String({ pattern: '^\\d{2,12}$' }), { minItems: 1 }),
          except: Type.Optional(Type.Array(Type.String({ pattern: '^\\d{2,12}$' }))),
        },
        { additionalProperties: false },
      ),
    ),
    /**
     * Goods that bear nothing of the charges that name the entry: those of an origin, or of these those
     * alone for which one of the preferences is claimed.
     */
    exemptGoods: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: Type.String({ pattern: '^[a-z0-9-]+$' }),
            cases: Type.Array(
              Type.Object(
                {
                  ...ruleDates,
                  /** What the goods are, as in `goods of Israel`. */
                  name: bilingualText,
                  origins: Type.Array(countryCode, { minItems: 1 }),
                  /** Symbols of preferences, as a line states one; absent where nothing need be claimed. */
                  preferences: Type.Optional(
                    Type.Array(Type.String({ pattern: '^[0-9A-Z+*]{1,8}$' }), { minItems: 1 }),
                  ),
                  law: Type.String(),
                },
                { additionalProperties: false },
              ),
              { minItems: 1 },
            ),
          },
          { additionalProperties: false },
        ),
      ),
    ),
    /**
     * The ways in which goods can come in, in the order in which they are tried: the first whose
     * conditions all hold is the one. The last has no conditions.
     */
    regimes: Type.Array(
      Type.Object(
        {
          id: Type.String({ pattern: '^[a-z0-9-]+$' }),
          name: bilingualText,
          ...ruleDates,
          when: Type.Array(conditionSchema),
          charges: Type.Array(chargeRuleSchema),
          /** Why this regime, for the reader of a quote. */
          why: bilingualText,
          law: Type.String(),
          confidence: confidenceSchema,
          notes: Type.Optional(Type.Array(bilingualText)),
        },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
    /** Who may be the importer, in the order in which they come into question. */
    importers: Type.Array(
      Type.Object(
        {
          who: oneOf(
            ['buyer', 'seller', 'marketplace', 'customs-broker', 'carrier'],
            'who imports',
          ),
          when: Type.Array(conditionSchema),
          needs: Type.Array(bilingualText),
          law: Type.String(),
          confidence: confidenceSchema,
        },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
    /** What is worked out here, what only in part, and what not at all. */
    coverage: Type.Array(
      Type.Object(
        {
          charge: oneOf(
            [
              'customs-duty',
              'preferences',
              'trade-remedies',
              'import-tax',
              'excise',
              'low-value',
              'gifts',
              'returned-goods',
              'fees',
            ],
            'kind of charge',
          ),
          state: oneOf(['covered', 'partly', 'not-covered'], 'how far it is covered'),
          asOf: localDate,
          note: bilingualText,
          /**
           * The sales that what is missing matters to, where it is not all that the kind of charge
           * can concern: those for which the conditions hold, or those of goods for which a rate
           * is stated because the tariff does not hold them.
           */
          concerns: Type.Optional(
            Type.Union([
              Type.Literal('goods-not-in-tariff'),
              Type.Array(conditionSchema, { minItems: 1 }),
            ]),
          ),
        },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
  },
  { additionalProperties: false },
)

/** One destination with its dated rules, see {@link destinationSchema}. */
export type Destination = Static<typeof destinationSchema>

/** A way in which goods can come in, see {@link destinationSchema}. */
export type Regime = Destination['regimes'][number]
