import { sql, type RawBuilder } from 'kysely'
import type { Instant } from '../../customs/calendar/local-date.ts'
import type { DecimalText } from '../../customs/money/decimal.ts'
import { instantOf } from '../../platform/clock.ts'
import type { LodgementState } from '../life-cycle/lodgement-state.ts'
import type { RuleOutcome } from '../risk/evaluate.ts'
import { controlLane, type ControlLane } from '../risk/control-lane.ts'
import { riskLevel, type RiskLevel } from '../risk/risk-score.ts'
import type { AuthorityTransaction } from './lodgement-store.ts'
import type { ControlKind, PaymentState } from './tables.ts'

/** Whom a lodgement waits for: an officer's act, the trader's answer, money, or nobody. */
export const waitedFor = ['officer', 'trader', 'money', 'nobody'] as const

/** One of {@link waitedFor}. */
export type WaitedFor = (typeof waitedFor)[number]

/** By urgency, or by the time of lodging, the newest first. */
export const queueOrders = ['newest', 'risk'] as const

/** A rule that has hit, as the queue explains a risk score by it. */
export type RiskReason = Pick<RuleOutcome, 'ruleId' | 'ruleName' | 'weight' | 'action' | 'reasons'>

/** One line of the officers' queue. */
export interface QueueLine {
  readonly id: string
  readonly mrn: string
  readonly lrn: string | null
  readonly state: LodgementState
  readonly version: number
  readonly declarant: string | null
  readonly exporter: string | null
  readonly importer: string | null
  readonly itemCount: number
  /** Description and commodity code of the first item. */
  readonly firstItem: {
    readonly description: string | null
    readonly commodityCode: string | null
  } | null
  readonly receivedAt: Instant
  readonly assessedGbp: DecimalText | null
  readonly payableGbp: DecimalText | null
  readonly paymentState: PaymentState
  /** Kinds of the open controls, the oldest first. */
  readonly openControls: readonly ControlKind[]
  readonly waitsFor: WaitedFor
  readonly waitsSince: Instant | null
  /** From 0 to 100; absent before acceptance. */
  readonly riskScore: number | null
  readonly riskLevel: RiskLevel
  /** How closely the rules have it looked at; absent before acceptance. */
  readonly lane: ControlLane | null
  /** The rules that have hit, the heaviest first; their weights add up to the score. */
  readonly riskReasons: readonly RiskReason[]
}

/** Which lines of the queue are wanted; what is absent does not narrow it. */
export interface QueueFilter {
  readonly state?: LodgementState
  /** Only lodgements with an open control of this kind. */
  readonly openControl?: string
  readonly waitsFor?: WaitedFor
  /** Only lodgements that this rule has hit. */
  readonly rule?: string
  /** Only lodgements with an item of this chapter of the tariff, two digits. */
  readonly chapter?: string
  /** A part of the exporter's, importer's or declarant's name or EORI. */
  readonly trader?: string
  /** The beginning of an MRN, LRN or DUCR, or a whole EORI of the declarant. */
  readonly search?: string
}

/** Which part of the queue is wanted. */
export interface QueuePage extends QueueFilter {
  readonly order: (typeof queueOrders)[number]
  /** Id of the last line seen. */
  readonly after?: string
  readonly limit: number
}

type QueueRow = Omit<QueueLine, 'receivedAt' | 'waitsSince' | 'riskLevel' | 'lane'> & {
  readonly receivedAt: Date
  readonly waitsSince: Date | null
}

/**
 * Reads the officers' queue. The amounts are those of the present version and absent before
 * acceptance.
 */
export async function listQueue(
  transaction: AuthorityTransaction,
  page: QueuePage,
): Promise<readonly QueueLine[]> {
  const { rows } = await sql<QueueRow>`
    select line.id, mrn, lrn, state, line.version, declarant,
           declaration #>> '{exporter,name}' as exporter,
           coalesce(declaration #>> '{importer,name}', declaration #>> '{importer,id}') as importer,
           jsonb_array_length(declaration -> 'items') as "itemCount",
           ${firstItem} as "firstItem",
           received_at as "receivedAt", payment_state as "paymentState",
           assessment.assessed_gbp as "assessedGbp", assessment.payable_gbp as "payableGbp",
           open_controls as "openControls", waits_for as "waitsFor", waits_since as "waitsSince",
           risk_score as "riskScore", ${riskReasons} as "riskReasons"
    from queue_line as line
    left join assessment on assessment.lodgement_id = line.id and assessment.version = line.version
    where ${wanted(page)} and ${beyond(page)}
    order by ${page.order === 'risk' ? sql`coalesce(risk_score, -1) desc,` : sql``} line.id desc
    limit ${page.limit}`.execute(transaction)
  return rows.map((row) => ({
    ...row,
    receivedAt: instantOf(row.receivedAt),
    waitsSince: row.waitsSince === null ? null : instantOf(row.waitsSince),
    riskLevel: riskLevel(row.riskScore ?? 0),
    lane: row.riskScore === null ? null : controlLane(row.riskReasons),
  }))
}

