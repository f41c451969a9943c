import { useMutation, useQueryClient } from '@tanstack/react-query'

import type { NewEndpointView } from '../../../../api/webhooks.ts'
import { change, newKey } from '../../../kit/api/ask.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { EndpointForm, type EndpointFacts } from './EndpointForm.tsx'
import { Dialog } from '../../../kit/components/Dialog.tsx'
import { SecretOnce } from '../SecretOnce.tsx'

const words = {
  title: { en: 'Add an endpoint', zh: '添加接收端' },
  add: { en: 'Add it', zh: '添加' },
  secret: { en: 'The signing secret, shown this once', zh: '签名密钥（仅显示一次）' },
  keep: {
    en: 'With it your system checks that a message comes from us (Standard Webhooks 1.0.0). It cannot be shown again.',
    zh: '您的系统用它验证消息确实来自我们（Standard Webhooks 1.0.0）。此密钥不会再次显示。',
  },
}

const blank: EndpointFacts = { url: '', eventTypes: ['*'] }

interface AddEndpointProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Registers an endpoint, then shows its secret once. */
export function AddEndpoint({ isOpen, onClose }: AddEndpointProps) {
  const say = useSay()
  const queries = useQueryClient()
  const adding = useMutation({
    mutationFn: (facts: EndpointFacts) =>
      change<NewEndpointView>('/v1/webhooks', { idempotencyKey: newKey(), body: facts }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  })
  const leave = () => {
    adding.reset()
    onClose()
  }
  return (
    <Dialog isOpen={isOpen} onClose={leave} title={say(words.title)} size="lg">
      {adding.data === undefined ? (
        <EndpointForm
          facts={blank}
          submit={say(words.add)}
          error={adding.error}
          isPending={adding.isPending}
          onSubmit={(facts) => adding.mutate(facts)}
        />
      ) : (
        <SecretOnce
          title={say(words.secret)}
          secret={adding.data.secret ?? ''}
          keep={say(words.keep)}
          onDone={leave}
        />
      )}
    </Dialog>
  )
}
