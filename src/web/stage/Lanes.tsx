import { Building2, Landmark, Mail, Skull, Smartphone, Unplug } from 'lucide-react'

import type { StageState } from '../../stage/director/stage-state.ts'
import { useSay } from '../kit/words/LanguageProvider.tsx'
import type { Flight } from './flights.ts'
import classes from './stage.module.css'

const words = {
  shopper: { en: 'Shopper', zh: '买家' },
  broker: { en: 'Tidewaiter', zh: 'Tidewaiter' },
  customs: { en: 'Customs', zh: '海关' },
  cut: { en: 'The line is cut', zh: '线路中断' },
  lost: { en: 'The answer was lost', zh: '应答丢失' },
  dead: { en: 'The worker is dead', zh: '工作进程已终止' },
  whole: { en: 'The line is whole', zh: '线路正常' },
}

interface LanesProps {
  readonly flights: readonly Flight[]
  readonly line: StageState['line']
  readonly worker: StageState['worker']
  readonly onOpen: (messageId: string) => void
}

/** The three sides with the lines between them, what is broken on them, and the envelopes in the air. */
export function Lanes({ flights, line, worker, onOpen }: LanesProps) {
  const say = useSay()
  const between = (isCustoms: boolean) =>
    flights.filter(({ message }) => (message.way === 'to-shopper') !== isCustoms)
  const broken = { whole: words.whole, cut: words.cut, 'answer-lost': words.lost }[line]
  return (
    <section className={classes.lanes} aria-label={say(broken)}>
      <span className={classes.station}>
        <Smartphone size={18} aria-hidden /> {say(words.shopper)}
      </span>
      <div className={classes.lane}>
        {between(false).map((flight) => (
          <Envelope key={flight.id} flight={flight} onOpen={onOpen} />
        ))}
      </div>
      <span className={classes.station} data-broken={worker === 'dead' || undefined}>
        {worker === 'dead' ? <Skull size={18} aria-hidden /> : <Building2 size={18} aria-hidden />}
        {say(worker === 'dead' ? words.dead : words.broker)}
      </span>
      <div className={classes.lane} data-line={line}>
        {line !== 'whole' && (
          <span className={classes.breach} role="status">
            <Unplug size={16} aria-hidden /> {say(broken)}
          </span>
        )}
        {between(true).map((flight) => (
          <Envelope key={flight.id} flight={flight} onOpen={onOpen} />
        ))}
      </div>
      <span className={classes.station}>
        <Landmark size={18} aria-hidden /> {say(words.customs)}
      </span>
    </section>
  )
}

interface EnvelopeProps {
  readonly flight: Flight
  readonly onOpen: (messageId: string) => void
}

function Envelope({ flight: { message, outcome }, onOpen }: EnvelopeProps) {
  const say = useSay()
  return (
    <button
      type="button"
      className={classes.envelope}
      data-direction={message.way === 'to-customs' ? 'right' : 'left'}
      data-outcome={outcome}
      // On a phone there is room for the envelope alone.
      aria-label={say(message.title)}
      onClick={() => onOpen(message.id)}
    >
      <Mail size={15} aria-hidden /> <span>{say(message.title)}</span>
    </button>
  )
}
