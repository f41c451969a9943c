import { compareDecimals, isPositive } from '../../money/decimal.ts'
import type { DataSet } from './data-set.ts'
import { itemRule } from './item-rule.ts'
import { additionalProcedures, breachUnless, type DeclarationRule, itemsOf } from './rule.ts'
import { exportDataSets, exportGuide } from './rule-sources.ts'

/** The full and the simplified export. */
const sets: readonly DataSet[] = ['b1', 'c1']

/** Rules of the goods of exports, full (B1) and simplified (C1). */
export const exportItemRules: readonly DeclarationRule[] = [
  itemRule(
    {
      id: 'export-goods-described',
      severity: 'error',
      dataElement: '6/8 and 6/10',
      asks: {
        en: 'Every item describes its goods and names its packages.',
        zh: '每一项须描述货物并申报包装。',
      },
      source: exportDataSets,
      dataSets: sets,
      mend: { en: 'Describe the goods and state their packages.', zh: '请描述货物并填写包装。' },
    },
    ({ sequenceNumber, commodity, packagings = [] }, path) =>
      breachUnless(
        (commodity?.description ?? '').trim() !== '' &&
          packagings.some(({ packageQuantity }) => packageQuantity !== undefined),
        `${path}${packagings.length === 0 ? '/packagings' : '/commodity/description'}`,
        {
          en: `Item ${sequenceNumber} has no description or no packages.`,
          zh: `第${sequenceNumber}项缺少货物描述或包装。`,
        },
      ),
  ),
  itemRule(
    {
      id: 'export-commodity-code',
      severity: 'error',
      dataElement: '6/14',
      asks: {
        en: 'The commodity code of an export has eight digits and no ninth and tenth; only a simplified one may leave it out.',
        zh: '出口商品编码为八位，没有第九、十位；仅简化申报可不填。',
      },
      source: exportGuide(6),
      dataSets: sets,
      mend: {
        en: 'Declare the first eight digits as TSP and nothing as TRC.',
        zh: '请将前八位申报为 TSP，不申报 TRC。',
      },
    },
    ({ sequenceNumber, commodity }, path, { dataSet }) => {
      const classifications = commodity?.classifications ?? []
      const codes = classifications.flatMap(({ code = '', typeCode }) =>
        typeCode === 'TSP' ? [code] : [],
      )
      const isCoded = codes.length === 1 && /^\d{8}$/.test(codes[0] ?? '')
      const isLeftOut = dataSet === 'c1' && codes.length === 0
      return breachUnless(
        (isCoded || isLeftOut) && classifications.every(({ typeCode }) => typeCode !== 'TRC'),
        `${path}/commodity/classifications`,
        {
          en: `Item ${sequenceNumber} has no commodity code of eight digits alone.`,
          zh: `第${sequenceNumber}项没有单独的八位商品编码。`,
        },
      )
    },
  ),
  itemRule(
    {
      id: 'export-masses-declared',
      severity: 'error',
      dataElement: '6/1 and 6/5',
      asks: {
        en: 'Net and gross mass of every item are declared, above zero, and the net is not more.',
        zh: '每一项须申报大于零的净重和毛重，且净重不大于毛重。',
      },
      source: exportDataSets,
      dataSets: ['b1'],
      mend: { en: 'State both masses in kilograms.', zh: '请以千克填写净重和毛重。' },
    },
    ({ sequenceNumber, commodity }, path) => {
      const { netMass, grossMass } = commodity?.goodsMeasure ?? {}
      return breachUnless(
        netMass !== undefined &&
          grossMass !== undefined &&
          isPositive(netMass.value) &&
          compareDecimals(netMass.value, grossMass.value) <= 0,
        `${path}/commodity/goodsMeasure`,
        {
          en: `The masses of item ${sequenceNumber} are missing, zero or at odds.`,
          zh: `第${sequenceNumber}项的重量缺失、为零或互相矛盾。`,
        },
      )
    },
  ),
  itemRule(
    {
      id: 'export-statistical-value-in-pounds',
      severity: 'error',
      dataElement: '8/6',
      asks: {
        en: 'A statistical value is stated in pounds sterling, above zero.',
        zh: '统计价值以英镑填写，须大于零。',
      },
      source: exportGuide(8),
      dataSets: sets,
      mend: {
        en: 'Convert the value at the official rate of the day and state it in GBP.',
        zh: '请按当日官方汇率折算，并以 GBP 填写。',
      },
    },
    ({ sequenceNumber, statisticalValue }, path) =>
      breachUnless(
        statisticalValue === undefined ||
          (statisticalValue.currency === 'GBP' && isPositive(statisticalValue.amount)),
        `${path}/statisticalValue`,
        {
          en: `The statistical value of item ${sequenceNumber} is zero or not in pounds.`,
          zh: `第${sequenceNumber}项的统计价值为零或不是英镑。`,
        },
      ),
  ),
  {
    id: 'export-transaction-nature-declared',
    severity: 'error',
    dataElement: '8/5',
    asks: {
      en: 'The nature of the transaction is declared, at the header or at every item.',
      zh: '须在表头或每一项申报交易性质。',
    },
    source: exportDataSets,
    dataSets: ['b1'],
    mend: {
      en: 'State 11 for an outright sale, 21 for goods that go back.',
      zh: '一般买卖填 11，退回的货物填 21。',
    },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) =>
        breachUnless(
          (item.transactionNatureCode ?? declaration.goodsShipment?.transactionNatureCode) !==
            undefined,
          `${path}/transactionNatureCode`,
          {
            en: `Item ${item.sequenceNumber} has no nature of transaction.`,
            zh: `第${item.sequenceNumber}项未申报交易性质。`,
          },
        ),
      ),
  },
  {
    id: 'export-rejected-goods-return',
    severity: 'warning',
    dataElement: '1/11 and 8/5',
    asks: {
      en: 'Rejected imports (3RI) go back: their nature of transaction begins with 2.',
      zh: '被拒收的进口货物（3RI）属退回，其交易性质以 2 开头。',
    },
    source: exportGuide(8),
    dataSets: ['b1'],
    mend: { en: 'State 21 as nature of the transaction.', zh: '交易性质请填写 21。' },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) => {
        const nature =
          item.transactionNatureCode ?? declaration.goodsShipment?.transactionNatureCode ?? ''
        return breachUnless(
          !additionalProcedures(item).includes('3RI') || nature.startsWith('2'),
          `${path}/transactionNatureCode`,
          {
            en: `Item ${item.sequenceNumber} goes back as rejected under nature of transaction "${nature}".`,
            zh: `第${item.sequenceNumber}项作为拒收货物退回，但交易性质为“${nature}”。`,
          },
        )
      }),
  },
]
