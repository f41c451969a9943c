import fc from 'fast-check'
import type {
  DeclaredParty,
  FieldOrigin,
  GoodsItemFacts,
  ImportDeclarationFacts,
  PaymentFacts,
  VatTreatment,
} from '../../src/customs/declaration/fill-input.ts'
import { type DecimalText, decimal } from '../../src/customs/money/decimal.ts'
import { type Money, money, sum } from '../../src/customs/money/money.ts'

const origin: FieldOrigin = { source: 'order', reference: 'random' }

/** Text on one line with something in it, in the scripts and with the signs that shops use. */
function line(maxLength: number): fc.Arbitrary<string> {
  const words = fc.constantFrom(
    'Tee',
    '恤衫',
    'Größe',
    '"M" & <L>',
    "men's",
    'ぬいぐるみ',
    '😀',
    '-',
    '12,5',
  )
  return fc
    .array(words, { minLength: 1, maxLength: 30 })
    .map((parts) => Array.from(parts.join(' ')).slice(0, maxLength).join('').trim())
}

const digits = (length: number): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.constantFrom(...Array.from('0123456789')),
    minLength: length,
    maxLength: length,
  })

const eori = digits(12).map((number) => `GB${number}`)
const country = fc.constantFrom('CN', 'JP', 'US', 'DE', 'VN', 'IN')
const amount = (currency: string): fc.Arbitrary<Money> =>
  fc.integer({ min: 1, max: 9_999_999 }).map((cents) => money((cents / 100).toFixed(2), currency))

const grams = fc.integer({ min: 1, max: 5_000_000 })
const kilograms = (weightGrams: number): DecimalText => decimal((weightGrams / 1000).toFixed(3))

const party: fc.Arbitrary<DeclaredParty> = fc.oneof(
  eori.map((number): DeclaredParty => ({ kind: 'registered', eori: number, origin })),
  fc
    .record({ name: line(70), street: line(70), city: line(35), countryCode: country })
    .map(({ name, street, city, countryCode }): DeclaredParty => ({
      kind: 'named',
      name,
      address: { line: street, city, postcode: '100-0001', countryCode },
      origin,
    })),
)

const payment: fc.Arbitrary<PaymentFacts> = fc.oneof(
  fc
    .record({ accountNumber: digits(7), holder: eori, guaranteed: fc.boolean() })
    .map(({ accountNumber, holder, guaranteed }): PaymentFacts => ({
      kind: 'deferment',
      accountNumber,
      dpo: { holderEori: holder, decisionNumber: `GBDPO${accountNumber}` },
      ...(guaranteed
        ? {
            guarantee: {
              holderEori: holder,
              decisionNumber: 'GBCGUGuaranteenotrequired',
              guaranteeReference: 'Guaranteenotrequired',
              typeCode: '0',
            },
          }
        : {}),
      origin,
    })),
  fc.constant<PaymentFacts>({ kind: 'immediate', methodCode: 'N', origin }),
)

const vat: fc.Arbitrary<VatTreatment> = fc.oneof(
  fc.constantFrom<VatTreatment>({ kind: 'paid' }, { kind: 'charged-at-sale' }, { kind: 'not-due' }),
  digits(9).map((number): VatTreatment => ({ kind: 'postponed', vatNumber: `GB${number}` })),
)

