import { runService } from '@xushi/runtime';
import { startScheduler } from './index.js';

await runService('scheduler', startScheduler);
