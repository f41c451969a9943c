import { Type } from 'typebox'
import type { FastifyInstance } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { failure, success, type Failure } from '../../../customs/result.ts'
import { sha256Hex } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/postgres/index.ts'
import { dryRun } from '../../officers/dry-run.ts'
import type { Office } from '../../processing/office.ts'
import { riskRuleSchema, type RiskRule } from '../../risk/risk-rule.ts'
import { loadRiskRules, replaceRiskRules } from '../../store/rule-store.ts'
import { replyFailures, replyResult } from '../problem-response.ts'

const rules = Type.Array(riskRuleSchema, { maxItems: 500 })
const ruleSet = Type.Object(
  { officer: Type.String({ minLength: 2, maxLength: 70 }), rules },
  { additionalProperties: false },
)
const trial = Type.Object(
  { rules, latest: Type.Integer({ minimum: 1, maximum: 5000, default: 500 }) },
  { additionalProperties: false },
)

/** Reading, trying and changing the risk rules; the whole set is edited at once, under an ETag. */
export function ruleRoutes(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  server.get('/officers/risk-rules', async (_request, reply) => {
    const current = await inTransaction(office.database, loadRiskRules)
    return reply.header('etag', tagOf(current)).send({ rules: current })
  })
  server.put('/officers/risk-rules', { schema: { body: ruleSet } }, async (request, reply) => {
    const { officer, rules: wanted } = request.body
    const twice = repeated(wanted)
    if (twice !== undefined) return replyFailures(reply, [twice])
    const expected = request.headers['if-match']
    const result = await inTransaction(office.database, async (transaction) => {
      const current = tagOf(await loadRiskRules(transaction))
      if (expected !== undefined && expected !== current) return changedMeanwhile
      const change = { at: office.clock.now(), by: officer }
      await replaceRiskRules(transaction, wanted, change)
      return success({ rules: await loadRiskRules(transaction) })
    })
    if (result.ok) void reply.header('etag', tagOf(result.value.rules))
    return replyResult(reply, result)
  })
  server.post('/officers/risk-rules/dry-run', { schema: { body: trial } }, (request) =>
    inTransaction(office.database, (transaction) =>
      dryRun(transaction, request.body.rules, request.body.latest),
    ),
  )
}

const changedMeanwhile = failure({
  code: 'precondition-failed',
  path: '',
  message: 'The rules have been changed since you read them.',
  mend: 'read them again and repeat your change',
})

function tagOf(current: readonly RiskRule[]): string {
  return `"${sha256Hex(JSON.stringify(current)).slice(0, 16)}"`
}

function repeated(wanted: readonly RiskRule[]): Failure | undefined {
  const index = wanted.findIndex(
    (rule, position) => wanted.findIndex((other) => other.id === rule.id) !== position,
  )
  if (index < 0) return undefined
  const message = `The id ${wanted[index]!.id} is used twice.`
  return { code: 'conflict', path: `/rules/${index}/id`, message }
}
