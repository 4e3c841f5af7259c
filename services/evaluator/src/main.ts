import { runService } from '@xushi/runtime';
import { startEvaluator } from './index.js';

await runService('evaluator', (context) => startEvaluator(context));
