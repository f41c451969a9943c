import { queryOptions } from '@tanstack/react-query'

import type { DryRun } from '../../../authority/officers/dry-run.ts'
import type { RiskRule } from '../../../authority/risk/risk-rule.ts'
import type { RiskRuleSet } from '../../../authority/store/rule-store.ts'
import { ask, change, read } from '../../kit/api/ask.ts'
import type { Wire } from '../wire.ts'

/** A rule as it is shown and edited. */
export type ShownRule = Wire<RiskRule>

/** The rules that hold, with the tag under which they are changed. */
export interface PresentRules {
  readonly rules: readonly ShownRule[]
  readonly tag: string
}

/** The rules that hold now. */
export const presentRulesQuery = queryOptions({
  queryKey: ['present-rules'],
  queryFn: async ({ signal }): Promise<PresentRules> => {
    const { body, headers } = await ask<{ readonly rules: readonly ShownRule[] }>(
      '/officers/risk-rules',
      { signal },
    )
    return { rules: body.rules, tag: headers.get('etag') ?? '' }
  },
})

/** Every set of rules there was, the present one first. */
export const ruleSetsQuery = queryOptions({
  queryKey: ['rule-sets'],
  queryFn: ({ signal }) =>
    read<{ readonly sets: readonly Wire<RiskRuleSet>[] }>('/officers/risk-rules/sets', signal),
})

/** Tries rules on past cases. */
export function tryRules(rules: readonly ShownRule[]): Promise<Wire<DryRun>> {
  return change('/officers/risk-rules/dry-run', { body: { rules } })
}

/** How a set is switched on. */
export interface SwitchOn {
  readonly rules: readonly ShownRule[]
  readonly tag: string
  readonly reason: string
  readonly restores: number | undefined
  readonly trial: 'tried' | 'untried'
}

/** Puts a set in the place of the present one. */
export function switchOn({ rules, tag, reason, restores, trial }: SwitchOn): Promise<unknown> {
  return change('/officers/risk-rules', {
    method: 'PUT',
    ifMatch: tag,
    body: {
      rules,
      reason,
      ...(restores === undefined ? {} : { restores }),
      ...(trial === 'tried' ? {} : { untried: 'switch on without trying' }),
    },
  })
}
