import { runService } from '@xushi/runtime';
import { startNotifier } from './index.js';

await runService({ name: 'notifier', workers: 1, requests: 1 }, startNotifier);
