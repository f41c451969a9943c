import { Anchor, Button, Collapse, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'

import type { CaseView } from '../../../../api/views/case-view.ts'
import { change } from '../../../kit/api/ask.ts'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseKey, caseQueries, type VersionedGoods } from '../case-queries.ts'
import { mendingFrom, undoingDraft, valueAt, type GoodsDraft } from '../goods-mending.ts'
import { OpenPointNote } from '../OpenPointNote.tsx'
import { fieldsOfConsignment, fieldsOfFact, fieldsOfItem, type GoodsField } from './goods-fields.ts'
import { GoodsFieldInput } from './GoodsFieldInput.tsx'
import { noticeOfMending } from './notice-of-mending.tsx'
import { ProofSteps } from './ProofSteps.tsx'

const words = {
  save: { en: 'Save and check again', zh: '保存并重新检查' },
  all: { en: 'Show all goods data', zh: '显示全部货物资料' },
  fewer: { en: 'Show only what is to be mended', zh: '只显示需要补正的内容' },
  consignment: { en: 'The whole consignment', zh: '整票货物' },
  item: (number: number) => ({ en: `Goods item ${number}`, zh: `商品项 ${number}` }),
  readOnly: {
    en: 'Your role may not change the goods data. Somebody who declares can.',
    zh: '您的角色无权修改货物资料，请联系申报人员。',
  },
  inSettings: { en: 'Open the trader profile in the settings', zh: '在设置中打开贸易商档案' },
}

interface MendGoodsProps {
  readonly view: CaseView
  /** Shows every field from the beginning, not only those that something is wrong with. */
  readonly startsWhole?: boolean
}

/** Mends the goods data: every open point with the field that mends it, all other fields on demand. */
export function MendGoods({ view, startsWhole = false }: MendGoodsProps) {
  const say = useSay()
  const session = useSession()
  const points = useSuspenseQuery(caseQueries.openPoints(view.id)).data.items
  const { data: versioned } = useSuspenseQuery(caseQueries.goods(view.id))
  const [draft, setDraft] = useState<GoodsDraft>({})
  const [isWhole, setIsWhole] = useState(startsWhole)
  const save = useSaveGoods(view.id, versioned, () => setDraft({}))
  if (!session.may('goods.change')) return <Text size="sm">{say(words.readOnly)}</Text>
  const { goods } = versioned
  const mending = mendingFrom(goods, draft)
  const inputFor = (field: GoodsField, namesItem: boolean) => (
    <GoodsFieldInput
      key={field.path}
      field={field}
      namesItem={namesItem}
      value={draft[field.path] ?? valueAt(goods, field.path)}
      onChange={(value) => setDraft((before) => ({ ...before, [field.path]: value }))}
    />
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(draft)
      }}
    >
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, lg: points.length > 1 ? 2 : 1 }} spacing="sm">
          {points.map((point, index) => (
            <OpenPointNote key={index} point={point}>
              {point.goodsFact &&
                fieldsOfFact(goods, point.goodsFact.path).map((field) => inputFor(field, true))}
              {proofPaths.has(point.path ?? '') && <ProofSteps view={view} />}
              {point.dataElement !== undefined && point.goodsFact === undefined && (
                <Anchor component={Link} to="/settings" size="sm">
                  {say(words.inSettings)}
                </Anchor>
              )}
            </OpenPointNote>
          ))}
        </SimpleGrid>
        <Collapse expanded={isWhole}>
          <Stack gap="md">
            <FieldGroup title={say(words.consignment)}>
              {fieldsOfConsignment(goods).map((field) => inputFor(field, false))}
            </FieldGroup>
            {goods.goodsItems.map(({ itemNumber, description }, index) => (
              <FieldGroup
                key={itemNumber}
                title={`${say(words.item(itemNumber))} · ${description}`}
              >
                {fieldsOfItem(goods, index).map((field) => inputFor(field, false))}
              </FieldGroup>
            ))}
          </Stack>
        </Collapse>
        <ProblemNote error={save.error} />
        <Group>
          <Button type="submit" disabled={mending === undefined} loading={save.isPending}>
            {say(words.save)}
          </Button>
          <Button
            variant="default"
            aria-expanded={isWhole}
            onClick={() => setIsWhole((before) => !before)}
          >
            {say(isWhole ? words.fewer : words.all)}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function FieldGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Stack gap="xs" component="fieldset" m={0} p={0} style={{ border: 0, minWidth: 0 }}>
      <Title component="legend" order={3} size="h6" p={0} mb={4}>
        {title}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {children}
      </SimpleGrid>
    </Stack>
  )
}

/** Proofs of origin are not mended in the goods data: somebody vouches, and that is recorded. */
const proofPaths: ReadonlySet<string> = new Set([
  '/documents/preference-statement',
  '/documents/importers-knowledge',
])

/** Saves a draft on the version that was read, and offers to take the change back. */
function useSaveGoods(caseId: string, { goods, etag }: VersionedGoods, onSaved: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (draft: GoodsDraft) => {
      const body = mendingFrom(goods, draft)
      if (body === undefined) return
      await change(`/v1/cases/${caseId}/goods`, { method: 'PATCH', body, ifMatch: etag })
      noticeOfMending({ caseId, undo: undoingDraft(goods, draft), queries })
    },
    onSuccess: onSaved,
    onSettled: () => queries.invalidateQueries({ queryKey: caseKey(caseId) }),
  })
}