function goodsItem(currency: string, isLowValue: boolean): fc.Arbitrary<GoodsItemFacts> {
  return fc
    .record({
      description: line(512),
      originCountry: country,
      netGrams: grams,
      packingGrams: grams,
      packages: fc.array(
        fc.record({
          typeCode: fc.constantFrom('CT', 'PK', 'BX'),
          quantity: fc.nat({ max: 500 }),
          marks: line(512),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      supplementary: fc.option(fc.integer({ min: 1, max: 9999 }), { nil: undefined }),
      commodityCode: digits(10),
      price: amount(currency),
      invoice: line(70),
      statement: fc.option(line(512), { nil: undefined }),
    })
    .map((facts) => goodsItemFacts(facts, isLowValue))
}

function goodsItemFacts(
  facts: {
    readonly description: string
    readonly originCountry: string
    readonly netGrams: number
    readonly packingGrams: number
    readonly packages: GoodsItemFacts['goods']['packages']
    readonly supplementary: number | undefined
    readonly commodityCode: string
    readonly price: Money
    readonly invoice: string
    readonly statement: string | undefined
  },
  isLowValue: boolean,
): GoodsItemFacts {
  const { supplementary, statement } = facts
  return {
    goods: {
      description: facts.description,
      originCountry: facts.originCountry,
      grossWeightKg: kilograms(facts.netGrams + facts.packingGrams),
      netWeightKg: kilograms(facts.netGrams),
      packages: facts.packages,
      ...(supplementary === undefined
        ? {}
        : { supplementaryQuantity: { value: decimal(String(supplementary)) } }),
      origin,
    },
    classification: {
      commodityCode: facts.commodityCode,
      taricAdditionalCodes: [],
      nationalAdditionalCodes: ['VATZ'],
      origin,
    },
    price: { amount: facts.price, origin },
    regime: {
      requestedProcedure: '40',
      previousProcedure: '00',
      additionalProcedures: isLowValue ? ['C07'] : ['000'],
      valuationMethod: '1',
      valuationIndicators: '0000',
      preferenceCode: '100',
      taxTypes: ['A00', 'B00'],
      origin,
    },
    documents: [{ code: 'N935', id: facts.invoice, statusCode: 'AE', origin }],
    statements: statement === undefined ? [] : [{ code: 'GEN45', text: statement, origin }],
  }
}

/** Facts of an import that could be declared, of one to five items. */
export function importFacts(): fc.Arbitrary<ImportDeclarationFacts> {
  return fc
    .record({
      currency: fc.constantFrom('CNY', 'JPY', 'USD', 'EUR', 'GBP'),
      isLowValue: fc.boolean(),
      isSelf: fc.boolean(),
    })
    .chain(({ currency, isLowValue, isSelf }) =>
      fc
        .record({
          goodsItems: fc.array(goodsItem(currency, isLowValue), { minLength: 1, maxLength: 5 }),
          importer: isSelf
            ? eori.map((number): DeclaredParty => ({ kind: 'registered', eori: number, origin }))
            : party,
          exporter: party,
          seller: fc.option(party, { nil: undefined }),
          agent: eori,
          payment,
          vat,
          freight: amount(currency),
          type: fc.constantFrom('A' as const, 'D' as const),
          serial: digits(8),
          mode: fc.constantFrom('1', '4', '5'),
          containers: fc.array(fc.constantFrom('MSCU1234565', 'TGHU7654321'), { maxLength: 2 }),
        })
        .map((parts) => assemble(parts, isSelf)),
    )
}

function assemble(
  parts: {
    readonly goodsItems: readonly GoodsItemFacts[]
    readonly importer: DeclaredParty
    readonly exporter: DeclaredParty
    readonly seller: DeclaredParty | undefined
    readonly agent: string
    readonly payment: PaymentFacts
    readonly vat: VatTreatment
    readonly freight: Money
    readonly type: 'A' | 'D'
    readonly serial: string
    readonly mode: string
    readonly containers: readonly string[]
  },
  isSelf: boolean,
): ImportDeclarationFacts {
  const { goodsItems, importer, mode } = parts
  const { currency } = parts.freight
  const packages = goodsItems.flatMap(({ goods }) => goods.packages)
  const declarant = isSelf && importer.kind === 'registered' ? importer.eori : parts.agent
  return {
    lrn: `TW-${parts.serial}`,
    additionalDeclarationType: parts.type,
    parties: {
      importer,
      exporter: parts.exporter,
      ...(parts.seller === undefined ? {} : { seller: parts.seller }),
      declarant: { eori: declarant, origin },
      representation: { kind: isSelf ? 'self' : 'indirect', origin },
    },
    shipment: {
      exportCountry: 'CN',
      destinationCountry: 'GB',
      totalPackages: packages.reduce((total, { quantity }) => total + quantity, 0),
      transactionNatureCode: '1',
      goodsLocation: {
        countryCode: 'GB',
        typeCode: 'A',
        qualifier: 'U',
        code: 'LHRLHRLHR',
        origin,
      },
      transport: {
        borderModeCode: mode,
        ...(mode === '5'
          ? {}
          : { borderNationality: 'GB', arrival: { typeCode: '40', id: 'BA0038' } }),
        containerIds: parts.containers,
        origin,
      },
      origin,
    },
    valuation: {
      incoterm: 'FOB',
      place: { kind: 'code', unlocode: 'CNSZX' },
      invoiceTotal: sum(
        goodsItems.map(({ price }) => price.amount),
        currency,
      ),
      chargeDeductions: [{ code: 'AK', amount: parts.freight, origin }],
      origin,
    },
    payment: parts.payment,
    vat: { ...parts.vat, origin },
    references: { ducr: `6${declarant}-TW${parts.serial}`, origin },
    goodsItems,
  }
}
