import type { CertificateOfOrigin } from '../../customs/documents/certificate-of-origin.ts'
import { dateText } from '../page/printed-facts.ts'
import { drawFormBox, type FormBox } from '../page/form-box.ts'
import { countryText } from '../page/party-boxes.ts'
import type { Sheet } from '../page/sheet.ts'
import { drawSignatureBlock } from '../page/signature-block.ts'
import { contentWidth, page, style } from '../page/style.ts'

/** Height that boxes 11 and 12 take. */
export const certifyingPartHeight = 168

/** Draws boxes 11 and 12: the exporter's declaration and the chamber's certification. */
export function drawCertifyingPart(sheet: Sheet, certificate: CertificateOfOrigin): void {
  const width = contentWidth / 2
  const left = { x: page.left, y: sheet.y, width, height: certifyingPartHeight }
  const end = drawFormBox(sheet, left, declarationBox(certificate))
  const signing = { x: left.x + 5, y: Math.max(end, sheet.y + 62), width: width - 12 }
  drawSignatureBlock(sheet, signing, certificate.signature)
  drawFormBox(sheet, { ...left, x: left.x + width }, certificationBox(certificate))
  sheet.y += certifyingPartHeight
}

/** The words are the exporter's, and bind once the exporter has signed below them. */
function declarationBox({ origin, names }: CertificateOfOrigin): FormBox {
  const country = countryText(origin, names)
  return {
    number: 11,
    label: ['Declaration by the exporter', '出口商声明'],
    texts: [
      {
        text:
          'The undersigned declares that the above details are correct and that all the goods ' +
          `originate in ${country}.`,
        style: style.small,
      },
      { text: '下列签字人声明上述内容正确无误，所列货物均原产于上述国家。', style: style.small },
    ],
  }
}

/**
 * What the chamber certifies. A rendering of an issued certificate says that it is none itself:
 * the stamped paper is the scan that was recorded with the issue.
 */
function certificationBox({ status }: CertificateOfOrigin): FormBox {
  const words =
    status.code === 'draft-not-issued'
      ? [
          'Not certified. This is an application, which proves nothing before a chamber issues it.',
          '未经签证。本件为申请书，签发前不具证明效力。',
        ]
      : [
          `Certificate No. ${status.number}, issued by ${status.issuer}.`,
          `${status.place}, ${dateText(status.issuedOn)}.`,
          `The stamped certificate is kept as scan ${status.scanAttachmentId}.`,
          'This page repeats its particulars and is no certificate itself.',
          '正本已签发盖章，扫描件已存档，本页仅重复其内容。',
        ]
  return {
    number: 12,
    label: ['Certification', '签证机构证明'],
    texts: words.map((text) => ({ text, style: style.small })),
  }
}
