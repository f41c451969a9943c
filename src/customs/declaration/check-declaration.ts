import type { Failure } from '../result.ts'
import type { Declaration } from './declaration.ts'
import type { DeclarationRule, RuleContext } from './rules/rule.ts'
import { rulesOf } from './rules/rule-sets.ts'

/** A place where a declaration breaks a rule, with the rule. */
export interface Finding extends Failure {
  /** Id of the rule. */
  readonly rule: string
  readonly severity: DeclarationRule['severity']
  /** Data element of the UK Trade Tariff, volume 3 (CDS). */
  readonly dataElement: string
}

/**
 * Checks a declaration against the rules of its data set, before it is sent. A rule whose facts of
 * the case are absent from the context is not judged: {@link rulesNotJudged} names it.
 *
 * @returns every finding, in the order of the rules; none with severity `error` may be left when the
 *   declaration is sent
 */
export function checkDeclaration(
  declaration: Declaration,
  context: RuleContext,
): readonly Finding[] {
  return rulesFor(context)
    .filter((rule) => isJudged(rule, context))
    .flatMap((rule) => findingsOf(rule, declaration, context))
}

/** Rules that are about a declaration and that the context has not the facts for. */
export function rulesNotJudged(
  declaration: Declaration,
  context: RuleContext,
): readonly DeclarationRule[] {
  return rulesFor(context).filter(
    (rule) => !isJudged(rule, context) && rule.concerns?.(declaration) !== false,
  )
}

function rulesFor({ dataSet, on }: RuleContext): readonly DeclarationRule[] {
  return rulesOf(dataSet).filter(
    ({ validFrom = on, validTo = on }) => validFrom <= on && on <= validTo,
  )
}

function isJudged({ needs = [] }: DeclarationRule, context: RuleContext): boolean {
  return needs.every((fact) => context[fact] !== undefined)
}

function findingsOf(
  rule: DeclarationRule,
  declaration: Declaration,
  context: RuleContext,
): readonly Finding[] {
  return rule.breaches(declaration, context).map(({ path, message }): Finding => ({
    code: 'declaration-invalid',
    path,
    message: message.en,
    mend: rule.mend.en,
    zh: { message: message.zh, mend: rule.mend.zh },
    rule: rule.id,
    severity: rule.severity,
    dataElement: rule.dataElement,
  }))
}
