import { readFileSync, writeFileSync } from 'node:fs';
import { withApiTable } from './apiTable.ts';

/** `npm run api-table`: prints ARCHITECTURE.md's table of operations and writes it there. */
const page = new URL('../../../ARCHITECTURE.md', import.meta.url);
const written = withApiTable(readFileSync(page, 'utf8'));
writeFileSync(page, written);
process.stdout.write(written.slice(written.indexOf('<!-- api-table -->')));
