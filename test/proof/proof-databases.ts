/** Logins on migrated, empty databases. */
export interface ProofDatabases {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly workerUrl: string
  /** The authority's own database, which it migrates itself. */
  readonly authorityUrl: string
}