/** How many lines there are of each kind, within a filter. */
export interface QueueCounts {
  readonly total: number
  readonly byState: Readonly<Partial<Record<LodgementState, number>>>
  readonly byWaitedFor: Readonly<Partial<Record<WaitedFor, number>>>
  readonly byRiskLevel: Readonly<Partial<Record<RiskLevel, number>>>
}

/** Counts the lines of the queue, to see what a filter would leave before it is set. */
export async function countQueue(
  transaction: AuthorityTransaction,
  filter: QueueFilter,
): Promise<QueueCounts> {
  const { rows } = await sql<{
    readonly state: LodgementState
    readonly waitsFor: WaitedFor
    readonly riskScore: number
    readonly lines: number
  }>`
    select state, waits_for as "waitsFor", coalesce(risk_score, 0) as "riskScore",
           count(*)::integer as lines
    from queue_line as line
    where ${wanted(filter)}
    group by 1, 2, 3`.execute(transaction)
  const sumBy = <Key extends string>(keyOf: (row: (typeof rows)[number]) => Key) =>
    rows.reduce<Partial<Record<Key, number>>>((sums, row) => {
      const key = keyOf(row)
      return { ...sums, [key]: (sums[key] ?? 0) + row.lines }
    }, {})
  return {
    total: rows.reduce((sum, { lines }) => sum + lines, 0),
    byState: sumBy(({ state }) => state),
    byWaitedFor: sumBy(({ waitsFor }) => waitsFor),
    byRiskLevel: sumBy((row) => riskLevel(row.riskScore)),
  }
}

const firstItem = sql`
  case when jsonb_array_length(declaration -> 'items') > 0 then jsonb_build_object(
    'description', declaration #>> '{items,0,description}',
    'commodityCode', declaration #>> '{items,0,commodityCode}'
  ) end`

const riskReasons = sql`
  coalesce((
    select jsonb_agg(
      outcome - 'hit' - 'documentsWanted' order by (outcome ->> 'weight')::integer desc, outcome ->> 'ruleId'
    )
    from risk_evaluation, jsonb_array_elements(outcomes) as outcome
    where risk_evaluation.lodgement_id = line.id and (outcome ->> 'hit')::boolean
      and risk_evaluation.version = (
        select max(version) from risk_evaluation where risk_evaluation.lodgement_id = line.id
      )
  ), '[]')`

function wanted(filter: QueueFilter): RawBuilder<boolean> {
  const { state, openControl, waitsFor, rule, chapter, trader, search } = filter
  const conditions = [
    ...(state === undefined ? [] : [sql`state = ${state}`]),
    ...(waitsFor === undefined ? [] : [sql`waits_for = ${waitsFor}`]),
    ...(openControl === undefined ? [] : [sql`${openControl} = any (open_controls)`]),
    ...(rule === undefined ? [] : [hitBy(rule)]),
    ...(chapter === undefined ? [] : [ofChapter(chapter)]),
    ...(trader === undefined ? [] : [ofTrader(trader)]),
    ...(search === undefined ? [] : [found(search)]),
  ]
  return conditions.length === 0 ? sql`true` : sql`${sql.join(conditions, sql` and `)}`
}

function hitBy(rule: string): RawBuilder<unknown> {
  const hit = JSON.stringify([{ ruleId: rule, hit: true }])
  return sql`exists (
    select from risk_evaluation
    where risk_evaluation.lodgement_id = line.id and outcomes @> ${hit}::jsonb
  )`
}

function ofChapter(chapter: string): RawBuilder<unknown> {
  return sql`exists (
    select from jsonb_array_elements(declaration -> 'items') as item
    where starts_with(item ->> 'commodityCode', ${chapter})
  )`
}

/** Parts are looked for as they are: no character of a name means anything else. */
function ofTrader(trader: string): RawBuilder<unknown> {
  return sql`position(lower(${trader}) in lower(concat_ws(
    ' ', declarant, declaration #>> '{declarant,name}', declaration #>> '{exporter,id}',
    declaration #>> '{exporter,name}', declaration #>> '{importer,id}',
    declaration #>> '{importer,name}'
  ))) > 0`
}

function found(search: string): RawBuilder<unknown> {
  return sql`(
    starts_with(mrn, upper(${search})) or starts_with(lrn, ${search})
    or starts_with(ducr, ${search}) or declarant = ${search}
  )`
}

/** Lines after the last one seen, in the order that is asked for. */
function beyond({ order, after }: QueuePage): RawBuilder<boolean> {
  if (after === undefined) return sql`true`
  if (order === 'newest') return sql`line.id < ${after}`
  return sql`(coalesce(risk_score, -1), line.id) < (
    select coalesce(seen.risk_score, -1), seen.id from lodgement as seen where seen.id = ${after}
  )`
}
