import { cite, type Laws } from '../law/law.ts'
import { moneyText } from '../money/money-text.ts'
import type { Money } from '../money/money.ts'
import type { Lane, LaneNotTaken } from './lane-decision.ts'

/** What the reasons against the other lanes depend on. */
interface ChosenLane {
  readonly lane: Lane
  readonly laws: Laws
  readonly intrinsicValue: Money
  readonly limit: Money
  readonly because?: 'value' | 'goods'
}

/** Every other lane with the reason against it, because the record must show what was weighed. */
export function lanesNotTaken(chosen: ChosenLane): readonly LaneNotTaken[] {
  const { laws } = chosen
  const otherH1 =
    chosen.lane === 'gb-h1-standard' ? lowValueNotTaken(chosen) : standardNotTaken(chosen)
  return [otherH1, birdsNotTaken, postNotTaken, h7NotTaken(laws)]
}

/** The lanes beside one that a relief opens which frees the goods of more than any of them. */
export function lanesBesideRelief(laws: Laws): readonly LaneNotTaken[] {
  const why = {
    en: 'The relief that is claimed frees the goods of more than this lane would.',
    zh: '所申请的减免比此通道更多。',
  }
  return [
    { lane: 'gb-h1-standard', why },
    { lane: 'gb-h1-low-value', why },
    ...[birdsNotTaken, postNotTaken, h7NotTaken(laws)],
  ]
}

function h7NotTaken(laws: Laws): LaneNotTaken {
  return {
    lane: 'ni-h7',
    why: {
      en: 'The super reduced data set H7 exists for Northern Ireland only; this delivery is to Great Britain.',
      zh: '超简数据集H7仅适用于北爱尔兰；本票目的地为大不列颠。',
    },
    law: cite(laws, 'gb-ni-reduced-data-set'),
  }
}

/**
 * Either the value is over the limit or the kind of goods is left out; the two call for different
 * remedies.
 */
function lowValueNotTaken({ intrinsicValue, limit, because, laws }: ChosenLane): LaneNotTaken {
  const why =
    because === 'goods'
      ? {
          en: 'The relief for low value leaves out goods of this kind.',
          zh: '低价值减免不适用于此类货物。',
        }
      : {
          en: `The intrinsic value of ${moneyText(intrinsicValue)} is over the limit of ${moneyText(limit)}.`,
          zh: `内在价值${moneyText(intrinsicValue)}超过${moneyText(limit)}的限额。`,
        }
  return { lane: 'gb-h1-low-value', why, law: cite(laws, 'gb-low-value-duty-relief') }
}

/**
 * Nothing forbids the standard lane to goods of low value, but it would pay duty that is relieved.
 */
function standardNotTaken({ intrinsicValue, limit, laws }: ChosenLane): LaneNotTaken {
  return {
    lane: 'gb-h1-standard',
    why: {
      en: `The intrinsic value of ${moneyText(intrinsicValue)} is not over ${moneyText(limit)}, so there is no customs duty to declare.`,
      zh: `内在价值${moneyText(intrinsicValue)}未超过${moneyText(limit)}，无须申报关税。`,
    },
    law: cite(laws, 'gb-low-value-duty-relief'),
  }
}

/** The bulk import reduced data set lets a holder declare many consignments in one. */
const birdsNotTaken: LaneNotTaken = {
  lane: 'gb-birds-bulk',
  why: {
    en: 'The bulk declaration (BIRDS) is for holders of that authorisation, who declare many low-value consignments at once; this consignment is declared alone.',
    zh: '批量简化申报（BIRDS）仅供获授权者一次申报多票低价值货物；本票单独申报。',
  },
}

/** Parcels in the post were refused before; this only keeps the record complete. */
const postNotTaken: LaneNotTaken = {
  lane: 'gb-post',
  why: {
    en: 'The goods do not travel in the post, whose operator would clear them from the label.',
    zh: '货物并非邮寄；邮件由邮政经营者凭面单清关。',
  },
}
