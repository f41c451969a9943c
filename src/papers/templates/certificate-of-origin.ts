import type { CertificateOfOrigin } from '../../customs/documents/certificate-of-origin.ts'
import { page } from '../page/style.ts'
import { drawEmptyBoxes, drawTable } from '../page/table.ts'
import type { Template } from '../template.ts'
import { certificateGoods } from './certificate-goods.ts'
import { certifyingPartHeight, drawCertifyingPart } from './certifying-part.ts'
import { drawConsignmentPart } from './certificate-consignment-part.ts'

/**
 * The customary form of a certificate of origin in numbered boxes. Until the chamber's issue is
 * recorded it bears across every page that it is a draft.
 */
export function certificateOfOriginTemplate(certificate: CertificateOfOrigin): Template {
  const { status, invoice } = certificate
  const title = { en: 'Certificate of origin', zh: '原产地证书' }
  const draw: Template['draw'] = (sheet) => {
    drawConsignmentPart(sheet, certificate)
    const goods = certificateGoods(certificate)
    drawTable(sheet, goods)
    const fits = sheet.y + certifyingPartHeight <= page.bottom
    drawEmptyBoxes(sheet, goods, fits ? page.bottom - certifyingPartHeight : sheet.y + 4)
    sheet.reserve(certifyingPartHeight)
    drawCertifyingPart(sheet, certificate)
  }
  return status.code === 'issued'
    ? { title, reference: status.number, draw }
    : {
        title,
        reference: `for invoice ${invoice.number}`,
        watermark: ['DRAFT — NOT ISSUED', '草稿 未签发'],
        draw,
      }
}
