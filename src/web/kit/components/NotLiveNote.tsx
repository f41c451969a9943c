import { Text } from '@mantine/core'

import type { Liveness } from '../live/live-stream.ts'
import { useSay } from '../words/LanguageProvider.tsx'

const words = {
  lost: {
    en: 'Not live just now: what changes is shown once the connection is back.',
    zh: '暂未实时更新：连接恢复后将显示最新变化。',
  },
}

/** Says that what is shown may be out of date, while it may be. */
export function NotLiveNote({ state }: { readonly state: Liveness }) {
  const say = useSay()
  return (
    <div role="status">
      {state === 'lost' && (
        <Text size="sm" mb="xs" className="screen-only">
          {say(words.lost)}
        </Text>
      )}
    </div>
  )
}
