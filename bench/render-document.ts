import { pdfPages } from '../test/pdf-text.ts'
import { valueOf } from '../test/gb-reference-data.ts'
import { manyLines, sampleComplete, sampleDocument } from '../test/sample-papers.ts'
import { type Document, canonicalDocumentText } from '../src/customs/documents/document.ts'
import { renderDocument } from '../src/papers/render-document.ts'

/**
 * Prints how long documents take to render, as processor time and as time on the clock, and beside
 * it what the hot path pays instead: the canonical text that is hashed without rendering.
 * Run with `node --import tsx bench/render-document.ts [rounds]`.
 */
const rounds = Number(process.argv[2] ?? 50)

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
console.log(`first document, fonts opened: ${(performance.now() - opening).toFixed(0)} ms`)

console.log('document                       pages  kB    ms/page  cpu ms/page  us/canonical text')
for (const [name, document] of documents) {
  const pdf = valueOf(await renderDocument(document))
  const pages = pdfPages(pdf).length
  const cpuBefore = process.cpuUsage()
  const before = performance.now()
  for (let round = 0; round < rounds; round++) await renderDocument(document)
  const wallMs = (performance.now() - before) / rounds
  const cpu = process.cpuUsage(cpuBefore)
  const cpuMs = (cpu.user + cpu.system) / 1000 / rounds
  console.log(
    name.padEnd(30),
    String(pages).padStart(5),
    (pdf.length / 1000).toFixed(0).padStart(4),
    (wallMs / pages).toFixed(1).padStart(9),
    (cpuMs / pages).toFixed(1).padStart(12),
    canonicalTextMicroseconds(document).toFixed(0).padStart(18),
  )
}

function canonicalTextMicroseconds(document: Document): number {
  const before = performance.now()
  for (let round = 0; round < 1000; round++) canonicalDocumentText(document)
  return performance.now() - before
}
