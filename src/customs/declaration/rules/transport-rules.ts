import { breachUnless, type DeclarationRule } from './rule.ts'

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
    mend: 'Give country, type, qualifier and code of the place, as in appendix 16 of the tariff.',
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
        'The place where the goods can be examined is not complete.',
      )
    },
  },
  {
    id: 'border-mode',
    severity: 'error',
    dataElement: '7/4',
    mend: 'Declare the mode of transport in which the goods crossed the border.',
    breaches: ({ borderTransportMeans }) =>
      breachUnless(
        /^[1-9]$/.test(borderTransportMeans?.modeCode ?? ''),
        '/borderTransportMeans/modeCode',
        'The mode of transport at the border is not declared.',
      ),
  },
  // Post has no means of transport that a trader could know.
  {
    id: 'arrival-identity',
    severity: 'error',
    dataElement: '7/9',
    mend: 'Declare kind and identity of the means of transport on arrival, such as the flight.',
    breaches({ borderTransportMeans, goodsShipment }) {
      const means = goodsShipment?.consignment?.arrivalTransportMeans
      const isNeeded = !modesWithoutIdentity.includes(borderTransportMeans?.modeCode ?? '')
      return breachUnless(
        !isNeeded || (means?.id !== undefined && means.identificationTypeCode !== undefined),
        '/goodsShipment/consignment/arrivalTransportMeans',
        'The means of transport on arrival is not identified.',
      )
    },
  },
  {
    id: 'border-nationality',
    severity: 'error',
    dataElement: '7/15',
    mend: 'Declare the country in which the means of transport is registered.',
    breaches({ borderTransportMeans }) {
      const isNeeded = !modesWithoutNationality.includes(borderTransportMeans?.modeCode ?? '')
      return breachUnless(
        !isNeeded || /^[A-Z]{2}$/.test(borderTransportMeans?.registrationNationalityCode ?? ''),
        '/borderTransportMeans/registrationNationalityCode',
        'The nationality of the means of transport at the border is not declared.',
      )
    },
  },
  {
    id: 'container-indicator-agrees',
    severity: 'error',
    dataElement: '7/2 and 7/10',
    mend: 'Declare 1 and the container numbers, or 0 and none.',
    breaches({ goodsShipment }) {
      const consignment = goodsShipment?.consignment
      const hasContainers = (consignment?.transportEquipment ?? []).length > 0
      return breachUnless(
        consignment?.containerCode === (hasContainers ? '1' : '0'),
        '/goodsShipment/consignment/containerCode',
        'Container indicator and container numbers contradict each other.',
      )
    },
  },
  {
    id: 'countries-declared',
    severity: 'error',
    dataElement: '5/8 and 5/14',
    mend: 'Declare the country of destination and the country from which the goods were dispatched.',
    breaches({ goodsShipment }) {
      const isCountry = (code: string | undefined): boolean => /^[A-Z]{2}$/.test(code ?? '')
      return [
        ...breachUnless(
          isCountry(goodsShipment?.destination?.countryCode),
          '/goodsShipment/destination/countryCode',
          'The country of destination is not declared.',
        ),
        ...breachUnless(
          isCountry(goodsShipment?.exportCountry?.countryCode),
          '/goodsShipment/exportCountry/countryCode',
          'The country of dispatch is not declared.',
        ),
      ]
    },
  },
]
