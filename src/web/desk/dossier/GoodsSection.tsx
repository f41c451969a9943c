import { Text, Title } from '@mantine/core'

import type { LodgedItem } from '../../../authority/message/lodged-declaration.ts'
import type { Wire } from '../wire.ts'
import { colon } from '../../kit/words/colon.ts'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import styles from './dossier.module.css'
import type { ShownDossier } from './dossier-query.ts'
import { Facts, type Fact } from './Facts.tsx'
import { PhotoRow } from './PhotoRow.tsx'
import { Section } from '../Section.tsx'
import { TaxTable } from './TaxTable.tsx'

const words = {
  title: { en: 'Goods', zh: '货物' },
  item: (sequence: number) => ({ en: `Item ${sequence}`, zh: `第 ${sequence} 项` }),
  noDescription: { en: 'No description', zh: '无品名' },
  code: { en: 'Commodity code', zh: '商品编码' },
  origin: { en: 'Origin', zh: '原产国' },
  price: { en: 'Item price', zh: '货物价格' },
  net: { en: 'Net mass', zh: '净重' },
  gross: { en: 'Gross mass', zh: '毛重' },
  units: { en: 'Supplementary units', zh: '法定第二单位数量' },
  packages: { en: 'Packages', zh: '包装' },
  marks: { en: 'Marks', zh: '唛头' },
  procedure: { en: 'Procedure', zh: '海关程序' },
  preference: { en: 'Preference', zh: '优惠代码' },
  papers: { en: 'Papers named', zh: '所附单证' },
}

/** The goods item by item: as declared, as corrected, and what is due on each. */
export function GoodsSection({ dossier }: { readonly dossier: ShownDossier }) {
  const say = useSay()
  const assessment = dossier.assessments.at(-1)?.data
  return (
    <Section title={say(words.title)}>
      {dossier.declaration.items.map((item, index) => {
        const declared = dossier.declared.items[index]
        const assessed = assessment?.items.find(({ sequence }) => sequence === item.sequence)
        return (
          <div key={item.sequence} className={styles.item}>
            <Title order={3} size="h5" mb={6}>
              {say(words.item(item.sequence))}
              {say(colon)}
              {item.description ?? say(words.noDescription)}
            </Title>
            <ItemFacts item={item} declared={declared ?? item} />
            <PhotoRow
              photos={dossier.photos.filter(({ itemSequence }) => itemSequence === item.sequence)}
            />
            {assessed !== undefined && <TaxTable item={assessed} />}
          </div>
        )
      })}
    </Section>
  )
}

interface ItemFactsProps {
  readonly item: Wire<LodgedItem>
  readonly declared: Wire<LodgedItem>
}

function ItemFacts({ item, declared }: ItemFactsProps) {
  const say = useSay()
  const { money, number } = useFormats()
  const kilograms = (mass: string | undefined) => (mass === undefined ? '' : `${number(mass)} kg`)
  const compared = (name: string, read: (of: Wire<LodgedItem>) => string): Fact => ({
    name,
    value: <Compared is={read(item)} was={read(declared)} />,
  })
  const facts: readonly Fact[] = [
    compared(say(words.code), ({ commodityCode = '' }) => commodityCode),
    compared(say(words.price), ({ itemPrice }) =>
      itemPrice === undefined ? '' : money(itemPrice),
    ),
    compared(say(words.net), ({ netMassKg }) => kilograms(netMassKg)),
    { name: say(words.gross), value: kilograms(item.grossMassKg) },
    compared(say(words.units), ({ supplementaryQuantity }) =>
      supplementaryQuantity === undefined ? '' : number(supplementaryQuantity),
    ),
    compared(say(words.origin), ({ originCountry = '' }) => originCountry),
    {
      name: say(words.procedure),
      value: [`${item.procedureCode ?? ''}${item.previousProcedureCode ?? ''}`]
        .concat(item.additionalProcedureCodes)
        .join(' '),
    },
    compared(say(words.preference), ({ preferenceCode = '' }) => preferenceCode),
    {
      name: say(words.packages),
      value: item.packages
        .map(({ quantity, typeCode }) => `${quantity ?? ''} ${typeCode ?? ''}`.trim())
        .join(', '),
    },
    { name: say(words.marks), value: item.packages.map(({ marks }) => marks ?? '').join(' ') },
    {
      name: say(words.papers),
      value: item.documents
        .map(({ categoryCode = '', typeCode = '', id = '' }) => `${categoryCode}${typeCode} ${id}`)
        .join(', '),
    },
  ]
  return <Facts facts={facts.filter(({ value }) => !isNothing(value))} />
}

function isNothing(value: Fact['value']): boolean {
  if (typeof value !== 'object' || value === null || !('props' in value)) return false
  const { is, was } = value.props as { readonly is?: string; readonly was?: string }
  return is === '' && was === ''
}

/** A fact as it stands now, with what was declared where an officer has changed it. */
function Compared({ is, was }: { readonly is: string; readonly was: string }) {
  if (is === was) return is
  return (
    <>
      {was !== '' && <del className={styles.was}>{was}</del>}
      <Text component="ins" fw={700} td="none">
        {is}
      </Text>
    </>
  )
}
