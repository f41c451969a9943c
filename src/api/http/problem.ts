import { Type, type Static } from 'typebox'

import { failureCatalogue, type FailureCode } from '../../customs/failure-codes.ts'
import type { Failure, Failures, FailureWording } from '../../customs/result.ts'
import { oneOf } from '../../customs/order/schema.ts'

const message = Type.String({ description: 'what is wrong' })
const mend = Type.Optional(Type.String({ description: 'what to do about it' }))

/**
 * An expected failure as clients see it: the shape of `Failure`, the codes being those of the
 * catalogue.
 */
export const failureSchema = Type.Object(
  {
    code: oneOf(Object.keys(failureCatalogue) as FailureCode[], 'what kind of failure it is'),
    path: Type.String({ description: 'JSON Pointer to the place in the input' }),
    message,
    mend,
    law: Type.Optional(Type.String({ description: 'the legal rule behind it' })),
    zh: Type.Optional(
      Type.Object({ message, mend }, { description: 'message and mend in Chinese' }),
    ),
  },
  { title: 'Failure', description: 'something that can be read and mended' },
)

/** The body of every answer that is not a success, as RFC 9457 has it. */
export const problemSchema = Type.Object(
  {
    type: Type.String({ description: 'address of a page about this kind of problem' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    instance: Type.String({ description: 'the path that was asked for' }),
    requestId: Type.String({ description: 'by which the request is found in the logs' }),
    failures: Type.Array(failureSchema),
  },
  { title: 'Problem', description: 'why a request was refused (RFC 9457)' },
)

/** The type of {@link problemSchema}, for the code that builds one. */
export type Problem = Static<typeof problemSchema>

/** The media type by which clients tell a problem from an ordinary answer (RFC 9457). */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json'

/** What a problem speaks of. */
export interface ProblemPlace {
  readonly instance: string
  readonly requestId: string
}

/** The first failure gives the problem its type and status; all of them are listed. */
export function problemOf(failures: Failures, place: ProblemPlace): Problem {
  const [first, ...others] = failures
  const { title, status } = failureCatalogue[first.code]
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`
  return {
    type: `/problems/${first.code}`,
    title,
    status,
    detail: first.message + more,
    ...place,
    failures: failures.map(shownFailure),
  }
}

/** Named one by one, so that nothing that a failure may carry beside these goes outside. */
function shownFailure({ code, path, law, zh, ...en }: Failure): Problem['failures'][number] {
  return {
    code,
    path,
    ...shownWording(en),
    ...(law && { law }),
    ...(zh && { zh: shownWording(zh) }),
  }
}

function shownWording({ message, mend }: FailureWording) {
  return { message, ...(mend && { mend }) }
}

/** Something broke on our side. It says nothing of what: that is in the log under the request's id. */
export function unexpectedProblem(place: ProblemPlace): Problem {
  return {
    type: 'about:blank',
    title: 'Internal Server Error',
    status: 500,
    detail: 'Something went wrong on our side; nothing of this request was kept.',
    ...place,
    failures: [],
  }
}
