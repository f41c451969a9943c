import { clearanceQueues } from '../clearance/queues.ts'
import { exchangeQueues } from '../exchange/queues.ts'
import type { AnyQueue } from '../platform/jobs/index.ts'
import { trackingQueues } from '../tracking/index.ts'

/** Every queue of the application; they are installed together with the tables. */
export const allQueues: readonly AnyQueue[] = [
  ...clearanceQueues,
  ...exchangeQueues,
  ...trackingQueues,
]
