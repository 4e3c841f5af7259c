import { runService } from '@xushi/runtime';
import { startNotifier } from './index.js';

await runService('notifier', startNotifier);
