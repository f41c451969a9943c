import { mount } from '../kit/mount.tsx'
import { readNewLinks } from '../kit/read-new-links.ts'
import { StagePage } from './StagePage.tsx'

readNewLinks(/^#[\w-]{20,}\.\d{1,5}$/)
mount(<StagePage />)
