import { Button, Checkbox, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { CaseListView, CaseListViewFacts } from '../../../api/case-views.ts'
import { change } from '../../kit/api/ask.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { caseViewsQuery } from './case-list-queries.ts'
import { Dialog } from '../../kit/components/Dialog.tsx'
import { StackedForm } from '../../kit/components/StackedForm.tsx'

const words = {
  create: { en: 'Save this view', zh: '保存此视图' },
  edit: { en: 'Change the view', zh: '修改视图' },
  name: { en: 'Name', zh: '名称' },
  shared: { en: 'Everybody here sees it', zh: '团队所有成员可见' },
  about: {
    en: 'Filter and order are kept. Words you searched for are not: they may be names.',
    zh: '将保存筛选和排序；搜索词可能是姓名，不予保存。',
  },
  save: { en: 'Save', zh: '保存' },
  cancel: { en: 'Cancel', zh: '取消' },
}

interface ViewDialogProps {
  readonly view: CaseListView | 'new'
  /** Filter and order of the list as it is shown, for a new view. */
  readonly present: Pick<CaseListViewFacts, 'filter' | 'sort'>
  readonly onClose: () => void
  readonly onSaved: (view: CaseListView) => void
}

/** Names a view and says who sees it. */
export function ViewDialog({ view, present, onClose, onSaved }: ViewDialogProps) {
  const say = useSay()
  const queries = useQueryClient()
  const [name, setName] = useState(view === 'new' ? '' : view.name)
  const [shared, setShared] = useState(view === 'new' ? false : view.shared)
  const save = useMutation({
    mutationFn: () =>
      view === 'new' ? create({ ...present, name, shared }) : rename(view, { name, shared }),
    onSuccess: async (saved) => {
      await queries.invalidateQueries(caseViewsQuery)
      onSaved(saved)
      onClose()
    },
  })
  return (
    <Dialog onClose={onClose} title={say(view === 'new' ? words.create : words.edit)}>
      <StackedForm
        submit={say(words.save)}
        isPending={save.isPending}
        error={save.error}
        isReady={name.trim() !== ''}
        onSubmit={() => save.mutate()}
        beside={
          <Button variant="default" onClick={onClose}>
            {say(words.cancel)}
          </Button>
        }
      >
        <TextInput
          label={say(words.name)}
          value={name}
          maxLength={60}
          required
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox
          label={say(words.shared)}
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        {view === 'new' && (
          <Text size="sm" c="dimmed">
            {say(words.about)}
          </Text>
        )}
      </StackedForm>
    </Dialog>
  )
}

function create(facts: CaseListViewFacts): Promise<CaseListView> {
  return change('/v1/case-views', { body: facts })
}

function rename(
  { id, version, filter, sort }: CaseListView,
  facts: Pick<CaseListViewFacts, 'name' | 'shared'>,
): Promise<CaseListView> {
  return change(`/v1/case-views/${id}`, {
    method: 'PUT',
    ifMatch: `"${version}"`,
    body: { ...facts, filter, sort },
  })
}
