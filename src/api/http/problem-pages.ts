import { Type } from 'typebox'

import { failureCatalogue, type FailureCode } from '../../customs/failure-codes.ts'
import { oneOf } from '../../customs/order/schema.ts'
import type { ApiServer } from './route.ts'

const codes = Object.keys(failureCatalogue) as FailureCode[]

const explanation = Type.Object(
  { code: Type.String(), title: Type.String(), status: Type.Integer() },
  { description: 'what a type of problem means' },
)

/** What the `type` of a problem document points to. */
export function explainProblems(server: ApiServer): void {
  server.get(
    '/problems/:code',
    {
      schema: {
        tags: ['problems'],
        summary: 'What a type of problem means',
        params: Type.Object({ code: oneOf(codes, 'type of problem') }),
        response: { 200: explanation },
      },
      config: { admit: 'anyone' },
    },
    async (request, reply) => {
      const { code } = request.params
      const { title, status } = failureCatalogue[code]
      const forPeople = request.headers.accept?.includes('text/html') === true
      if (!forPeople) return { code, title, status }
      return reply
        .type('text/html; charset=utf-8')
        .serializer(String)
        .send(page(code) as never)
    },
  )
}

function page(code: FailureCode): string {
  const { title, status } = failureCatalogue[code]
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} - Tidewaiter</title>
<body style="font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem">
<p><a href="/docs/">Tidewaiter API</a></p>
<h1>${title}</h1>
<p>Problem <code>${code}</code>, answered with HTTP status ${status}.</p>
<p>The answer itself lists every failure with the place in the input, what is wrong there and how to
mend it; <code>requestId</code> finds the request in the logs.</p>
</body>
</html>
`
}
