import { bootstrap } from './setup/bootstrap.mjs';

await bootstrap(new URL('./pictures/main.mjs', import.meta.url));
