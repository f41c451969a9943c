import { addDecimals, compareDecimals } from '../../money/decimal.ts'
import type { Declaration } from '../declaration.ts'
import type { Party } from '../party.ts'
import { dataSets, exportSets, fullImportSets, importSets } from './data-set.ts'
import {
  additionalProcedures,
  breachUnless,
  type DeclarationRule,
  hasStatement,
  itemsOf,
} from './rule.ts'
import { errorCodeList, importGuide } from './rule-sources.ts'

/** Whether two parties are the same by the only thing that tells surely, their EORI. */
function haveOneEori(one: Party | undefined, other: Party | undefined): boolean {
  return one?.id !== undefined && one.id === other?.id
}

/** Whether the goods move to or from Northern Ireland, where one trader may send to itself. */
function movesThere(declaration: Declaration): boolean {
  return itemsOf(declaration).some(({ item }) =>
    ['NIIMP', 'NIDOM', 'NIEXP'].some((statement) => hasStatement(item, statement)),
  )
}

interface PartiesApart {
  readonly id: string
  readonly errorCode: string
  readonly dataElement: string
  readonly names: { readonly en: string; readonly zh: string }
  readonly path: string
  pair(declaration: Declaration): readonly [Party | undefined, Party | undefined]
}

/** Two roles that one party cannot have both. */
function partiesApart({
  id,
  errorCode,
  dataElement,
  names,
  path,
  pair,
}: PartiesApart): DeclarationRule {
  return {
    id,
    severity: 'error',
    dataElement,
    asks: {
      en: `${names.en} are not the same party, unless the goods move to or from Northern Ireland.`,
      zh: `除进出北爱尔兰外，${names.zh}不得为同一方。`,
    },
    source: errorCodeList,
    dataSets,
    errorCodes: [errorCode],
    mend: { en: 'Declare the party in one of the two roles.', zh: '请只以其中一个身份申报该方。' },
    breaches(declaration) {
      const [one, other] = pair(declaration)
      return breachUnless(movesThere(declaration) || !haveOneEori(one, other), path, {
        en: `${names.en} have the same EORI ${one?.id}.`,
        zh: `${names.zh}的 EORI 号码同为 ${one?.id}。`,
      })
    },
  }
}

/** Fields that a declaration has at the header or at its items, never at both. */
const eitherLevel = [
  {
    id: 'buyer-at-one-level',
    field: 'buyer',
    severity: 'error',
    dataElement: '3/26 and 3/27',
    name: { en: 'buyer', zh: '买方' },
  },
  {
    id: 'dispatch-country-at-one-level',
    field: 'exportCountry',
    severity: 'error',
    dataElement: '5/14',
    name: { en: 'country of dispatch', zh: '发运国' },
  },
  {
    id: 'transaction-nature-at-one-level',
    field: 'transactionNatureCode',
    // CDS has taken it at both.
    severity: 'warning',
    dataElement: '8/5',
    name: { en: 'nature of transaction', zh: '交易性质' },
  },
] as const

