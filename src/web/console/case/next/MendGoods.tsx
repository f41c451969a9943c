import { Button, Collapse, Group, Stack, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { CaseView } from '../../../../api/views/case-view.ts'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { mendingFrom, valueAt } from '../goods-mending.ts'
import { AllGoodsFields } from './AllGoodsFields.tsx'
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx'
import type { GoodsField } from './goods-fields.ts'
import { GoodsFieldInput } from './GoodsFieldInput.tsx'
import { MendingPoints } from './MendingPoints.tsx'
import { useGoodsEdit } from './use-goods-edit.ts'

const words = {
  save: { en: 'Save and check again', zh: '保存并重新检查' },
  all: { en: 'Show all goods data', zh: '显示全部货物资料' },
  fewer: { en: 'Show only what is to be mended', zh: '只显示需要补正的内容' },
  readOnly: {
    en: 'Your role may not change the goods data. Somebody who declares can.',
    zh: '您的角色无权修改货物资料，请联系申报人员。',
  },
}

interface MendGoodsProps {
  readonly view: CaseView
  /** Shows every field from the beginning, not only those that something is wrong with. */
  readonly startsWhole?: boolean
}

/** Mends the goods data: every open point with the field that mends it, all other fields on demand. */
export function MendGoods(props: MendGoodsProps) {
  const say = useSay()
  const { may } = useSession()
  return may('goods.change') ? (
    <GoodsForm {...props} />
  ) : (
    <Text size="sm">{say(words.readOnly)}</Text>
  )
}

function GoodsForm({ view, startsWhole = false }: MendGoodsProps) {
  const say = useSay()
  const points = useSuspenseQuery(caseQueries.openPoints(view.id)).data.items
  const { goods, draft, changedMeanwhile, save, ...edit } = useGoodsEdit(view.id)
  const [isWhole, setIsWhole] = useState(startsWhole)
  const inputFor = (place: 'beside-its-point' | 'among-all') => (field: GoodsField) => (
    <GoodsFieldInput
      key={field.path}
      field={field}
      namesItem={place === 'beside-its-point'}
      value={draft[field.path] ?? valueAt(goods, field.path)}
      onChange={(value) => edit.type(field.path, value)}
    />
  )
  const isUnchanged = mendingFrom(goods, draft) === undefined
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Stack gap="sm">
        <MendingPoints {...{ view, points, goods }} inputFor={inputFor('beside-its-point')} />
        <Collapse expanded={isWhole}>
          <AllGoodsFields goods={goods} inputFor={inputFor('among-all')} />
        </Collapse>
        {changedMeanwhile === undefined ? (
          <ProblemNote error={save.error} />
        ) : (
          <ChangedMeanwhile
            {...{ before: goods, now: changedMeanwhile, draft }}
            onGoOn={edit.goOn}
            onDiscard={edit.discard}
          />
        )}
        <Group>
          <Button
            type="submit"
            disabled={isUnchanged || changedMeanwhile !== undefined}
            loading={save.isPending}
          >
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
