import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link2 } from 'lucide-react'
import { useState } from 'react'

import type { ListedTrackingLink, NewTrackingLink } from '../../../../api/tracking.ts'
import { newKey } from '../../../kit/api/ask.ts'
import { Confirm } from '../../../kit/components/Confirm.tsx'
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
  revokeThis: { en: 'Revoke this link?', zh: '撤销此链接？' },
  revokeLead: {
    en: 'Whoever has it will no longer see the page, and it cannot be brought back. You can make a new link.',
    zh: '持有者将无法再打开此页面，且无法恢复；您可以生成新链接。',
  },
  keep: { en: 'Keep it', zh: '保留' },
}

/** The links by which a shopper follows the case: made here, handed on, revoked here. */
export function TrackingLinks({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const { may } = useSession()
  const { data: links } = useSuspenseQuery(caseQueries.trackingLinks(caseId))
  const [url, setUrl] = useState<string>()
  const [leaving, setLeaving] = useState<ListedTrackingLink>()
  const making = useCaseChange(caseId)
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
          {links.items.map((link) => (
            <Group key={link.id} gap="sm">
              <Text size="sm">
                {say(words.made)} <InstantText at={link.createdAt} />
                {link.revokedAt !== undefined && ` · ${say(words.revoked)}`}
              </Text>
              {mayManage && link.revokedAt === undefined && (
                <Button size="compact-sm" variant="default" onClick={() => setLeaving(link)}>
                  {say(words.revoke)}
                </Button>
              )}
            </Group>
          ))}
          <ProblemNote error={making.error} />
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
      {leaving !== undefined && (
        <RevokeLink
          caseId={caseId}
          link={leaving}
          onClose={() => setLeaving(undefined)}
          onRevoked={() => setUrl(undefined)}
        />
      )}
    </div>
  )
}

interface RevokeLinkProps {
  readonly caseId: string
  readonly link: ListedTrackingLink
  readonly onClose: () => void
  readonly onRevoked: () => void
}

/** Asks before a link that a shopper may hold ends for good. */
function RevokeLink({ caseId, link, onClose, onRevoked }: RevokeLinkProps) {
  const say = useSay()
  const revoking = useCaseChange(caseId)
  return (
    <Confirm
      isOpen
      title={say(words.revokeThis)}
      confirm={say(words.revoke)}
      keep={say(words.keep)}
      isPending={revoking.isPending}
      onConfirm={() =>
        revoking.mutate(
          { path: `/v1/tracking-links/${link.id}`, method: 'DELETE' },
          {
            onSuccess: () => {
              onRevoked()
              onClose()
            },
          },
        )
      }
      onClose={onClose}
    >
      {say(words.made)} <InstantText at={link.createdAt} />
      <br />
      {say(words.revokeLead)}
      <ProblemNote error={revoking.error} />
    </Confirm>
  )
}
