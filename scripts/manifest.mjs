import { bootstrap } from './setup/bootstrap.mjs';

await bootstrap(new URL('./manifest/main.mjs', import.meta.url));
