// Reads the workbook named on the command line within the limits behind it, and says how it ended and by how much the process grew meanwhile.
import { readFileSync } from 'node:fs';
import { readWorkbook, USUAL_LIMITS, WorkbookFault } from '../src/index.js';
import { bytesOf, sheetOf } from './made.js';

const bytes = readFileSync(process.argv[2] ?? '');
const limits = { ...USUAL_LIMITS, ...JSON.parse(process.argv[3] ?? '{}') };
// What the first reading takes of itself, such as room for what is soon forgotten, is no part of it.
const rows = Array.from({ length: 20_000 }, (_, row) => [`${row}`, { number: `${row}` }, '产值']);
await readWorkbook(await bytesOf({ sheets: [sheetOf(rows)] }));
const before = process.resourceUsage().maxRSS;
let turns = 0;
const ticking = setInterval(() => {
  turns += 1;
}, 1);
let code = 'none';
try {
  await readWorkbook(bytes, limits);
} catch (fault) {
  if (!(fault instanceof WorkbookFault)) throw fault;
  code = `${fault.code} ${fault.details.what ?? ''}`.trim();
}
clearInterval(ticking);
console.log(JSON.stringify({ code, grownMib: (process.resourceUsage().maxRSS - before) / 1024, turns }));
