import type {
  CertificateLine,
  CertificateOfOrigin,
} from '../../customs/documents/certificate-of-origin.ts'
import {
  dateText,
  notStated,
  packagesText,
  quantityText,
  weightText,
} from '../page/printed-facts.ts'
import { style } from '../page/style.ts'
import { type Cell, plainCell, type Table } from '../page/table.ts'

/** A line of goods; the facts of the whole consignment stand beside the first alone. */
interface GoodsRow {
  readonly line: CertificateLine
  readonly marks: string
  readonly packages: string
  readonly invoice: string
}

/** Boxes 6 to 10: the goods that the certificate covers. */
export function certificateGoods(certificate: CertificateOfOrigin): Table<GoodsRow> {
  return {
    rules: 'form',
    rows: certificate.lines.map((line, index) =>
      index === 0 ? firstRow(line, certificate) : { line, marks: '', packages: '', invoice: '' },
    ),
    columns: [
      {
        header: ['6. Marks and numbers', '唛头及包装号'],
        width: 92,
        cell: ({ marks }) => plainCell(marks),
      },
      {
        header: [
          '7. Number and kind of packages; description of goods',
          '包装数量及种类；货物名称',
        ],
        width: 213.28,
        cell: descriptionCell,
      },
      {
        header: ['8. HS code', '商品编码'],
        width: 50,
        cell: ({ line }) => plainCell(hsCodeText(line.hsCode)),
      },
      {
        header: ['9. Quantity and weight', '数量和重量'],
        width: 80,
        cell: ({ line }) => quantityCell(line),
      },
      {
        header: ['10. Invoice', '发票号及日期'],
        width: 80,
        cell: ({ invoice }) => plainCell(invoice),
      },
    ],
  }
}

/** The packages are counted for the whole consignment, of which these goods may be a part. */
function firstRow(line: CertificateLine, certificate: CertificateOfOrigin): GoodsRow {
  const { packages, coverage, names, invoice } = certificate
  const count = packagesText(packages, names.packageType)
  return {
    line,
    marks: packages.marks ?? notStated,
    packages: coverage === 'whole-consignment' ? count : `Part of ${count} 其中一部分`,
    invoice: `${invoice.number}, ${dateText(invoice.issuedOn)}`,
  }
}

function descriptionCell({ line, packages }: GoodsRow): Cell {
  const head = packages === '' ? [] : [{ text: packages, style: style.strong }]
  return [...head, ...plainCell(`(${line.itemNumber}) ${line.description}`)]
}

function quantityCell(line: CertificateLine): Cell {
  return [
    { text: `${quantityText(line.quantity)} pcs 件`, style: style.value },
    { text: `Net 净 ${weightText(line.netWeightKg)} kg`, style: style.note },
    { text: `Gross 毛 ${weightText(line.grossWeightKg)} kg`, style: style.note },
  ]
}

/** `610910` is `6109.10`, as the Harmonized System prints its subheadings. */
function hsCodeText(hsCode: string): string {
  return `${hsCode.slice(0, 4)}.${hsCode.slice(4)}`
}
