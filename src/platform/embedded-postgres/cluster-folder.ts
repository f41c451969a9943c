import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the cluster in a server's home: PostgreSQL's data directory. */
export function clusterFolder(home: string): string {
  return join(home, 'postgres')
}

/** Whether a server's home holds a complete cluster. */
export function hasCluster(home: string): boolean {
  return existsSync(join(clusterFolder(home), 'PG_VERSION'))
}
