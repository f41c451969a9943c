import type { Config } from '../platform/config.ts'
import { createLog } from '../platform/log.ts'
import { openStage, type Stage } from '../stage/open-stage.ts'
import type { Installation, StageGround } from './installation.ts'

/** How long a worker that the stage has killed stays away: long enough to be missed. */
const WORKER_STAYS_AWAY_MS = 4_000

/** Opens the live stage on a running installation, whose worker and lines it may damage. */
export function openLiveStage(
  config: Config,
  installation: Installation,
  { port, toOffice, fromOffice }: StageGround,
): Promise<Stage> {
  const { databases, supervisor, apiUrl, publicUrl, authority } = installation
  return openStage({
    ...{ apiUrl, publicUrl, authority, port },
    dataFolder: config.dataFolder,
    appUrl: databases.appUrl,
    log: createLog({ name: 'stage', level: 'error' }),
    machinery: {
      toOffice,
      fromOffice,
      killWorker: () => supervisor.replace('worker', WORKER_STAYS_AWAY_MS),
    },
  })
}
