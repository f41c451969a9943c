import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { TenantView } from '../../../../api/tenant.ts'
import { change } from '../../../kit/api/ask.ts'
import { ProblemError } from '../../../kit/api/problem.ts'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { PageHead } from '../../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { showNotice } from '../../../kit/notices.ts'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { SettingsTabs } from '../SettingsTabs.tsx'
import {
  carriedOver,
  changeBetween,
  changedParts,
  draftOf,
  type BusinessDraft,
} from './business-draft.ts'
import { BusinessFields, DeclarantFields } from './BusinessFields.tsx'
import { PaymentFields } from './PaymentFields.tsx'
import { PowerFields, RegistrationFields } from './PowerFields.tsx'
import { SimplificationFields } from './SimplificationFields.tsx'
import { tenantQuery } from './tenant-query.ts'
import styles from './business-page.module.css'

const words = {
  title: { en: 'Business', zh: '企业' },
  lead: {
    en: 'The standing facts that every declaration is filled from. A change holds for cases that are prepared after it.',
    zh: '每份报关单都会引用的固定信息。更改对之后准备的案件生效。',
  },
  readOnly: { en: 'Only an owner can change this.', zh: '只有所有者可以更改。' },
  save: { en: 'Save', zh: '保存' },
  discard: { en: 'Discard my changes', zh: '放弃我的更改' },
  saved: { en: 'Saved', zh: '已保存' },
  unsaved: { en: 'You have changes that are not saved.', zh: '您有尚未保存的更改。' },
  conflict: { en: 'Somebody else has saved in the meantime', zh: '其他人已先行保存' },
  conflictParts: { en: 'They changed:', zh: '对方更改了：' },
  mine: {
    en: 'Yours are still here. Save them over the others’ where both changed the same, or take theirs and enter yours again.',
    zh: '您的更改仍保留在此。您可以用自己的内容覆盖相同部分，或采用对方的内容后重新填写。',
  },
  overwrite: { en: 'Save mine all the same', zh: '仍然保存我的更改' },
  take: { en: 'Take theirs', zh: '采用对方的内容' },
}

/** The business before customs: who declares, from where duty is paid, under whose powers. */
export function BusinessPage() {
  const say = useSay()
  const { may } = useSession()
  const tenant = useQuery(tenantQuery)
  return (
    <Stack gap="md" maw={960}>
      <div>
        <PageHead
          title={say(words.title)}
          lead={`${say(words.lead)} ${may('tenant.change') ? '' : say(words.readOnly)}`}
        />
        <SettingsTabs />
      </div>
      <ProblemNote error={tenant.error} onRetry={() => void tenant.refetch()} />
      {tenant.isPending && <LoadingRows rows={6} height={56} />}
      {tenant.data !== undefined && <BusinessForm tenant={tenant.data} />}
    </Stack>
  )
}

/**
 * Keeps what the edit began with, so that a save names the version that it was made on, and what
 * somebody else has saved since can be told apart from one's own.
 */
function useBusinessEdit(tenant: TenantView) {
  const say = useSay()
  const queries = useQueryClient()
  const [base, setBase] = useState(tenant)
  const [draft, setDraft] = useState(() => draftOf(tenant))
  const begin = (from: TenantView) => {
    setBase(from)
    setDraft(draftOf(from))
  }
  const saving = useMutation({
    mutationFn: (on: TenantView) => {
      const present = draftOf(on)
      const body = changeBetween(present, carriedOver(draftOf(base), draft, present))
      // Somebody else has saved the very same.
      if (Object.keys(body).length === 0) return Promise.resolve(on)
      return change<TenantView>('/v1/tenant', { method: 'PATCH', ifMatch: `"${on.version}"`, body })
    },
    onSuccess: async (saved) => {
      begin(saved)
      queries.setQueryData(tenantQuery.queryKey, saved)
      showNotice({ message: say(words.saved) })
      // The name of the business stands in the frame.
      await queries.invalidateQueries({ queryKey: ['session'] })
    },
    onError: () => queries.invalidateQueries({ queryKey: tenantQuery.queryKey }),
  })
  const isChanged = Object.keys(changeBetween(draftOf(base), draft)).length > 0
  return { base, draft, setDraft, begin, saving, isChanged }
}

function BusinessForm({ tenant }: { readonly tenant: TenantView }) {
  const say = useSay()
  const { may } = useSession()
  const { base, draft, setDraft, begin, saving, isChanged } = useBusinessEdit(tenant)
  const hasConflict = isConflict(saving.error)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate(base)
      }}
    >
      <fieldset className={styles.fields} disabled={!may('tenant.change')}>
        <Parts draft={draft} onChange={setDraft} />
      </fieldset>
      {hasConflict ? (
        <Conflict
          parts={changedParts(draftOf(base), draftOf(tenant)).map(say)}
          onOverwrite={() => saving.mutate(tenant)}
          onTake={() => {
            begin(tenant)
            saving.reset()
          }}
        />
      ) : (
        <ProblemNote error={saving.error} />
      )}
      {isChanged && !hasConflict && (
        <Group className={styles.bar} justify="flex-end">
          <Text size="sm">{say(words.unsaved)}</Text>
          <Button variant="default" onClick={() => begin(tenant)}>
            {say(words.discard)}
          </Button>
          <Button type="submit" loading={saving.isPending}>
            {say(words.save)}
          </Button>
        </Group>
      )}
    </form>
  )
}

interface PartsProps {
  readonly draft: BusinessDraft
  readonly onChange: (draft: BusinessDraft) => void
}

function Parts({ draft, onChange }: PartsProps) {
  const { profile } = draft
  const setProfile = (changed: BusinessDraft['profile']) => onChange({ ...draft, profile: changed })
  return (
    <Stack gap="xl">
      <BusinessFields draft={draft} onChange={onChange} />
      <DeclarantFields profile={profile} onChange={setProfile} />
      <PaymentFields profile={profile} onChange={setProfile} />
      <SimplificationFields profile={profile} onChange={setProfile} />
      <PowerFields profile={profile} onChange={setProfile} />
      <RegistrationFields profile={profile} onChange={setProfile} />
    </Stack>
  )
}

interface ConflictProps {
  readonly parts: readonly string[]
  readonly onOverwrite: () => void
  readonly onTake: () => void
}

function Conflict({ parts, onOverwrite, onTake }: ConflictProps) {
  const say = useSay()
  return (
    <Alert
      role="alert"
      color="yellow"
      mt="md"
      title={say(words.conflict)}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      {parts.length > 0 && (
        <Text size="sm">
          {say(words.conflictParts)} <strong>{parts.join(', ')}</strong>
        </Text>
      )}
      <Text size="sm">{say(words.mine)}</Text>
      <Group mt="sm">
        <Button size="xs" variant="default" onClick={onTake}>
          {say(words.take)}
        </Button>
        <Button size="xs" onClick={onOverwrite}>
          {say(words.overwrite)}
        </Button>
      </Group>
    </Alert>
  )
}

function isConflict(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 412
}
