export { default } from '../fixture/vite.config.ts'
