import { Type, type Static } from 'typebox'
import { DESCRIPTION_ZH } from '../checked-reader.ts'
import type { Immutable } from '../immutable.ts'
import { exitSchema } from './exit.ts'
import {
  additionalCodesSchema,
  heldDocumentSchema,
  quantitiesSchema,
  supplementaryQuantitySchema,
} from './goods-at-customs.ts'
import { internalMarketSchema } from './internal-market.ts'
import { addressSchema, partySchema } from './party.ts'
import { giftSchema, returnedGoodsSchema } from './relief-claim.ts'
import { countryCode, decimalText, localDate, money, oneOf, text } from './schema.ts'

/** That goods originate in a partner of an agreement; it counts once the proof is on the case. */
export const preferenceClaimSchema = Type.Object(
  {
    agreement: text(35, 'agreement under which the preference is claimed'),
    proof: text(35, 'kind of the proof of origin, such as statement-on-origin'),
    reference: text(70, 'number of the proof'),
  },
  { additionalProperties: false },
)

/** One line of an order: goods of one kind, from one origin, at one price. */
export const orderLineSchema = Type.Object(
  {
    sku: Type.Optional(text(64, "the seller's article number")),
    description: text(512, 'what the goods are, what they are made of, what they are for'),
    commodityCode: Type.Optional(
      Type.String({
        pattern: '^\\d{6,10}$',
        description: 'commodity code of the destination, 10 digits for GB; never padded',
        [DESCRIPTION_ZH]: '目的地的商品编码，英国为10位数字，不得补零',
      }),
    ),
    /** Of goods that are exported, in the tariff of the country that they leave. */
    exportCommodityCode: Type.Optional(
      Type.String({
        pattern: '^\\d{8}$',
        description: 'commodity code in the country that the goods leave, 8 digits for GB',
        [DESCRIPTION_ZH]: '出口国的商品编码，英国为8位数字',
      }),
    ),
    origin: Type.Optional(countryCode),
    quantity: Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'number of pieces' }),
    unitPrice: money,
    /** Of all pieces of the line together, without and with packaging. */
    netWeightKg: Type.Optional(decimalText),
    grossWeightKg: Type.Optional(decimalText),
    /** Only where the destination's reduced VAT depends on it, such as clothing for young children. */
    vatRelief: Type.Optional(
      Type.String({
        pattern: '^VAT[A-Z]$',
        description: 'additional code that claims a VAT rate',
        [DESCRIPTION_ZH]: '申请增值税税率的附加编码，如 VATZ',
      }),
    ),
    preference: Type.Optional(preferenceClaimSchema),
    additionalCodes: Type.Optional(additionalCodesSchema),
    supplementaryQuantity: Type.Optional(supplementaryQuantitySchema),
    quantities: Type.Optional(quantitiesSchema),
    documents: Type.Optional(Type.Array(heldDocumentSchema, { maxItems: 30 })),
  },
  { additionalProperties: false },
)

/** The agent who buys abroad in the buyer's interest, and in which capacity. */
const purchasingAgentSchema = Type.Object(
  {
    party: partySchema,
    /** `buys-for-buyer`: the fee is a buying commission; `resells`: the buyer's price is the transaction value. */
    capacity: oneOf(['buys-for-buyer', 'resells'], 'in whose name the agent buys'),
    fee: Type.Optional(money),
  },
  { additionalProperties: false },
)

/** VAT of the destination that was charged to the buyer at the time of sale, beside the prices. */
const saleVatSchema = Type.Object(
  {
    country: countryCode,
    chargedBy: oneOf(['seller', 'marketplace'], 'who charged it'),
    registration: text(17, 'VAT number under which it was charged'),
    amount: money,
  },
  { additionalProperties: false },
)

/** How the goods cross the border; the declaration needs what identifies the means of transport. */
const transportSchema = Type.Object(
  {
    mode: oneOf(['sea', 'rail', 'road', 'air', 'post'], 'mode of transport at the border'),
    carrier: Type.Optional(text(70, 'name of the carrier')),
    nationality: Type.Optional(countryCode),
    identity: Type.Optional(text(27, 'flight, vessel or vehicle')),
    transportDocument: Type.Optional(text(35, 'air waybill, bill of lading or parcel number')),
    /** Where the goods will be presented, in the coded form of the destination. */
    goodsLocation: Type.Optional(text(35, 'coded goods location, such as GBAULHRLHRLHR')),
  },
  { additionalProperties: false },
)

