import { Type, type Static } from 'typebox'

import type { Immutable } from '../../customs/immutable.ts'
import { localDate, oneOf } from '../../customs/order/schema.ts'
import type { StandingReason } from '../../customs/trusted-trader/assess-standing.ts'
import { recordFigureNames } from '../../customs/trusted-trader/trusted-trader-scheme.ts'
import type { SchemeStanding, StandingEvidence } from '../../relationship/index.ts'
import { datedSourceSchema } from '../authorities.ts'
import { bilingualText, instant, link, sha256 } from '../http/schema.ts'
import { actorSchema, shownActor } from './actor-view.ts'

const figureName = oneOf(recordFigureNames, 'what is counted')

const figureSchema = Type.Object({
  name: figureName,
  count: Type.Integer(),
  of: Type.Optional(Type.Integer({ description: 'of how many' })),
  lastAt: Type.Optional(
    Type.Unsafe<Static<typeof instant>>({
      ...instant,
      description: 'the latest, of what speaks against you',
    }),
  ),
  unknown: Type.Optional(oneOf(['no-record'], 'why nothing is counted: nothing was lodged yet')),
})

const reasonKinds = [
  'judged-met',
  'judged-not-met',
  'document-missing',
  'document-expired',
  'to-be-judged',
  'judgement-expired',
  'record-changed-since',
] as const satisfies readonly StandingReason['kind'][]

/** What a person has judged of a criterion. */
export const verdict = oneOf(['met', 'not-met'], 'what was judged')

const evidenceProperties = {
  id: Type.String(),
  criterion: Type.String(),
  at: instant,
  by: actorSchema,
  expiresOn: Type.Optional({ ...localDate, description: 'the last day on which it holds' }),
}

const documentSchema = Type.Object({
  ...evidenceProperties,
  document: Type.String({ description: 'which of the documents of the criterion it is' }),
  issuedOn: Type.Optional(localDate),
  fileName: Type.String(),
  mediaType: Type.String(),
  sizeBytes: Type.Integer(),
  sha256,
  content: link,
})

const judgementSchema = Type.Object({ ...evidenceProperties, verdict, reason: Type.String() })

const criterionSchema = Type.Object({
  id: Type.String(),
  statuses: Type.Array(Type.String(), { description: 'which statuses ask for it' }),
  name: bilingualText,
  asks: bilingualText,
  state: oneOf(
    ['met', 'missing', 'cannot-be-said'],
    'met rests on every required document and on a judgement; cannot-be-said says what has to happen first',
  ),
  reasons: Type.Array(
    Type.Object({
      kind: oneOf(reasonKinds, 'what speaks for the state'),
      document: Type.Optional(Type.String()),
      figure: Type.Optional(figureName),
    }),
  ),
  wanted: Type.Array(
    Type.Object({
      id: Type.String(),
      name: bilingualText,
      required: Type.Boolean(),
      state: oneOf(['holds', 'expired', 'absent'], 'whether there is one that holds today'),
    }),
  ),
  documents: Type.Array(documentSchema),
  judgements: Type.Array(judgementSchema, { description: 'the newest first; it alone counts' }),
  figures: Type.Array(figureSchema, {
    description: 'counted in your record; no source gives a limit, so people judge',
  }),
  sources: Type.Array(datedSourceSchema),
})

/** How a business stands by the criteria of a scheme. */
export const standingSchema = Type.Object(
  {
    id: Type.String(),
    name: bilingualText,
    statuses: Type.Array(Type.Object({ id: Type.String(), name: bilingualText })),
    recordSince: Type.Unsafe<Static<typeof instant>>({
      ...instant,
      description: 'from when on your record is counted',
    }),
    sources: Type.Array(datedSourceSchema),
    criteria: Type.Array(criterionSchema),
  },
  {
    title: 'TrustedTraderStanding',
    description: 'the criteria of a trusted trader, and how you stand',
  },
)

/** How a business stands by a scheme, as the interface shows it. */
export type TrustedTraderStandingView = Immutable<Static<typeof standingSchema>>

/** Where the bytes of a document are. */
export function contentOf(authority: string, evidenceId: string): string {
  return `/v1/authorities/${authority}/standing/documents/${evidenceId}`
}

/** A standing as the interface shows it; documents and judgements stand at their criteria. */
export function shownStanding({ scheme, recordSince, criteria, evidence }: SchemeStanding) {
  const shown = evidence.map((one) => shownEvidence(scheme.authority, one))
  return {
    ...{ id: scheme.id, name: scheme.name, statuses: scheme.statuses, recordSince },
    sources: scheme.sources,
    criteria: criteria.map(({ criterion, documents, state, reasons, figures }) => ({
      ...{ id: criterion.id, statuses: criterion.statuses, name: criterion.name },
      ...{ asks: criterion.asks, state, reasons, figures, sources: criterion.sources },
      wanted: documents,
      documents: shown.flatMap((one) =>
        one.criterion === criterion.id && 'document' in one ? [one] : [],
      ),
      judgements: shown.flatMap((one) =>
        one.criterion === criterion.id && 'verdict' in one ? [one] : [],
      ),
    })),
  } satisfies TrustedTraderStandingView
}

function shownEvidence(authority: string, evidence: StandingEvidence) {
  const { evidenceId: id, actor, attachmentId: _, ...facts } = { attachmentId: '', ...evidence }
  const shown = { ...facts, id, by: shownActor(actor) }
  return shown.kind === 'document' ? { ...shown, content: contentOf(authority, id) } : shown
}
