import type { Consignment } from '../consignment/consignment.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { NorthernIrelandRules } from '../northern-ireland/northern-ireland-rules.ts'
import type { Failure } from '../result.ts'

/**
 * Goods to Northern Ireland that bear excise, and those of which that cannot be told. Which codes they
 * take (1EN or 1EL, tobacco, oils) depends on facts that nobody states here.
 */
export function exciseGoods(
  { goodsItems }: Consignment,
  { exciseGoods: { codes, name } }: NorthernIrelandRules,
): readonly Failure[] {
  return goodsItems.flatMap(
    ({ commodityCode, itemNumber, description }, index): readonly Failure[] => {
      const path = jsonPointer('goodsItems', index, 'commodityCode')
      if (commodityCode === undefined) {
        return [
          {
            code: 'fact-missing',
            path,
            message: `Item ${itemNumber} (${description}) has no commodity code.`,
            mend: 'State its commodity code, at least eight digits.',
            zh: {
              message: `第${itemNumber}项（${description}）缺少商品编码。`,
              mend: '请填写商品编码，至少八位。',
            },
          },
        ]
      }
      if (!codes.some((code) => commodityCode.startsWith(code))) return []
      return [
        {
          code: 'not-covered',
          path,
          message: `Item ${itemNumber} (${commodityCode}) is of the goods that bear excise: ${name.en}. Their declaration to Northern Ireland is not covered.`,
          mend: 'Send these goods outside this program.',
          zh: {
            message: `第${itemNumber}项（${commodityCode}）属于应征消费税的货物：${name.zh}。其运往北爱尔兰的申报目前尚不支持。`,
            mend: '请在本系统之外办理这些货物。',
          },
        },
      ]
    },
  )
}
