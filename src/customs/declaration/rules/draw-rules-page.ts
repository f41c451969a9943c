import type { ErrorsWithoutRule } from './errors-without-rule.ts'
import { dataSets } from './data-set.ts'
import { type ListedRule, listRules } from './list-rules.ts'

type Language = 'en' | 'zh'

const words = {
  en: {
    title: 'Rules of declarations to CDS',
    intro: [
      'What a declaration is held against before it is sent. An error stops the sending; a warning is shown to a person.',
      'Generated from `src/customs/declaration/rules/` by `bin/tidewaiter rules page > docs/rules-uk-cds.md`; a test holds',
      'this page to the rules. `bin/tidewaiter rules list --json` says the same in both languages.',
    ],
    head: ['Rule', 'Asks', 'Element', 'Data sets', 'Mend', 'Errors avoided', 'Source'],
    warning: ' (warning)',
    all: 'all',
    without: 'Errors of CDS without a rule of their own',
    withoutHead: ['Why', 'Errors'],
    counts: (rules: number, codes: number, without: number) =>
      `${rules} rules. They avoid ${codes} errors of CDS by name; of ${without} others the last table says why not.`,
  },
  zh: {
    title: 'CDS 申报规则',
    intro: [
      '申报发送前据以检查的规则。错误会阻止发送，警告会显示给人员。',
      '由 `bin/tidewaiter rules page --language zh > docs/rules-uk-cds.zh.md` 从 `src/customs/declaration/rules/` 生成；',
      '测试保证本页与规则一致。`bin/tidewaiter rules list --json` 以两种语言给出相同内容。',
    ],
    head: ['规则', '要求', '数据元', '数据集', '更正方法', '可避免的错误', '来源'],
    warning: '（警告）',
    all: '全部',
    without: '没有对应规则的 CDS 错误',
    withoutHead: ['原因', '错误'],
    counts: (rules: number, codes: number, without: number) =>
      `共${rules}条规则，可避免${codes}个 CDS 错误；另有${without}个错误的说明见最后一表。`,
  },
} as const

/** The page of all rules, as Markdown, by subject. */
export function drawRulesPage(language: Language, { reasons }: ErrorsWithoutRule): string {
  const text = words[language]
  const rules = listRules()
  const subjects = [...new Set(rules.map(({ subject }) => subject[language]))]
  const avoided = new Set(rules.flatMap(({ errorCodes }) => errorCodes))
  const others = reasons.flatMap(({ codes }) => codes)
  return [
    `# ${text.title}`,
    '',
    ...text.intro,
    '',
    text.counts(rules.length, avoided.size, others.length),
    '',
    ...subjects.flatMap((subject) => [
      `## ${subject}`,
      '',
      ...table(
        text.head,
        rules
          .filter((rule) => rule.subject[language] === subject)
          .map((rule) => rowOf(rule, language)),
      ),
      '',
    ]),
    `## ${text.without}`,
    '',
    ...table(
      text.withoutHead,
      reasons.map(({ reason, codes }) => [reason[language], codes.join(' ')]),
    ),
    '',
  ].join('\n')
}

function rowOf(rule: ListedRule, language: Language): readonly string[] {
  const text = words[language]
  const sets = rule.dataSets.length === dataSets.length ? text.all : rule.dataSets.join(' ')
  return [
    `\`${rule.id}\`${rule.severity === 'warning' ? text.warning : ''}`,
    rule.asks[language],
    rule.dataElement,
    sets,
    rule.mend[language],
    rule.errorCodes.join(' '),
    `[${rule.source.document}](${rule.source.address})`,
  ]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)]
}
