import { mount } from '../kit/mount.tsx'
import { DeskPage } from './DeskPage.tsx'

mount(<DeskPage />)
