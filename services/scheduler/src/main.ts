import { runService } from '@xushi/runtime';
import { startScheduler } from './index.js';

await runService({ name: 'scheduler', workers: 1, requests: 1 }, startScheduler);
