import { createHash } from 'node:crypto'
import type { DocumentKind } from '../src/customs/documents/document.ts'
import { renderDocument } from '../src/papers/render-document.ts'
import { valueOf } from './gb-reference-data.ts'
import { sampleDocument } from './sample-papers.ts'

/** Renders the sample documents of the kinds given and prints the SHA-256 of each, one a line. */
for (const kind of process.argv.slice(2) as DocumentKind[]) {
  const pdf = valueOf(await renderDocument(sampleDocument(kind)))
  process.stdout.write(`${createHash('sha256').update(pdf).digest('hex')}\n`)
}
