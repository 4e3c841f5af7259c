import { runService } from '@xushi/runtime';
import { startApi } from './index.js';

await runService({ name: 'api', workers: 0, requests: 8 }, startApi);
