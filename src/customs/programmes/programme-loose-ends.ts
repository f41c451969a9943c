import { type Citation, cited, notThere } from '../citation.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { Failure } from '../result.ts'
import { headingSet } from './heading-set.ts'
import type { ProgrammesFile, ProvisionMode } from './programme.ts'
import {
  headingsOf,
  rangesAskedBy,
  type SingleProvision,
  singleProvisions,
} from './provision-entries.ts'

type Kind = 'law' | 'source' | 'country group' | 'question' | 'product list' | 'heading'

/** Names in a file of programmes that lead nowhere, and provisions that say too much or too little. */
export function looseEndsOf(file: ProgrammesFile): readonly Failure[] {
  const known = namesKnownTo(file)
  const provisions = file.programmes.flatMap((programme, index) =>
    programme.provisions.flatMap((entry, position) =>
      singleProvisions(entry).map((provision) => ({
        provision,
        path: jsonPointer('programmes', index, 'provisions', position),
      })),
    ),
  )
  const citations: readonly Citation<Kind>[] = [
    ...file.laws.flatMap(({ sources }, index) =>
      sources.map((name) => cited('source', name, jsonPointer('laws', index))),
    ),
    ...file.questions.map(({ law }, index) => cited('law', law, jsonPointer('questions', index))),
    ...file.productLists.map(({ law }, index) =>
      cited('law', law, jsonPointer('productLists', index)),
    ),
    ...provisions.flatMap(({ provision, path }) => citationsOf(provision, path)),
  ]
  return [
    ...citations.filter((citation) => !known(citation)).map(notThere),
    ...provisions.flatMap(({ provision, path }) => faultsOf(provision, path)),
  ]
}

function namesKnownTo(file: ProgrammesFile): (citation: Citation<Kind>) => boolean {
  const headings = file.programmes.flatMap(headingsOf)
  const names: Record<Exclude<Kind, 'heading'>, ReadonlySet<string>> = {
    law: new Set(file.laws.map(({ id }) => id)),
    source: new Set(file.sources.map(({ id }) => id)),
    'country group': new Set(file.countryGroups.map(({ id }) => id)),
    question: new Set(file.questions.map(({ id }) => id)),
    'product list': new Set(file.productLists.map(({ id }) => id)),
  }
  return ({ kind, name }) =>
    kind === 'heading' ? headingSet([name], headings).size > 0 : names[kind].has(name)
}

function citationsOf(provision: SingleProvision, path: string): readonly Citation<Kind>[] {
  const { law, endedBy, origins = [], exceptOrigins = [], products, when = [] } = provision
  const groups = [...origins, ...exceptOrigins].filter((name) => !/^[A-Z]{2}$/.test(name))
  return [
    cited('law', law, path),
    ...(endedBy === undefined ? [] : [cited('law', endedBy, path)]),
    ...groups.map((name) => cited('country group', name, path)),
    ...[...(products?.lists ?? []), ...(products?.exceptLists ?? [])].map((name) =>
      cited('product list', name, path),
    ),
    ...when.flatMap((condition) =>
      condition.fact === 'answer' ? [cited('question', condition.question, path)] : [],
    ),
    ...rangesAskedBy(provision).map((name) => cited('heading', name, path)),
  ]
}

/** Whether a mode charges a percentage. */
const charges: Readonly<Record<ProvisionMode, boolean>> = {
  adds: true,
  replaces: true,
  'minimum-total': true,
  exempts: false,
  prohibits: false,
  unresolved: false,
}

function faultsOf(provision: SingleProvision, path: string): readonly Failure[] {
  const { mode, percent, heading, from, until, on, when = [] } = provision
  const isCharge = charges[mode]
  const isDeclared = when.some(({ fact }) => fact === 'heading-declared')
  return [
    ...(isCharge === (percent !== undefined)
      ? []
      : [fault(path, 'a percentage stands exactly where one is charged', '仅在征税条款填写税率')]),
    ...((isCharge || isDeclared) && heading === undefined
      ? [fault(path, 'what is charged or declared needs its heading', '征税或申报的条款须有税号')]
      : []),
    ...(until !== undefined && until <= from
      ? [fault(path, 'a window ends after it begins', '截止时间须晚于起始时间')]
      : []),
    ...(mode === 'minimum-total' && on !== undefined
      ? [fault(path, 'a total is reached on the whole value', '最低总税率须按全部价值计算')]
      : []),
  ]
}

function fault(path: string, rule: string, ruleZh: string): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `${path} breaks a rule of programmes: ${rule}.`,
    mend: 'Correct the provision.',
    zh: { message: `${path} 不符合规则：${ruleZh}。`, mend: '请更正该条款。' },
  }
}
