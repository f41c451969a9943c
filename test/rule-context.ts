import { dataFile, valueOf } from './gb-reference-data.ts'
import { localDate } from '../src/customs/calendar/local-date.ts'
import { money } from '../src/customs/money/money.ts'
import { codeListNames } from '../src/customs/declaration/rules/code-list.ts'
import { readDeclarationCodes } from '../src/customs/declaration/rules/read-declaration-codes.ts'
import type { RuleContext } from '../src/customs/declaration/rules/rule.ts'

const paths = codeListNames.map((name) => `gb/codes/${name}.json`)

/** The code lists that come with the program. */
export const declarationCodes = valueOf(
  readDeclarationCodes(new Map(paths.map((path) => [path, dataFile(path)]))),
)

/** A declaration of full value on a day of 2026. */
export const ruleContext: RuleContext = {
  ...declarationCodes,
  dataSet: 'h1',
  on: localDate('2026-09-10'),
  lodgedOn: localDate('2026-09-10'),
  lowValue: { intrinsicValue: money('400.00', 'GBP'), limit: money('135', 'GBP') },
}
