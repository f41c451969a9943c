import type {
  CertificateLine,
  CertificateOfOrigin,
} from '../../customs/documents/certificate-of-origin.ts'
import { dateText, packagesText, quantityText, weightText } from '../page/figures.ts'
import { drawFormBox } from '../page/form-box.ts'
import { countryText, partyTexts } from '../page/party-boxes.ts'
import type { Sheet } from '../page/sheet.ts'
import { drawSignatureBlock } from '../page/signature-block.ts'
import { colour, contentWidth, page, style } from '../page/style.ts'
import { type Cell, drawEmptyBoxes, drawTable, plainCell, type Table } from '../page/table.ts'
import type { Template } from '../template.ts'
import { drawCertification } from './certification-box.ts'
import { transportFacts } from './transport-facts.ts'

const half = contentWidth / 2
const middle = page.left + half
const lowerPartHeight = 178

/**
 * The customary form of a certificate of origin in numbered boxes. Until the chamber's issue is
 * recorded it bears across every page that it is a draft.
 */
export function certificateOfOriginTemplate(certificate: CertificateOfOrigin): Template {
  const { status, invoice } = certificate
  const isDraft = status.code === 'draft-not-issued'
  return {
    title: { en: 'Certificate of origin', zh: '原产地证书' },
    reference: isDraft ? `for invoice ${invoice.number}` : status.number,
    ...(isDraft && { watermark: ['DRAFT — NOT ISSUED', '草稿 未签发'] }),
    draw: (sheet) => {
      drawUpperPart(sheet, certificate)
      const goods = goodsTable(certificate)
      drawTable(sheet, goods)
      if (sheet.y + lowerPartHeight > page.bottom) {
        drawEmptyBoxes(sheet, goods, sheet.y + 6)
        sheet.newPage()
      } else {
        drawEmptyBoxes(sheet, goods, page.bottom - lowerPartHeight)
      }
      drawLowerPart(sheet, certificate)
    },
  }
}
