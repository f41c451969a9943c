import type { LocalDate } from '../../customs/calendar/local-date.ts'
import { chaptersPage, goodsBelow, type TariffPage } from './goods-below.ts'
import type { KeptBodies } from './kept-bodies.ts'
import type { TariffService } from './tariff-service.ts'

/** What a visit to a page came to. */
type Visit =
  | { readonly kind: 'body'; readonly text: string; readonly from: 'kept' | 'service' }
  /** The service names the page and does not have it; the walk goes on. */
  | { readonly kind: 'not-there' }
  /** The service did not answer, and the walk has ended; begun again it goes on from here. */
  | { readonly kind: 'stopped'; readonly why: string }

/** A step of a walk, and how far the walk is: pages that are done, of those that are known so far. */
export type WalkStep = Visit & {
  readonly page: TariffPage
  readonly pagesDone: number
  readonly pagesKnown: number
}

/** What a walk asks, of which day, and where it keeps what it has. */
export interface Walk {
  readonly service: TariffService
  readonly kept: KeptBodies
  /** The day whose tariff is wanted. */
  readonly asOf: LocalDate
}

/**
 * Walks through the tariff from chapter to heading to commodity and hands over each body as it comes.
 * Whoever stops listening stops the walk. Bodies are kept before they are handed over.
 */
export async function* walkTariff({ service, kept, asOf }: Walk): AsyncGenerator<WalkStep> {
  const waiting: TariffPage[] = [chaptersPage]
  let pagesDone = 0
  for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
    const visit = await bodyOf(`${page.path}?as_of=${asOf}`, { service, kept })
    if (visit.kind === 'body') waiting.unshift(...goodsBelow(page, visit.text))
    const isDone = visit.kind !== 'stopped'
    if (isDone) pagesDone += 1
    const pagesKnown = pagesDone + waiting.length + (isDone ? 0 : 1)
    yield { page, pagesDone, pagesKnown, ...visit }
    if (!isDone) return
  }
}

async function bodyOf(path: string, { service, kept }: Omit<Walk, 'asOf'>): Promise<Visit> {
  const known = await kept.bodyOf(path)
  if (known !== undefined) return { kind: 'body', text: known, from: 'kept' }
  const answer = await service.ask(path)
  switch (answer.kind) {
    case 'body':
      await kept.keep(path, answer.text)
      return { kind: 'body', text: answer.text, from: 'service' }
    case 'not-there':
      return answer
    case 'unanswered':
      return { kind: 'stopped', why: answer.why }
  }
}
