import type { ClearancePorts } from '../clearance/ports.ts'
import type { CorrespondencePorts, LetterRoute } from '../correspondence/correspondence-ports.ts'
import { UK_LETTERS } from '../exchange/uk-letters/channel-name.ts'
import type { Config } from '../platform/config.ts'
import { createTellOfThread } from '../tracking/index.ts'

/** What letters with authorities are written and read with in a service process. */
export function correspondencePorts(
  config: Pick<Config, 'publicUrl' | 'ukLettersUrl'>,
  clearance: ClearancePorts,
): CorrespondencePorts {
  const { publicUrl, ukLettersUrl } = config
  const told: readonly LetterRoute[] = ukLettersUrl === undefined ? [] : [{ name: UK_LETTERS }]
  const byMail = (clearance.channels ?? [])
    .filter(({ format }) => format === 'letters')
    .map(({ name, businesses }): LetterRoute => ({
      ...{ name, standing: 'read' },
      ...(businesses !== undefined && { businesses }),
    }))
  return {
    ...{ clearance, letterChannels: [...told, ...byMail] },
    tellOfThread: createTellOfThread({ publicUrl, mail: 'on' }),
  }
}
