import { inOneList } from '../in-one-list.ts'
import { jsonPointer } from '../json-pointer.ts'
import { compareDecimals, type DecimalText, isZero } from '../money/decimal.ts'
import type { Failure } from '../result.ts'

/** A line as far as it is weighed. */
interface WeighedLine {
  readonly netWeightKg?: DecimalText
  readonly grossWeightKg?: DecimalText
}

/** Whether the weights of the lines are possible; a line that is not weighed yet passes. */
export function checkWeights({
  lines,
}: {
  readonly lines: readonly WeighedLine[]
}): readonly Failure[] {
  return inOneList(
    lines.map((line, index) => [...weightsOfNothing(line, index), ...netAboveGross(line, index)]),
  )
}

/** A zero is how many a system writes "not known"; taken for a weight it would be a false statement. */
function weightsOfNothing(line: WeighedLine, index: number): readonly Failure[] {
  return (['netWeightKg', 'grossWeightKg'] as const)
    .filter((fact) => line[fact] !== undefined && isZero(line[fact]))
    .map((fact) => ({
      code: 'invalid-input',
      path: jsonPointer('lines', index, fact),
      message: 'Goods cannot weigh nothing.',
      mend: 'State the weight of all pieces of the line, or leave it out until they are weighed.',
      zh: { message: '货物重量不能为零。', mend: '请填写该行全部货物的重量；尚未称重的请留空。' },
    }))
}

/**
 * Packaging has a weight, so a net weight above the gross weight shows that one of them is wrong.
 */
function netAboveGross(
  { netWeightKg, grossWeightKg }: WeighedLine,
  index: number,
): readonly Failure[] {
  if (netWeightKg === undefined || grossWeightKg === undefined) return []
  if (compareDecimals(netWeightKg, grossWeightKg) <= 0) return []
  return [
    {
      code: 'invalid-input',
      path: jsonPointer('lines', index, 'netWeightKg'),
      message: `The goods weigh ${netWeightKg} kg without and ${grossWeightKg} kg with their packaging.`,
      mend: 'Correct one of the weights: packaging never makes goods lighter.',
      zh: {
        message: `货物净重${netWeightKg}千克，却大于毛重${grossWeightKg}千克。`,
        mend: '请更正其中一项重量：包装不会使货物变轻。',
      },
    },
  ]
}
