import type { ExchangeMessageDetail } from '../../../../api/exchange-messages.ts'

/** Something that happened to a message: it was made, tried, decided about, answered. */
export type CourseStep =
  | { readonly kind: 'made'; readonly at: string }
  | ({ readonly kind: 'tried'; readonly at: string } & ExchangeMessageDetail['tries'][number])
  | ({ readonly kind: 'decided' } & ExchangeMessageDetail['decisions'][number])
  | ({ readonly kind: 'answered'; readonly at: string } & ExchangeMessageDetail['answers'][number])

/** All that happened to a message in the order in which it happened. */
export function courseOf({
  createdAt,
  tries,
  decisions,
  answers,
}: Pick<
  ExchangeMessageDetail,
  'createdAt' | 'tries' | 'decisions' | 'answers'
>): readonly CourseStep[] {
  const steps: readonly CourseStep[] = [
    { kind: 'made', at: createdAt },
    ...tries.map((attempt) => ({ kind: 'tried' as const, at: attempt.startedAt, ...attempt })),
    ...decisions.map((decision) => ({ kind: 'decided' as const, ...decision })),
    ...answers.map((answer) => ({ kind: 'answered' as const, at: answer.receivedAt, ...answer })),
  ]
  return steps.toSorted((left, right) => left.at.localeCompare(right.at))
}
