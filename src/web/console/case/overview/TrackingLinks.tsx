import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link2 } from 'lucide-react'
import { useState } from 'react'

import type { NewTrackingLink } from '../../../../api/tracking.ts'
import { newKey } from '../../../kit/api/ask.ts'
import { CopyText } from '../../../kit/components/CopyText.tsx'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { SectionCard } from '../SectionCard.tsx'
import { useCaseChange } from '../use-case-change.ts'

const words = {
  title: { en: 'The shopper’s page', zh: '买家查询页' },
  lead: {
    en: 'Whoever has such a link sees how the parcel fares, in plain words and without names.',
    zh: '持有链接的人可查看包裹进展，文字通俗，不含姓名。',
  },
  make: { en: 'Make a link', zh: '生成链接' },
  once: {
    en: 'Copy it now: the address is shown this once.',
    zh: '请立即复制：该地址仅显示这一次。',
  },
  open: { en: 'Open the page', zh: '打开页面' },
  made: { en: 'Made', zh: '生成于' },
  revoked: { en: 'revoked', zh: '已撤销' },
  revoke: { en: 'Revoke', zh: '撤销' },
}

/** The links by which a shopper follows the case: made here, handed on, revoked here. */
export function TrackingLinks({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const { may } = useSession()
  const { data: links } = useSuspenseQuery(caseQueries.trackingLinks(caseId))
  const [url, setUrl] = useState<string>()
  const making = useCaseChange(caseId)
  const revoking = useCaseChange(caseId)
  const mayManage = may('tracking.manage')
  return (
    <div className="screen-only">
      <SectionCard title={say(words.title)} lead={say(words.lead)}>
        <Stack gap="sm">
          {url !== undefined && (
            <div role="status">
              <Text size="sm" fw={600}>
                {say(words.once)}
              </Text>
              <CopyText value={url} />
              <Anchor href={url} target="_blank" rel="noreferrer" size="sm">
                {say(words.open)}
              </Anchor>
            </div>
          )}
          {links.items.map(({ id, createdAt, revokedAt }) => (
            <Group key={id} gap="sm">
              <Text size="sm">
                {say(words.made)} <InstantText at={createdAt} />
                {revokedAt !== undefined && ` · ${say(words.revoked)}`}
              </Text>
              {mayManage && revokedAt === undefined && (
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={revoking.isPending}
                  onClick={() =>
                    revoking.mutate(
                      { path: `/v1/tracking-links/${id}`, method: 'DELETE' },
                      { onSuccess: () => setUrl(undefined) },
                    )
                  }
                >
                  {say(words.revoke)}
                </Button>
              )}
            </Group>
          ))}
          <ProblemNote error={making.error ?? revoking.error} />
          {mayManage && (
            <Group>
              <Button
                variant="default"
                leftSection={<Link2 size={16} aria-hidden />}
                loading={making.isPending}
                onClick={() =>
                  making.mutate(
                    { at: '/tracking-links', idempotencyKey: newKey() },
                    { onSuccess: (made) => setUrl((made as NewTrackingLink).url) },
                  )
                }
              >
                {say(words.make)}
              </Button>
            </Group>
          )}
        </Stack>
      </SectionCard>
    </div>
  )
}
