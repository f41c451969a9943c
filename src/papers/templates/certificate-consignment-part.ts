import type { CertificateOfOrigin } from '../../customs/documents/certificate-of-origin.ts'
import { type FormBox, drawFormBox, formBoxHeight } from '../page/form-box.ts'
import { countryText, partyTexts } from '../page/party-boxes.ts'
import type { Sheet } from '../page/sheet.ts'
import { colour, contentWidth, page, style } from '../page/style.ts'
import { transportFacts } from './transport-facts.ts'

/** The form has two columns of equal width. */
const width = contentWidth / 2
const middle = page.left + width

/** Draws boxes 1 to 5: who sends what to whom on which way, and the name of the paper. */
export function drawConsignmentPart(sheet: Sheet, certificate: CertificateOfOrigin): void {
  const { names } = certificate
  const exporter: FormBox = {
    number: 1,
    label: ['Exporter', '出口商'],
    texts: partyTexts(certificate.exporter, names),
  }
  const consignee: FormBox = {
    number: 2,
    label: ['Consignee', '收货人'],
    texts: partyTexts(certificate.consignee, names),
  }
  const top = sheet.y
  drawLeft(sheet, exporter)
  drawLeft(sheet, consignee)
  drawName(sheet, certificate, top)
  const routeTop = sheet.y
  drawLeft(sheet, routeBox(certificate))
  drawLeft(sheet, destinationBox(certificate))
  const authority: FormBox = {
    number: 5,
    label: ['For certifying authority use only', '签证机构专用'],
    texts: [],
  }
  drawFormBox(sheet, { x: middle, y: routeTop, width, height: sheet.y - routeTop }, authority)
}

/** Boxes of the left column grow with their content and push those below them down. */
function drawLeft(sheet: Sheet, box: FormBox): void {
  const height = formBoxHeight(sheet, width, box)
  drawFormBox(sheet, { x: page.left, y: sheet.y, width, height }, box)
  sheet.y += height
}

/** The name of the paper beside boxes 1 and 2, with its number and the country. */
function drawName(sheet: Sheet, certificate: CertificateOfOrigin, top: number): void {
  const { status, origin, names } = certificate
  const height = sheet.y - top
  sheet.frame({ x: middle, y: top, width, height }, { colour: colour.hairline, thickness: 0.6 })
  const column = { x: middle + 8, width: width - 16 }
  const number = status.code === 'issued' ? status.number : 'not issued 未签发'
  sheet.text(`Certificate No. 证书号 ${number}`, { ...column, y: top + 6 }, style.strong)
  const centred = { ...column, align: 'centre' } as const
  let y = top + height / 2 - 28
  y = sheet.text('CERTIFICATE OF ORIGIN', { ...centred, y }, style.title)
  y = sheet.text('原产地证书', { ...centred, y }, style.titleHan)
  sheet.text(
    `Country of origin 原产国 ${countryText(origin, names)}`,
    { ...centred, y: y + 6 },
    style.strong,
  )
}

function routeBox({
  countryOfDispatch,
  countryOfDestination,
  names,
  ...rest
}: CertificateOfOrigin): FormBox {
  const route = `From 自 ${countryText(countryOfDispatch, names)} to 至 ${countryText(countryOfDestination, names)}`
  const facts = transportFacts(rest.transport).map(
    ({ label, value }) => `${label.join(' ')}: ${value}`,
  )
  return {
    number: 3,
    label: ['Means of transport and route', '运输方式和路线'],
    texts: [route, ...facts].map((text) => ({ text, style: style.small })),
  }
}

function destinationBox({ countryOfDestination, names }: CertificateOfOrigin): FormBox {
  return {
    number: 4,
    label: ['Country of destination', '目的国'],
    texts: [{ text: countryText(countryOfDestination, names), style: style.value }],
  }
}
