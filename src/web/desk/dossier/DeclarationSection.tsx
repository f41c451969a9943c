import type { LodgedParty } from '../../../authority/message/lodged-declaration.ts'
import { InstantText } from '../../kit/components/InstantText.tsx'
import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import type { ShownDossier } from './dossier-query.ts'
import { Facts } from './Facts.tsx'
import { Section } from '../Section.tsx'

const words = {
  title: { en: 'Declaration', zh: '报关单' },
  exporter: { en: 'Exporter', zh: '出口商' },
  importer: { en: 'Importer', zh: '进口商' },
  declarant: { en: 'Declarant', zh: '申报人' },
  represented: { en: 'Representation', zh: '代理方式' },
  direct: { en: 'direct', zh: '直接代理' },
  indirect: { en: 'indirect', zh: '间接代理' },
  self: { en: 'none: declares for itself', zh: '自行申报' },
  type: { en: 'Type', zh: '申报类型' },
  IMA: { en: 'arrived (A)', zh: '货物已到（A）' },
  IMD: { en: 'before arrival (D)', zh: '到货前申报（D）' },
  terms: { en: 'Delivery terms', zh: '贸易术语' },
  from: { en: 'Exported from', zh: '启运国' },
  to: { en: 'Destination', zh: '目的国' },
  location: { en: 'Goods location', zh: '货物所在地' },
  items: { en: 'Items, packages', zh: '项数、件数' },
  charges: { en: 'Additions and deductions', zh: '加减项' },
  ducr: { en: 'DUCR', zh: 'DUCR' },
  received: { en: 'Received', zh: '接收时间' },
  arrived: { en: 'Arrived', zh: '到货时间' },
}

/** Who declares what for whom, from where to where. */
export function DeclarationSection({ dossier }: { readonly dossier: ShownDossier }) {
  const say = useSay()
  const { money } = useFormats()
  const { declaration: lodged, register } = dossier
  const type = lodged.typeCode === 'IMD' ? words.IMD : words.IMA
  return (
    <Section title={say(words.title)}>
      <Facts
        facts={[
          { name: say(words.exporter), value: partyText(lodged.exporter) },
          { name: say(words.importer), value: partyText(lodged.importer) },
          { name: say(words.declarant), value: partyText(lodged.declarant) },
          {
            name: say(words.represented),
            value: say(representation(lodged.representativeStatusCode)),
          },
          { name: say(words.type), value: say(type) },
          { name: say(words.terms), value: lodged.deliveryTerms },
          { name: say(words.from), value: lodged.exportCountry },
          { name: say(words.to), value: lodged.destinationCountry },
          { name: say(words.location), value: lodged.goodsLocation },
          {
            name: say(words.items),
            value: `${lodged.goodsItemQuantity ?? ''} / ${lodged.totalPackageQuantity ?? ''}`,
          },
          {
            name: say(words.charges),
            value: lodged.additionsAndDeductions
              .map(
                ({ code = '', amount }) => `${code} ${amount === undefined ? '' : money(amount)}`,
              )
              .join(', '),
          },
          { name: say(words.ducr), value: register.ducr },
          { name: say(words.received), value: <InstantText at={register.receivedAt} /> },
          {
            name: say(words.arrived),
            value: register.arrivedAt === null ? '' : <InstantText at={register.arrivedAt} />,
          },
        ]}
      />
    </Section>
  )
}

function representation(code: string | undefined) {
  if (code === '2') return words.direct
  return code === '3' ? words.indirect : words.self
}

function partyText({ name, id, countryCode }: LodgedParty): string {
  return [name, id, countryCode].filter((part) => part !== undefined).join(', ')
}
