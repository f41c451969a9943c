import type { PreferenceClaiming } from './preference-agreements.ts'

/** A claim of preference whose proof is on the case. */
export interface ProvenPreference {
  readonly itemNumber: number
  /** Id of the agreement, such as `gb-eu-tca`. */
  readonly agreement: string
  readonly claiming: PreferenceClaiming
  readonly proof: DeclaredProof
}

/** A proof of origin as it is declared, data element 2/3. */
export interface DeclaredProof {
  /** Such as `U110`. */
  readonly documentCode: string
  readonly id: string
  readonly statusCode: string
  /** Stated where the code asks for words beside the reference. */
  readonly reason?: string
}
