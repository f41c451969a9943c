import { Type, type Static } from 'typebox'
import { checkedReader } from '../checked-reader.ts'
import type { Immutable } from '../immutable.ts'
import { cited, notThere } from '../citation.ts'
import { jsonPointer } from '../json-pointer.ts'
import { sourcesSchema } from '../law/sources-schema.ts'
import { localDate } from '../order/schema.ts'
import { type Failure, type Result, resultOf } from '../result.ts'
import { ruleDates } from '../tariff/dated-rule.ts'
import type { ProductListChange } from './list-history.ts'
import type { ProductList } from './product-list.ts'
import { listedCodes } from './programme.ts'
import type { Programmes } from './programmes.ts'

const heldVersion = Type.Object(
  {
    ...ruleDates,
    codes: Type.Union([listedCodes, Type.Literal('')]),
    undecided: Type.Optional(listedCodes),
    /** Headings outside of which the list has nothing. */
    onlyIn: Type.Optional(listedCodes),
    /** The codes that were looked up, all of them or the starter goods; absent on a whole list. */
    decidedFor: Type.Optional(Type.Union([Type.Literal('starter-goods'), listedCodes])),
  },
  { additionalProperties: false },
)

const heldList = Type.Object(
  {
    list: Type.String(),
    sources: Type.Array(Type.String(), { minItems: 1 }),
    /** What the codes rest on where the sources do not say it in so many words. */
    note: Type.Optional(Type.String()),
    versions: Type.Optional(Type.Array(heldVersion, { minItems: 1 })),
    /** What joined and left the list; a text of the notes only shows what came of it. */
    changes: Type.Optional(
      Type.Array(
        Type.Object(
          {
            on: localDate,
            joined: Type.Optional(listedCodes),
            left: Type.Optional(listedCodes),
          },
          { additionalProperties: false },
        ),
        { minItems: 1 },
      ),
    ),
  },
  { additionalProperties: false },
)

const heldListsSchema = Type.Object(
  {
    description: Type.String(),
    sources: sourcesSchema,
    /** Codes of the starter tariff, for each of which every list is decided. */
    starterGoods: listedCodes,
    lists: Type.Array(heldList),
  },
  { additionalProperties: false },
)

type HeldListsFile = Immutable<Static<typeof heldListsSchema>>

/** What comes with the program of the lists of goods that the law enumerates. */
export interface HeldLists {
  /** Whole lists and parts of lists; several of one id add up. */
  readonly lists: readonly ProductList[]
  /** By the id of the list. */
  readonly changes: ReadonlyMap<string, readonly ProductListChange[]>
}

const readShape = checkedReader<HeldListsFile>(heldListsSchema)

/**
 * Reads the contents of `data/us/product-lists.json`. Lists that the programmes do not know, and
 * sources that the file does not name, are reported.
 */
export function readHeldLists(json: unknown, programmes: Programmes): Result<HeldLists> {
  const read = readShape(json)
  if (!read.ok) return read
  const file = read.value
  return resultOf(looseEndsOf(file, programmes), () => ({
    lists: file.lists.flatMap(({ list, versions }) =>
      versions === undefined ? [] : [{ id: list, versions: versions.map(withGoodsOf(file)) }],
    ),
    changes: new Map(
      file.lists.flatMap(({ list, changes }) => (changes === undefined ? [] : [[list, changes]])),
    ),
  }))
}

function withGoodsOf({ starterGoods }: HeldListsFile) {
  return ({ decidedFor, ...version }: Immutable<Static<typeof heldVersion>>) => ({
    ...version,
    ...(decidedFor && {
      decidedFor: decidedFor === 'starter-goods' ? starterGoods : decidedFor,
    }),
  })
}

function looseEndsOf({ lists, sources }: HeldListsFile, programmes: Programmes): Failure[] {
  const named = new Set(sources.map(({ id }) => id))
  return lists.flatMap(({ list, sources: citing }, index) => [
    ...(programmes.lists.has(list)
      ? []
      : [notThere(cited('list', list, jsonPointer('lists', index, 'list')))]),
    ...citing
      .filter((source) => !named.has(source))
      .map((source) => notThere(cited('source', source, jsonPointer('lists', index, 'sources')))),
  ])
}
