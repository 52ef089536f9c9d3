import { bootstrap } from './scripts/setup/bootstrap.mjs';

await bootstrap(new URL('./scripts/build/main.mjs', import.meta.url));
