import { Type } from 'typebox'

import type { CaseEvent } from '../../clearance/events/case-event.ts'
import { instant } from '../http/schema.ts'

const reference = Type.Object({
  kind: Type.String(),
  id: Type.String(),
  name: Type.Optional(Type.String()),
})

/** An event of the record: what happened, when, through whom and because of what. */
export const eventSchema = Type.Object(
  {
    sequence: Type.Integer({ description: '1 for the first event of the case, without gaps' }),
    type: Type.String(),
    at: instant,
    actor: reference,
    cause: reference,
    data: Type.Unsafe<CaseEvent['data']>({ type: 'object', additionalProperties: true }),
  },
  { title: 'CaseEvent', description: 'something that happened to a case' },
)
