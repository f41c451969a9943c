import type { Standing, StandingState } from '../../customs/formats/uk-cds/standing.ts'
import type { Failure } from '../../customs/result.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import type { CaseState } from '../case-state.ts'
import { pathBetween } from '../life-cycle/life-cycle.ts'
import { mainLifeCycle, type MainEvent, type MainState } from '../life-cycle/main-life-cycle.ts'

/** The state of the case that each standing of its declaration means; the others change nothing. */
const mainStateOf: Partial<Record<StandingState, MainState>> = {
  rejected: 'preparing',
  registered: 'registered',
  accepted: 'accepted',
  released: 'released',
  cleared: 'cleared',
  // Exit ends an export, whose file customs has closed with it.
  exited: 'cleared',
  refused: 'refused',
  seized: 'seized',
  expired: 'expired',
  invalidated: 'invalidated',
}

type AuthorityEvent = Extract<
  NewCaseEvent['type'],
  | 'declaration-rejected'
  | 'declaration-registered'
  | 'declaration-accepted'
  | 'declaration-expired'
  | 'declaration-invalidated'
  | 'entry-refused'
  | 'goods-seized'
  | 'goods-released'
  | 'file-closed'
>

const authorityEvents: ReadonlySet<MainEvent> = new Set<AuthorityEvent>([
  'declaration-rejected',
  'declaration-registered',
  'declaration-accepted',
  'declaration-expired',
  'declaration-invalidated',
  'entry-refused',
  'goods-seized',
  'goods-released',
  'file-closed',
])

const awaitingTheAuthority: ReadonlySet<MainState> = new Set([
  'lodged',
  'registered',
  'accepted',
  'released',
  // Goods that were refused entry may still be seized.
  'refused',
])

const CLOSED: ReadonlySet<StandingState> = new Set(['cleared', 'exited'])

/** The steps of the main line from where the case is to where its declaration stands. */
export function followMainLine(state: CaseState, standing: Standing): readonly NewCaseEvent[] {
  const target = mainStateOf[standing.state]
  if (state.main === 'delivered' && CLOSED.has(standing.state)) return closeOnce(state, standing)
  if (target === undefined || !awaitingTheAuthority.has(state.main)) return []
  const viaAcceptance =
    standing.acceptedAt !== undefined && ['lodged', 'registered'].includes(state.main)
  const stops: readonly MainState[] = viaAcceptance ? ['accepted', target] : [target]
  const path = pathVia(state.main, stops) ?? []
  if (standing.mrn === undefined && path.some((event) => NEEDS_MRN.has(event))) return []
  return path.map((event) => eventFrom(event as AuthorityEvent, { state, standing }))
}

/** Without the number nothing later could be matched; the case waits until a notification tells it. */
const NEEDS_MRN: ReadonlySet<MainEvent> = new Set([
  'declaration-registered',
  'declaration-accepted',
])

/**
 * What the standing knows of the declaration and neither the case nor the steps above say: a
 * release may overtake the acceptance, whose time then comes late.
 */
export function factsLearnedLate(state: CaseState, standing: Standing): readonly NewCaseEvent[] {
  const known: Facts = state.declaration ?? {}
  const told = Object.assign(
    {},
    ...followMainLine(state, standing).map((event) => event.data),
  ) as Facts
  const news = (['mrn', 'acceptedAt', 'releasedAt'] as const).filter(
    (name) => standing[name] !== undefined && standing[name] !== (told[name] ?? known[name]),
  )
  if (news.length === 0) return []
  const data = Object.fromEntries(news.map((name) => [name, standing[name]])) as Facts
  return [{ type: 'declaration-facts-learned', data }]
}

type Facts = Partial<Record<'mrn' | 'acceptedAt' | 'releasedAt', string>>

function pathVia(from: MainState, stops: readonly MainState[]): readonly MainEvent[] | undefined {
  let at = from
  const path: MainEvent[] = []
  for (const to of stops) {
    const leg = pathBetween(mainLifeCycle, { from: at, to }, authorityEvents)
    if (leg === undefined) return undefined
    path.push(...leg)
    at = to
  }
  return path
}

/** A file that closes after delivery leaves the case delivered; it is noted once. */
function closeOnce(state: CaseState, standing: Standing): readonly NewCaseEvent[] {
  return state.fileClosed ? [] : [eventFrom('file-closed', { state, standing })]
}

function eventFrom(
  type: AuthorityEvent,
  { state, standing }: { readonly state: CaseState; readonly standing: Standing },
): NewCaseEvent {
  const reason = standing.ending?.reason ?? standing.ending?.reasonCode ?? 'no reason was given'
  switch (type) {
    case 'declaration-rejected':
      return { type, data: { lrn: lrnOf(state), errors: rejectionFailures(standing) } }
    case 'declaration-registered':
      return { type, data: { mrn: mrnOf(standing) } }
    case 'declaration-accepted': {
      const { acceptedAt } = standing
      const at = acceptedAt === undefined ? {} : { acceptedAt }
      return { type, data: { mrn: mrnOf(standing), ...at } }
    }
    case 'goods-released': {
      const { releasedAt } = standing
      return { type, data: releasedAt === undefined ? {} : { releasedAt } }
    }
    case 'file-closed':
      return { type, data: {} }
    case 'declaration-expired':
    case 'declaration-invalidated':
    case 'entry-refused':
    case 'goods-seized':
      return { type, data: { reason } }
  }
}

function mrnOf({ mrn }: Standing): string {
  if (mrn === undefined) throw new RangeError('a step that needs an MRN was taken without one')
  return mrn
}

/** The reference of the attempt that counts, which is the one that was rejected. */
function lrnOf({ caseId, declaration }: CaseState): string {
  if (declaration === undefined) throw new RangeError(`case ${caseId} has no declaration`)
  return declaration.lrn
}

/** Why the authority has rejected a declaration, each with the field that it points to. */
export function rejectionFailures(standing: Standing): readonly Failure[] {
  return standing.errors.map(({ code = 'error', description, pointer }) => {
    const message = description === undefined ? code : `${code}: ${description}`
    return {
      code: 'declaration-invalid',
      path: pointer?.fieldPath ?? '',
      message,
      zh: { message: `海关退回报关单：${message}` },
    }
  })
}
