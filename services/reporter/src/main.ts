import { runService } from '@xushi/runtime';
import { startReporter } from './index.js';

await runService({ name: 'reporter', workers: 1, requests: 1 }, startReporter);
