/**
 * An exact decimal as the interface writes it, such as `0.540`, as a count of units at a scale of ten.
 * Throws where a text is none: the interface answers nothing else.
 */
function unitsAt(decimals: number, value: string): bigint {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? []
  if (whole === '') throw new Error(`${value} is no decimal`)
  return BigInt(sign + whole + fraction.padEnd(decimals, '0'))
}

function decimalsOf(values: readonly string[]): number {
  return Math.max(0, ...values.map((value) => value.split('.')[1]?.length ?? 0))
}

/** The exact sum, with as many decimals as the finest of the values: `0.1` and `0.20` are `0.30`. */
export function exactSum(values: readonly string[]): string {
  const decimals = decimalsOf(values)
  const units = values.reduce((sum, value) => sum + unitsAt(decimals, value), 0n)
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const sign = units < 0n ? '-' : ''
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`
}

/** Whether one exact decimal is greater than another. */
export function isGreater(one: string, other: string): boolean {
  const decimals = decimalsOf([one, other])
  return unitsAt(decimals, one) > unitsAt(decimals, other)
}
