export { acquireDataLock, type DataLock, type LockHolder } from './data-lock.ts'
export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded-postgres.ts'
