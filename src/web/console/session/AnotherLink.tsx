import { Code, List, Text, Title } from '@mantine/core'

import { useSay } from '../../kit/words/LanguageProvider.tsx'

const words = {
  title: { en: 'No passkey here?', zh: '此设备上没有通行密钥？' },
  lead: {
    en: 'A one-time link lets you in. You get one from',
    zh: '您可以使用一次性链接登录。获取方式：',
  },
  owner: {
    en: 'an owner of your business: in the console under People, “New link” beside your name;',
    zh: '向贵企业的所有者索取：在控制台“成员”页面，点击您姓名旁的“新链接”；',
  },
  machine: {
    en: 'whoever runs the server, if you are the owner yourself:',
    zh: '如果您本人就是所有者，请向服务器管理员索取：',
  },
}

/** How somebody without a passkey gets in. */
export function AnotherLink({ title }: { readonly title?: string }) {
  const say = useSay()
  return (
    <section>
      <Title order={2} size="h5" mb={4}>
        {title ?? say(words.title)}
      </Title>
      <Text size="sm">{say(words.lead)}</Text>
      <List size="sm" mt={6} spacing={6}>
        <List.Item>{say(words.owner)}</List.Item>
        <List.Item>
          {say(words.machine)} <Code>bin/tidewaiter person link --tenant …</Code>
        </List.Item>
      </List>
    </section>
  )
}
