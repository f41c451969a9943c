import { mount } from '../kit/mount.tsx'
import { StagePage } from './StagePage.tsx'

mount(<StagePage />)
