import * as fc from 'fast-check';
import { CpuTargetScaling, MemoryTargetScaling } from '../../src';
import { propertiesOf } from './support/properties-of';
import { BROKEN_PERCENT, BROKEN_SCALING, scaling, scalingSubject } from './support/scaling-cases';
import { smallWorker } from './support/small';

const memory = scalingSubject({
  service: (given, world, desiredCount) => smallWorker(given, world, { desiredCount }),
  beside: (given, props) => new CpuTargetScaling(given, 'Beside', props),
  policy: (scope, id, { target, ...props }) => new MemoryTargetScaling(scope, id, { ...props, targetUtilizationPercent: target }),
});

propertiesOf('MemoryTargetScaling', memory, scaling(fc.integer({ min: 1, max: 100 })), [...BROKEN_SCALING, ...BROKEN_PERCENT]);
