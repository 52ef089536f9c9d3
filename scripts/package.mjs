import { bootstrap } from './setup/bootstrap.mjs';

await bootstrap(new URL('./package/main.mjs', import.meta.url));
