import { bootstrap } from '../setup/bootstrap.mjs';

await bootstrap(new URL('./readme/main.mjs', import.meta.url));
