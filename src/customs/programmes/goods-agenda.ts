import { changesOfValidity, periodsBetween } from '../calendar/periods-between.ts'
import { Remembered } from '../remembered.ts'
import { type ActiveProgramme, changesOf } from './agenda.ts'
import { consider, isBurden } from './considered-programme.ts'
import type { EasternTime } from './eastern-time.ts'
import type { Membership, ProductLists } from './product-list.ts'
import type { Programme, Programmes, Provision } from './programmes.ts'
import { type ListedGoods, reachOf } from './reach-of-provision.ts'
import type { ConsideredProgramme } from './stacking.ts'

/** What has to be gone into for goods of a code from a country at a time. */
export interface GoodsAgenda {
  /** Programmes that could charge the goods something, in order of decision. */
  readonly active: readonly ReachingProgramme[]
  /** What is said of all others: they are not about such goods, not in force, or not about the country. */
  readonly idle: readonly ConsideredProgramme[]
}

/** A programme with its provisions that are, or may be, about the goods. */
export interface ReachingProgramme {
  readonly programme: Programme
  readonly provisions: readonly ReachingProvision[]
}

/** A provision that is not about other goods alone. */
export interface ReachingProvision {
  readonly provision: Provision
  readonly reach: Exclude<Membership, 'off-list'>
}

/** Goods of an entry, as far as programmes tell them apart by their lists. */
export interface GoodsOfEntry extends ListedGoods {
  readonly origin: string
  readonly at: EasternTime
}

/** For so many codes, countries and periods the agenda is remembered: some ten megabytes at most. */
const GOODS_REMEMBERED = 10_000

/**
 * Makes the agenda for any goods. Lists are read for it, which is most of the work on a line, and
 * between two changes of the law or of a list they say the same: each agenda is remembered.
 */
export function goodsAgendaOf(
  { inOrderOfDecision, agenda }: Programmes,
  lists: ProductLists,
): (goods: GoodsOfEntry) => GoodsAgenda {
  const periodOf = periodsBetween([...changesOf(inOrderOfDecision), ...changesOfLists(lists)])
  const remembered = new Remembered<GoodsAgenda>(GOODS_REMEMBERED)
  return (goods) => {
    const { code, origin, at } = goods
    return remembered.of(`${code} ${origin} ${periodOf(at)}`, () => {
      const inForce = agenda(origin, at)
      const reached = inForce.active.map((one) => reaching(one, goods))
      const idle = reached.filter((one) => !couldCharge(one))
      return {
        active: reached.filter(couldCharge),
        idle: [
          ...idle.map(({ programme }) => consider(programme, 'not-reached', [])),
          ...inForce.idle,
        ],
      }
    })
  }
}

function reaching(
  { programme, provisions }: ActiveProgramme,
  goods: ListedGoods,
): ReachingProgramme {
  const own: ReachingProvision[] = []
  for (const provision of provisions) {
    const reach = reachOf(provision, goods)
    if (reach !== 'off-list') own.push({ provision, reach })
  }
  return { programme, provisions: own }
}

/** A programme whose exceptions alone are about the goods is not gone into. */
function couldCharge({ provisions }: ReachingProgramme): boolean {
  return provisions.some(({ provision }) => isBurden(provision))
}

/** The first minute of every day on which a version of a list begins or ends. */
function changesOfLists(lists: ProductLists): readonly EasternTime[] {
  const versions = [...lists.values()].flat()
  const days = versions.flatMap(({ validity }) => changesOfValidity(validity))
  return days.map((day) => `${day}T00:00` as EasternTime)
}
