import { fullImportSets, valuedImportSets } from './data-set.ts'
import { breachUnless, type DeclarationRule, itemsOf } from './rule.ts'
import { importGuide } from './rule-sources.ts'

/** Modes of element 7/4 without a means of transport that has an identity: post, fixed installations. */
const modesWithoutIdentity: readonly string[] = ['5', '7']
/** Modes of element 7/4 without nationality: rail, post, fixed installations. */
const modesWithoutNationality: readonly string[] = ['2', '5', '7']

/** Rules about where the goods are and how they came. */
export const transportRules: readonly DeclarationRule[] = [
  {
    id: 'goods-location-complete',
    severity: 'error',
    dataElement: '5/23',
    asks: {
      en: 'The place of the goods has country, type, qualifier and code.',
      zh: '货物所在地须有国家、类型、限定符和代码。',
    },
    source: importGuide(5),
    dataSets: fullImportSets,
    errorCodes: ['CDS12099'],
    mend: {
      en: 'Give country, type, qualifier and code of the place, as in appendix 16 of the tariff.',
      zh: '请按税则附录16填写地点的国家、类型、限定符和代码。',
    },
    breaches({ goodsShipment }) {
      const location = goodsShipment?.consignment?.goodsLocation
      const parts = [
        location?.address?.countryCode,
        location?.typeCode,
        location?.address?.typeCode,
        location?.name,
      ]
      return breachUnless(
        parts.every((part) => part !== undefined && part !== ''),
        '/goodsShipment/consignment/goodsLocation',
        {
          en: 'The place where the goods can be examined is not complete.',
          zh: '货物所在地不完整。',
        },
      )
    },
  },
  {
    id: 'border-mode',
    severity: 'error',
    dataElement: '7/4',
    asks: { en: 'The mode of transport at the border is declared.', zh: '申报入境运输方式。' },
    source: importGuide(7),
    dataSets: ['h1'],
    errorCodes: ['CDS10001'],
    mend: {
      en: 'Declare the mode of transport in which the goods crossed the border.',
      zh: '请申报货物入境时的运输方式。',
    },
    breaches: ({ borderTransportMeans }) =>
      breachUnless(
        /^[1-9]$/.test(borderTransportMeans?.modeCode ?? ''),
        '/borderTransportMeans/modeCode',
        {
          en: 'The mode of transport at the border is not declared.',
          zh: '没有申报入境运输方式。',
        },
      ),
  },
  // Post has no means of transport that a trader could know.
  {
    id: 'arrival-identity',
    severity: 'warning',
    dataElement: '7/9',
    asks: {
      en: 'The means of transport on arrival is identified, except by post and fixed installations.',
      zh: '除邮递和固定设施外，申报到港运输工具的标识。',
    },
    source: importGuide(7),
    dataSets: ['h1'],
    errorCodes: ['CDS12070'],
    mend: {
      en: 'Declare kind and identity of the means of transport on arrival, such as the flight.',
      zh: '请申报到港运输工具的种类和标识，例如航班号。',
    },
    breaches({ borderTransportMeans, goodsShipment }) {
      const means = goodsShipment?.consignment?.arrivalTransportMeans
      const isNeeded = !modesWithoutIdentity.includes(borderTransportMeans?.modeCode ?? '')
      return breachUnless(
        !isNeeded || (means?.id !== undefined && means.identificationTypeCode !== undefined),
        '/goodsShipment/consignment/arrivalTransportMeans',
        {
          en: 'The means of transport on arrival is not identified.',
          zh: '没有申报到港运输工具的标识。',
        },
      )
    },
  },
  {
    id: 'border-nationality',
    severity: 'error',
    dataElement: '7/15',
    asks: {
      en: 'The nationality of the means of transport at the border is declared, except by rail, post and fixed installations.',
      zh: '除铁路、邮递和固定设施外，申报入境运输工具的国籍。',
    },
    source: importGuide(7),
    dataSets: ['h1'],
    errorCodes: ['CDS12070'],
    mend: {
      en: 'Declare the country in which the means of transport is registered.',
      zh: '请申报运输工具的登记国。',
    },
    breaches({ borderTransportMeans }) {
      const isNeeded = !modesWithoutNationality.includes(borderTransportMeans?.modeCode ?? '')
      return breachUnless(
        !isNeeded || /^[A-Z]{2}$/.test(borderTransportMeans?.registrationNationalityCode ?? ''),
        '/borderTransportMeans/registrationNationalityCode',
        {
          en: 'The nationality of the means of transport at the border is not declared.',
          zh: '没有申报入境运输工具的国籍。',
        },
      )
    },
  },
  {
    id: 'container-indicator-agrees',
    severity: 'error',
    dataElement: '7/2 and 7/10',
    asks: {
      en: 'The container indicator is 1 with container numbers and 0 without.',
      zh: '有箱号时集装箱标志为1，没有时为0。',
    },
    source: importGuide(7),
    dataSets: ['h1'],
    errorCodes: ['CDS12077'],
    mend: {
      en: 'Declare 1 and the container numbers, or 0 and none.',
      zh: '有集装箱的申报1并填写箱号，没有的申报0且不填箱号。',
    },
    breaches({ goodsShipment }) {
      const consignment = goodsShipment?.consignment
      const hasContainers = (consignment?.transportEquipment ?? []).length > 0
      return breachUnless(
        !(hasContainers && consignment?.containerCode === '0'),
        '/goodsShipment/consignment/containerCode',
        {
          en: 'Container numbers are declared of goods that are said not to be in containers.',
          zh: '申报货物未装集装箱，却填写了箱号。',
        },
      )
    },
  },
  // CDS takes the indicator without numbers.
  {
    id: 'container-numbers-declared',
    severity: 'warning',
    dataElement: '7/2 and 7/10',
    asks: {
      en: 'Goods in containers have container numbers, and the indicator says whether they are.',
      zh: '装入集装箱的货物须申报箱号，并以集装箱标志说明。',
    },
    source: importGuide(7),
    dataSets: ['h1'],
    errorCodes: ['CDS12070'],
    mend: {
      en: 'Declare 1 and the container numbers, or 0 and none.',
      zh: '有集装箱的申报1并填写箱号，没有的申报0且不填箱号。',
    },
    breaches({ goodsShipment }) {
      const consignment = goodsShipment?.consignment
      const hasContainers = (consignment?.transportEquipment ?? []).length > 0
      return breachUnless(
        consignment?.containerCode === '0' || (consignment?.containerCode === '1' && hasContainers),
        '/goodsShipment/consignment/containerCode',
        {
          en: 'The container indicator is missing, or the container numbers are.',
          zh: '缺少集装箱标志或箱号。',
        },
      )
    },
  },
  {
    id: 'countries-declared',
    severity: 'error',
    dataElement: '5/8 and 5/14',
    asks: {
      en: 'The countries of destination and of dispatch are declared.',
      zh: '申报目的国和发运国。',
    },
    source: importGuide(5),
    dataSets: [...valuedImportSets, 'h2', 'h3'],
    errorCodes: ['CDS12135', 'CDS10001'],
    mend: {
      en: 'Declare the country of destination and the country from which the goods were dispatched.',
      zh: '请申报目的国和货物的发运国。',
    },
    breaches(declaration) {
      const { goodsShipment } = declaration
      const items = itemsOf(declaration).map(({ item }) => item)
      const isCountry = (code: string | undefined): boolean => /^[A-Z]{2}$/.test(code ?? '')
      return [
        ...breachUnless(
          isCountry(goodsShipment?.destination?.countryCode) ||
            items.every(({ destination }) => isCountry(destination?.countryCode)),
          '/goodsShipment/destination/countryCode',
          { en: 'The country of destination is not declared.', zh: '没有申报目的国。' },
        ),
        ...breachUnless(
          isCountry(goodsShipment?.exportCountry?.countryCode) ||
            items.every(({ exportCountry }) => isCountry(exportCountry?.countryCode)),
          '/goodsShipment/exportCountry/countryCode',
          { en: 'The country of dispatch is not declared.', zh: '没有申报发运国。' },
        ),
      ]
    },
  },
]
