import { RouterProvider } from '@tanstack/react-router'

import { mount } from '../kit/mount.tsx'
import { readNewLinks } from '../kit/read-new-links.ts'
import { router } from './router.ts'

readNewLinks(/^#[A-Za-z0-9_-]{43}$/)
mount(<RouterProvider router={router} />)
