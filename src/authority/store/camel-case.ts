/** The name of a column as JSON readers expect it: `received_at` becomes `receivedAt`. */
export type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name

/** A row under the names that JSON readers expect. */
export type InCamelCase<Row extends object> = {
  readonly [Name in keyof Row as Name extends string ? CamelCase<Name> : never]: Row[Name]
}

/** A row under the names that JSON readers expect: `received_at` becomes `receivedAt`. */
export function inCamelCase<Row extends object>(row: Row): InCamelCase<Row> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase()),
      value as unknown,
    ]),
  ) as InCamelCase<Row>
}
