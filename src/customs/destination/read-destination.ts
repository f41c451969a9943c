import { checkedReader } from '../checked-reader.ts'
import { type Citation, cited, notThere } from '../citation.ts'
import { jsonPointer } from '../json-pointer.ts'
import { type Failure, type Result, resultOf } from '../result.ts'
import { type Destination, destinationSchema, type Regime } from './destination.ts'
import type { ChargeRule } from './charge-rule.ts'
import type { Condition } from './condition.ts'

const readShape = checkedReader<Destination>(destinationSchema)

/**
 * Reads the contents of one file of `data/destinations`. Besides its shape every name in it is
 * followed: a law, source or group of goods that is cited and not there, a base that adds up a charge
 * which comes later, or a day without a regime for all other goods, is named with its place.
 */
export function readDestination(json: unknown): Result<Destination> {
  const read = readShape(json)
  if (!read.ok) return read
  return resultOf(looseEnds(read.value), () => read.value)
}

type Kind = 'law' | 'source' | 'group of goods' | 'charge' | 'exempt goods'

function looseEnds(destination: Destination): readonly Failure[] {
  const known: Record<Kind, ReadonlySet<string>> = {
    law: new Set(destination.laws.map(({ id }) => id)),
    source: new Set(destination.sources.map(({ id }) => id)),
    'group of goods': new Set(destination.goodsGroups.map(({ id }) => id)),
    charge: new Set(),
    'exempt goods': new Set(destination.exemptGoods?.map(({ id }) => id)),
  }
  const unknown = citationsOf(destination).filter(({ kind, name }) => !known[kind].has(name))
  return [...unknown.map(notThere), ...regimesWithoutEnd(destination)]
}

/** Every name that the file cites. */
function citationsOf(destination: Destination): readonly Citation<Kind>[] {
  const { laws, valuation, rounding, taxRates, regimes, importers, coverage } = destination
  const { exemptGoods = [], partsNotCovered = [] } = destination
  return [
    ...laws.flatMap(({ sources }, index) =>
      sources.map((name) => cited('source', name, jsonPointer('laws', index, 'sources'))),
    ),
    ...partsNotCovered.map(({ law }, index) =>
      cited('law', law, jsonPointer('partsNotCovered', index)),
    ),
    ...valuation.flatMap(({ law, when }, index) => [
      cited('law', law, jsonPointer('valuation', index)),
      ...citationsOfConditions(when ?? [], jsonPointer('valuation', index)),
    ]),
    ...rounding.flatMap(({ law }, index) =>
      law === undefined ? [] : [cited('law', law, jsonPointer('rounding', index))],
    ),
    ...taxRates.flatMap(({ law, goods }, index) => {
      const path = jsonPointer('taxRates', index)
      return [
        cited('law', law, path),
        ...(goods === undefined ? [] : [cited('group of goods', goods, path)]),
      ]
    }),
    ...exemptGoods.flatMap(({ cases }, index) =>
      cases.map(({ law }) => cited('law', law, jsonPointer('exemptGoods', index))),
    ),
    ...regimes.flatMap((regime, index) => citationsOfRegime(regime, jsonPointer('regimes', index))),
    ...importers.flatMap(({ law, when }, index) => [
      cited('law', law, jsonPointer('importers', index)),
      ...citationsOfConditions(when, jsonPointer('importers', index)),
    ]),
    ...coverage.flatMap(({ concerns = [] }, index) =>
      concerns === 'goods-not-in-tariff'
        ? []
        : citationsOfConditions(concerns, jsonPointer('coverage', index)),
    ),
  ]
}

function citationsOfRegime(
  { law, when, charges }: Regime,
  path: string,
): readonly Citation<Kind>[] {
  return [
    cited('law', law, path),
    ...citationsOfConditions(when, path),
    ...charges.flatMap((charge, index) =>
      citationsOfCharge(charge, charges.slice(0, index), path + jsonPointer('charges', index)),
    ),
  ]
}

/** A base may only add up, and a charge only replace, what has been worked out before it. */
function citationsOfCharge(
  charge: ChargeRule,
  before: readonly ChargeRule[],
  path: string,
): readonly Citation<Kind>[] {
  const added = (charge.base?.sum ?? []).filter((part) => part.startsWith('charge:'))
  const missing = added
    .map((part) => part.slice('charge:'.length))
    .concat(charge.insteadOf ?? [])
    .filter((id) => !before.some((earlier) => earlier.id === id))
  return [
    cited('law', charge.law ?? '(none)', path),
    ...(charge.exempt === undefined ? [] : [cited('exempt goods', charge.exempt, path)]),
    ...citationsOfConditions(charge.when ?? [], path),
    ...(charge.rate.from === 'byGoods'
      ? charge.rate.groups.map(({ group }) => cited('group of goods', group, path))
      : []),
    ...missing.map((id) => cited('charge', id, path)),
  ]
}

function citationsOfConditions(
  conditions: readonly Condition[],
  path: string,
): readonly Citation<Kind>[] {
  return conditions.flatMap((condition) =>
    condition.fact === 'goods'
      ? [condition.every, condition.any, condition.none]
          .filter((group) => group !== undefined)
          .map((group) => cited('group of goods', group, path))
      : [],
  )
}

/** Where every regime has conditions, goods could come in under none of them. */
function regimesWithoutEnd({ regimes }: Destination): readonly Failure[] {
  const last = regimes.at(-1)
  if (last?.when.length === 0 && last.validUntil === undefined) return []
  return [
    {
      code: 'invalid-input',
      path: '/regimes',
      message: 'The last regime has conditions or an end, so some goods would have none.',
      mend: 'Put the general rule of import last, without conditions.',
      zh: {
        message: '最后一项进口制度带有条件或失效日期，部分货物将无制度可用。',
        mend: '请将一般进口规则放在最后，且不设条件。',
      },
    },
  ]
}
