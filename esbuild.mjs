import { build } from './scripts/build/build.mjs';

// What the bundles are made of stands in scripts/build/bundles.mjs.
await build({ production: process.argv.includes('--production'), watch: process.argv.includes('--watch') });
