import type { LifeCycle } from './life-cycle.ts'
import { mainLifeCycle } from './main-life-cycle.ts'
import { orderLifeCycle } from './order-life-cycle.ts'
import { threadLifeCycle } from './thread-life-cycle.ts'
import {
  assessmentLifeCycle,
  controlLifeCycle,
  debtLifeCycle,
  keptGoodsLifeCycle,
  penaltyLifeCycle,
  questionLifeCycle,
  requestLifeCycle,
  securityLifeCycle,
  supplementaryLifeCycle,
  transportLifeCycle,
} from './side-life-cycles.ts'

type AnyLifeCycle = LifeCycle<string, string>

const besideTheMainLine: readonly AnyLifeCycle[] = [
  controlLifeCycle,
  questionLifeCycle,
  assessmentLifeCycle,
  debtLifeCycle,
  securityLifeCycle,
  penaltyLifeCycle,
  keptGoodsLifeCycle,
  requestLifeCycle,
  supplementaryLifeCycle,
  transportLifeCycle,
]

/** The page that shows every life cycle of a case, drawn from the tables that the program runs on. */
export function lifeCyclePage(): string {
  const sections = besideTheMainLine.map((lifeCycle) => section(lifeCycle, 3))
  return [
    '# The life cycle of a case',
    '',
    'Generated from `src/clearance/life-cycle/` by `bin/tidewaiter life-cycle > docs/life-cycle.md`;',
    'a test fails when this page and the tables disagree. What is not drawn here cannot happen.',
    '',
    ...section(mainLifeCycle, 2),
    '## Beside the main line',
    '',
    'Several of these run at a time, each joined to the case.',
    '',
    ...sections.flat(),
    '## Before there is a case',
    '',
    'An order of a purchasing agent may come to its warehouse in parts, or be given up.',
    '',
    ...section(orderLifeCycle, 3),
    '## Letters',
    '',
    'A thread of letters with an authority is about a case or about none.',
    '',
    ...section(threadLifeCycle, 3),
  ].join('\n')
}

function section(lifeCycle: AnyLifeCycle, level: number): readonly string[] {
  return [
    `${'#'.repeat(level)} ${capitalised(lifeCycle.name)}`,
    '',
    '```mermaid',
    ...diagram(lifeCycle),
    '```',
    '',
    ...needsTable(lifeCycle),
  ]
}

function diagram({ transitions }: AnyLifeCycle): readonly string[] {
  const leaves = new Set(transitions.map((edge) => edge.from))
  const ends = [...new Set(transitions.map((edge) => edge.to))].filter((to) => !leaves.has(to))
  return [
    'stateDiagram-v2',
    ...transitions.map(({ from, event, to }) => `  ${node(from)} --> ${node(to)}: ${event}`),
    ...ends.map((end) => `  ${node(end)} --> [*]`),
  ]
}

function needsTable({ transitions }: AnyLifeCycle): readonly string[] {
  const conditional = transitions.filter((edge) => edge.needs !== undefined)
  if (conditional.length === 0) return []
  return [
    '| from | event | to | needs |',
    '| --- | --- | --- | --- |',
    ...conditional.map(
      ({ from, event, to, needs = '' }) => `| ${from ?? '-'} | ${event} | ${to} | ${needs} |`,
    ),
    '',
  ]
}

/** Mermaid reads a dash in a name as part of an arrow. */
function node(state: string | null): string {
  return state === null ? '[*]' : state.replaceAll('-', '_')
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
