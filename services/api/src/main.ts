import { runService } from '@xushi/runtime';
import { startApi } from './index.js';

await runService('api', startApi);
