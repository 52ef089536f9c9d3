import { bootstrap } from './setup/bootstrap.mjs';

await bootstrap(new URL('./words/main.mjs', import.meta.url));
