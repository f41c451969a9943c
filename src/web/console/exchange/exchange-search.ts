import type { ExchangeMessageView } from '../../../api/views/exchange-message-view.ts'
import { sentStates } from '../case/messages/sent-states.ts'
import { sentKinds } from './messages/sent-kinds.ts'

/** The lists of the page, one of which is shown. */
export const exchangeLists = ['messages', 'strays', 'deliveries'] as const

/** What the address of the page says: what is shown, how it is narrowed, and what is open beside it. */
export interface ExchangeSearch {
  /** Messages unless said. */
  readonly list?: (typeof exchangeLists)[number]
  readonly state?: ExchangeMessageView['state']
  readonly kind?: ExchangeMessageView['kind']
  readonly channel?: string
  readonly caseId?: string
  /** The step of the charts; minutes unless said. */
  readonly by?: 'hour'
  readonly message?: string
  readonly stray?: string
}

/** Reads the address; what it says wrongly is left out, so that an old link still shows the page. */
export function readExchangeSearch(search: Record<string, unknown>): ExchangeSearch {
  const list = exchangeLists.find((name) => name === search.list)
  const state = known(search.state, sentStates)
  const kind = known(search.kind, sentKinds)
  return {
    ...(list !== undefined && list !== 'messages' && { list }),
    ...(state !== undefined && { state }),
    ...(kind !== undefined && { kind }),
    ...matching('channel', search.channel, /^[\w.-]{1,64}$/),
    ...matching('caseId', search.caseId, /^case_\w+$/),
    ...(search.by === 'hour' && { by: 'hour' as const }),
    ...matching('message', search.message, /^message_\w+$/),
    ...matching('stray', search.stray, /^stray_\w+$/),
  }
}

function known<Name extends string>(
  value: unknown,
  names: Readonly<Record<Name, unknown>>,
): Name | undefined {
  return typeof value === 'string' && Object.hasOwn(names, value) ? (value as Name) : undefined
}

function matching<Name extends string>(name: Name, value: unknown, pattern: RegExp) {
  const matches = typeof value === 'string' && pattern.test(value)
  return (matches ? { [name]: value } : {}) as { readonly [Key in Name]?: string }
}

/** The part of the address by which messages are narrowed, as the interface takes it. */
export function messageQueryOf({ state, kind, channel, caseId }: ExchangeSearch): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries({ state, kind, channel, caseId })) {
    if (value !== undefined) parameters.append(name, value)
  }
  return parameters.toString()
}
