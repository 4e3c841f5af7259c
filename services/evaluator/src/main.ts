import { runService } from '@xushi/runtime';
import { startEvaluator } from './index.js';

await runService({ name: 'evaluator', workers: 2, requests: 1 }, (context) => startEvaluator(context));
