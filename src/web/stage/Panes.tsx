import { Tabs, Text, useComputedColorScheme } from '@mantine/core'
import type { ReactNode } from 'react'

import type { StageCase, StageState } from '../../stage/director/stage-state.ts'
import { useLanguage, useSay } from '../kit/words/LanguageProvider.tsx'
import classes from './stage.module.css'

const words = {
  shopper: { en: "Shopper's phone", zh: '买家手机' },
  broker: { en: "Broker's console", zh: '报关行控制台' },
  officer: { en: "Officer's desk", zh: '关员工作台' },
  tabs: {
    shopper: { en: 'Phone', zh: '手机' },
    broker: { en: 'Console', zh: '控制台' },
    officer: { en: 'Desk', zh: '工作台' },
  },
  noParcel: {
    en: 'The shopper gets a link as soon as the shop hands in the order.',
    zh: '商家提交订单后，买家即会收到链接。',
  },
}

interface PanesProps {
  readonly state: StageState | undefined
  readonly deskLink: string
  readonly layout: 'beside' | 'tabs'
}

/** The real pages of the three sides, each on the case that is on the stage. */
export function Panes({ state, deskLink, layout }: PanesProps) {
  const say = useSay()
  const shown = state?.case
  const panes = [
    { name: 'shopper', title: say(words.shopper), page: <Phone shown={shown} /> },
    {
      name: 'broker',
      title: say(words.broker),
      page: <PaneFrame title={say(words.broker)} address={consoleAddress(shown)} />,
    },
    {
      name: 'officer',
      title: say(words.officer),
      page: <PaneFrame title={say(words.officer)} address={deskAddress(shown, deskLink)} />,
    },
  ] as const
  if (layout === 'beside') {
    return (
      <div className={classes.panes}>
        {panes.map(({ name, title, page }) => (
          <section key={name} className={classes.pane} data-side={name} aria-label={title}>
            {page}
          </section>
        ))}
      </div>
    )
  }
  return (
    <Tabs defaultValue="shopper" keepMounted className={classes.tabs}>
      <Tabs.List grow>
        {panes.map(({ name }) => (
          <Tabs.Tab key={name} value={name}>
            {say(words.tabs[name])}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {panes.map(({ name, page }) => (
        <Tabs.Panel key={name} value={name} className={classes.pane} data-side={name}>
          {page}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

function Phone({ shown }: { readonly shown: StageCase | undefined }) {
  const say = useSay()
  let screen: ReactNode = (
    <Text size="sm" c="dimmed" ta="center" p="xl">
      {say(words.noParcel)}
    </Text>
  )
  if (shown !== undefined) {
    const address = new URL(shown.trackingUrl).pathname
    screen = <PaneFrame title={say(words.shopper)} address={address} />
  }
  return <div className={classes.phone}>{screen}</div>
}

/** A page that speaks the stage's language and wears its colours, whatever was chosen there before. */
function PaneFrame({ title, address }: { readonly title: string; readonly address: string }) {
  const { language } = useLanguage()
  const scheme = useComputedColorScheme('light')
  const [page, secret] = address.split('#')
  const shown = `${page}?embed=1&lang=${language}&scheme=${scheme}`
  return (
    <iframe
      className={classes.frame}
      title={title}
      src={secret === undefined ? shown : `${shown}#${secret}`}
    />
  )
}

function consoleAddress(shown: StageCase | undefined): string {
  return shown === undefined ? '/console/' : `/console/cases/${shown.caseId}`
}

/** The secret of the link goes along each time: the desk takes it once and needs it no more. */
function deskAddress(shown: StageCase | undefined, deskLink: string): string {
  const { origin, hash } = new URL(deskLink)
  const page = shown?.mrn === undefined ? '' : `lodgements/${shown.mrn}`
  return `${origin}/desk/${page}${hash}`
}
