import type { Result } from '../../customs/result.ts'

/**
 * What was read from data that are released with the code.
 * @throws Error, because a fault in them is a fault of ours
 */
export function soundData<T>(result: Result<T>): T {
  if (result.ok) return result.value
  const [{ path, message }] = result.failures
  throw new Error(`the reference data is broken: ${path} ${message}`)
}
