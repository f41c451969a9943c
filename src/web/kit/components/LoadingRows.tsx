import { Skeleton, Stack } from '@mantine/core'

import { useSay } from '../words/LanguageProvider.tsx'

const words = { loading: { en: 'Loading', zh: '正在加载' } }

/** The shape of what is coming, so that a page does not jump when it is there. */
export function LoadingRows({
  rows = 6,
  height = 36,
}: {
  readonly rows?: number
  readonly height?: number
}) {
  const say = useSay()
  return (
    <Stack gap="xs" role="status" aria-label={say(words.loading)}>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={height} radius="sm" />
      ))}
    </Stack>
  )
}
