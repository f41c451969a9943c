import { type Document, canonicalDocumentText } from '../src/customs/documents/document.ts'
import { renderDocument } from '../src/papers/render-document.ts'
import { valueOf } from '../test/gb-reference-data.ts'
import { pdfPages } from '../test/pdf-text.ts'
import { manyLines, sampleComplete, sampleDocument } from '../test/sample-papers.ts'
import { printFigures } from './figures.ts'

// How long papers take to render, and beside it what the hot path pays instead: the canonical text
// that is hashed without rendering.

const ROUNDS = 50
const TEXT_ROUNDS = 1_000

const invoiceOf60Lines = sampleDocument(
  'commercial-invoice',
  sampleComplete({ lines: manyLines(60) }),
)
const documents: readonly (readonly [string, Document])[] = [
  ['commercial invoice, 3 lines', sampleDocument('commercial-invoice')],
  ['commercial invoice, 60 lines', invoiceOf60Lines],
  ['packing list, 3 lines', sampleDocument('packing-list')],
  ['certificate of origin, draft', sampleDocument('certificate-of-origin')],
  ['preference statement', sampleDocument('preference-statement')],
]

const opening = performance.now()
await renderDocument(invoiceOf60Lines)
const openingMs = performance.now() - opening

const rows: string[][] = []
for (const [name, document] of documents) rows.push([name, ...(await measure(document))])

printFigures({
  title: 'Documents',
  about:
    `Papers rendered to PDF, one thread, ${ROUNDS} rounds each. ` +
    `Repeat: \`npm run bench -- documents\`.`,
  columns: [
    '',
    'pages',
    'kB',
    'ms a page',
    'processor ms a page',
    'µs for the text that is hashed',
  ],
  rows,
  remarks: [`The first document of a process opens the fonts: ${openingMs.toFixed(0)} ms.`],
})

async function measure(document: Document): Promise<readonly string[]> {
  const pdf = valueOf(await renderDocument(document))
  const pages = pdfPages(pdf).length
  const cpuBefore = process.cpuUsage()
  const before = performance.now()
  for (let round = 0; round < ROUNDS; round += 1) await renderDocument(document)
  const wallMs = (performance.now() - before) / ROUNDS
  const cpu = process.cpuUsage(cpuBefore)
  const cpuMs = (cpu.user + cpu.system) / 1000 / ROUNDS
  return [
    String(pages),
    (pdf.length / 1000).toFixed(0),
    (wallMs / pages).toFixed(1),
    (cpuMs / pages).toFixed(1),
    canonicalTextMicroseconds(document).toFixed(0),
  ]
}

function canonicalTextMicroseconds(document: Document): number {
  const before = performance.now()
  for (let round = 0; round < TEXT_ROUNDS; round += 1) canonicalDocumentText(document)
  return ((performance.now() - before) / TEXT_ROUNDS) * 1000
}
