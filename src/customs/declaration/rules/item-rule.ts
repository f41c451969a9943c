import type { GoodsItem } from '../goods-item.ts'
import { type Breach, type DeclarationRule, itemsOf, type RuleContext } from './rule.ts'

/** A rule that looks at one goods item at a time. */
export function itemRule(
  rule: Omit<DeclarationRule, 'breaches'>,
  breaches: (item: GoodsItem, path: string, context: RuleContext) => readonly Breach[],
): DeclarationRule {
  return {
    ...rule,
    breaches: (declaration, context) =>
      itemsOf(declaration).flatMap(({ item, path }) => breaches(item, path, context)),
  }
}