/** The form of an order, from which its type, its check and its documentation follow. */
export const orderSchema = Type.Object(
  {
    reference: text(35, "the shop's order number; unique within the tenant"),
    orderedOn: localDate,
    channel: oneOf(['shop', 'marketplace', 'purchasing-agent'], 'where the order was placed'),
    seller: partySchema,
    buyer: partySchema,
    marketplace: Type.Optional(partySchema),
    purchasingAgent: Type.Optional(purchasingAgentSchema),
    shipFrom: addressSchema,
    deliverTo: addressSchema,
    lines: Type.Array(orderLineSchema, { minItems: 1, maxItems: 99 }),
    /**
     * True where buyer and seller are related in the sense of customs valuation (WTO Agreement,
     * article 15.4). It is stated only then: not stating it says that they are not.
     */
    relatedParties: Type.Optional(
      Type.Boolean({
        description: 'buyer and seller are related in the sense of customs valuation',
        [DESCRIPTION_ZH]: '买卖双方是否存在海关估价意义上的特殊关系',
      }),
    ),
    /**
     * What is charged for carriage to the destination beside the prices of the lines, never a part
     * of them; `"0"` is a fact. It may be absent where the delivery term puts carriage into the
     * prices; elsewhere its absence is a missing fact. The same holds for insurance.
     */
    freight: Type.Optional(money),
    insurance: Type.Optional(money),
    incoterm: Type.Object(
      {
        code: oneOf(
          ['EXW', 'FCA', 'FAS', 'FOB', 'CFR', 'CIF', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP'],
          'Incoterms 2020 rule',
        ),
        place: text(35, 'named place'),
      },
      { additionalProperties: false, description: 'delivery term and its named place' },
    ),
    gift: Type.Optional(giftSchema),
    returnedGoods: Type.Optional(returnedGoodsSchema),
    /** To whom duty and import VAT are billed, which the incoterm alone does not decide. */
    dutiesBilledTo: oneOf(
      ['seller', 'marketplace', 'purchasing-agent', 'buyer'],
      'who pays duty and import VAT in the end',
    ),
    saleVat: Type.Optional(saleVatSchema),
    /** Under the trader's authorisation (SDE); duty and VAT follow with the supplementary declaration. */
    simplifiedDeclaration: Type.Optional(
      Type.Boolean({
        description:
          'declare by a simplified declaration first and complete it by a supplementary one',
        [DESCRIPTION_ZH]: '是否先作简化申报，事后以补充申报完成',
      }),
    ),
    /** Only of goods from Great Britain to a business in Northern Ireland. */
    internalMarket: Type.Optional(internalMarketSchema),
    transport: transportSchema,
    exit: Type.Optional(exitSchema),
    packages: Type.Optional(
      Type.Object(
        {
          count: Type.Integer({ minimum: 1, maximum: 9999 }),
          type: Type.String({
            pattern: '^[0-9A-Z]{2}$',
            description: 'UN/ECE Rec. 21 code',
            [DESCRIPTION_ZH]: 'UN/ECE 第21号建议书的包装代码，如 CT',
          }),
          marks: Type.Optional(text(512, 'shipping marks')),
        },
        { additionalProperties: false },
      ),
    ),
    /** Who has empowered a representative to act before customs, and how it can be shown. */
    authorityToAct: Type.Optional(
      Type.Object(
        {
          givenBy: oneOf(['buyer', 'seller'], 'the importer who gave the power'),
          representation: oneOf(['direct', 'indirect'], 'in whose name the representative acts'),
          givenOn: localDate,
          reference: text(70, 'where the power is kept'),
        },
        { additionalProperties: false },
      ),
    ),
    commercialInvoice: Type.Optional(
      Type.Object(
        { number: text(35, "the seller's invoice number"), issuedOn: localDate },
        { additionalProperties: false },
      ),
    ),
  },
  {
    ...{ title: 'Order', additionalProperties: false },
    description: 'an order whose goods have to pass customs',
  },
)

/** One line of an order as it was stated. */
export type OrderLine = Immutable<Static<typeof orderLineSchema>>

/**
 * An order as its shop, marketplace or purchasing agent stated it. Nothing is filled in: what was
 * not stated is absent, and each later step says which absent fact it needs.
 */
export type Order = Immutable<Static<typeof orderSchema>>
