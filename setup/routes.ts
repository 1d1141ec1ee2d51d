import { defineRoutesSetup } from '@slidev/types'

/**
 * A slide's address shows the slide, or the reading view at its place. Slidev's page for an address that it does not know
 * tells of a fault; ours says where one can go.
 */
export default defineRoutesSetup(routes => [
  ...routes.filter(({ name }) => name !== 'NotFound').map(route => route.name === 'play' ? { ...route, component: () => import('./reading/PlayOrRead.vue') } as typeof route : route),
  { name: 'NotFound', path: '/:pathMatch(.*)*', component: () => import('../components/deck/NoSuchSlide.vue') },
])
