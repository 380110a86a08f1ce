// Makes the worker and the module parts of the script itself: to be imported before all else. The build knows both names.
import module from 'inlined:module';
import worker from 'inlined:worker';
import { useInlinedAssets } from './assets.js';

useInlinedAssets({ module, worker });
