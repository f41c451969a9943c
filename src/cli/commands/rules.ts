import type { Command } from 'commander'

import { dataSets, isDataSet } from '../../customs/declaration/rules/data-set.ts'
import { drawRulesPage } from '../../customs/declaration/rules/draw-rules-page.ts'
import { readErrorsWithoutRule } from '../../customs/declaration/rules/errors-without-rule.ts'
import { listRules } from '../../customs/declaration/rules/list-rules.ts'
import { readDataFiles } from '../../platform/data-files.ts'
import { soundData } from '../../tariffs/index.ts'
import { BadInput } from '../bad-input.ts'
import { type Terminal, writeJson, writeLine } from '../terminal.ts'
import { textTable } from '../text-table.ts'

interface ListOptions {
  readonly dataSet?: string
  readonly json?: true
}

interface PageOptions {
  readonly language: string
}

/** The commands that show what declarations are held against. */
export function addRulesCommands(program: Command, terminal: Terminal): void {
  const rules = program.command('rules').summary('the rules that declarations are held against')
  addListCommand(rules, terminal)
  addPageCommand(rules, terminal)
}

function addListCommand(rules: Command, terminal: Terminal): void {
  rules
    .command('list')
    .summary('list the rules')
    .description(
      'Lists the rules that a declaration to CDS is held against before it is sent: what each asks for, of ' +
        'which data sets, and whether it stops the sending (error) or is shown to a person (warning). As JSON ' +
        'each rule comes whole and in both languages, with how to mend, its source and the errors of CDS that it avoids.',
    )
    .option('--data-set <id>', `only the rules of one data set: ${dataSets.join(', ')}`)
    .option('--json', 'answer as JSON')
    .addHelpText(
      'after',
      `
Exit codes: 0 listed, 2 bad input.

Examples:
  $ bin/tidewaiter rules list --data-set h1
  $ bin/tidewaiter rules list --json`,
    )
    .action(async ({ dataSet, json }: ListOptions) => {
      if (dataSet !== undefined && !isDataSet(dataSet)) {
        throw new BadInput(
          `--data-set: ${JSON.stringify(dataSet)} is no data set. Choose one of ${dataSets.join(', ')}.`,
        )
      }
      const listed = listRules(dataSet)
      if (json) return writeJson(terminal, { rules: listed })
      const rows = listed.map((rule) => [rule.id, rule.severity, rule.dataElement, rule.asks.en])
      for (const line of textTable([['rule', 'severity', 'element', 'asks'], ...rows])) {
        await writeLine(terminal.stdout, line)
      }
    })
}

function addPageCommand(rules: Command, terminal: Terminal): void {
  rules
    .command('page')
    .summary('write the page of the rules')
    .description('Writes the rules as a page in Markdown, from the rules that the program runs on.')
    .option('--language <code>', 'en or zh', 'en')
    .addHelpText(
      'after',
      `
Examples:
  $ bin/tidewaiter rules page > docs/rules-uk-cds.md
  $ bin/tidewaiter rules page --language zh > docs/rules-uk-cds.zh.md`,
    )
    .action(async ({ language }: PageOptions) => {
      if (language !== 'en' && language !== 'zh') {
        throw new BadInput(`--language: ${JSON.stringify(language)} is neither en nor zh.`)
      }
      const files = await readDataFiles(['gb'])
      const reasons = soundData(readErrorsWithoutRule(files.get('gb/cds-errors-without-rule.json')))
      await writeLine(terminal.stdout, drawRulesPage(language, reasons).trimEnd())
    })
}
