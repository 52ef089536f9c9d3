import { bootstrap } from './setup/bootstrap.mjs';

await bootstrap(new URL('./test/main.mjs', import.meta.url));