/** Rules about fields that have to do with one another. */
export const relationRules: readonly DeclarationRule[] = [
  partiesApart({
    id: 'importer-is-not-exporter',
    errorCode: 'CDS12081',
    dataElement: '3/2 and 3/16',
    names: { en: 'Importer and exporter', zh: '进口商与出口商' },
    path: '/goodsShipment/importer/id',
    pair: ({ goodsShipment, exporter }) => [goodsShipment?.importer, exporter],
  }),
  partiesApart({
    id: 'importer-is-not-buyer',
    errorCode: 'CDS12117',
    dataElement: '3/16 and 3/27',
    names: { en: 'Importer and buyer', zh: '进口商与买方' },
    path: '/goodsShipment/buyer/id',
    pair: ({ goodsShipment }) => [goodsShipment?.importer, goodsShipment?.buyer],
  }),
  partiesApart({
    id: 'consignee-is-not-exporter',
    errorCode: 'CDS12091',
    dataElement: '3/2 and 3/10',
    names: { en: 'Consignee and exporter', zh: '收货人与出口商' },
    path: '/goodsShipment/consignee/id',
    pair: ({ goodsShipment, exporter }) => [goodsShipment?.consignee, exporter],
  }),
  ...eitherLevel.map(({ id, field, severity, dataElement, name }): DeclarationRule => ({
    id,
    severity,
    dataElement,
    asks: {
      en: `The ${name.en} is declared at the header or at the items, not at both.`,
      zh: `${name.zh}在表头或在各项申报，不得两处都申报。`,
    },
    source: errorCodeList,
    dataSets,
    errorCodes: ['CDS12071'],
    mend: { en: 'Leave it at one of the two places.', zh: '请只在其中一处申报。' },
    breaches: (declaration) =>
      declaration.goodsShipment?.[field] === undefined
        ? []
        : itemsOf(declaration).flatMap(({ item, path }) =>
            breachUnless(item[field] === undefined, `${path}/${field}`, {
              en: `Item ${item.sequenceNumber} declares the ${name.en}, and so does the header.`,
              zh: `第${item.sequenceNumber}项申报了${name.zh}，表头也已申报。`,
            }),
          ),
  })),
  {
    id: 'consignee-named-one-way',
    severity: 'error',
    dataElement: '3/9 and 3/10',
    asks: {
      en: 'The consignee of an export is named by name or by EORI, not by both.',
      zh: '出口收货人以名称或以 EORI 号码申报，不得两者并用。',
    },
    source: errorCodeList,
    dataSets: exportSets,
    errorCodes: ['CDS12084', 'CDS12089'],
    mend: { en: 'Leave out one of the two.', zh: '请只保留其中之一。' },
    breaches: ({ goodsShipment }) =>
      breachUnless(
        goodsShipment?.consignee?.id === undefined || goodsShipment.consignee.name === undefined,
        '/goodsShipment/consignee',
        { en: 'The consignee has both name and EORI.', zh: '收货人同时申报了名称和 EORI 号码。' },
      ),
  },
  {
    id: 'carrier-named-one-way',
    severity: 'error',
    dataElement: '3/31 and 3/32',
    asks: {
      en: 'The carrier is named by name or by EORI, not by both.',
      zh: '承运人以名称或以 EORI 号码申报，不得两者并用。',
    },
    source: errorCodeList,
    dataSets,
    errorCodes: ['CDS12086'],
    mend: { en: 'Leave out one of the two.', zh: '请只保留其中之一。' },
    breaches: ({ consignment }) =>
      breachUnless(
        consignment?.carrier?.id === undefined || consignment.carrier.name === undefined,
        '/consignment/carrier',
        { en: 'The carrier has both name and EORI.', zh: '承运人同时申报了名称和 EORI 号码。' },
      ),
  },
  {
    id: 'one-price-currency',
    severity: 'error',
    dataElement: '4/14',
    asks: { en: 'All item prices are in one currency.', zh: '各项价格须为同一币种。' },
    source: errorCodeList,
    dataSets: importSets,
    errorCodes: ['CDS12057'],
    mend: {
      en: 'Convert the prices into one currency, or declare the goods apart.',
      zh: '请换算为同一币种，或分别申报。',
    },
    breaches(declaration) {
      const prices = itemsOf(declaration).flatMap(
        ({ item }) => item.commodity?.invoiceLine?.itemCharge?.currency ?? [],
      )
      return breachUnless(new Set(prices).size <= 1, '/goodsShipment/goodsItems', {
        en: `Item prices are in ${[...new Set(prices)].join(' and ')}.`,
        zh: `各项价格的币种为 ${[...new Set(prices)].join('、')}。`,
      })
    },
  },
  {
    id: 'net-masses-within-total',
    severity: 'error',
    dataElement: '6/1 and 6/5',
    asks: {
      en: 'The net masses of the items together are not above the total gross mass.',
      zh: '各项净重合计不得超过总毛重。',
    },
    source: errorCodeList,
    dataSets,
    errorCodes: ['CDS11006'],
    mend: { en: 'Check the total gross mass.', zh: '请核对总毛重。' },
    breaches(declaration) {
      const gross = declaration.totalGrossMass?.value
      if (gross === undefined) return []
      const net = addDecimals(
        ...itemsOf(declaration).flatMap(
          ({ item }) => item.commodity?.goodsMeasure?.netMass?.value ?? [],
        ),
      )
      return breachUnless(compareDecimals(net, gross) <= 0, '/totalGrossMass', {
        en: `The items weigh ${net} kg net, the whole ${gross} kg gross.`,
        zh: `各项净重合计${net}千克，总毛重${gross}千克。`,
      })
    },
  },
  {
    id: 'some-package-counted',
    severity: 'error',
    dataElement: '6/10',
    asks: {
      en: 'At least one number of packages is above nothing, unless the goods are loose (NE, NF, NG) or in bulk (V).',
      zh: '除散装货物（NE、NF、NG 及 V 类）外，至少有一个包装件数大于零。',
    },
    source: errorCodeList,
    dataSets,
    errorCodes: ['CDS12058'],
    mend: { en: 'Count each package with one item.', zh: '每件包装请计入一项。' },
    breaches(declaration) {
      const counts = itemsOf(declaration)
        .flatMap(({ item }) => item.packagings ?? [])
        .filter(({ typeCode = '' }) => !/^(N[EFG]|V[A-Z])$/.test(typeCode))
        .flatMap(({ packageQuantity }) => packageQuantity ?? [])
      return breachUnless(
        counts.length === 0 || counts.some((count) => count > 0),
        '/goodsShipment/goodsItems',
        { en: 'No item has a package.', zh: '各项均无包装件数。' },
      )
    },
  },
  {
    id: 'containers-once',
    severity: 'error',
    dataElement: '7/10',
    asks: { en: 'A container is declared once.', zh: '每个集装箱只申报一次。' },
    source: importGuide(7),
    dataSets,
    errorCodes: ['CDS12024'],
    mend: { en: 'Leave out the second one.', zh: '请删除重复的箱号。' },
    breaches({ goodsShipment }) {
      const ids = (goodsShipment?.consignment?.transportEquipment ?? []).flatMap(
        ({ id }) => id ?? [],
      )
      return breachUnless(
        new Set(ids).size === ids.length,
        '/goodsShipment/consignment/transportEquipment',
        { en: 'A container number stands twice.', zh: '箱号重复。' },
      )
    },
  },
  {
    id: 'exchange-rate-of-sterling',
    severity: 'error',
    dataElement: '4/15',
    asks: {
      en: 'A rate of exchange that is agreed in the contract is stated for GBP.',
      zh: '合同约定的汇率须以 GBP 申报。',
    },
    source: errorCodeList,
    dataSets: fullImportSets,
    errorCodes: ['CDS12109'],
    mend: {
      en: 'Declare the rate with currency GBP, or leave it out.',
      zh: '请以 GBP 申报汇率，或不申报。',
    },
    breaches: ({ currencyExchanges = [] }) =>
      currencyExchanges.flatMap(({ currencyTypeCode }, index) =>
        breachUnless(currencyTypeCode === 'GBP', `/currencyExchanges/${index}/currencyTypeCode`, {
          en: 'A rate of exchange is stated for another currency than GBP.',
          zh: '申报了非 GBP 的汇率。',
        }),
      ),
  },
  {
    id: 'exit-summary-carrier',
    severity: 'error',
    dataElement: '1/11, 3/31 and 3/32',
    asks: {
      en: 'An exit summary declaration (17X) names the carrier.',
      zh: '出境安全申报（17X）须申报承运人。',
    },
    source: errorCodeList,
    dataSets: ['c21e'],
    errorCodes: ['CDS12090'],
    mend: { en: 'Declare the carrier by name or by EORI.', zh: '请以名称或 EORI 号码申报承运人。' },
    breaches(declaration) {
      const { carrier } = declaration.consignment ?? {}
      const isNeeded = itemsOf(declaration).some(({ item }) =>
        additionalProcedures(item).includes('17X'),
      )
      return breachUnless(
        !isNeeded || carrier?.id !== undefined || carrier?.name !== undefined,
        '/consignment/carrier',
        { en: 'The carrier is not declared.', zh: '没有申报承运人。' },
      )
    },
  },
]
