import { bootstrap } from './setup/bootstrap.mjs';

await bootstrap(new URL('./start/main.mjs', import.meta.url));
