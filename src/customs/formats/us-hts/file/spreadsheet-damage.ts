/**
 * Whether a code is what a spreadsheet makes of one: `1003.9` has lost a trailing zero, `101.21` a
 * leading one, `1.01E+09` and `101210010` were taken for numbers, `2-Jan` and `1/2/2101` for dates.
 */
export function isSpreadsheetDamage(code: string): boolean {
  return damages.some((damage) => damage.test(code))
}

const damages: readonly RegExp[] = [
  // A number: the points between the groups are gone, or a zero at either end.
  /^\d+$/,
  /^\d{1,4}\.\d+$/,
  /^\d(\.\d+)?e\+?\d+$/i,
  /^\d{3}(\.\d{2})+$/,
  // A date, in the order of any country.
  /^\d{1,4}[-/]\d{1,2}[-/]\d{1,4}$/,
  /^\d{1,2}[-/ ][a-z]{3}([-/ ]\d{2,4})?$/i,
  /^[a-z]{3}[-/ ]\d{2,4}$/i,
]
