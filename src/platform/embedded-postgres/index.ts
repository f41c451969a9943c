export { acquireDataLock, type DataLock, type LockHolder } from './data-lock.ts'
export {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded-postgres.ts'
