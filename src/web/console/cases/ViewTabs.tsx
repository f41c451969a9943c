import { ActionIcon, Button, Group, Menu, UnstyledButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { BookmarkPlus, Ellipsis, Users } from 'lucide-react'
import { useState } from 'react'

import type { CaseListView, CaseListViewFacts } from '../../../api/case-views.ts'
import { change } from '../../kit/api/ask.ts'
import { showNotice } from '../../kit/notices.ts'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSession } from '../../kit/session.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { caseViewsQuery } from './case-list-queries.ts'
import { isNarrowed, savedFilterOf } from './list-search.ts'
import { useListSearch } from './use-list-search.ts'
import { ViewDialog } from './ViewDialog.tsx'
import classes from './ViewTabs.module.css'

const words = {
  views: { en: 'Saved views', zh: '已存视图' },
  all: { en: 'All cases', zh: '全部案件' },
  save: { en: 'Save view', zh: '保存视图' },
  shared: { en: 'shared', zh: '共享' },
  actions: (name: string) => ({ en: `Change view ${name}`, zh: `修改视图 ${name}` }),
  rename: { en: 'Rename or share', zh: '重命名或共享' },
  update: { en: 'Save the present filter here', zh: '将当前筛选存入此视图' },
  remove: { en: 'Remove', zh: '删除' },
  removed: (name: string) => ({ en: `View “${name}” was removed.`, zh: `视图“${name}”已删除。` }),
  undo: { en: 'Undo', zh: '撤销' },
}

type Dialog = { readonly of: CaseListView | 'new' } | undefined

/** Saved views as tabs: all cases, one's own, and those that others share. */
export function ViewTabs() {
  const say = useSay()
  const { may } = useSession()
  const { search, replace } = useListSearch()
  const { data: views = [] } = useQuery(caseViewsQuery)
  const { put, remove } = useViewChanges()
  const [dialog, setDialog] = useState<Dialog>()
  const present = { filter: savedFilterOf(search), sort: search.sort ?? 'newest' }
  const open = ({ id, filter, sort }: CaseListView) =>
    replace({ ...filter, ...(sort !== 'newest' && { sort }), view: id })
  const chosen = views.find(({ id }) => id === search.view)
  return (
    <>
      <Group gap={4} mb="sm" component="nav" aria-label={say(words.views)} className="screen-only">
        <UnstyledButton
          className={classes.tab ?? ''}
          aria-current={search.view === undefined && !isNarrowed(search) ? 'page' : undefined}
          onClick={() => replace({})}
        >
          {say(words.all)}
        </UnstyledButton>
        {views.map((view) => (
          <UnstyledButton
            key={view.id}
            className={classes.tab ?? ''}
            aria-current={view.id === chosen?.id ? 'page' : undefined}
            onClick={() => open(view)}
          >
            {view.name}
            {view.shared && <Users size={14} aria-label={say(words.shared)} />}
          </UnstyledButton>
        ))}
        {chosen !== undefined && may('case-views.save') && (
          <Menu>
            <Menu.Target>
              <ActionIcon variant="subtle" aria-label={say(words.actions(chosen.name))}>
                <Ellipsis size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setDialog({ of: chosen })}>{say(words.rename)}</Menu.Item>
              <Menu.Item onClick={() => put.mutate({ ...chosen, ...present })}>
                {say(words.update)}
              </Menu.Item>
              <Menu.Item onClick={() => remove.mutate(chosen, { onSuccess: () => replace({}) })}>
                {say(words.remove)}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
        {may('case-views.save') && (isNarrowed(search) || search.sort !== undefined) && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<BookmarkPlus size={16} aria-hidden />}
            onClick={() => setDialog({ of: 'new' })}
          >
            {say(words.save)}
          </Button>
        )}
      </Group>
      <ProblemNote error={put.error ?? remove.error} />
      {dialog !== undefined && (
        <ViewDialog
          view={dialog.of}
          present={present}
          onClose={() => setDialog(undefined)}
          onSaved={open}
        />
      )}
    </>
  )
}

/** Changes of views; what was removed can be brought back for a while. */
function useViewChanges() {
  const say = useSay()
  const queries = useQueryClient()
  const readAgain = () => queries.invalidateQueries(caseViewsQuery)
  const put = useMutation({
    mutationFn: ({ id, version, ...view }: CaseListView) =>
      change<CaseListView>(`/v1/case-views/${id}`, {
        method: 'PUT',
        ifMatch: `"${version}"`,
        body: factsOf(view),
      }),
    onSuccess: readAgain,
  })
  const remove = useMutation({
    mutationFn: ({ id }: CaseListView) => change(`/v1/case-views/${id}`, { method: 'DELETE' }),
    onSuccess: async (_, view) => {
      await readAgain()
      const id = `removed ${view.id}`
      showNotice({
        id,
        message: (
          <Group justify="space-between">
            {say(words.removed(view.name))}
            <Button
              size="compact-sm"
              variant="light"
              onClick={() => {
                put.mutate(view)
                notifications.hide(id)
              }}
            >
              {say(words.undo)}
            </Button>
          </Group>
        ),
        autoClose: 10_000,
      })
    },
  })
  return { put, remove }
}

function factsOf({ name, filter, sort, shared }: CaseListViewFacts): CaseListViewFacts {
  return { name, filter, sort, shared }
}
