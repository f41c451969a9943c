import { join } from 'node:path'

import type { Role } from '../../access/index.ts'
import { readIfThere, writePrivateFile } from '../../platform/private-file.ts'
import type { CastClient } from './cast.ts'

/** With what the people of the stage come in. */
export interface StagePeople {
  readonly shopKey: string
  readonly carrierKey: string
  /** The person as whom the viewer and the director work at the console. */
  readonly brokerId: string
}

const FILE = 'stage-cast.json'

/**
 * The people of the stage, who are invited through the interface at the first start; their keys are
 * kept in a file that only its owner may read.
 */
export async function openStagePeople(dataFolder: string, owner: CastClient): Promise<StagePeople> {
  const path = join(dataFolder, FILE)
  const known = await readIfThere(path)
  if (known !== undefined) return JSON.parse(known) as StagePeople
  const keyOf = async (name: string, role: Role): Promise<string> =>
    (await owner.post<{ secret: string }>('/v1/api-keys', { name, role })).secret
  const broker = { name: 'Stage broker', role: 'operator' }
  const people = {
    brokerId: (await owner.post<{ id: string }>('/v1/people', broker)).id,
    shopKey: await keyOf('Shop', 'operator'),
    carrierKey: await keyOf('Carrier', 'operator'),
  }
  await writePrivateFile(path, JSON.stringify(people))
  return people
}
