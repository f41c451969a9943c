import { type Failure, type Result, resultOf } from '../result.ts'

type ValuesOf<Results extends readonly Result<unknown>[]> = {
  readonly [Index in keyof Results]: Results[Index] extends Result<infer Value> ? Value : never
}

/** All values, or all failures together, so that whoever mends them sees every one at once. */
export function allOf<const Results extends readonly Result<unknown>[]>(
  results: Results,
): Result<ValuesOf<Results>> {
  const failures: Failure[] = []
  const values: unknown[] = []
  for (const result of results) {
    if (result.ok) values.push(result.value)
    else failures.push(...result.failures)
  }
  return resultOf(failures, () => values as ValuesOf<Results>)
}
