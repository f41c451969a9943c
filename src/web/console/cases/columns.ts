/** The columns of the list, in their order; the style sheet places each by its name. */
export const columns = [
  {
    name: 'reference',
    label: { en: 'Reference, buyer, goods', zh: '编号、买方、货物' },
    side: 'start',
  },
  { name: 'state', label: { en: 'State', zh: '状态' }, side: 'start' },
  { name: 'waiting', label: { en: 'Waiting for', zh: '等待' }, side: 'start' },
  { name: 'whose', label: { en: 'Turn', zh: '轮到谁' }, side: 'start' },
  { name: 'value', label: { en: 'Customs value', zh: '完税价格' }, side: 'end' },
  { name: 'lane', label: { en: 'Lane', zh: '通道' }, side: 'start' },
  { name: 'destination', label: { en: 'To', zh: '目的国' }, side: 'start' },
  { name: 'opened', label: { en: 'Opened', zh: '开案' }, side: 'end' },
] as const
