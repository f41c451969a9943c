import { readFile } from 'node:fs/promises'
import { checkedReader } from '../../customs/checked-reader.ts'
import { type Failure, failure, resultOf, type Result, success } from '../../customs/result.ts'
import { UK_CDS } from '../uk-cds/channel-name.ts'
import { type ChannelSettings, channelsFileSchema } from './channel-settings.ts'

const VARIABLE = 'TIDEWAITER_CHANNELS'

const readForm = checkedReader<{ readonly channels: readonly ChannelSettings[] }>(
  channelsFileSchema,
)

/**
 * Reads the channels that an installation has beside HMRC's interface. Every fault is named with its
 * place in the file, so that one start shows all of them.
 *
 * @param file where they are described; no channels where it is absent
 */
export async function readChannelSettings(
  file: string | undefined,
): Promise<Result<readonly ChannelSettings[]>> {
  if (file === undefined) return success([])
  const content = await readJson(file)
  if (!content.ok) return content
  const form = readForm(content.value)
  if (!form.ok) return resultOf(form.failures.map(configurationFault), () => [])
  const { channels } = form.value
  const failures = channels.flatMap((settings, index) => [
    ...nameTaken(channels, settings, index),
    ...noLogin(settings, index),
  ])
  return resultOf(failures, () => channels)
}

async function readJson(file: string): Promise<Result<unknown>> {
  try {
    return success(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    return failure({
      code: 'configuration-invalid',
      path: VARIABLE,
      message: `The file of channels ${file} cannot be read: ${(error as Error).message}.`,
      mend: `Set ${VARIABLE} to a file that docs/channels.md describes, or unset it.`,
      zh: {
        message: `无法读取通道文件 ${file}：${(error as Error).message}。`,
        mend: `请把 ${VARIABLE} 设为 docs/channels.md 所述的文件，或取消设置。`,
      },
    })
  }
}

function configurationFault(fault: Failure): Failure {
  const { message, zh } = fault
  return {
    ...fault,
    code: 'configuration-invalid',
    message: `${VARIABLE}: ${message}`,
    zh: { ...zh, message: `${VARIABLE}：${zh?.message ?? message}` },
  }
}

function nameTaken(
  channels: readonly ChannelSettings[],
  { name }: ChannelSettings,
  index: number,
): readonly Failure[] {
  const isFirst = channels.findIndex((one) => one.name === name) === index
  if (isFirst && name !== UK_CDS) return []
  return [
    configurationFault({
      code: 'configuration-invalid',
      path: `/channels/${index}/name`,
      message: `/channels/${index}/name ${name} is the name of another channel.`,
      mend: `Give each channel a name of its own; ${UK_CDS} is HMRC's own interface.`,
      zh: {
        message: `/channels/${index}/name ${name} 已是另一通道的名称。`,
        mend: `请给每个通道取不同的名称；${UK_CDS} 是英国税务海关总署自己的接口。`,
      },
    }),
  ]
}

function noLogin(settings: ChannelSettings, index: number): readonly Failure[] {
  if (settings.transport !== 'sftp') return []
  if (settings.password !== undefined || settings.privateKey !== undefined) return []
  return [
    configurationFault({
      code: 'configuration-invalid',
      path: `/channels/${index}`,
      message: `/channels/${index} has neither a privateKey nor a password.`,
      mend: 'State where the private key or the password is kept: file:/path or env:NAME.',
      zh: {
        message: `/channels/${index} 既没有 privateKey，也没有 password。`,
        mend: '请写明私钥或密码存放何处：file:/路径 或 env:变量名。',
      },
    }),
  ]
}
