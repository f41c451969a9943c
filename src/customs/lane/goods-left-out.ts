import type { Consignment } from '../consignment/consignment.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { NorthernIrelandRelief } from '../northern-ireland/northern-ireland-rules.ts'
import type { Failure } from '../result.ts'

/** Goods that a relief leaves out, and goods of which that cannot be told for want of a code. */
export function goodsLeftOut(
  { goodsItems }: Consignment,
  { codes, name }: NorthernIrelandRelief['leavesOut'],
): readonly Failure[] {
  return goodsItems.flatMap(({ commodityCode, description, itemNumber }, index) => {
    const path = jsonPointer('goodsItems', index, 'commodityCode')
    if (commodityCode === undefined) return [missingCode(itemNumber, description, path)]
    if (!codes.some((code) => commodityCode.startsWith(code))) return []
    return [
      {
        code: 'not-covered',
        path,
        message: `Item ${itemNumber} (${commodityCode}) is of the goods that the relief leaves out: ${name.en}.`,
        mend: 'Send these goods with a full declaration, outside this program.',
        zh: {
          message: `第${itemNumber}项（${commodityCode}）属于该减免不适用的货物：${name.zh}。`,
          mend: '请在本系统之外以完整申报办理这些货物。',
        },
      } satisfies Failure,
    ]
  })
}

function missingCode(itemNumber: number, description: string, path: string): Failure {
  return {
    code: 'fact-missing',
    path,
    message: `Item ${itemNumber} (${description}) has no commodity code.`,
    mend: 'State at least the six digits of the Harmonised System.',
    zh: {
      message: `第${itemNumber}项（${description}）缺少商品编码。`,
      mend: '请至少填写协调制度六位编码。',
    },
  }
}
