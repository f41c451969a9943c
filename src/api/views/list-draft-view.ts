import { Type, type Static } from 'typebox'

import {
  draftRowStates,
  encodings,
  listFormatOf,
  mappingBases,
  missingColumnsOf,
  type ListDraft,
  type ListDraftRow,
} from '../../agents/index.ts'
import type { Immutable } from '../../customs/immutable.ts'
import { oneOf } from '../../customs/order/schema.ts'
import { instant, link } from '../http/schema.ts'
import { listFindingSchema } from './list-finding-schema.ts'

const count = (description: string) => Type.Integer({ description })

/** What a list of drafts shows of each. */
export const listDraftSummarySchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  rows: Type.Object(
    {
      flawed: count('rows of orders that have something wrong with them'),
      ready: count('rows of orders that can be taken'),
      taken: count('rows of orders that have been taken'),
    },
    { description: 'number of rows by how far they are' },
  ),
  createdAt: instant,
  updatedAt: instant,
})

/** A text by the name of one of our columns. */
export const draftDefaults = Type.Record(
  Type.String({ maxLength: 64 }),
  Type.String({ minLength: 1, maxLength: 512 }),
  {
    maxProperties: 100,
    description: 'what holds where a cell is empty, by the name of the column',
  },
)

/** A draft with its mapping. */
export const listDraftSchema = Type.Object(
  {
    ...listDraftSummarySchema.properties,
    encoding: oneOf(encodings, 'encoding in which the file was read'),
    delimiter: oneOf([',', ';', '\t'], 'what stands between the cells'),
    columns: Type.Array(
      Type.Object({
        heading: Type.String({ description: 'as the file has it' }),
        source: oneOf(
          ['file', 'beyond-headings', 'added'],
          'where the column is from; cells beyond the headings keep their row from being taken',
        ),
        column: Type.Optional(
          Type.String({ description: 'the column of ours that it is taken for' }),
        ),
        basis: Type.Optional(oneOf(mappingBases, 'why it is taken for that')),
      }),
    ),
    defaults: draftDefaults,
    missingColumns: Type.Array(Type.String(), {
      description: 'columns that have to be mapped or filled before any order can be read',
    }),
    version: Type.Integer(),
    links: Type.Object({ rows: link }),
  },
  { description: 'a table of orders that is mapped and mended before its orders are taken' },
)

/** A draft as the interface shows it. */
export type ListDraftView = Immutable<Static<typeof listDraftSchema>>

/** A draft with some cells of each column, by which a person sees what it holds. */
export const sampledDraftSchema = Type.Object({
  ...listDraftSchema.properties,
  samples: Type.Array(Type.Array(Type.String()), {
    description: 'up to three different cells of each column',
  }),
})

/** A draft with samples as the interface shows it. */
export type SampledDraftView = Immutable<Static<typeof sampledDraftSchema>>

/** A row of a draft. */
export const listDraftRowSchema = Type.Object({
  row: Type.Integer({ description: 'as a spreadsheet counts, the headings are row 1' }),
  state: oneOf(draftRowStates, 'how far the row is'),
  cells: Type.Array(Type.String(), { description: 'in the order of the columns' }),
  findings: Type.Array(listFindingSchema),
  orderId: Type.Optional(Type.String({ description: 'the order that it has become' })),
})

/** A row as the interface shows it. */
export type ListDraftRowView = Immutable<Static<typeof listDraftRowSchema>>

/** What a list of drafts shows of this one. */
export function listDraftSummary({ draftId: id, name, rows, createdAt, updatedAt }: ListDraft) {
  return { id, name, rows, createdAt, updatedAt }
}

/** The draft as the interface shows it to a tenant of some kind. */
export function listDraftView(
  draft: ListDraft,
  kind: 'purchasing-agent' | 'e-commerce-platform',
): ListDraftView {
  const { columns, defaults, version } = draft
  const path = `/v1/list-drafts/${draft.draftId}`
  return {
    ...listDraftSummary(draft),
    encoding: draft.encoding as 'utf-8',
    delimiter: draft.delimiter as ',',
    ...{ columns, defaults, version },
    missingColumns: missingColumnsOf(draft, listFormatOf(kind)),
    links: { rows: `${path}/rows` },
  }
}

/** A row as the interface shows it. */
export function listDraftRowView({ row, state, cells, findings, orderId }: ListDraftRow) {
  return { row, state, cells, findings, ...(orderId !== undefined && { orderId }) }
}
