import { runService } from '@xushi/runtime';
import { startReporter } from './index.js';

await runService('reporter', startReporter);
