import { ActionIcon, Button, Fieldset, Group, SimpleGrid, Stack } from '@mantine/core'
import { Plus, Trash2 } from 'lucide-react'

import type { SuggestedCodeView, SuggestedGoodsView } from '../../../../api/suggestions.ts'
import { useRowIds } from '../../../kit/use-row-ids.ts'
import { useLanguage, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { FurtherFields } from './FurtherFields.tsx'
import { withoutLine } from './order-draft.ts'
import { furtherLineFields, lineFields } from './order-fields.ts'
import { useOrderForm } from './order-form.ts'
import { OrderField } from './OrderField.tsx'
import { SuggestField } from './SuggestField.tsx'

const LINES_MAX = 99

const words = {
  line: (number: number) => ({ en: `Goods ${number}`, zh: `商品 ${number}` }),
  description: { en: 'What the goods are', zh: '商品名称' },
  descriptionHint: {
    en: 'what, made of what, for what: "cotton T-shirt, knitted, for men"',
    zh: '名称、材质、用途，须用英文，如 cotton T-shirt, knitted, for men',
  },
  code: { en: 'Commodity code', zh: '商品编码' },
  codeHint: { en: 'ten digits; type a word to look for it', zh: '十位数字；可输入词语查找' },
  further: { en: 'Additional codes, units, licences', zh: '附加编码、计量单位、许可证' },
  add: { en: 'Add goods', zh: '添加商品' },
  remove: (number: number) => ({ en: `Remove goods ${number}`, zh: `删除商品 ${number}` }),
}

/** The lines of the order. */
export function LineSection() {
  const say = useSay()
  const { draft, change } = useOrderForm()
  const { ids, forget } = useRowIds(draft.lineCount)
  return (
    <Stack gap="sm">
      {ids.map((id, index) => (
        <Line key={id} index={index} onRemove={() => forget(index)} />
      ))}
      <Group>
        <Button
          variant="default"
          leftSection={<Plus size={16} />}
          disabled={draft.lineCount >= LINES_MAX}
          onClick={() => change((before) => ({ ...before, lineCount: before.lineCount + 1 }))}
        >
          {say(words.add)}
        </Button>
      </Group>
    </Stack>
  )
}

interface LineProps {
  readonly index: number
  readonly onRemove: () => void
}

function Line({ index, onRemove }: LineProps) {
  const say = useSay()
  const { language } = useLanguage()
  const { draft, change } = useOrderForm()
  const within = `/lines/${index}`
  return (
    <Fieldset legend={say(words.line(index + 1))}>
      <Stack gap="sm">
        <SuggestField<SuggestedGoodsView>
          pointer={`${within}/description`}
          label={words.description}
          hint={words.descriptionHint}
          isRequired
          source="goods"
          show={({ line, seller, orderId }) =>
            [line.description, line.sku, seller, orderId.slice(-4)].filter(Boolean).join(' · ')
          }
          take={({ line }) => lineTexts(line, within)}
        />
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
          <SuggestField<SuggestedCodeView>
            pointer={`${within}/commodityCode`}
            label={words.code}
            hint={words.codeHint}
            source="commodity-codes"
            show={({ commodityCode, name, duty }) =>
              [commodityCode, name[language], duty].filter(Boolean).join(' · ')
            }
            take={({ commodityCode }) => ({ [`${within}/commodityCode`]: commodityCode })}
          />
          {lineFields.map((field) => (
            <OrderField key={field.pointer} field={field} within={within} />
          ))}
        </SimpleGrid>
        <FurtherFields summary={words.further} fields={furtherLineFields} within={within} />
        {draft.lineCount > 1 && (
          <Group justify="flex-end">
            <ActionIcon
              variant="default"
              aria-label={say(words.remove(index + 1))}
              onClick={() => {
                onRemove()
                change((before) => withoutLine(before, index))
              }}
            >
              <Trash2 size={16} />
            </ActionIcon>
          </Group>
        )}
      </Stack>
    </Fieldset>
  )
}

/** What can be taken over of goods that were ordered before; how many, and what they weigh, is new. */
function lineTexts(
  { description, sku = '', commodityCode = '', origin = '', unitPrice }: SuggestedGoodsView['line'],
  within: string,
): Readonly<Record<string, string>> {
  return {
    [`${within}/description`]: description,
    [`${within}/sku`]: sku,
    [`${within}/commodityCode`]: commodityCode,
    [`${within}/origin`]: origin,
    [`${within}/unitPrice/amount`]: unitPrice.amount,
  }
}
