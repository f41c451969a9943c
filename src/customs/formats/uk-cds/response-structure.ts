import { type ElementNode, structureTable } from '../structure/structure-table.ts'
import { fragments } from './structure/fragments.ts'
import { responseTable } from './structure/response-table.ts'

/** The structure of a CDS notification below `Response`; see `structure/response-table.ts`. */
export const responseStructure: ElementNode & {
  readonly content: { readonly kind: 'group'; readonly children: readonly ElementNode[] }
} = {
  element: 'Response',
  wcoId: '07B',
  minimum: 1,
  maximum: 1,
  field: 'response',
  content: { kind: 'group', children: structureTable(responseTable, fragments) },
}
