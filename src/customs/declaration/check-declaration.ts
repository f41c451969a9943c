import type { Failure } from '../result.ts'
import type { Declaration } from './declaration.ts'
import type { DeclarationRule, RuleContext } from './rules/rule.ts'
import { dataSetOf, ruleSets } from './rules/rule-sets.ts'

/** A place where a declaration breaks a rule, with the rule. */
export interface Finding extends Failure {
  /** Id of the rule. */
  readonly rule: string
  readonly severity: DeclarationRule['severity']
  /** Data element of the UK Trade Tariff, volume 3 (CDS). */
  readonly dataElement: string
}

/**
 * Checks an import declaration against the rules of its data set, before it is sent.
 *
 * @returns every finding, in the order of the rules; none with severity `error` may be left when the
 *   declaration is sent
 */
export function checkDeclaration(
  declaration: Declaration,
  context: RuleContext,
): readonly Finding[] {
  return ruleSets[dataSetOf(declaration)].flatMap((rule) =>
    rule.breaches(declaration, context).map(({ path, message }): Finding => ({
      code: 'declaration-invalid',
      path,
      message: message.en,
      mend: rule.mend.en,
      zh: { message: message.zh, mend: rule.mend.zh },
      rule: rule.id,
      severity: rule.severity,
      dataElement: rule.dataElement,
    })),
  )
}
