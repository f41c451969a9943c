import { Type } from 'typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { act, announceAct, type Acting } from '../../officers/act.ts'
import type { DecisionOnAccounts } from '../../officers/decision.ts'
import type { Office } from '../../processing/office.ts'
import { replyResult } from '../problem-response.ts'
import { changeOnce } from './change-once.ts'

/** A reason, a question or a receipt in words. */
export const sentence = Type.String({ minLength: 3, maxLength: 400 })
/** Whose act it is, as it stands in the dossier. */
const officer = Type.String({ minLength: 2, maxLength: 70 })
/** The office's id of a control. */
export const controlId = Type.String({ pattern: '^control_[0-9a-z]{26}$' })
/** The number of a lodgement in an address. */
export const mrn = Type.String({ pattern: '^[0-9A-Z]{18}$' })
/** The address of an act on a lodgement. */
export const lodgementParameters = Type.Object({ mrn })

/** What an act is told, with whose it is. */
export function actBody<Fields extends Parameters<typeof Type.Object>[0]>(fields: Fields) {
  return Type.Object({ officer, ...fields }, { additionalProperties: false })
}

/** Takes the act that a request orders and answers with where the lodgement stands. */
export type TakeAct = (
  request: FastifyRequest,
  reply: FastifyReply,
  decide: DecisionOnAccounts,
  alongside?: Acting['alongside'],
) => Promise<FastifyReply>

/** How requests become acts: once each, on the dossier as it was read, and told to who looks on. */
export function takingActs(office: Office, on: Pick<Acting, 'onAccounts'> = {}): TakeAct {
  return async (request, reply, decide, alongside) => {
    // Every route of acts has these in its schema.
    const { mrn } = request.params as { readonly mrn: string }
    const { officer: name } = request.body as { readonly officer: string }
    const by = { ...on, mrn, officer: name, ...seenBy(request), ...(alongside && { alongside }) }
    const outcome = await changeOnce({ office, request, reply }, (transaction) =>
      act(transaction, office, { by, decide }),
    )
    announceAct(office, outcome)
    return replyResult(reply, outcome)
  }
}

/** The entry of the dossier that an act was decided on, from `If-Match`, in or without quotes. */
function seenBy({ headers }: FastifyRequest): { readonly seen?: string } {
  const expected = headers['if-match']
  return expected === undefined || expected === '*' ? {} : { seen: expected.replaceAll('"', '') }
}

/** What was ordered, without by whom. */
export function withoutOfficer<Body extends { readonly officer: string }>(
  order: Body,
): Omit<Body, 'officer'> {
  const { officer: _officer, ...rest } = order
  return rest
}
