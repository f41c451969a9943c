import { Type, type Static } from 'typebox'
import type { FastifyInstance } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { failure, success, type Failure } from '../../../customs/result.ts'
import { sha256Hex } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/postgres/index.ts'
import { dryRun } from '../../officers/dry-run.ts'
import { dayOf } from '../../processing/accept.ts'
import type { RiskKnowledge } from '../../risk/risk-facts.ts'
import type { Office } from '../../processing/office.ts'
import { riskRuleSchema, type RiskRule } from '../../risk/risk-rule.ts'
import type { DeskSession } from '../../sign-in/desk-session.ts'
import type { AuthorityTransaction } from '../../store/lodgement-store.ts'
import {
  listRuleSets,
  loadRiskRules,
  lockRiskRules,
  rememberTrial,
  replaceRiskRules,
  wasTried,
} from '../../store/rule-store.ts'
import { replyFailures, replyResult } from '../problem-response.ts'
import { headOnly, sessionOf } from './officer-scope.ts'

const rules = Type.Array(riskRuleSchema, { maxItems: 200 })
const ruleSet = Type.Object(
  {
    officer: Type.String({ minLength: 2, maxLength: 70 }),
    rules,
    reason: Type.Optional(Type.String({ minLength: 3, maxLength: 400 })),
    /** Number of the earlier set that this one goes back to. */
    restores: Type.Optional(Type.Integer({ minimum: 1 })),
    /** Said by an officer who switches a set on that they have not tried. */
    untried: Type.Optional(Type.Literal('switch on without trying')),
  },
  { additionalProperties: false },
)
const trial = Type.Object(
  { rules, latest: Type.Integer({ minimum: 1, maximum: 1000, default: 500 }) },
  { additionalProperties: false },
)
const setsQuery = Type.Object({
  /** Only sets that had the rule of this id. */
  rule: Type.Optional(riskRuleSchema.properties.id),
})

/** Reading, trying and changing the risk rules; the whole set is edited at once, under an ETag. */
export function ruleRoutes(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  server.get('/officers/risk-rules', async (_request, reply) => {
    const current = await inTransaction(office.database, loadRiskRules)
    return reply.header('etag', tagOf(current)).send({ rules: current })
  })
  const byTheHead = { schema: { body: ruleSet }, preHandler: headOnly }
  server.put('/officers/risk-rules', byTheHead, async (request, reply) => {
    const twice = repeated(request.body.rules)
    if (twice !== undefined) return replyFailures(reply, [twice])
    const expected = request.headers['if-match']
    if (expected === undefined) return replyResult(reply, noTag)
    const session = sessionOf(request)
    const result = await inTransaction(office.database, async (transaction) => {
      await lockRiskRules(transaction)
      const current = tagOf(await loadRiskRules(transaction))
      // `*` is whatever there is, as HTTP has it: for software that sets an office up.
      if (expected !== '*' && expected !== current) return changedMeanwhile
      return switchOn(transaction, office, { session, order: request.body })
    })
    if (result.ok) void reply.header('etag', tagOf(result.value.rules))
    return replyResult(reply, result)
  })
  server.get(
    '/officers/risk-rules/sets',
    { schema: { querystring: setsQuery } },
    async (request) => ({
      sets: await inTransaction(office.database, (transaction) =>
        listRuleSets(transaction, request.query.rule),
      ),
    }),
  )
  server.post(
    '/officers/risk-rules/dry-run',
    { schema: { body: trial } },
    async (request, reply) => {
      const { rules: tried, latest } = request.body
      const twice = repeated(tried)
      if (twice !== undefined) return replyFailures(reply, [twice])
      const outcome = await dryRun(office.database, tried, { latest, beside: withoutPast(office) })
      const session = sessionOf(request)
      if (session !== undefined) {
        const trial = { sessionId: session.id, rules: tried, at: office.clock.now() }
        await inTransaction(office.database, (transaction) => rememberTrial(transaction, trial))
      }
      return outcome
    },
  )
}

interface RuleSetOrder {
  /** Absent for software, which tries sets in its own way or not at all. */
  readonly session: DeskSession | undefined
  readonly order: Static<typeof ruleSet>
}

async function switchOn(
  transaction: AuthorityTransaction,
  office: Office,
  { session, order }: RuleSetOrder,
) {
  const { officer, rules: wanted, reason, restores, untried } = order
  const tried = session !== undefined && (await wasTried(transaction, session.id, wanted))
  if (session !== undefined && !tried && untried === undefined) return notTried
  await replaceRiskRules(transaction, wanted, {
    at: office.clock.now(),
    by: officer,
    tried,
    ...(reason === undefined ? {} : { reason }),
    ...(restores === undefined ? {} : { restores }),
  })
  return success({ rules: await loadRiskRules(transaction) })
}

const noTag = failure({
  code: 'if-match-missing',
  path: '',
  message: 'The request does not say which rules it changes.',
  mend: 'Read the rules and send their ETag as If-Match.',
  zh: {
    message: '请求没有说明修改的是哪一套规则。',
    mend: '请先读取规则，并将其 ETag 作为 If-Match 发送。',
  },
})

const changedMeanwhile = failure({
  code: 'precondition-failed',
  path: '',
  message: 'The rules have been changed since you read them.',
  mend: 'Read them again and repeat your change.',
  zh: { message: '您读取之后，规则已被修改。', mend: '请重新读取后再修改。' },
})

const notTried = failure({
  code: 'conflict',
  path: '/rules',
  message: 'You have not tried this set of rules on past cases since you signed in.',
  mend: 'Try it first, or say that it is switched on without trying.',
  zh: {
    message: '您登录后尚未在以往案件上试行这套规则。',
    mend: '请先试行，或选择不经试行直接启用。',
  },
})

function tagOf(current: readonly RiskRule[]): string {
  return `"${sha256Hex(JSON.stringify(current)).slice(0, 16)}"`
}

function repeated(wanted: readonly RiskRule[]): Failure | undefined {
  const index = wanted.findIndex(
    (rule, position) => wanted.findIndex((other) => other.id === rule.id) !== position,
  )
  if (index < 0) return undefined
  const { id } = wanted[index]!
  return {
    code: 'conflict',
    path: `/rules/${index}/id`,
    message: `The id ${id} is used twice.`,
    zh: { message: `编号 ${id} 被使用了两次。` },
  }
}

/** For entries of the office's first days, of whose parties it no longer knows what it knew then. */
function withoutPast({ clock, referencePrices, tellingWords }: Office): RiskKnowledge {
  const history = () => ({ entries: 0, findings: 0 })
  return { history, referencePrices, tellingWords, on: dayOf(clock.now()) }
}
