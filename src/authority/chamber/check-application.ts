import type { Failure } from '../../customs/result.ts'
import type { CertificateApplication } from './certificate-application.ts'

/**
 * What keeps the chamber from issuing. It certifies goods that its own country's exporters send,
 * so every item must have the exporter's country of origin, and they must leave that country.
 */
export function checkApplication(application: CertificateApplication): readonly Failure[] {
  const { exporter, consignee, goods } = application
  const foreign = goods.flatMap((item, index): Failure[] =>
    item.origin === exporter.country
      ? []
      : [
          {
            code: 'documents-disagree',
            path: `/goods/${index}/origin`,
            message: `Origin ${item.origin} is not the exporter's country ${exporter.country}.`,
            mend: 'Apply for these goods to the chamber of the country they come from.',
            zh: {
              message: `原产国 ${item.origin} 不是出口商所在国 ${exporter.country}。`,
              mend: '请向货物原产国的商会申请。',
            },
          },
        ],
  )
  const stays: Failure[] =
    exporter.country === consignee.country
      ? [
          {
            code: 'documents-disagree',
            path: '/consignee/country',
            message: 'The goods do not leave the country of the exporter.',
            zh: { message: '货物没有离开出口商所在国。' },
          },
        ]
      : []
  return [...foreign, ...stays]
}
