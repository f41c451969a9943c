import { datesIn } from '../calendar/dates-in.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { changesOfValidity } from '../calendar/periods-between.ts'
import { inOneList } from '../in-one-list.ts'
import { type Result, success } from '../result.ts'
import { goodsAgendaOf } from './goods-agenda.ts'
import { readHeldLists } from './held-lists.ts'
import { createProductLists, type ProductList } from './product-list.ts'
import { type Programmes, provisionsFor } from './programmes.ts'
import { readProgrammes } from './read-programmes.ts'
import type { StackingLaw } from './stack-programmes.ts'

/** Contents of the files that the law of the additional duties comes in. */
export interface StackingLawFiles {
  /** `data/us/programmes.json` */
  readonly programmes: unknown
  /** `data/us/product-lists.json` */
  readonly lists: unknown
}

/** The law of the additional duties with the lists of goods that come with the program. */
export interface HeldLaw {
  readonly programmes: Programmes
  readonly lists: readonly ProductList[]
}

/** Reads the law as it comes with the program. */
export function readHeldLaw(files: StackingLawFiles): Result<HeldLaw> {
  const programmes = readProgrammes(files.programmes)
  if (!programmes.ok) return programmes
  const held = readHeldLists(files.lists, programmes.value)
  if (!held.ok) return held
  const lists = [...programmes.value.heldLists, ...held.value.lists]
  return success({ programmes: programmes.value, lists })
}

/** Makes the law ready to be applied, with more lists besides: those of one id add up. */
export function stackingLaw(
  { programmes, lists: held }: HeldLaw,
  imported: readonly ProductList[] = [],
): StackingLaw {
  const lists = createProductLists([...held, ...imported])
  return { programmes, lists, agenda: goodsAgendaOf(programmes, lists) }
}

/** Every day on which the law, or a list of goods, may say something else of goods of a country. */
export function changesOfLaw({
  programmes,
  lists,
}: StackingLaw): (origin: string) => readonly LocalDate[] {
  const versions = [...lists.values()].flat()
  const ofLists = new Set(versions.flatMap(({ validity }) => changesOfValidity(validity)))
  return (origin) => {
    const provisions = programmes.inOrderOfDecision.map((one) => provisionsFor(one, origin))
    const windows = inOneList(provisions).map(({ window }) => window)
    return [...datesIn(windows), ...ofLists]
  }
}

/** Reads the law as it comes with the program, ready to be applied. */
export function readStackingLaw(files: StackingLawFiles): Result<StackingLaw> {
  const held = readHeldLaw(files)
  return held.ok ? success(stackingLaw(held.value)) : held
}
